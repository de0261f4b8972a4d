import { spawnSync } from "node:child_process";
import path from "node:path";
import writeXlsx from "write-excel-file/universal";
import { centiemes } from "../../lib/but/nombres/centiemes";
import { readFichier } from "../../lib/import/lecture/fichier";
import { prepareNotes } from "../../lib/notes/import/preparation";

// L'aperçu de 5 000 lignes : deux secondes au plus, lecture comprise. Puis un million d'entrées au hasard dans les lectures.

const LIGNES = 5000;
const gens = Array.from({ length: LIGNES }, (_, i) => ({
  inscriptionId: `i-${i}`,
  numero: String(12_026_000 + i).padStart(9, "0"),
  nom: `ÉTUDIANT-${i}`,
  prenom: `Prénom ${i % 97}`,
  etat: "I" as const,
  note: null,
}));
const classe = {
  toutes: gens,
  affichees: gens,
  depart: null,
  videEfface: false,
  courriels: new Map(gens.map((g) => [g.inscriptionId, `e${g.numero}@etu.exemple.fr`])),
  evaluations: [
    {
      champ: "note",
      evaluationId: "ev:banc",
      titre: "Banc",
      bareme: centiemes(2000),
      lignes: new Map(gens.map((g) => [g.inscriptionId, g])),
    },
  ],
};

const note = (i: number): number => (i % 40) / 2;
const large = [
  ["N°", "Numéro", "Nom", "Prénom", "Groupe", "Note sur 20", "Commentaire", "Rang", "Moyenne"],
  ...gens.map((g, i) => [i + 1, g.numero, g.nom, g.prenom, `TD${i % 8}`, note(i), "bien", i, 12]),
];
const noms = [["Étudiant", "Note"], ...gens.map((g, i) => [`${g.prenom} ${g.nom}`, note(i)])];
const csv = (table: readonly (readonly (string | number)[])[]) => new Blob([table.map((l) => l.join(";")).join("\n")]);
const classeur = await writeXlsx(
  large.map((l) => l.map((value) => ({ value, type: typeof value === "number" ? Number : String }))),
).toBlob();

for (const [nom, fichier] of [
  ["csv de neuf colonnes, par numéro", csv(large)],
  ["csv de deux colonnes, par nom", csv(noms)],
  ["xlsx de neuf colonnes, par numéro", classeur],
] as const) {
  const debut = performance.now();
  const lecture = await readFichier(fichier);
  const lu = performance.now();
  const essai = prepareNotes(lecture, classe);
  const fin = performance.now();
  const ecrites = essai.ok ? essai.apercu.lignes.filter((l) => l.sort === "nouvelle").length : 0;
  if (ecrites !== LIGNES) throw new Error(`${nom} : ${ecrites} lignes reconnues sur ${LIGNES}`);
  console.log(
    `${nom} : lecture ${Math.round(lu - debut)} ms, aperçu ${Math.round(fin - lu)} ms, en tout ${Math.round(fin - debut)} ms (2 000 au plus)`,
  );
}

const debut = performance.now();
const vitest = path.join(import.meta.dirname, "..", "..", "node_modules", "vitest", "vitest.mjs");
const hasard = spawnSync(process.execPath, [vitest, "run", "--project", "unite", "lib/notes/import/hasard"], {
  env: { ...process.env, HASARD: "1000000" },
  stdio: ["ignore", "ignore", "inherit"],
});
console.log(
  `1 000 000 d'entrées au hasard : ${hasard.status === 0 ? "aucune chute" : "UNE CHUTE"}, ${Math.round((performance.now() - debut) / 1000)} s`,
);
process.exitCode = hasard.status ?? 1;
