"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type FormEvent, type MouseEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import type { LigneGrille } from "@/lib/notes/queries";
import type { Saisie } from "./envoi/use-saisie";
import styles from "./fiche.module.css";
import { Conflit } from "./grille/conflit";
import { EtatCase } from "./grille/etat-case";

interface Props {
  readonly saisie: Saisie;
  readonly lignes: readonly LigneGrille[];
  readonly modifiable: boolean;
  readonly onHistoire: ((id: string) => void) | null;
  readonly onCommentaire: ((id: string) => void) | null;
  readonly choisi: string | null;
  readonly onChoisi: (id: string) => void;
}

const CODES = [
  ["ABS", "absence"],
  ["EXC", "excusée"],
  ["ATT", "attendue"],
] as const;

const nomDe = (l: LigneGrille): string => `${l.nom} ${l.prenom}`;

/** Un étudiant à la fois : un formulaire ordinaire, pour le téléphone et le lecteur d'écran. Même enregistrement. */
export function Fiche({ saisie, lignes: toutes, modifiable, onHistoire, onCommentaire, choisi, onChoisi }: Props) {
  const { grille, affichee, commit, choisit } = saisie;
  const lignes = toutes.filter((l) => l.etat === "I");
  const [brouillon, setBrouillon] = useState<{ texte: string; versionLue: number } | null>(null);
  const champ = useRef<HTMLInputElement>(null);

  const rang = Math.max(
    0,
    lignes.findIndex((l) => l.inscriptionId === choisi),
  );
  const ligne = lignes[rang];
  if (!ligne) return <p>Aucun étudiant ne suit cet élément.</p>;
  const id = ligne.inscriptionId;
  const c = affichee(ligne);
  const version = ligne.note?.version ?? 0;

  const valide = (texte = brouillon?.texte) => {
    if (texte !== undefined && texte !== c.texte) commit([{ id, texte, versionLue: brouillon?.versionLue ?? version }]);
    setBrouillon(null);
  };
  const va = (vers: number) => {
    valide();
    // Le champ de l'étudiant suivant est un autre champ : il doit être là avant de recevoir le clavier.
    flushSync(() => onChoisi(lignes[vers]?.inscriptionId ?? id));
    champ.current?.focus();
  };
  const submit = (evenement: FormEvent) => {
    evenement.preventDefault();
    va(rang + 1);
  };

  // Le champ garde le clavier quand on touche un bouton : rien ne bouge sous le doigt entre l'appui et le relâché.
  const garde = (evenement: MouseEvent) => {
    if (evenement.target instanceof Element && evenement.target.closest("button")) evenement.preventDefault();
  };

  return (
    <form className={styles.fiche} onSubmit={submit} onMouseDown={garde} aria-label="Un étudiant à la fois">
      <Select
        label={grille.anonyme ? "Copie" : "Étudiant"}
        value={id}
        onChange={(e) => va(lignes.findIndex((l) => l.inscriptionId === e.target.value))}
      >
        {lignes.map((l) => (
          <option key={l.inscriptionId} value={l.inscriptionId}>
            {nomDe(l)} {affichee(l).texte && `· ${affichee(l).texte}`}
          </option>
        ))}
      </Select>
      <p className={styles.rang}>
        {rang + 1} sur {lignes.length}
        {ligne.groupes.length > 0 && ` · ${ligne.groupes.join(", ")}`}
      </p>
      <Input
        ref={champ}
        key={id}
        label={`Note de ${nomDe(ligne)}`}
        aide={`Sur ${formatCourt(grille.evaluation.bareme)}, ou un code ci-dessous.`}
        erreur={c.refus ?? undefined}
        inputMode="decimal"
        enterKeyHint="next"
        autoComplete="off"
        maxLength={40}
        readOnly={!modifiable}
        value={brouillon?.texte ?? c.texte}
        onChange={(e) => setBrouillon({ texte: e.target.value, versionLue: brouillon?.versionLue ?? version })}
        onBlur={() => valide()}
        onFocus={(e) => e.target.select()}
      />
      {modifiable && (
        <fieldset className={styles.codes} aria-label="Codes">
          {CODES.map(([code, sens]) => (
            <Button key={code} onClick={() => valide(code)} aria-pressed={c.texte === code}>
              {code} <span className={styles.sens}>{sens}</span>
            </Button>
          ))}
          <Button onClick={() => valide("")} disabled={c.texte === ""}>
            Effacer
          </Button>
        </fieldset>
      )}
      <div className={styles.etat}>
        {c.etat ? <EtatCase etat={c.etat} /> : <span>Pas encore de note</span>}
        {ligne.note?.modifiee && <Badge ton="info">Modifiée après publication</Badge>}
        {ligne.etat === "I" && onCommentaire && (modifiable || ligne.commentaire?.texte) && (
          <Button
            petit
            aspect="discret"
            onClick={() => {
              valide();
              onCommentaire(id);
            }}
          >
            {ligne.commentaire?.texte ? "Commentaire" : "Ajouter un commentaire"}
          </Button>
        )}
        {ligne.note && onHistoire && (
          <Button
            petit
            aspect="discret"
            onClick={() => {
              valide();
              onHistoire(id);
            }}
          >
            Histoire
          </Button>
        )}
      </div>
      {c.conflit && modifiable && (
        <Conflit mienne={c.texte} autre={c.conflit.autre} onChoix={(choix) => choisit(id, choix)} />
      )}
      <div className={styles.navigation}>
        <Button onClick={() => va(rang - 1)} disabled={rang === 0}>
          <ChevronLeft size={18} aria-hidden="true" />
          Précédent
        </Button>
        <Button type="submit" aspect="principal" disabled={rang === lignes.length - 1 && brouillon === null}>
          Suivant
          <ChevronRight size={18} aria-hidden="true" />
        </Button>
      </div>
    </form>
  );
}
