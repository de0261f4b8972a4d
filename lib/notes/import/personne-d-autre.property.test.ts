import fc from "fast-check";
import { expect, test } from "vitest";
import { type Centiemes, formatCentiemes } from "@/lib/but/nombres/centiemes";
import { feuille } from "@/lib/import/essais/classeurs";
import type { LigneCible } from "../cible";
import { apercuDe, classe } from "./essais/classe";

// La promesse de l'import : aucune note à une autre personne, quoi qu'un tableur et ses gens aient fait du fichier.

const ENTREES = Number(process.env.HASARD ?? 2000);

const NOMS = [
  "MARTIN",
  "LE GOFF",
  "LEGOFF",
  "D'ORNANO",
  "ŒUVRARD",
  "JEAN",
  "PAUL",
  "DE LA TOUR",
  "ÉPINE",
  "N'DIAYE",
  "PLACE",
  "NOTE",
  "MAX",
  "ID",
];
const PRENOMS = ["Paul", "Jean", "Zoé", "Jean-Noël", "Maël", "Thi Mai", "Léa", "Moyenne", "Marie Ange"];

const gens = fc
  .uniqueArray(
    fc.record({
      nom: fc.constantFrom(...NOMS),
      prenom: fc.constantFrom(...PRENOMS),
      n: fc.integer({ min: 1, max: 99_999 }),
    }),
    {
      minLength: 3,
      maxLength: 14,
      selector: (p) => p.n,
    },
  )
  .map((tous) =>
    tous.map(
      ({ nom, prenom, n }): LigneCible => ({
        inscriptionId: `i-${n}`,
        numero: String(n).padStart(9, "0"),
        nom,
        prenom,
        etat: "I",
        note: null,
      }),
    ),
  );

/** Chacun a une note qui n'est qu'à lui : on sait toujours à qui elle revenait. */
const noteDe = (rang: number): string => formatCentiemes((1000 + rang * 7) as Centiemes);

const sansAccent = (t: string) =>
  t.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("Œ", "OE").replaceAll("œ", "oe");
