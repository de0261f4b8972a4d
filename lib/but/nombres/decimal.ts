import { type Centiemes, centiemes, formatCourt } from "./centiemes";

export type Saisie<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly message: string };

/** Les caractères d'un décimal écrit, en entier de 10^-decimales ; null si le texte n'en est pas un. */
export function lireDecimal(texte: string, decimales: number): { signe: 1 | -1; valeur: number } | "trop-fin" | null {
  const parties = /^([+-]?)(\d{1,12})(?:[.,](\d{1,12}))?$/.exec(texte.replace("−", "-"));
  if (!parties) return null;
  const fin = (parties[3] ?? "").replace(/0+$/, "");
  if (fin.length > decimales) return "trop-fin";
  const valeur = Number(`${parties[2]}${fin.padEnd(decimales, "0")}`);
  return { signe: parties[1] === "-" && valeur > 0 ? -1 : 1, valeur };
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
