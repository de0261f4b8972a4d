import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { coefficient, etudiant, evaluation, inscription, note, read, reglement, ue, write } from "@/db";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { insertClasse } from "@/lib/essais/classe";
import { findContextes, findRang } from "./queries";

const VALEURS = [953, 1200, 1200, 800, 1500];
let competenceId = "";

beforeAll(async () => {
  await write(async (tx) => {
    await insertClasse(tx);
    for (const [i, valeur] of VALEURS.entries()) {
      const n = i + 1;
      if (n > 2) {
        await tx.insert(etudiant).values({ id: `e-${n}`, numero: `2600${n}`, nom: `N${n}`, prenom: "P" });
        await tx.insert(inscription).values({
          id: `i-${n}`,
          etudiantId: `e-${n}`,
          semestreId: "c-1",
          maquetteSemestreId: "s1-commun",
          etat: "I",
        });
      }
      if (n > 1)
        await tx.insert(note).values({
          id: `n-${n}`,
          evaluationId: "ev-1",
          inscriptionId: `i-${n}`,
          valeur: centiemes(valeur),
          version: 1,
          modifieeLe: "2026-10-05T08:00:00.000Z",
          modifieePar: "u-essai",
        });
    }
  });
  const [nourrie] = await read((l) =>
    l
      .select({ competenceId: ue.competenceId })
      .from(evaluation)
      .innerJoin(coefficient, eq(coefficient.elementId, evaluation.elementId))
      .innerJoin(ue, eq(ue.id, coefficient.ueId))
      .where(eq(ue.maquetteSemestreId, "s1-commun"))
      .limit(1),
  );
  competenceId = nourrie?.competenceId ?? "";
});

const regle = (change: object) =>
  write((tx) => tx.update(reglement).set({ parametres: JSON.stringify({ ...REGLEMENT_DEFAUT, ...change }) }));
const etat = (id: string, valeur: "I" | "DEM" | "DEF") =>
  write((tx) => tx.update(inscription).set({ etat: valeur }).where(eq(inscription.id, id)));
const publie = (valeur: "saisie" | "publiee") => write((tx) => tx.update(evaluation).set({ etat: valeur }));

beforeEach(async () => {
  await regle({});
  await etat("i-5", "I");
  await publie("publiee");
});

test("cinq notes publiées : minimum, médiane, maximum", async () => {
  expect([...(await findContextes("c-1"))]).toEqual([
    ["ev-1", expect.objectContaining({ notes: 5, minimum: 800, mediane: 1200, maximum: 1500 })],
  ]);
});

test("un démissionnaire ou un défaillant n'y est pas : à quatre, plus rien n'est dit", async () => {
  for (const sortie of ["DEM", "DEF"] as const) {
    await etat("i-5", sortie);
    expect((await findContextes("c-1")).size, sortie).toBe(0);
  }
});

test("rien d'une évaluation qui n'est pas publiée, ni quand le règlement tait la classe", async () => {
  await publie("saisie");
  expect((await findContextes("c-1")).size).toBe(0);
  await publie("publiee");
  await regle({ afficherClasse: false });
  expect((await findContextes("c-1")).size).toBe(0);
});

test("un absent ne compte pas pour zéro dans la classe", async () => {
  const absent = (valeur: 953 | null) =>
    write((tx) =>
      tx
        .update(note)
        .set({ valeur: valeur === null ? null : centiemes(valeur), code: valeur === null ? "ABS" : null })
        .where(eq(note.id, "n-1")),
    );
  await absent(null);
  expect((await findContextes("c-1")).size).toBe(0);
  await absent(953);
});

test("le rang se tait d'ordinaire ; affiché, les ex æquo le partagent et le suivant saute", async () => {
  expect(await findRang("c-1", competenceId, "e-1")).toBeNull();
  await regle({ afficherRang: true });
  const rangs = await Promise.all(VALEURS.map((_, i) => findRang("c-1", competenceId, `e-${i + 1}`)));
  expect(rangs).toEqual([4, 2, 2, 5, 1].map((rang) => ({ rang, sur: 5 })));
});

test("le rang ignore une démission, se tait sous cinq, et ne vient jamais d'une note pas encore publiée", async () => {
  await regle({ afficherRang: true });
  await etat("i-5", "DEM");
  expect(await findRang("c-1", competenceId, "e-1")).toBeNull();
  await etat("i-5", "I");
  await publie("saisie");
  expect(await findRang("c-1", competenceId, "e-1")).toBeNull();
});
