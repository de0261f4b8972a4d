import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { bonus, journal, read, reglement, semestre, write } from "@/db";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { insertClasse } from "@/lib/essais/classe";
import { compte, session } from "@/lib/essais/session";
import { attachReglement, createReglement } from "./actions";
import { findDifferences, listReglements } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

let origine = "";

const saisie = (change: object = {}) => ({
  copieDe: origine,
  version: "2027-1",
  applicableDu: "2027-09-01",
  bonus: { lecture: "points" as const, cumul: "somme" as const, plafond: "5" },
  rcue: "simple" as const,
  polesBut3: "par-ue" as const,
  poles: { minimum: "40", maximum: "60" },
  redoublements: { parSemestre: "1", total: "4" },
  afficherRang: false,
  afficherClasse: true,
  ...change,
});

beforeAll(async () => {
  await write(insertClasse);
  await write((tx) =>
    tx.insert(bonus).values({ id: "b-1", inscriptionId: "i-1", activite: "Sport", pourcent: centiemes(300) }),
  );
  origine = (await read((l) => l.select().from(reglement)))[0]?.id ?? "";
});
beforeEach(() => {
  session.user = compte("scolarite");
});

const etat = (valeur: "ouvert" | "preparation" | "jury" | "delibere" | "rouvert") =>
  write((tx) => tx.update(semestre).set({ etat: valeur }).where(eq(semestre.id, "c-1")));
const versions = () => read((l) => l.select().from(reglement));

test.each([
  [{ bonus: { lecture: "points", cumul: "somme", plafond: "6" } }, "bonus.plafond"],
  [{ bonus: { lecture: "points", cumul: "somme", plafond: "0,1" } }, "bonus.plafond"],
  [{ poles: { minimum: "30", maximum: "60" } }, "poles"],
  [{ redoublements: { parSemestre: "2", total: "4" } }, "redoublements.parSemestre"],
  [{ version: "  " }, "version"],
  [{ version: "2022-1" }, "version"],
  [{ applicableDu: "" }, "applicableDu"],
] as const)("une version contraire à l'arrêté ou mal nommée %o est refusée sous son champ", async (faute, champ) => {
  expect(await createReglement(saisie(faute))).toMatchObject({
    ok: false,
    code: "invalide",
    detail: { [champ]: expect.any(String) },
  });
  expect(await versions()).toHaveLength(1);
});

test("seule la scolarité crée une version", async () => {
  for (const role of ["responsable", "jury", "enseignant", "etudiant"] as const) {
    session.user = compte(role);
    expect(await createReglement(saisie()), role).toMatchObject({ ok: false, code: "introuvable" });
  }
  expect(await versions()).toHaveLength(1);
});

test("une version copie l'autre, garde les seuils de l'arrêté, et dit au journal ce qui change", async () => {
  const faite = await createReglement(saisie());
  const id = faite.ok ? faite.valeur.id : "";
  const { versions: lues } = await listReglements();
  expect(lues.map((v) => [v.reglement.version, v.classes])).toEqual([
    ["2027-1", 0],
    ["2022-1", 1],
  ]);
  expect(lues[0]?.reglement).toMatchObject({ seuilAcquisition: 1000, seuilPassage: 800, bonus: { lecture: "points" } });
  const traces = await read((l) => l.select().from(journal).where(eq(journal.sujetId, id)));
  expect(traces).toMatchObject([{ action: "version du règlement créée", utilisateurId: "u-essai" }]);
  expect(JSON.parse(traces[0]?.apres ?? "{}")).toEqual({
    version: "2027-1",
    applicableDu: "2027-09-01",
    "Effet du bonus sur la moyenne d'UE": "ajoute des points",
  });
});

test("avant de rattacher, on voit ce qui changerait ; rattacher n'est possible que jusqu'au jury", async () => {
  const nouveau = (await versions()).find((v) => v.version === "2027-1")?.id ?? "";
  const differences = await findDifferences("c-1", nouveau);
  expect(differences?.etudiants).toBe(2);
  expect(differences?.moyennes).toBeGreaterThan(0);
  // 9,53 avec 3 % : 9,82 multiplié, 10,13 en points.
  expect(differences?.codes[0]).toMatchObject({ avant: { moyenne: 982 }, apres: { moyenne: 1013, code: "ADM" } });

  const rattache = (version: number) => attachReglement({ semestreId: "c-1", version, reglementId: nouveau });
  for (const ferme of ["jury", "delibere", "rouvert"] as const) {
    await etat(ferme);
    expect(await rattache(1), ferme).toMatchObject({ ok: false, code: "verrouille" });
  }
  await etat("ouvert");
  expect(await rattache(7)).toMatchObject({ ok: false, code: "conflit" });
  expect(await rattache(1)).toMatchObject({ ok: true });
  const [classe] = await read((l) => l.select().from(semestre).where(eq(semestre.id, "c-1")));
  expect(classe).toMatchObject({ reglementId: nouveau, version: 2 });
  const traces = await read((l) => l.select().from(journal).where(eq(journal.sujetId, "c-1")));
  expect(traces).toMatchObject([{ action: "règlement de la classe changé" }]);
  expect(await attachReglement({ semestreId: "c-1", version: 2, reglementId: "autre" })).toMatchObject({
    ok: false,
    detail: { reglementId: expect.any(String) },
  });
});
