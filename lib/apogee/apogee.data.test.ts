import { existsSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { codeApogee, etudiant, formation, journal, maquette, read } from "@/db";
import { seedBase } from "@/db/seed";
import { compte, session } from "@/lib/essais/session";
import { fillFichier, saveCodes, saveCorrespondance } from "./actions";
import { lisFichierCodes } from "./codes-fichier";
import { codeApogee as codeDe } from "./correspondance";
import { ecrisFichier, lisFichier } from "./fichier";
import { listObjets } from "./objets";
import { readEcranApogee } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const CODES = [
  ["BUT1", "A1"],
  ["S1", "SEM1"],
  ["S1/Spécifier", "U11"],
  ["S2/Spécifier", "U21"],
  ["BUT1/Spécifier", "N1"],
  ["S1/Mécanique", "R101"],
] as const;
let formationId = "";
let maquetteId = "";

beforeAll(async () => {
  await seedBase("demonstration");
  await read(async (l) => {
    formationId = (await l.select().from(formation))[0]?.id ?? "";
    maquetteId = (await l.select().from(maquette))[0]?.id ?? "";
  });
});
beforeEach(async () => {
  const [scolarite] = await read((l) => l.select({ id: journal.utilisateurId }).from(journal).limit(1));
  session.user = compte("scolarite", { id: scolarite?.id ?? "" });
});

/** Un fichier d'échange tel que l'université le remet : trois colonnes par objet, ISO-8859-1, fins de ligne de Windows. */
function modele(permis: string, etudiants: readonly string[], annee = "2025"): Buffer {
  const codes = [...CODES.map(([, code]) => code), "ZZZ"];
  const colonnes = codes.flatMap((code, i) =>
    ["N", "B", "R"].map((type, j) => `apoL_c${i * 3 + j}\tELP\t${code}\t\t${annee}\t0\t1\t${type}\t${code} - Intitulé`),
  );
  const noms = colonnes.map((c) => c.split("\t")[0]).join("\t");
  return Buffer.from(
    [
      "XX-APO_TITRES-XX",
      "apoC_lib_dip\tBUT d'essai, première année",
      "",
      "XX-APO_TYP_RES-XX",
      permis,
      "",
      "XX-APO_COLONNES-XX",
      "APO_COL_VAL_DEB",
      ...colonnes,
      "APO_COL_VAL_FIN",
      "",
      "XX-APO_VALEURS-XX",
      `apoL_a01_code\tapoL_a02_nom\tapoL_a03_prenom\tapoL_a04_naissance\t${noms}`,
      ...etudiants.map((e) => `${e}\t 12/03/2006${"\t".repeat(codes.length * 3)}`),
      "",
    ].join("\r\n"),
    "latin1",
  );
}

const PERMIS = "3\tADM : Admis\tCOMP : Compensé\tAJ : Ajourné";
const NEUF_ONZE = "20250018\tCOMPENSATION\tNEUF-ONZE";

async function remplit(octets: Buffer) {
  const resultat = await fillFichier({ formationId, nom: "essai.txt", contenu: octets.toString("base64") });
  if (!resultat.ok) throw new Error(resultat.message);
  return resultat.valeur;
}

const saisit = async (codes: readonly (readonly [string, string])[] = CODES) => {
  const { objets } = await readEcranApogee(maquetteId);
  return saveCodes({
    maquetteId,
    changements: codes.map(([libelle, code]) => {
      const objet = objets.find((o) => o.libelle === libelle);
      if (!objet) throw new Error(`${libelle} absent`);
      return { objet: objet.objet, objetId: objet.objetId, avant: [...objet.codes], apres: [code] };
    }),
  });
};

test("un fichier relu puis récrit est le même, octet pour octet", () => {
  const octets = modele(PERMIS, [NEUF_ONZE]);
  const lu = lisFichier(octets);
  if (!lu.ok) throw new Error(lu.message);
  expect(Buffer.from(ecrisFichier(lu.fichier, [])).equals(octets)).toBe(true);
});

test.each([
  ["un texte quelconque", "Bonjour", /n'est pas un fichier d'échange Apogée/],
  ["un étudiant deux fois", modele(PERMIS, [NEUF_ONZE, NEUF_ONZE]).toString("latin1"), /20250018 y est deux fois/],
  [
    "une colonne sans en-tête",
    modele(PERMIS, [NEUF_ONZE]).toString("latin1").replace("\tapoL_c2\t", "\tautre\t"),
    /apoL_c2/,
  ],
])("%s est refusé par une phrase", async (_, texte, phrase) => {
  const refus = await fillFichier({ formationId, nom: "x", contenu: Buffer.from(texte, "latin1").toString("base64") });
  expect(refus).toMatchObject({ ok: false, message: expect.stringMatching(phrase) });
});

test("les codes se saisissent tous ou aucun, avec leur ligne de journal, et se défont", async () => {
  expect(await saisit()).toMatchObject({ ok: true, valeur: { combien: CODES.length } });
  expect(await saisit([["S1/Spécifier", "U11B"]])).toMatchObject({ ok: true });
  const { objets } = await readEcranApogee(maquetteId);
  const specifier = objets.find((o) => o.libelle === "S1/Spécifier");
  expect(specifier?.codes).toEqual(["U11B"]);
  const change = { objet: "ue" as const, objetId: specifier?.objetId ?? "" };
  expect(
    await saveCodes({ maquetteId, changements: [{ ...change, avant: ["U11"], apres: ["PERIME"] }] }),
  ).toMatchObject({ ok: false, code: "conflit" });
  expect(await saveCodes({ maquetteId, changements: [{ ...change, avant: ["U11B"], apres: ["U11"] }] })).toMatchObject({
    ok: true,
  });
  const lignes = await read((l) => l.select().from(journal).where(eq(journal.action, "codes Apogée saisis")));
  expect(lignes).toHaveLength(3);
  expect(await read((l) => l.select().from(codeApogee))).toHaveLength(CODES.length);
});

test("neuf et onze : la note affichée, son barème, le code que l'université connaît ; ni note d'année ni semestre", async () => {
  const avant = modele(PERMIS, [NEUF_ONZE, "20259999\tINCONNU\tICI"]);
  const rempli = await remplit(avant);
  const apres = Buffer.from(rempli.contenu, "base64").toString("latin1");
  const ligne = apres.split("\r\n").find((l) => l.startsWith("20250018"));
  const [annee, semestre, u11, u21, niveau, module_, inconnu] = Array.from({ length: 7 }, (_, i) =>
    (ligne ?? "").split("\t").slice(4 + i * 3, 7 + i * 3),
  );
  expect({ annee, semestre, u11, u21, niveau, inconnu }).toEqual({
    annee: ["", "", "ADM"],
    semestre: ["", "", ""],
    u11: ["9,00", "20", "COMP"],
    u21: ["11,00", "20", "ADM"],
    niveau: ["10,00", "20", "COMP"],
    inconnu: ["", "", ""],
  });
  expect(module_?.slice(1)).toEqual(["20", ""]);
  expect(rempli.inconnus.map((e) => e.numero)).toEqual(["20259999"]);
  expect(rempli.codesInconnus.map((c) => c.code)).toEqual(["ZZZ"]);
  expect(rempli.absents.map((a) => a.numero.slice(0, 4)).filter((n) => n === "2024")).toEqual([]);
  expect(rempli.absents.length).toBeGreaterThan(15);
  // Hors de cette ligne, rien n'a bougé.
  const autres = (t: string) => t.split("\r\n").filter((l) => !l.startsWith("20250018"));
  expect(autres(apres)).toEqual(autres(avant.toString("latin1")));
});

test("un fichier déjà rempli se compare : ce qui changerait est montré, le reste n'est pas récrit", async () => {
  const premier = Buffer.from((await remplit(modele(PERMIS, [NEUF_ONZE]))).contenu, "base64");
  expect(await remplit(premier)).toMatchObject({ remplies: [], changees: [] });
  const faux = Buffer.from(premier.toString("latin1").replace("9,00\t20\tCOMP", "9,50\t20\tCOMP"), "latin1");
  const { changees, contenu } = await remplit(faux);
  expect(changees).toMatchObject([{ code: "U11", type: "N", avant: "9,50", apres: "9,00" }]);
  expect(Buffer.from(contenu, "base64").equals(premier)).toBe(true);
});

test("un code que l'université ne permet pas est refusé avec sa ligne, jusqu'à ce qu'on en choisisse un", async () => {
  const octets = modele("1\tADM : Admis", [NEUF_ONZE]);
  expect((await remplit(octets)).refus).toContainEqual(
    expect.objectContaining({ code: "U11", raison: expect.stringContaining("CMP") }),
  );
  expect(await saveCorrespondance({ formationId, choix: [{ code: "CMP", apogee: "ADM" }] })).toMatchObject({
    ok: true,
  });
  expect((await remplit(octets)).refus).toEqual([]);
  expect(await saveCorrespondance({ formationId, choix: [{ code: "CMP", apogee: "" }] })).toMatchObject({ ok: true });
});

test("sans décision publiée, rien ne part : un semestre en cours reste vide et le dit", async () => {
  const [encours] = await read((l) => l.select().from(etudiant).where(eq(etudiant.numero, "20260001")));
  if (!encours) throw new Error("étudiant absent");
  const rempli = await remplit(modele(PERMIS, [`${encours.numero}\t${encours.nom}\t${encours.prenom}`], "2026"));
  expect(rempli.remplies).toEqual([]);
  expect(rempli.refus).toContainEqual(
    expect.objectContaining({ code: "U11", raison: "aucune décision de jury publiée" }),
  );
});

test("personne d'autre que la scolarité ne remplit un fichier", async () => {
  for (const role of ["responsable", "jury", "enseignant", "etudiant"] as const) {
    session.user = compte(role);
    expect(await fillFichier({ formationId, nom: "x", contenu: "QQ==" }), role).toMatchObject({ code: "introuvable" });
  }
});

test.each([
  ["CMP", ["CMP", "COMP"], "CMP"],
  ["CMP", ["COMP"], "COMP"],
  ["ADJR", ["ADM", "ADJ"], "ADJ"],
  ["ADSUP", ["ADM"], "ADM"],
  ["RED", ["AJ"], "AJ"],
  ["PASD", ["ADM", "AJ"], null],
])("%s parmi %j devient %s", (code, permis, attendu) => {
  expect(codeDe(code, new Map(), new Set(permis))).toBe(attendu);
});

test("sans liste de codes permis, le nôtre part tel quel", () => {
  expect(codeDe("PASD", new Map(), null)).toBe("PASD");
});

test("un fichier de codes se lit sous un titre, colonnes dans n'importe quel ordre, et dit ce qu'il ne trouve pas", async () => {
  const objets = (await read((l) => listObjets(l, [maquetteId]))).map((o) => ({ ...o, codes: [] as string[] }));
  const texte = "Codes 2026\n\ncode;objet\nU11;s1 / specifier\nX;S9/Rien\n";
  const lu = await lisFichierCodes(new Blob([texte]), objets);
  if (!lu.ok) throw new Error(lu.message);
  expect([...lu.saisies.values()]).toEqual(["U11"]);
  expect(lu.inconnus).toEqual(["S9/Rien"]);
});

const PARTAGE = "../shared/data/apogee";
test.runIf(existsSync(PARTAGE))("l'exemple partagé donne les lignes de sa notice", async () => {
  const codes = readFileSync(`${PARTAGE}/codes.csv`, "utf8")
    .split(/\r?\n/)
    .slice(1)
    .filter((l) => l !== "")
    .map((l) => l.split(";") as [string, string]);
  expect(await saisit(codes)).toMatchObject({ ok: true });
  const octets = readFileSync(`${PARTAGE}/exemple.txt`);
  const rempli = await remplit(octets);
  const cellules = rempli.remplies.filter((c) => c.numero === "20250018").map((c) => `${c.code} ${c.type} ${c.apres}`);
  for (const attendue of [
    "GMU11 N 9,00",
    "GMU11 B 20",
    "GMU11 R CMP",
    "GMU21 N 11,00",
    "GMU21 R ADM",
    "B1GMP R ADM",
    "GMR101 B 20",
  ])
    expect(cellules).toContain(attendue);
  expect(cellules.some((c) => c.startsWith("B1GMP N"))).toBe(false);
  expect(rempli.inconnus.map((e) => e.numero)).toEqual(["20259999"]);
  expect(rempli.codesInconnus.map((c) => c.code)).toEqual(["GMXXX"]);
});
