import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { journal, read, reglement, semestre, write } from "@/db";
import { insertClasse } from "@/lib/essais/classe";
import { compte, session } from "@/lib/essais/session";
import { readApercu } from "../apercu/queries";
import { createGroupe, createPromotion, createSemestre, openSemestre } from "./actions";
import { listPromotions } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

let reglementId = "";
const classe = () => ({
  promotionId: "p-1",
  numero: 3,
  regime: "alternance" as const,
  anneeUniversitaire: "2027-2028",
  reglementId,
});

beforeAll(async () => {
  await write(insertClasse);
  reglementId = (await read((l) => l.select().from(reglement)))[0]?.id ?? "";
});
beforeEach(() => {
  session.user = compte("scolarite");
});

test("une promotion, une classe en préparation, un groupe, puis l'ouverture : chacun sa trace", async () => {
  const promotion = { maquetteId: "gmp-2026", titre: "GMP 2027", anneeEntree: "2027" };
  expect(await createPromotion(promotion)).toMatchObject({ ok: true });
  expect(await createPromotion(promotion)).toMatchObject({ ok: false, detail: { titre: expect.any(String) } });
  const faite = await createSemestre(classe());
  const semestreId = faite.ok ? faite.valeur.id : "";
  expect(await createSemestre(classe())).toMatchObject({ ok: false, detail: { numero: expect.any(String) } });
  expect(await createGroupe({ semestreId, nom: "TD 1" })).toMatchObject({ ok: true });
  expect(await createGroupe({ semestreId, nom: "TD 1" })).toMatchObject({
    ok: false,
    detail: { nom: expect.any(String) },
  });
  expect(await openSemestre({ semestreId, version: 1 })).toMatchObject({ ok: true });
  expect(await openSemestre({ semestreId, version: 2 })).toMatchObject({ ok: false, code: "verrouille" });
  const [ligne] = await read((l) => l.select().from(semestre).where(eq(semestre.id, semestreId)));
  expect(ligne).toMatchObject({ etat: "ouvert", version: 2 });
  const traces = (await read((l) => l.select().from(journal))).map((j) => j.action);
  expect(traces.sort()).toEqual(["classe créée", "groupe ajouté", "promotion créée", "état du semestre changé"]);
  const lue = (await listPromotions()).promotions.find((p) => p.id === "p-1");
  expect(lue?.semestres).toMatchObject([{ inscrits: 2 }, { numero: 3, groupes: ["TD 1"], etat: "ouvert" }]);
});

test.each([
  [{ anneeUniversitaire: "2027-2029" }, "anneeUniversitaire"],
  [{ anneeUniversitaire: "2027" }, "anneeUniversitaire"],
  [{ numero: 1 }, "numero"],
  [{ reglementId: "inconnu", anneeUniversitaire: "2030-2031" }, "reglementId"],
])("une classe fautive %o est refusée sous son champ, et rien n'est écrit", async (faute, champ) => {
  const avant = (await read((l) => l.select().from(semestre))).length;
  expect(await createSemestre({ ...classe(), ...faute })).toMatchObject({
    ok: false,
    code: "invalide",
    detail: { [champ]: expect.any(String) },
  });
  expect(await read((l) => l.select().from(semestre))).toHaveLength(avant);
});

test("le directeur des études ne crée pas de promotion", async () => {
  session.user = compte("responsable");
  const refus = await createPromotion({ maquetteId: "gmp-2026", titre: "X", anneeEntree: "2027" });
  expect(refus).toMatchObject({ ok: false, code: "introuvable" });
});

test("la vue d'ensemble compte les UE à confirmer et les notes qui manquent, une fois par étudiant", async () => {
  const apercu = await readApercu();
  expect(apercu).toMatchObject({ ues: 88, aConfirmer: 88 });
  // Deux inscrits, une évaluation publiée, une seule note ; son élément nourrit une ou plusieurs UE.
  expect(apercu.semestres.find((s) => s.id === "c-1")).toMatchObject({
    inscrits: 2,
    publiees: 1,
    vides: 1,
    attendues: 0,
  });
});
