import { asc } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read, semestre } from "@/db";
import { seedBase } from "@/db/seed";
import type { ResultatCursus } from "@/lib/but/modele/resultats";
import { type Cas, calcule, lanceCalcul, montre, releveJury } from "./essais/propositions";

/** Ce que la table montre, et ce que la commande rend des mêmes données : l'un pour chaque étudiant de chaque jury. */
const cas: Cas[] = [];
let rendus: ReadonlyMap<string, ResultatCursus> = new Map();

beforeAll(async () => {
  await seedBase("demonstration");
  const semestres = await read((l) => l.select().from(semestre).orderBy(asc(semestre.id)));
  for (const s of semestres) cas.push(...(await releveJury(s)));
  rendus = lanceCalcul(cas);
});

test("chaque étudiant de la démonstration passe par la commande", () => {
  expect(new Set(cas.map((c) => c.ligne.etudiantId)).size).toBe(72);
  expect(rendus.size).toBe(cas.length);
});

test("la proposition montrée à chaque jury est celle de « npm run calcul » sur les mêmes données", () => {
  const tableau = (lire: (c: Cas) => unknown) => Object.fromEntries(cas.map((c) => [c.cle, lire(c)]));
  expect(tableau((c) => calcule(c, rendus.get(c.cle)))).toEqual(tableau(montre));
});

test("toutes les propositions du règlement y sont", () => {
  const codes = new Set(
    cas.flatMap(({ ligne }) => [...Object.values(ligne.ues), ...Object.values(ligne.rcues)]).map((c) => c.proposition),
  );
  for (const code of ["ADM", "CMP", "AJ"]) expect(codes).toContain(code);
  const annees = new Set(cas.map((c) => c.ligne.annee?.proposition));
  for (const code of ["ADM", "PASD", "RED"]) expect(annees).toContain(code);
});