const FACONS: readonly ((t: string) => string)[] = [
  (t) => t,
  (t) => t.toLowerCase(),
  (t) => sansAccent(t).toUpperCase(),
  (t) => t.replaceAll(/[ '-]/g, ""),
  (t) => t.replaceAll("'", "’").replaceAll("-", " "),
  (t) => ` ${t}\u00a0`,
];
const NUMEROS: readonly ((t: string) => string)[] = [
  (t) => t,
  (t) => t.replace(/^0+/, ""),
  (t) => `${t.slice(0, 3)} ${t.slice(3)}`,
  (t) => `'${t}`,
];

interface Forme {
  readonly colonnes: "numero" | "nom-prenom" | "prenom-nom" | "complet" | "tout";
  readonly entete: boolean;
  readonly titre: boolean;
  readonly parasites: boolean;
  readonly etrangers: number;
  readonly facons: readonly number[];
  readonly separateur: string;
  readonly graine: number;
}

const forme: fc.Arbitrary<Forme> = fc.record({
  colonnes: fc.constantFrom("numero", "nom-prenom", "prenom-nom", "complet", "tout"),
  entete: fc.boolean(),
  titre: fc.boolean(),
  parasites: fc.boolean(),
  etrangers: fc.nat(6),
  facons: fc.array(fc.nat(FACONS.length - 1), { minLength: 14, maxLength: 14 }),
  separateur: fc.constantFrom(";", "\t", "|"),
  graine: fc.nat(1000),
});

const TITRES: Readonly<Record<Forme["colonnes"], readonly string[]>> = {
  numero: ["N° étudiant"],
  "nom-prenom": ["Nom", "Prénom"],
  "prenom-nom": ["Prénom", "Nom de famille"],
  complet: ["Étudiant"],
  tout: ["Numéro", "Nom", "Prénom"],
};

function identite(p: Pick<LigneCible, "numero" | "nom" | "prenom">, f: Forme, i: number): string[] {
  const facon = FACONS[f.facons[i % 14] ?? 0] ?? ((t: string) => t);
  const numero = (NUMEROS[(f.facons[i % 14] ?? 0) % NUMEROS.length] ?? ((t: string) => t))(p.numero);
  const [nom, prenom] = [facon(p.nom), facon(p.prenom)];
  switch (f.colonnes) {
    case "numero":
      return [numero];
    case "nom-prenom":
      return [nom, prenom];
    case "prenom-nom":
      return [prenom, nom];
    case "complet":
      return [i % 2 === 0 ? `${nom} ${prenom}` : `${prenom} ${nom}`];
    case "tout":
      return [numero, nom, prenom];
  }
}

/** Les lignes dans le désordre, des inconnus parmi elles, un rang et un groupe à côté, un titre au-dessus, un total au-dessous. */
function tableau(classe: readonly LigneCible[], f: Forme): string[][] {
  const etrangers = Array.from({ length: f.etrangers }, (_, i) => ({
    numero: String(500_000_000 + i),
    nom: `ETRANGER${i}`,
    prenom: NOMS[i] ?? "X",
  }));
  const lignes = [...classe.map((p, i) => ({ p, note: noteDe(i) })), ...etrangers.map((p) => ({ p, note: "3,33" }))]
    .map((l, i) => ({ ...l, ordre: (i * 7919 + f.graine * 31) % 101 }))
    .sort((a, b) => a.ordre - b.ordre)
    .map(({ p, note }, i) => [
      ...identite(p, f, i),
      ...(f.parasites ? [`TD${i % 3}`, note, String(i + 1), "vu"] : [note]),
    ]);
  const titres = [...TITRES[f.colonnes], ...(f.parasites ? ["Groupe", "Note", "Rang", "Commentaire"] : ["Note"])];
  const vides = titres.map(() => "");
  return [
    ...(f.titre ? [vides.with(0, "Feuille de notes du contrôle"), vides.with(0, "À rendre avant le 3 mars")] : []),
    ...(f.entete ? [titres] : []),
    ...lignes,
    ...(f.parasites && f.entete ? [vides.with(0, "Moyenne").with(-2, "11")] : []),
  ];
}

/** À qui revient chaque note écrite, d'après la note elle-même. */
async function fautes(personnes: readonly LigneCible[], contenu: string | Uint8Array<ArrayBuffer>): Promise<string[]> {
  const cible = classe({ toutes: personnes, affichees: personnes, courriels: new Map() });
  const [e] = cible.evaluations;
  const lignes = new Map(personnes.map((p) => [p.inscriptionId, p]));
  const lu = await apercuDe(contenu, { ...cible, evaluations: e ? [{ ...e, lignes }] : [] });
  if (!lu.ok) return [];
  const attendu = new Map(personnes.map((p, i) => [p.inscriptionId, noteDe(i)]));
  return lu.apercu.lignes
    .filter((l) => l.valeur !== null && attendu.get(l.cle ?? "") !== l.apres)
    .map((l) => `ligne ${l.ligne} : ${l.apres} à ${l.qui}, qui devait avoir ${attendu.get(l.cle ?? "")}`);
}

test("aucune note à une autre personne, en texte", async () => {
  await fc.assert(
    fc.asyncProperty(gens, forme, async (personnes, f) => {
      const texte = tableau(personnes, f)
        .map((l) => l.join(f.separateur))
        .join("\n");
      expect(await fautes(personnes, texte)).toEqual([]);
    }),
    { numRuns: Math.round(ENTREES / 4) },
  );
});

test("aucune note à une autre personne, en classeur, les numéros en nombres", async () => {
  await fc.assert(
    fc.asyncProperty(gens, forme, async (personnes, f) => {
      const cellules = tableau(personnes, f).map((l) =>
        l.map((t) => (/^\d+(,\d+)?$/.test(t) ? Number(t.replace(",", ".")) : t)),
      );
      expect(await fautes(personnes, feuille(...cellules))).toEqual([]);
    }),
    { numRuns: Math.round(ENTREES / 10) },
  );
});

test("et qui se reconnaît sans équivoque reçoit la sienne", async () => {
  const personnes = NOMS.slice(0, 10).map(
    (nom, i): LigneCible => ({
      inscriptionId: `i-${i}`,
      numero: `0120260${10 + i}`,
      nom,
      prenom: PRENOMS[i % PRENOMS.length] ?? "",
      etat: "I",
      note: null,
    }),
  );
  const f: Forme = {
    colonnes: "numero",
    entete: true,
    titre: true,
    parasites: true,
    etrangers: 0,
    facons: [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 0, 1],
    separateur: ";",
    graine: 3,
  };
  const lu = await apercuDe(
    tableau(personnes, f)
      .map((l) => l.join(";"))
      .join("\n"),
    classe({ toutes: personnes, affichees: personnes }),
  );
  expect(lu.ok && lu.apercu.lignes.filter((l) => l.cle !== null)).toHaveLength(10);
});
