import { Ban, Plus, Trash2, Undo2 } from "lucide-react";
import { type Dispatch, type SetStateAction, useId } from "react";
import { Button } from "@/components/ui/button";
import type { ElementNote } from "@/lib/but/modele/element";
import { type EvaluationNotee, formatNote } from "@/lib/but/modele/note";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { type AjoutSaisi, avecAjouts, type Saisies } from "./saisies";
import styles from "./simulateur.module.css";

interface Props {
  readonly element: ElementNote;
  readonly saisies: Saisies;
  readonly erreurs: ReadonlyMap<string, string>;
  readonly onChange: Dispatch<SetStateAction<Saisies>>;
}

/** Un élément et ses notes, à changer, neutraliser ou compléter. */
export function ElementSimule({ element, saisies, erreurs, onChange }: Props) {
  const noter = (id: string, texte: string) => onChange((s) => ({ ...s, notes: { ...s.notes, [id]: texte } }));
  const rendre = (id: string) =>
    onChange((s) => ({ ...s, notes: Object.fromEntries(Object.entries(s.notes).filter(([cle]) => cle !== id)) }));
  const ajouter = () => onChange((s) => avecAjouts(s, [element.id]));
  const changer = (id: string, champ: Partial<AjoutSaisi>) =>
    onChange((s) => ({ ...s, ajouts: s.ajouts.map((a) => (a.id === id ? { ...a, ...champ } : a)) }));
  const retirer = (id: string) => onChange((s) => ({ ...s, ajouts: s.ajouts.filter((a) => a.id !== id) }));
  const titre = useId();

  return (
    <section className={styles.element} aria-labelledby={titre}>
      <h2 id={titre}>{element.titre}</h2>
      {element.evaluations.map((evaluation) => (
        <NoteSimulee
          key={evaluation.id}
          evaluation={evaluation}
          saisie={saisies.notes[evaluation.id]}
          erreur={erreurs.get(evaluation.id)}
          onNote={(texte) => noter(evaluation.id, texte)}
          onRendre={() => rendre(evaluation.id)}
        />
      ))}
      {saisies.ajouts
        .filter((a) => a.elementId === element.id)
        .map((ajout) => (
          <div key={ajout.id} className={styles.note}>
            <span className={styles.quoi}>Évaluation imaginée, sur 20</span>
            <Champ
              label="Note imaginée"
              value={ajout.note}
              erreur={erreurs.get(ajout.id)}
              onChange={(note) => changer(ajout.id, { note })}
            />
            <Champ
              label="Coefficient imaginé"
              value={ajout.coefficient}
              erreur={erreurs.get(`${ajout.id} coefficient`)}
              onChange={(coefficient) => changer(ajout.id, { coefficient })}
              prefixe="coef."
            />
            <Button aspect="discret" petit aria-label="Retirer cette évaluation" onClick={() => retirer(ajout.id)}>
              <Trash2 size={16} aria-hidden="true" />
            </Button>
          </div>
        ))}
      <Button aspect="discret" petit onClick={ajouter}>
        <Plus size={16} aria-hidden="true" />
        Ajouter une évaluation<span className="lecteur-seul"> à {element.titre}</span>
      </Button>
    </section>
  );
}

interface NoteProps {
  readonly evaluation: EvaluationNotee;
  readonly saisie: string | undefined;
  readonly erreur: string | undefined;
  readonly onNote: (texte: string) => void;
  readonly onRendre: () => void;
}

function NoteSimulee({ evaluation, saisie, erreur, onNote, onRendre }: NoteProps) {
  const { titre, note, bareme, coefficient } = evaluation;
  return (
    <div className={styles.note} data-changee={saisie !== undefined || undefined}>
      <span className={styles.quoi}>
        {titre}
        <span className={styles.sous}>
          sur {formatCourt(bareme)}, coefficient {formatCourt(coefficient)}
          {saisie !== undefined && <>, en vrai {note === null ? "pas de note" : formatNote(note)}</>}
        </span>
      </span>
      <Champ label={`Note simulée, ${titre}`} value={saisie ?? formatNote(note)} erreur={erreur} onChange={onNote} />
      {saisie === undefined ? (
        <Button
          aspect="discret"
          petit
          title="Neutraliser"
          aria-label={`Neutraliser ${titre}`}
          onClick={() => onNote("EXC")}
        >
          <Ban size={16} aria-hidden="true" />
        </Button>
      ) : (
        <Button
          aspect="discret"
          petit
          title="Rendre la vraie note"
          aria-label={`Rendre la vraie note, ${titre}`}
          onClick={onRendre}
        >
          <Undo2 size={16} aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}

interface ChampProps {
  readonly label: string;
  readonly value: string;
  readonly erreur: string | undefined;
  readonly onChange: (texte: string) => void;
  readonly prefixe?: string;
}

function Champ({ label, value, erreur, onChange, prefixe }: ChampProps) {
  const id = useId();
  return (
    <>
      <label className={styles.champ}>
        <span className="lecteur-seul">{label}</span>
        {prefixe && <span aria-hidden="true">{prefixe}</span>}
        <input
          value={value}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={erreur ? true : undefined}
          aria-describedby={erreur ? id : undefined}
          onChange={(e) => onChange(e.target.value)}
        />
      </label>
      {erreur && (
        <span id={id} role="alert" className={styles.erreur}>
          {erreur}
        </span>
      )}
    </>
  );
}
