import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

const dossier = mkdtempSync(path.join(tmpdir(), "paliers-apercu-"));
const ecrit = (nom: string, contenu: string): string => {
  const chemin = path.join(dossier, nom);
  writeFileSync(chemin, contenu);
  return chemin;
};
const classe = ecrit(
  "classe.json",
  JSON.stringify({
    bareme: 20,
    etudiants: [
      { numero: "022025101", nom: "ABADIE", prenom: "Chloé", email: "chloe.abadie@etu.exemple.fr", note: "7" },
      { numero: "022025102", nom: "BŒUF", prenom: "Gaël" },
    ],
  }),
);

function lance(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "scripts/apercu.ts", ...args],
    { encoding: "utf8" },
  );
  return { status, stderr, json: stdout === "" ? null : JSON.parse(stdout) };
}

test("l'aperçu s'imprime en JSON, sans base", () => {
  const fichier = ecrit("a.csv", "Nom;Prénom;Écrit;Oral\nBOEUF;Gael;12;14\nAbadie;Chloé;7;abs.\nINCONNU;Léo;3;4\n");
  const oral = lance("notes", "--classe", classe, fichier, "--colonne-note", "Oral");
  expect(oral.json).toEqual({
    ok: true,
    colonnes: { etudiant: "Nom, Prénom", note: "Oral" },
    lignes: [
      { ligne: 2, numero: "022025102", note: "14,00", sort: "nouvelle", raison: null },
      { ligne: 3, numero: "022025101", note: "ABS", sort: "changee", raison: "« abs. » lu ABS." },
      { ligne: 4, numero: null, note: null, sort: "inconnue", raison: "Aucun étudiant de cette liste ne correspond." },
    ],
    message: null,
  });
  const doute = lance("notes", "--classe", classe, fichier);
  expect(doute).toMatchObject({
    status: 0,
    json: { ok: false, lignes: [], message: expect.stringContaining("Écrit, Oral") },
  });
  const nom = lance("notes", "--classe", classe, fichier, "--colonne-note", "Écrit", "--colonne-etudiant", "Nom");
  expect(nom.json.lignes.map((l: { numero: string | null }) => l.numero)).toEqual(["022025102", "022025101", null]);
  expect(lance("notes", "--classe", classe, fichier, "--colonne-note", "Projet").json).toMatchObject({
    ok: false,
    message: expect.stringContaining("n'a pas de colonne « Projet »"),
  });
});

test.each([
  [["notes"], /^Usage/],
  [["notes", "--classe", "/introuvable.json", "x.csv"], /ne se lit pas/],
  [["notes", "--classe", classe, "/introuvable.csv"], /ne se lit pas/],
])("%j : une phrase, et un code d'échec", (args, phrase) => {
  const { status, stderr, json } = lance(...args);
  expect([status, json]).toEqual([1, null]);
  expect(stderr).toMatch(phrase);
});
