import { expect, test } from "vitest";
import { isApplicable } from "@/lib/import/apercu";
import { countAbsents } from "../import/usage";
import type { Grille } from "../queries";
import { classeur, colle, eleve, GRILLE, importe, resume } from "./essais/feuille";
import { nomFichier, writeClasseur, writeCsv } from "./export";

test("le CSV exporté s'ouvre dans un Excel français et n'y exécute rien", () => {
  expect(nomFichier(GRILLE, "csv")).toBe("notes-mecanique-devoir-n-1-mecanique.csv");
  expect(writeCsv(GRILLE).split("\r\n")).toEqual([
    "\uFEFFNuméro;Nom;Prénom;Groupe;Évaluation;Note sur 20;Repère (à garder)",
    '0101;ADAM;Léa;TD1;"Devoir n° 1 ; mécanique";12,10;ev:1#3',
    `0102;'=BENALI;Yanis;TD1;"Devoir n° 1 ; mécanique";;ev:1#0`,
    '0104;GUÉRIN;Anaïs;TD1;"Devoir n° 1 ; mécanique";ABS;ev:1#3',
    "",
  ]);
});

test("anonyme, l'export ne porte que des numéros de copie, et revient", async () => {
  const copie = (n: string) => ({ ...eleve(n, "Copie", n), inscriptionId: `copie-${n}`, groupes: [] });
  const grille = { ...GRILLE, anonyme: true, lignes: [copie("2"), copie("11")] };
  expect(writeCsv(grille).split("\r\n").slice(0, 2)).toEqual([
    "\uFEFFCopie;Évaluation;Note sur 20;Repère (à garder)",
    '2;"Devoir n° 1 ; mécanique";;ev:1#0',
  ]);
  expect(resume(await importe("Copie;Note\n11;12\n2;abs\n", grille))).toEqual([
    ["copie-11", "12", "nouvelle"],
    ["copie-2", "abs", "nouvelle"],
  ]);
});

test.each(["csv", "xlsx"] as const)("l'export %s revient identique, et une case vide n'efface rien", async (format) => {
  const fichier = format === "csv" ? new Blob([writeCsv(GRILLE)]) : await writeClasseur(GRILLE);
  const retour = await importe(fichier);
  expect(retour.ok && retour.apercu.colonnes.has("numero")).toBe(true);
  expect(retour.ok && countAbsents(GRILLE.lignes, retour.apercu.lignes)).toBe(0);
  expect(resume(retour)).toEqual([
    ["i-0101", format === "csv" ? "12,10" : "12,1", "identique"],
    ["i-0102", "", "vide"],
    ["i-0104", "ABS", "identique"],
  ]);
});

test("l'export revient même trié, en-têtes compris, et amputé de lignes", async () => {
  const [entete = "", adam = "", benali = ""] = writeCsv(GRILLE).replace("\uFEFF", "").split("\r\n");
  const retour = await importe([benali.replace(";;", ";15,5;"), adam, entete].join("\r\n"));
  expect(retour.ok && countAbsents(GRILLE.lignes, retour.apercu.lignes)).toBe(1);
  expect(resume(retour)).toEqual([
    ["i-0102", "15,5", "nouvelle"],
    ["i-0101", "12,10", "identique"],
  ]);
});

test("l'export revient avec des colonnes ajoutées, avant, entre et après", async () => {
  const lignes = writeCsv(GRILLE).replace("\uFEFF", "").trimEnd().split("\r\n");
  const elargies = lignes.map((l, i) => {
    const [numero, ...reste] = l.split(";");
    return [
      i === 0 ? "Ordre" : String(i),
      numero,
      i === 0 ? "Ma moyenne" : "8",
      ...reste,
      i === 0 ? "Remarque" : "vu",
    ].join(";");
  });
  expect(resume(await importe(elargies.join("\r\n")))).toEqual([
    ["i-0101", "12,10", "identique"],
    ["i-0102", "", "vide"],
    ["i-0104", "ABS", "identique"],
  ]);
});

test("une note changée depuis l'export garde la version de l'export : le serveur dira le conflit", async () => {
  const ancienne = writeCsv(GRILLE).replace("12,10", "9");
  const [adam, ...autres] = GRILLE.lignes;
  const depuis = { ...GRILLE, lignes: [{ ...adam, note: { ...adam?.note, version: 4 } }, ...autres] } as Grille;
  const retour = await importe(ancienne, depuis);
  expect(retour.ok && retour.apercu.lignes[0]).toMatchObject({
    valeur: { versionLue: 3 },
    sort: "changee",
    raison: expect.stringContaining("depuis l'export"),
  });
});

test.each([
  ["point-virgule, Windows-1252", new Uint8Array(Buffer.from("Nom;Note\r\nGUÉRIN Anaïs;8,5\r\n", "latin1"))],
  ["tabulation, UTF-16 d'Excel", new Uint8Array(Buffer.from("\uFEFFNom\tNote\r\nGUÉRIN Anaïs\t8,5\r\n", "utf16le"))],
  ["virgule, décimale entre guillemets", 'Nom,Note\nGUÉRIN Anaïs,"8,5"\n'],
  ["virgule, point décimal", "Nom,Note\nGUÉRIN Anaïs,8.5\n"],
  ["sans en-tête", "GUÉRIN;Anaïs;8,5\n"],
  ["colonne de note au milieu", "Nom;Notes /20;Remarque\nGUÉRIN Anaïs;8,5;bien\n"],
] as const)("un CSV : %s", async (_, contenu) => {
  const retour = await importe(contenu as string | Uint8Array<ArrayBuffer>);
  expect(resume(retour)).toEqual([["i-0104", expect.stringMatching(/^8[.,]5$/), "changee"]]);
});

test("une seule colonne de notes, collée, se place dans l'ordre ; dans un fichier, jamais", () => {
  const retour = colle("12,10\n15,5\nABS\n", "i-0101");
  expect(retour).toMatchObject({ ok: true, apercu: { position: true } });
  expect(resume(retour).map((l) => l[2])).toEqual(["identique", "nouvelle", "identique"]);
});

test("un classeur : nombres du tableur, codes, inconnus et refus se montrent sans s'appliquer", async () => {
  const retour = await importe(
    await classeur(
      ["Numéro", "Note"],
      ["0101", 16.100000000000001],
      ["0102", "exc"],
      ["0103", 12],
      ["0104", 25],
      ["9999", 10],
    ),
  );
  expect(resume(retour)).toEqual([
    ["i-0101", "16,1", "changee"],
    ["i-0102", "exc", "nouvelle"],
    ["i-0103", "12", "refusee"],
    ["i-0104", "25", "refusee"],
    [null, "10", "inconnue"],
  ]);
  expect(retour.ok && retour.apercu.lignes.filter(isApplicable)).toHaveLength(2);
});
