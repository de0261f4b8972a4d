import type { SheetData } from "write-excel-file/universal";
import { formatNote } from "@/lib/but/modele/note";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { writeRepere } from "../import/repere";
import type { Grille, LigneGrille } from "../queries";

/** Une colonne au moins dans chaque ligne dit d'où elle vient : le fichier revient même trié ou amputé. */
const ENTETE_REPERE = "Repère (à garder)";

const entetes = ({ evaluation, anonyme }: Grille): string[] => [
  ...(anonyme ? ["Copie"] : ["Numéro", "Nom", "Prénom", "Groupe"]),
  "Évaluation",
  `Note sur ${formatCourt(evaluation.bareme)}`,
  ENTETE_REPERE,
];

const inscrits = ({ lignes }: Grille): readonly LigneGrille[] => lignes.filter((l) => l.etat === "I");

const identite = ({ evaluation, anonyme }: Grille, l: LigneGrille): string[] => [
  ...(anonyme ? [l.numero] : [l.numero, l.nom, l.prenom, l.groupes.join(", ")]),
  evaluation.titre,
];

const repere = ({ evaluation }: Grille, l: LigneGrille): string => writeRepere(evaluation.id, l.note?.version ?? 0);

/** « 1. Éléments de mécanique » → « elements-de-mecanique » : un nom de fichier sûr partout. */
export function nomFichier({ element, evaluation }: Grille, extension: "csv" | "xlsx"): string {
  const sur = `notes ${element.titre} ${evaluation.titre}`
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return `${sur.slice(0, 100)}.${extension}`;
}

/** Une cellule que le tableur n'exécutera pas, entre guillemets s'il le faut. */
function celluleCsv(texte: string): string {
  const sure = /^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
  return /[";\r\n]/.test(sure) ? `"${sure.replaceAll('"', '""')}"` : sure;
}

/** Pour un Excel français : point-virgule, virgule décimale, BOM, CRLF. */
export function writeCsv(grille: Grille): string {
  const lignes = inscrits(grille).map((l) => [
    ...identite(grille, l),
    formatNote(l.note?.note ?? null),
    repere(grille, l),
  ]);
  return `\uFEFF${[entetes(grille), ...lignes].map((l) => l.map(celluleCsv).join(";")).join("\r\n")}\r\n`;
}

const LARGEURS_IDENTITE = [12, 22, 18, 12];
const LARGEURS = [26, 13, 30];

/** Les notes en nombres, le reste en texte : rien ne s'y exécute. */
export async function writeClasseur(grille: Grille): Promise<Blob> {
  const { default: writeXlsx } = await import("write-excel-file/universal");
  const texte = (value: string) => ({ value, type: String });
  const donnees: SheetData = [
    entetes(grille).map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...inscrits(grille).map((l) => {
      const note = l.note?.note ?? null;
      const valeur =
        typeof note === "number" ? { value: note / 100, type: Number, format: "0.00" } : note && texte(note);
      return [...identite(grille, l).map(texte), valeur, texte(repere(grille, l))];
    }),
  ];
  return writeXlsx(donnees, {
    sheet: "Notes",
    stickyRowsCount: 1,
    columns: [...LARGEURS_IDENTITE.slice(0, grille.anonyme ? 1 : 4), ...LARGEURS].map((width) => ({ width })),
  }).toBlob();
}
