import type { Note } from "@/lib/but/modele/note";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { type Choix, type Import, prepareImport } from "@/lib/import/apercu";
import { readFichier } from "@/lib/import/lecture/fichier";
import type { LigneCible } from "../../cible";
import { type ClasseCible, type NoteImportee, usageNotes } from "../usage";

const eleve = (
  numero: string,
  nom: string,
  prenom: string,
  note: Note = null,
  etat: "I" | "DEM" = "I",
): LigneCible => ({
  inscriptionId: numero,
  numero,
  nom,
  prenom,
  etat,
  note: note === null ? null : { note, version: 3 },
});

/** Des gens dont les noms ont tout ce qui égare un rapprochement. */
export const GENS: readonly LigneCible[] = [
  eleve("022025101", "ABADIE", "Chloé"),
  eleve("022025102", "BŒUF", "Gaël"),
  eleve("022025103", "DE L'ÉPINE", "Marie-Ange", centiemes(1000)),
  eleve("022025104", "DUVAL", "Sam"),
  eleve("022025105", "DUVAL", "Sam"),
  eleve("022025106", "EL HADJ", "Noor"),
  eleve("022025107", "JEAN", "Paul"),
  eleve("022025108", "PAUL", "Jean"),
  eleve("022025109", "ØSTBY", "Ingrid", null, "DEM"),
  eleve("022025110", "ZANETTI", "Anna Lucia"),
];

export const classe = (
  reste: Partial<ClasseCible> & { readonly titre?: string; readonly bareme?: number } = {},
): ClasseCible => ({
  toutes: GENS,
  affichees: GENS,
  depart: null,
  videEfface: false,
  courriels: new Map(GENS.map((g) => [g.numero, `e${g.numero}@etu.exemple.fr`])),
  evaluations: [
    {
      champ: "note",
      evaluationId: "ev-1",
      titre: reste.titre ?? "Interrogation 2",
      bareme: centiemes(reste.bareme ?? 2000),
      lignes: new Map(GENS.map((g) => [g.inscriptionId, g])),
    },
  ],
  ...reste,
});

export type Contenu = string | Uint8Array<ArrayBuffer>;

export async function apercuDe(contenu: Contenu, cible = classe(), choix: Choix = {}): Promise<Import<NoteImportee>> {
  return prepareImport(await readFichier(new Blob([contenu])), usageNotes(cible), choix);
}

/** « 101=12,00 » par note qui s'écrirait, « ?3 » par ligne inconnue, « !4 » par ligne refusée ; ou la phrase du refus. */
export async function bref(contenu: Contenu, cible = classe(), choix: Choix = {}): Promise<string> {
  const lu = await apercuDe(contenu, cible, choix);
  if (!lu.ok) return `non : ${lu.message}`;
  return lu.apercu.lignes
    .map((l) => {
      if (l.sort === "inconnue") return `?${l.ligne}`;
      if (l.sort === "refusee") return `!${l.ligne}`;
      return `${l.cle?.slice(-3)}=${l.apres}`;
    })
    .join(" ");
}
