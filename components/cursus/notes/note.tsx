import { Jour } from "@/components/ui/jour";
import { formatNote } from "@/lib/but/modele/note";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import type { VueNote } from "@/lib/cursus/vue-notes";
import styles from "./note.module.css";
import { BadgeNouveaute } from "./nouveautes";

const SENS = {
  ABS: "absence non justifiée, compte 0",
  EXC: "absence excusée, ne compte pas",
  ATT: "note attendue",
} as const;

const TYPES = {
  normale: null,
  rattrapage: "rattrapage",
  "seconde-session": "seconde session",
  bonus: "bonus",
} as const;

interface Props {
  readonly note: VueNote;
  readonly avecElement?: boolean;
  /** Publiée depuis la visite précédente de qui lit. */
  readonly nouvelle?: boolean | undefined;
}

/** Une note publiée : ce qu'elle vaut, de quoi, et si elle est nouvelle ou a changé depuis. */
export function LigneNote({ note, avecElement, nouvelle }: Props) {
  const type = TYPES[note.type];
  const titre = type && !note.titre.toLowerCase().includes(type) ? `${note.titre} (${type})` : note.titre;
  return (
    <div className={styles.ligne}>
      <div className={styles.quoi}>
        <span className={styles.titre}>{avecElement ? note.element : titre}</span>
        <span className={styles.sous}>
          {avecElement ? `${titre} · ` : ""}
          <Jour le={note.date} />
          {!avecElement && note.type !== "rattrapage" && note.type !== "bonus" && (
            <> · coefficient {formatCourt(note.coefficient)}</>
          )}
        </span>
        {note.commentaire && (
          <span className={styles.commentaire}>
            <span className="lecteur-seul">Commentaire : </span>
            {note.commentaire}
          </span>
        )}
        {nouvelle && (
          <span>
            <BadgeNouveaute genre="nouvelle" />
          </span>
        )}
        {note.modification && (
          <span className={styles.modifiee}>
            <BadgeNouveaute genre="modifiee" /> le <Jour le={note.modification.le} />, c'était{" "}
            {formatNote(note.modification.avant)}
          </span>
        )}
      </div>
      <Valeur note={note} />
    </div>
  );
}

function Valeur({ note: { note, bareme } }: { readonly note: VueNote }) {
  if (note === null) return <span className={styles.rien}>pas de note</span>;
  if (typeof note === "string")
    return (
      <span className={styles.valeur}>
        {note}
        <span className={styles.sens}>{SENS[note]}</span>
      </span>
    );
  return (
    <span className={styles.valeur}>
      {formatNote(note)}
      <span className={styles.bareme}> / {formatCourt(bareme)}</span>
    </span>
  );
}
