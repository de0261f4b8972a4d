import type { Centiemes } from "../nombres/centiemes";
import { centiemes, formatCentiemes, formatCourt } from "../nombres/centiemes";
import type { Saisie } from "../nombres/decimal";
import { lireDecimal } from "../nombres/decimal";
/** ABS : absence non justifiée, compte 0. EXC : excusée, sort avec son coefficient. ATT : attendue, comme EXC mais provisoire. */
export type CodeNote = "ABS" | "EXC" | "ATT";

/** Règlement 2.1 : un nombre de centièmes dans [0, barème], un code, ou rien encore. Cinq choses différentes. */
export type Note = Centiemes | CodeNote | null;

export type TypeEvaluation = "normale" | "rattrapage" | "seconde-session" | "bonus";

/** Une évaluation publiée et ce qu'un étudiant y a obtenu. */
export interface EvaluationNotee {
  readonly id: string;
  readonly titre: string;
  /** AAAA-MM-JJ */
  readonly date: string;
  readonly type: TypeEvaluation;
  readonly coefficient: Centiemes;
  readonly bareme: Centiemes;
  /** Par UE ; une UE absente a le poids 1 (100). */
  readonly poids: Readonly<Record<string, Centiemes>>;
  readonly note: Note;
}

/** « 12,50 », « ABS », ou rien tant qu'il n'y a pas de note. */
export function formatNote(note: Note): string {
  if (note === null) return "";
  return typeof note === "number" ? formatCentiemes(note) : note;
}

const CODES: ReadonlyMap<string, CodeNote> = new Map([
  ["a", "ABS"],
  ["abs", "ABS"],
  ["e", "EXC"],
  ["exc", "EXC"],
  ["t", "ATT"],
  ["att", "ATT"],
]);

/**
 * Lit ce qu'un enseignant tape ou colle dans une case de note : virgule ou point, deux décimales au plus,
 * « 12,5/20 » si le dénominateur est le barème, ABS, EXC, ATT (ou a, e, t), rien. Règlement 2.1.
 * @param bareme en centièmes (2000 pour 20)
 */
export function parseNote(saisie: string, bareme: Centiemes): Saisie<{ readonly note: Note }> {
  const texte = saisie.replace(/[\u00a0\u202f]/g, " ").trim();
  if (texte === "") return { ok: true, note: null };
  const code = CODES.get(texte.toLowerCase());
  if (code !== undefined) return { ok: true, note: code };

  const sur = formatCourt(bareme);
  const attendu = `entrez une note de 0 à ${sur}, ou ABS, EXC, ATT.`;
  const [avant = "", apres, ...reste] = texte.split("/");
  if (reste.length > 0) return { ok: false, message: `« ${texte} » n'est pas une note : ${attendu}` };
  if (apres !== undefined) {
    const denominateur = lireDecimal(apres.trim(), 2);
    if (denominateur === null || denominateur === "trop-fin")
      return { ok: false, message: `« ${texte} » n'est pas une note : ${attendu}` };
    if (denominateur.valeur !== bareme)
      return {
        ok: false,
        message: `Cette évaluation est notée sur ${sur}, pas sur ${apres.trim()} : ramenez la note sur ${sur}.`,
      };
  }
  const lu = lireDecimal(avant.trim(), 2);
  if (lu === null) return { ok: false, message: `« ${texte} » n'est pas une note : ${attendu}` };
  if (lu === "trop-fin")
    return { ok: false, message: `« ${texte} » a plus de deux décimales : entrez la note au centième, sur ${sur}.` };
  if (lu.signe < 0) return { ok: false, message: `« ${texte} » est négatif : ${attendu}` };
  if (lu.valeur > bareme) return { ok: false, message: `« ${texte} » dépasse le barème de ${sur} : ${attendu}` };
  return { ok: true, note: centiemes(lu.valeur) };
}
