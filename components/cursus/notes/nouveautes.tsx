import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Icone } from "@/components/ui/icone";
import { Jour } from "@/components/ui/jour";
import { type Nouveaute, type Nouveautes, resumeNouveautes } from "@/lib/nouveautes/nouveaute";
import styles from "./nouveautes.module.css";

/** L'ancre de la liste, et celle de chaque note à sa place. */
const ANCRE = "nouveau";
export const idNote = (evaluationId: string): string => `note-${evaluationId}`;

interface Props {
  readonly nouveautes: Nouveautes;
  readonly semestreId: string;
}

/** Une ligne sur l'accueil ; rien quand il n'y a rien de neuf. */
export function LigneNouveautes({ nouveautes: { depuis, notes }, semestreId }: Props) {
  if (depuis === null || notes.length === 0) return null;
  return (
    <p className={styles.ligne}>
      <Icone nom="bell" />
      <a href={`/moi/notes?semestre=${encodeURIComponent(semestreId)}#${ANCRE}`}>{resumeNouveautes(notes)}</a> depuis le{" "}
      <Jour le={depuis} />
    </p>
  );
}

/** Les nouveautés une à une, chacune menant à sa place dans les notes de son semestre. */
export function ListeNouveautes({ nouveautes: { depuis, notes }, semestreId }: Props) {
  if (depuis === null || notes.length === 0) return null;
  return (
    <Card id={ANCRE} className={styles.liste} aria-labelledby="nouveau-titre" tabIndex={-1}>
      <h2 id="nouveau-titre">
        Nouveau depuis le <Jour le={depuis} />
      </h2>
      <ul>
        {notes.map((note) => (
          <li key={note.evaluationId}>
            <a href={adresse(note, semestreId)}>
              {note.element}, {note.titre}
              {note.semestreId !== semestreId && ` (S${note.numero})`}
            </a>
            <BadgeNouveaute genre={note.genre} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const adresse = ({ evaluationId, semestreId }: Nouveaute, ici: string): string =>
  `${semestreId === ici ? "" : `/moi/notes?semestre=${encodeURIComponent(semestreId)}`}#${idNote(evaluationId)}`;

export function BadgeNouveaute({ genre }: Pick<Nouveaute, "genre">) {
  return genre === "nouvelle" ? (
    <Badge ton="accent" icone={<Icone nom="sparkle" />}>
      nouvelle
    </Badge>
  ) : (
    <Badge ton="info" icone={<Icone nom="pencilLine" />}>
      modifiée
    </Badge>
  );
}
