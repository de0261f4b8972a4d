import { type CodeNote, type Note, parseNote } from "@/lib/but/modele/note";
import { type Centiemes, formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import { cleMots } from "@/lib/import/cles";
import type { Cellule } from "@/lib/import/tableau";

/** Ce qu'une cellule dit d'une note : la note, si c'est une proposition, ou pourquoi elle ne se lit pas. */
export type LectureNote =
  | { readonly ok: true; readonly note: Note; readonly propose: boolean }
  | { readonly ok: false; readonly message: string };

/** Ce que les gens écrivent pour une absence, et le code que le règlement connaît. Proposé, montré, jamais muet. */
const MOTS: ReadonlyMap<string, CodeNote> = new Map([
  ...[
    "abs",
    "absent",
    "absente",
    "absence",
    "abi",
    "ai",
    "absi",
    "abs i",
    "abs inj",
    "abs injustifie",
    "abs injustifiee",
    "absent injustifie",
    "absente injustifiee",
    "absent e",
    "absence injustifiee",
    "absence non justifiee",
    "abs non justifie",
    "abs non justifiee",
  ].map((m) => [m, "ABS"] as const),
  ...[
    "exc",
    "abj",
    "aj",
    "absj",
    "abs j",
    "abs just",
    "abs justifie",
    "abs justifiee",
    "absent justifie",
    "absente justifiee",
    "absence justifiee",
    "absent excuse",
    "absente excusee",
    "absence excusee",
    "abs excuse",
    "abs excusee",
    "excuse",
    "excusee",
    "dispense",
    "dispensee",
    "disp",
  ].map((m) => [m, "EXC"] as const),
  ...["att", "attente", "en attente", "attendu", "attendue", "a venir"].map((m) => [m, "ATT"] as const),
]);

const EXACTS: ReadonlySet<string> = new Set(["ABS", "EXC", "ATT"]);

/** Un tiret dit « pas de note », comme une cellule vide. */
const TIRETS = /^[-–—−_.]{1,5}$/;

const MOIS =
  "janv|jan|fevr|fev|mars|mar|avr|mai|juin|juil|jui|aout|aou|sept|sep|oct|nov|dec|janvier|fevrier|avril|juillet|septembre|octobre|novembre|decembre|feb|apr|may|jun|jul|aug";
const DATES = [/^\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})( .*)?$/, /^\d{4}-\d{1,2}-\d{1,2}([ t].*)?$/i];
const DATE_MOTS = new RegExp(`^(\\d{1,4} (${MOIS})( \\d{2,4})?|(${MOIS}) \\d{1,4})$`);

const nombreDe = (texte: string): number | null =>
  /^\d{1,9}([.,]\d{1,6})?$/.test(texte) ? Number(texte.replace(",", ".")) : null;

function isDate({ texte, sorte }: Cellule): boolean {
  if (sorte === "date") return true;
  if (texte.length > 40) return false;
  // Le nombre sous lequel un tableur range un jour d'aujourd'hui, quand le format de la cellule s'est perdu.
  const n = nombreDe(texte);
  if (n !== null && Number.isInteger(n) && n >= 36_000 && n <= 62_000) return true;
  return DATES.some((d) => d.test(texte)) || DATE_MOTS.test(cleMots(texte));
}

/** La cellule se lit-elle comme une note, quel que soit le barème ? Pour reconnaître une colonne, non pour l'écrire. */
export function ressembleNote(cellule: Cellule): boolean {
  const { texte, sorte } = cellule;
  if (sorte === "erreur") return false;
  if (sorte === "date" || sorte === "pour-cent" || sorte === "formule") return true;
  if (texte.length > 30) return false;
  const n = nombreDe(texte.replace(/\s*\/\s*\d+([.,]\d+)?$/, "").trim());
  if (n !== null) return n <= 1000;
  return TIRETS.test(texte) || /^[aet]$/.test(texte) || MOTS.has(cleMots(texte)) || isDate(cellule);
}

/** Lit la note d'une cellule de fichier. Règlement 2.1 ; ce que les gens écrivent devient une proposition ou un refus qui dit quoi écrire. */
export function litNote(cellule: Cellule, bareme: Centiemes, raccourcis = false): LectureNote {
  const texte = cellule.texte.replaceAll(/[\u00a0\u202f]/g, " ").trim();
  const sur = formatCourt(bareme);
  const non = (message: string): LectureNote => ({ ok: false, message });
  if (texte === "" || TIRETS.test(texte)) return { ok: true, note: null, propose: false };
  if (cellule.sorte === "erreur") return non(`« ${texte} » est une erreur de calcul du tableur : écrivez la note.`);
  if (cellule.sorte === "formule") return non("Formule dont le résultat n'est pas enregistré : écrivez la note.");
  if (isDate(cellule))
    return non(
      `« ${texte} » : le tableur a fait de cette note une date. Mettez la cellule au format Texte ou Nombre, puis retapez la note.`,
    );
  if (cellule.sorte === "pour-cent") return litPourCent(texte, bareme);
  const mot = MOTS.get(cleMots(texte));
  if (mot) return { ok: true, note: mot, propose: !EXACTS.has(texte.toUpperCase()) };
  // Une lettre seule est un raccourci de clavier, ou une appréciation A, B, C : un fichier ne dit pas laquelle.
  if (/^[a-z][+-]?$/i.test(texte) && !(raccourcis && /^[aet]$/.test(texte)))
    return non(`« ${texte} » n'est pas une note : écrivez une note de 0 à ${sur}, ou ABS, EXC, ATT.`);
  const lu = parseNote(texte, bareme);
  if (lu.ok) return { ok: true, note: lu.note, propose: typeof lu.note === "string" };
  // Une unité ou un signe derrière le nombre : ce qu'il fallait écrire se voit.
  const nombre = /^(\d{1,3}(?:[.,]\d{1,2})?)\s{0,3}[^\d\s/.,;%-][^\d/]{0,20}$/.exec(texte)?.[1];
  if (nombre && parseNote(nombre, bareme).ok)
    return non(`« ${texte} » n'est pas une note : écrivez seulement ${nombre}.`);
  return non(lu.message);
}

/** Une cellule en pourcentage est une part du barème : 62,5 % de 20 font 12,50. Proposé ; refusé si cela ne tombe pas juste. */
function litPourCent(texte: string, bareme: Centiemes): LectureNote {
  const lu = parseNote(texte, 10_000 as Centiemes);
  const produit = lu.ok && typeof lu.note === "number" ? lu.note * bareme : Number.NaN;
  if (!Number.isInteger(produit / 10_000))
    return {
      ok: false,
      message: `« ${texte} % » : écrivez la note sur ${formatCourt(bareme)}, et non un pourcentage.`,
    };
  return parseNoteEn(produit / 10_000, bareme);
}

function parseNoteEn(valeur: number, bareme: Centiemes): LectureNote {
  const lu = parseNote(formatCentiemes(valeur), bareme);
  return lu.ok ? { ok: true, note: lu.note, propose: true } : lu;
}

/** Ce que la cellule montre, tel que la personne le reconnaît. */
export function montre({ texte, sorte }: Cellule): string {
  if (sorte === "pour-cent") return `${texte} %`;
  return sorte === "nombre" ? texte.replace(".", ",") : texte;
}
