"use client";
import { useId } from "react";
import { CodeDecision, SENS_CODE } from "@/components/code-decision";
import { Input, Select } from "@/components/ui/field";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import { isMotifRequis } from "@/lib/but/regles/codes-permis";
import { formatJour } from "@/lib/jury/libelles";
import { MOTIFS } from "@/lib/jury/motifs";
import type { ObjetJury } from "@/lib/jury/objets";
import { BoutonCalcul, type SujetCalcul } from "./calculs";
import styles from "./etudiant.module.css";

export interface Saisie {
  readonly code: string;
  readonly choisi: string;
  readonly precision: string;
  /** Le rang vu au premier geste, pour que l'écriture sache si un autre membre a décidé depuis ; null une fois relu. */
  readonly rang: number | null;
}

interface Props {
  readonly objet: ObjetJury;
  /** Le semestre dont le jury siège. */
  readonly jury: string;
  readonly decider: boolean;
  readonly code: string;
  readonly saisie: Saisie | undefined;
  /** Le code qu'une autre décision lui donnera. */
  readonly deviendra: string | null;
  readonly erreur: string | undefined;
  readonly onChange: (change: Partial<Saisie>) => void;
}

/** Un objet du jury : sa moyenne, son calcul, la décision en vigueur, et le code à enregistrer. */
export function Objet({ objet, jury, decider, code, saisie, deviendra, erreur, onChange }: Props) {
  const id = useId();
  const { libelle, moyenne, provisoire, proposition, decision, codes, portee } = objet;
  const sujet = sujetDe(objet, jury);
  const change = code !== "" && code !== decision?.code;
  const motif = decider && change && isMotifRequis(proposition, code);
  return (
    <div className={styles.objet}>
      <div className={styles.tete}>
        {decider ? (
          <label htmlFor={id} className={styles.libelle}>
            {libelle}
          </label>
        ) : (
          <span className={styles.libelle}>{libelle}</span>
        )}
        {portee !== "annee" && portee !== "diplome" && (
          <span className={provisoire ? styles.provisoire : styles.moyenne}>
            {moyenne === null ? "–" : formatCentiemes(moyenne)}
          </span>
        )}
        {sujet && <BoutonCalcul sujet={sujet} libelle={libelle} />}
      </div>
      {decider ? (
        <select id={id} className={styles.code} value={code} onChange={(e) => onChange({ code: e.target.value })}>
          {decision === null && <option value="">À décider</option>}
          {codes.map((c) => (
            <option key={c} value={c} title={SENS_CODE[c]}>
              {c}
              {c === proposition ? " (proposition)" : ""}
            </option>
          ))}
        </select>
      ) : (
        !decision && proposition && <CodeDecision code={proposition} propose />
      )}
      {decision && (
        <p className={styles.enVigueur}>
          <CodeDecision code={decision.code} /> {formatJour(decision.date)}, {decision.auteur}
          {proposition && proposition !== decision.code && (
            <>
              {" "}
              · proposé aujourd'hui <CodeDecision code={proposition} propose />
            </>
          )}
          {decision.motif && <em>{decision.motif}</em>}
        </p>
      )}
      {decider && saisie && saisie.rang !== null && saisie.rang !== objet.rang && decision && (
        <p role="alert" className={styles.devance}>
          {decision.auteur} vient de décider <CodeDecision code={decision.code} />. Votre choix n'est pas enregistré.
        </p>
      )}
      {deviendra && (
        <p className={styles.enVigueur}>
          deviendra <CodeDecision code={deviendra} propose />
        </p>
      )}
      {motif && (
        <>
          <Select
            label={`Motif, ${libelle}`}
            value={saisie?.choisi ?? ""}
            onChange={(e) => onChange({ choisi: e.target.value })}
            erreur={erreur}
          >
            <option value="">Autre motif, à préciser</option>
            {MOTIFS.map((m) => (
              <option key={m}>{m}</option>
            ))}
          </Select>
          <Input
            label={`Précision, ${libelle}`}
            value={saisie?.precision ?? ""}
            maxLength={300}
            onChange={(e) => onChange({ precision: e.target.value })}
          />
        </>
      )}
    </div>
  );
}

function sujetDe({ portee, objetId, semestreId }: ObjetJury, jury: string): SujetCalcul | null {
  switch (portee) {
    case "ue":
      return { type: "ue", semestreId, ueId: objetId, jury };
    case "rcue":
      return { type: "rcue", niveauId: objetId, jury };
    case "annee":
      return { type: "annee", annee: Number(objetId) as 1 | 2 | 3, jury };
    case "diplome":
      return null;
  }
}
