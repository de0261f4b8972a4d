/**
 * Une note, un coefficient, un barème, un poids ou un pourcentage est un entier de centièmes du début à la fin
 * (12,5 s'écrit 1250) : règlement 4. Le type marqué empêche de mêler des centièmes et des points.
 */
declare const marque: unique symbol;
export type Centiemes = number & { readonly [marque]: "centiemes" };

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

/** Garde : un entier de centièmes. Lève TypeError sur tout autre nombre (12.5, NaN, 2^60). */
export function centiemes(n: number): Centiemes {
  if (!Number.isSafeInteger(n)) throw new TypeError(`${n} n'est pas un entier de centièmes`);
  return n as Centiemes;
}

/** « 12,50 » : toujours deux décimales, à la française. Lève TypeError sur un nombre non entier. */
export function formatCentiemes(c: Centiemes | number): string {
  const absolu = Math.abs(centiemes(c));
  const reste = absolu % 100;
  return `${c < 0 ? "-" : ""}${(absolu - reste) / 100},${reste < 10 ? "0" : ""}${reste}`;
}

/** Le même nombre sans zéro inutile : « 20 », « 12,5 ». Pour un barème, un coefficient, un pourcentage. */
export function formatCourt(c: Centiemes | number): string {
  return formatCentiemes(c).replace(/,00$|0$/, "");
}

/** « 12,50 », « ABS », ou rien tant qu'il n'y a pas de note. */
export function formatNote(note: Note): string {
  if (note === null) return "";
  return typeof note === "number" ? formatCentiemes(note) : note;
}

export type Saisie<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly message: string };

const CODES: ReadonlyMap<string, CodeNote> = new Map([
  ["a", "ABS"],
  ["abs", "ABS"],
  ["e", "EXC"],
  ["exc", "EXC"],
  ["t", "ATT"],
  ["att", "ATT"],
]);

/** Les caractères d'un décimal écrit, en entier de 10^-decimales ; null si le texte n'en est pas un. */
function lireDecimal(texte: string, decimales: number): { signe: 1 | -1; valeur: number } | "trop-fin" | null {
  const parties = /^([+-]?)(\d{1,12})(?:[.,](\d{1,12}))?$/.exec(texte.replace("−", "-"));
  if (!parties) return null;
  const fin = (parties[3] ?? "").replace(/0+$/, "");
  if (fin.length > decimales) return "trop-fin";
  const valeur = Number(`${parties[2]}${fin.padEnd(decimales, "0")}`);
  return { signe: parties[1] === "-" && valeur > 0 ? -1 : 1, valeur };
}

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

/**
 * Lit un coefficient, un barème, un poids, un pourcentage : un décimal exact entre deux bornes comprises.
 * @param regle bornes en centièmes ; decimales ≤ 2
 */
export function parseDecimal(
  saisie: string,
  regle: { readonly nom: string; readonly min: number; readonly max: number; readonly decimales: 0 | 1 | 2 },
): Saisie<{ readonly valeur: Centiemes }> {
  const texte = saisie.replace(/[\u00a0\u202f]/g, " ").trim();
  const bornes = `de ${formatCourt(regle.min)} à ${formatCourt(regle.max)}`;
  const refus = (probleme: string): { ok: false; message: string } => ({
    ok: false,
    message: `${regle.nom} : ${probleme}`,
  });
  if (texte === "") return refus(`entrez un nombre ${bornes}.`);
  const lu = lireDecimal(texte, regle.decimales);
  if (lu === null) return refus(`« ${texte} » n'est pas un nombre ; entrez un nombre ${bornes}.`);
  if (lu === "trop-fin")
    return refus(
      regle.decimales === 0
        ? `« ${texte} » n'est pas entier ; entrez un nombre entier ${bornes}.`
        : `« ${texte} » est trop précis ; ${regle.decimales === 1 ? "une décimale" : "deux décimales"} au plus.`,
    );
  const valeur = lu.signe * lu.valeur * 10 ** (2 - regle.decimales);
  if (valeur < regle.min || valeur > regle.max)
    return refus(`« ${texte} » est hors bornes ; entrez un nombre ${bornes}.`);
  return { ok: true, valeur: centiemes(valeur) };
}
