import type { Cellule } from "../tableau";

const jour = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC" });
const JOUR_MS = 86_400_000;
const EPOQUE = Date.UTC(1899, 11, 30);
const EPOQUE_1904 = Date.UTC(1904, 0, 1);

/** Un tableur range 16,1 comme 16.100000000000001 : douze chiffres suffisent à retrouver ce qui était tapé. */
export function texteNombre(n: number): string {
  if (Number.isSafeInteger(n)) return String(n);
  return String(Number(n.toPrecision(12)));
}

export const pourCent = (n: number): Cellule => ({
  texte: texteNombre(Number((n * 100).toPrecision(12))).replace(".", ","),
  sorte: "pour-cent",
});

export function dateSerie(n: number, depuis1904: boolean): Cellule {
  const date = new Date((depuis1904 ? EPOQUE_1904 : EPOQUE) + Math.floor(n) * JOUR_MS);
  return { texte: Number.isNaN(date.getTime()) ? texteNombre(n) : jour.format(date), sorte: "date" };
}

export function dateIso(iso: string): Cellule {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  return { texte: Number.isNaN(date.getTime()) ? iso : jour.format(date), sorte: "date" };
}

/** Ce que fait d'un nombre le format de sa cellule. Les littéraux et les couleurs d'un format ne disent rien de lui. */
export function sorteFormat(format: string): "nombre" | "date" | "pour-cent" {
  const nu = format
    .slice(0, 300)
    .replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, "")
    .toLowerCase();
  if (nu.includes("%")) return "pour-cent";
  if (nu.includes("general") || nu.includes("standard")) return "nombre";
  return /[dmyjah]/.test(nu.replaceAll(/e[+-]/g, "")) ? "date" : "nombre";
}
