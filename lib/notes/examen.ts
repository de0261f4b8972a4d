import { type Note, parseNote } from "@/lib/but/modele/note";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import type { Changement, Issue, NoteLue } from "./entree";

export const HORS_CLASSE = "Cet étudiant ne suit pas cet élément : rechargez la page.";
const PARTI = {
  DEM: "Étudiant démissionnaire : aucune note ne s'enregistre.",
  DEF: "Étudiant défaillant : aucune note ne s'enregistre.",
};
export const AUTRE_PERSONNE =
  "Une autre personne s'est connectée dans ce navigateur : reconnectez-vous à votre nom, vos notes partiront alors.";

export const refusee = (
  { id, inscriptionId }: Pick<Changement, "id" | "inscriptionId">,
  message: string,
  motifRequis = false,
): Issue => ({ id, inscriptionId, issue: "refusee", message, motifRequis });

interface Courante {
  readonly etat: "I" | "DEM" | "DEF";
  readonly note: NoteLue | null;
}

type Examen<C> =
  | { readonly ok: true; readonly courante: C; readonly note: Note }
  | { readonly ok: false; readonly issue: Issue };

/** Un changement peut-il s'écrire sur la note en place ? La même lecture pour les deux saisies. */
export function examine<C extends Courante>(
  courante: C | undefined,
  changement: Pick<Changement, "id" | "inscriptionId" | "saisie" | "versionLue">,
  bareme: Centiemes,
): Examen<C> {
  const { id, inscriptionId } = changement;
  const non = (message: string): Examen<C> => ({ ok: false, issue: refusee(changement, message) });
  if (!courante) return non(HORS_CLASSE);
  if (courante.etat !== "I") return non(PARTI[courante.etat]);
  const lu = parseNote(changement.saisie, bareme);
  if (!lu.ok) return non(lu.message);
  const { note } = courante;
  if ((note?.note ?? null) === lu.note) return { ok: false, issue: { id, inscriptionId, issue: "deja", note } };
  if ((note?.version ?? 0) !== changement.versionLue)
    return { ok: false, issue: { id, inscriptionId, issue: "conflit", note } };
  return { ok: true, courante, note: lu.note };
}
