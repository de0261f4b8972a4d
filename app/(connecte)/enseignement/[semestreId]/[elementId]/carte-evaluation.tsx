"use client";
import { ArrowDown, ArrowUp, Pencil } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { notesManquantes } from "@/lib/enseignement/a-faire";
import type { EvaluationDetaillee, FicheElement } from "@/lib/evaluations/fiche/queries";
import { formatJour, isNoteAttendue, TITRES_TYPE } from "@/lib/evaluations/libelles";
import { EtatEvaluation } from "../../etat-evaluation";
import { Publication } from "../../publication";
import styles from "./element.module.css";

export type GesteCarte = "modifier" | "dupliquer" | "supprimer" | "archiver" | "monter" | "descendre";

interface Props {
  readonly evaluation: EvaluationDetaillee;
  readonly rang: number;
  readonly fiche: FicheElement;
  readonly aujourdhui: string;
  readonly modifiable: boolean;
  readonly publiable: boolean;
  readonly onGeste: (geste: GesteCarte, evaluation: EvaluationDetaillee) => void;
  readonly onPublie: () => void;
}

function Poids({ evaluation, fiche }: Pick<Props, "evaluation" | "fiche">) {
  const courts = new Map(fiche.ues.map((u) => [u.competenceId, u.court]));
  const differents = [...courts].filter(([id]) => (evaluation.poids[id] ?? 100) !== 100);
  if (differents.length === 0) return null;
  return (
    <> · poids {differents.map(([id, court]) => `${court} ${formatCourt(evaluation.poids[id] ?? 100)}`).join(", ")}</>
  );
}

function Avance({ evaluation: e, fiche, aujourdhui }: Pick<Props, "evaluation" | "fiche" | "aujourdhui">) {
  const manquantes = notesManquantes(e, fiche.inscrits, aujourdhui);
  const part = fiche.inscrits === 0 ? 0 : Math.min(100, Math.round((100 * e.saisies) / fiche.inscrits));
  return (
    <p className={styles.avance}>
      <span className={styles.jauge} aria-hidden="true">
        <span style={{ width: `${part}%` }} />
      </span>
      <span>
        {e.saisies} sur {fiche.inscrits} saisies
        {manquantes > 0 && ` · ${manquantes} manquante${manquantes > 1 ? "s" : ""}`}
        {isNoteAttendue(e.type) && e.date > aujourdhui && " · à venir"}
        {e.double && ` · seconde saisie : ${e.double.saisies} sur ${fiche.inscrits}`}
      </span>
    </p>
  );
}

function Double({ ecarts }: { readonly ecarts: number }) {
  if (ecarts === 0) return <Badge ton="info">Saisie en double</Badge>;
  return <Badge ton="attention">{ecarts > 1 ? `${ecarts} écarts à trancher` : "1 écart à trancher"}</Badge>;
}

/** L'id du bouton qui déplace une évaluation : le focus le suit quand la liste se réordonne. */
export const idDeplacement = (sens: "monter" | "descendre", evaluationId: string): string => `${sens}-${evaluationId}`;

function Deplacement({
  evaluation: e,
  rang,
  fiche,
  onGeste,
}: Pick<Props, "evaluation" | "rang" | "fiche" | "onGeste">) {
  const dernier = fiche.evaluations.length - 1;
  return (
    <div className={styles.deplacement}>
      {(["monter", "descendre"] as const).map((sens) => (
        <button
          key={sens}
          type="button"
          id={idDeplacement(sens, e.id)}
          aria-label={`${sens === "monter" ? "Monter" : "Descendre"} : ${e.titre}`}
          disabled={rang === (sens === "monter" ? 0 : dernier)}
          onClick={() => onGeste(sens, e)}
        >
          {sens === "monter" ? <ArrowUp size={16} aria-hidden="true" /> : <ArrowDown size={16} aria-hidden="true" />}
        </button>
      ))}
    </div>
  );
}

/** Une évaluation de la liste, et ce qu'on en fait. */
export function CarteEvaluation(props: Props) {
  const { evaluation: e, fiche, aujourdhui, modifiable, publiable, onGeste, onPublie } = props;
  const publiee = e.etat === "publiee";
  const discret = (geste: GesteCarte, texte: string) => (
    <Button petit aspect="discret" aria-label={`${texte} : ${e.titre}`} onClick={() => onGeste(geste, e)}>
      {geste === "modifier" && <Pencil size={16} aria-hidden="true" />}
      {texte}
    </Button>
  );
  return (
    <li className={styles.evaluation}>
      {modifiable && fiche.evaluations.length > 1 && <Deplacement {...props} />}
      <div className={styles.corps}>
        <div className={styles.titre}>
          <h3>{e.titre}</h3>
          <EtatEvaluation etat={e.etat} />
          {e.anonyme && <Badge ton="info">Anonyme</Badge>}
          {e.double && <Double ecarts={e.double.ecarts} />}
          {e.type !== "normale" && <Badge ton="info">{TITRES_TYPE[e.type]}</Badge>}
        </div>
        <p className={styles.details}>
          {formatJour(e.date)} · coefficient {formatCourt(e.coefficient)} · sur {formatCourt(e.bareme)}
          <Poids evaluation={e} fiche={fiche} />
        </p>
        <Avance evaluation={e} fiche={fiche} aujourdhui={aujourdhui} />
      </div>
      <div className={styles.gestes}>
        <LinkButton
          href={`/enseignement/evaluations/${e.id}`}
          petit
          aspect="secondaire"
          aria-label={`${publiable ? "Saisir les notes" : "Voir les notes"} : ${e.titre}`}
        >
          {publiable ? "Saisir les notes" : "Voir les notes"}
        </LinkButton>
        {e.double && publiable && !publiee && (
          <LinkButton
            href={`/enseignement/evaluations/${e.id}/seconde`}
            petit
            aspect="secondaire"
            aria-label={`Seconde saisie : ${e.titre}`}
          >
            Seconde saisie
          </LinkButton>
        )}
        {e.double && e.double.saisies > 0 && (
          <LinkButton
            href={`/enseignement/evaluations/${e.id}/comparaison`}
            petit
            aspect="secondaire"
            aria-label={`Comparer les deux saisies : ${e.titre}`}
          >
            Comparer
          </LinkButton>
        )}
        {publiable && (publiee || e.saisies > 0) && (
          <Publication evaluationId={e.id} titre={e.titre} publiee={publiee} petit onFait={onPublie} />
        )}
        {modifiable && discret("modifier", "Modifier")}
        {modifiable && discret("dupliquer", "Dupliquer")}
        {modifiable && e.vide && discret("supprimer", "Supprimer")}
        {modifiable && !e.vide && !publiee && discret("archiver", "Archiver")}
      </div>
    </li>
  );
}
