import { type Choix, type Import, prepareImport } from "@/lib/import/apercu";
import type { Lecture } from "@/lib/import/tableau";
import { celluleDe } from "@/lib/import/tableau";
import type { Colonnes } from "@/lib/import/usage";
import { ressembleNote } from "./mots";
import { type ClasseCible, type NoteImportee, usageNotes } from "./usage";

const AUCUNE_EVALUATION =
  "Aucune colonne de ce fichier ne porte le titre d'une évaluation : choisissez ci-dessous où va chaque colonne.";

/** Par signature de fichier, les colonnes qu'on a choisies la dernière fois : par champ, leur titre. */
export type Memoires = Readonly<Record<string, Readonly<Record<string, string>>>>;

const RETENUES = "Colonnes choisies la dernière fois pour un fichier de ces titres.";

/**
 * L'aperçu d'un import de notes. Ce que la personne choisit passe d'abord, puis ce dont on se souvient ; un bloc collé dans
 * plusieurs évaluations y met ses colonnes de notes dans leur ordre.
 */
export function prepareNotes(
  lecture: Lecture,
  classe: ClasseCible,
  choix: Choix = {},
  memoires: Memoires = {},
): Import<NoteImportee> {
  const usage = usageNotes(classe);
  const essai = prepareImport(lecture, usage, choix);
  if (!choix.colonnes) {
    const signature = essai.ok ? essai.apercu.signature : (essai.choix?.signature ?? "");
    const retenues = signature === "" ? undefined : memoires[signature];
    if (retenues) {
      // Ce qui a été retenu pour une seule évaluation ne dit rien de plusieurs.
      const connus = new Set([...usage.annuaire.champs, ...usage.champs].map((c) => c.id));
      const colonnes = new Map(Object.entries(retenues).filter(([champ]) => connus.has(champ)));
      const avec = prepareImport(lecture, usage, { ...choix, colonnes });
      if (avec.ok) return { ok: true, apercu: { ...avec.apercu, dit: [...avec.apercu.dit, RETENUES] } };
    }
    const places = placeColonnes(lecture, classe, essai);
    if (places) return prepareImport(lecture, usage, { ...choix, colonnes: places });
  }
  const { evaluations } = classe;
  if (essai.ok && !evaluations.some((e) => essai.apercu.colonnes.has(e.champ)))
    return {
      ok: false,
      message: AUCUNE_EVALUATION,
      choix: essai.apercu,
    };
  return essai;
}

/** Un bloc collé sans titres : sa première colonne de notes va dans la première évaluation, les suivantes à sa droite. */
function placeColonnes(lecture: Lecture, classe: ClasseCible, essai: Import<NoteImportee>): Map<string, string> | null {
  const { evaluations, depart } = classe;
  const vu = essai.ok ? essai.apercu : essai.choix;
  if (!lecture.ok || !vu || depart === null || evaluations.length < 2) return null;
  const deja: Colonnes = vu.colonnes;
  if (evaluations.some((e) => deja.has(e.champ))) return null;
  const prises = new Set(deja.values());
  const [feuille] = lecture.feuilles;
  const libres = vu.fichier.filter(
    ({ rang }) =>
      !prises.has(rang) &&
      feuille.lignes.slice(1).every((l) => {
        const cellule = celluleDe(l, rang);
        return cellule.texte === "" || ressembleNote(cellule);
      }),
  );
  return libres.length === 0
    ? null
    : new Map(libres.flatMap(({ titre }, i) => (evaluations[i] ? [[evaluations[i].champ, titre] as const] : [])));
}
