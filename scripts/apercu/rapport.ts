import { type Choix, type Import, prepareImport } from "../../lib/import/apercu";
import type { Lecture } from "../../lib/import/tableau";
import { type ClasseCible, type NoteImportee, usageNotes } from "../../lib/notes/import/usage";

export interface OptionsApercu {
  readonly colonneNote?: string;
  readonly colonneEtudiant?: string;
  readonly feuille?: string;
}

const DESIGNATIONS = ["numero", "courriel", "complet", "suite", "nom", "prenom"] as const;

type Essai = Import<NoteImportee>;

const reconnues = (essai: Essai): number => (essai.ok ? essai.apercu.lignes.filter((l) => l.cle !== null).length : -1);

/** La colonne nommée désigne les étudiants, sans dire comment : celle des lectures qui en reconnaît le plus. */
function prepare(
  lecture: Lecture,
  classe: ClasseCible,
  { colonneNote, colonneEtudiant, feuille }: OptionsApercu,
): Essai {
  const usage = usageNotes(classe);
  const base: Choix = feuille === undefined ? {} : { feuille };
  const note: [string, string][] = colonneNote === undefined ? [] : [["note", colonneNote]];
  if (colonneEtudiant === undefined) return prepareImport(lecture, usage, { ...base, colonnes: new Map(note) });
  const essais = DESIGNATIONS.filter((d) => d !== "suite" && d !== "prenom").map((d) => {
    // « Nom » garde à côté la colonne des prénoms, si le fichier en a une.
    const autres = DESIGNATIONS.filter((a) => a !== d && !(d === "nom" && a === "prenom")).map(
      (a): [string, string] => [a, ""],
    );
    return prepareImport(lecture, usage, { ...base, colonnes: new Map([...autres, [d, colonneEtudiant], ...note]) });
  });
  return essais.reduce((meilleur, essai) => (reconnues(essai) > reconnues(meilleur) ? essai : meilleur));
}

/** L'aperçu tel que les scripts le lisent. */
export function rapport(lecture: Lecture, classe: ClasseCible, options: OptionsApercu) {
  const essai = prepare(lecture, classe, options);
  const { fichier, colonnes } = essai.ok ? essai.apercu : (essai.choix ?? { fichier: [], colonnes: new Map() });
  const titre = (champ: string): string | null => fichier.find((f) => f.rang === colonnes.get(champ))?.titre ?? null;
  const etudiant = DESIGNATIONS.map(titre).filter((t) => t !== null);
  const numeros = new Map(classe.toutes.map((l) => [l.inscriptionId, l.numero]));
  const [principale] = etudiant;
  return {
    ok: essai.ok,
    colonnes: {
      etudiant:
        titre("numero") ?? titre("courriel") ?? (etudiant.length > 1 ? etudiant.join(", ") : (principale ?? null)),
      note: titre("note"),
    },
    lignes: essai.ok
      ? essai.apercu.lignes.map((l) => ({
          ligne: l.ligne,
          numero: l.cle === null ? null : (numeros.get(l.cle) ?? null),
          note: l.sort === "refusee" || l.sort === "inconnue" || l.apres === "" ? null : l.apres,
          sort: l.sort,
          raison: l.raison ?? l.nuance,
        }))
      : [],
    message: essai.ok ? [...essai.apercu.alertes, ...essai.apercu.dit].join(" ") || null : essai.message,
  };
}
