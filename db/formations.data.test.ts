import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { findCursusSimulable, findFicheNiveau, findVueCursus } from "@/lib/cursus/queries";
import { session } from "@/lib/essais/session";
import { PERSONNES, seedPromotion } from "@/lib/jury/essais/promotion";
import { decider, decisions, etatDe } from "@/lib/jury/essais/seance";
import { readDossiers } from "./dossiers";
import * as t from "./index";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

/** Une seconde formation dans la même base : deux compétences à elle, un S1 et un S2, une classe. */
async function seedAutreFormation(): Promise<void> {
  await t.write(async (tx) => {
    await tx.insert(t.formation).values({ id: "g", code: "AUTRE", titre: "Autre", etablissement: "IUT" });
    await tx.insert(t.reglement).values({
      id: "rg",
      formationId: "g",
      version: REGLEMENT_DEFAUT.version,
      applicableDu: REGLEMENT_DEFAUT.applicableDu,
      parametres: JSON.stringify(REGLEMENT_DEFAUT),
      creeLe: "2023-01-01T08:00:00.000Z",
    });
    await tx.insert(t.maquette).values({ id: "mg", formationId: "g", version: "1", source: "essai" });
    await tx.insert(t.promotion).values({ id: "pg", maquetteId: "mg", titre: "Autre 2022", anneeEntree: 2022 });
    for (const [i, c] of ["Y", "Z"].entries()) {
      await tx.insert(t.competence).values({ id: c, formationId: "g", numero: i + 1, court: c, titre: c });
      await tx
        .insert(t.niveau)
        .values([1, 2, 3].map((annee) => ({ id: `${c}-n${annee}`, competenceId: c, ordre: annee, annee, titre: "" })));
    }
    for (const numero of [1, 2]) {
      await tx
        .insert(t.maquetteSemestre)
        .values({ id: `mg${numero}`, maquetteId: "mg", numero, regime: "commun", titreImprime: "" });
      await tx.insert(t.ue).values(
        ["Y", "Z"].map((c) => ({
          id: `${c}${numero}`,
          maquetteSemestreId: `mg${numero}`,
          competenceId: c,
          ects: 15,
          titreImprime: c,
        })),
      );
      await tx.insert(t.semestre).values({
        id: `sg${numero}`,
        promotionId: "pg",
        numero,
        anneeUniversitaire: "2022-2023",
        regime: "commun",
        reglementId: "rg",
        etat: "ouvert",
      });
    }
  });
}

const cursusDe = async (filtre: Parameters<typeof readDossiers>[1], etudiantId: string) => {
  const { dossiers } = await t.read((l) => readDossiers(l, filtre, { decisions: "toutes" }));
  const dossier = dossiers.find((d) => d.etudiant.id === etudiantId);
  if (!dossier) throw new Error(etudiantId);
  return dossier;
};

const niveauxDe = async (filtre: Parameters<typeof readDossiers>[1], etudiantId: string) =>
  (await cursusDe(filtre, etudiantId)).cursus.niveaux.map((n) => n.id);

test("une seconde formation n'entre ni dans les compétences, ni dans l'année, ni dans le diplôme d'un étudiant", async () => {
  await seedPromotion();
  const avant = await cursusDe({ etudiantIds: ["alice"] }, "alice");
  await seedAutreFormation();
  const apres = await cursusDe({ etudiantIds: ["alice"] }, "alice");
  expect(apres).toEqual(avant);
  expect(apres.cursus.niveaux.map((n) => n.id).sort()).toEqual(["A-n1", "A-n2", "B-n1", "B-n2"]);
  const [annee] = resultatCursus(apres.cursus).annees;
  expect([annee?.competences, annee?.proposition]).toEqual([2, "ADM"]);
  // Lus ensemble, comme une recherche ou un export les lit : chacun garde les siens.
  expect(await niveauxDe({ etudiantIds: ["alice", "bruno"] }, "bruno")).toHaveLength(4);
});

test("un étudiant réorienté se lit dans une formation à la fois : la sienne, ou celle du jury qui le regarde", async () => {
  await t.write(async (tx) => {
    await tx.insert(t.inscription).values(
      [1, 2].map((n) => ({
        id: `alice-sg${n}`,
        etudiantId: "alice",
        semestreId: `sg${n}`,
        maquetteSemestreId: `mg${n}`,
        etat: "I" as const,
      })),
    );
    // L'année jugée là-bas porte le même nom, « BUT1 », et ne vaut pas ici.
    await tx.insert(t.decision).values({
      id: "d",
      etudiantId: "alice",
      semestreId: "sg2",
      portee: "annee",
      objetId: "1",
      code: "NAR",
      instantane: "{}",
      auteurId: "jury",
      reglementVersion: "1",
      creeLe: "2023-07-01T08:00:00.000Z",
      rang: 1,
    });
  });
  const ici = await cursusDe({ etudiantIds: ["alice"] }, "alice");
  expect(ici.cursus.semestres.map((s) => s.id)).toEqual(["s1", "s2"]);
  expect(ici.inscriptions.map((i) => i.semestreId)).toEqual(["s1", "s2"]);
  expect(ici.cursus.decisions).toEqual([]);
  expect(await niveauxDe({ etudiantIds: ["alice"] }, "alice")).toEqual(["A-n1", "A-n2", "B-n1", "B-n2"]);

  const labas = await cursusDe({ semestreId: "sg2" }, "alice");
  expect(labas.cursus.semestres.map((s) => s.id)).toEqual(["sg1", "sg2"]);
  expect(labas.cursus.niveaux.map((n) => n.competenceId)).toEqual(["Y", "Y", "Y", "Z", "Z", "Z"]);
  expect(labas.cursus.decisions.map((d) => d.code)).toEqual(["NAR"]);
  expect(resultatCursus(ici.cursus).annees.map((a) => [a.annee, a.competences])).toEqual([[1, 2]]);

  // Ses pages restent les siennes, dans l'autre formation comme dans celle-ci ; celles d'un autre non.
  for (const [semestreId, niveauId] of [
    ["s1", "A-n1"],
    ["sg1", "Y-n1"],
  ] as const) {
    expect((await findVueCursus("alice", semestreId))?.semestre.id).toBe(semestreId);
    expect((await findCursusSimulable("alice", semestreId))?.semestre.id).toBe(semestreId);
    expect((await findFicheNiveau("alice", niveauId))?.competence).toBe(niveauId[0]);
  }
  expect([await findVueCursus("bruno", "sg1"), await findFicheNiveau("bruno", "Y-n1")]).toEqual([null, null]);

  const tous = await t.read((l) => readDossiers(l, { etudiantIds: ["alice"] }));
  expect(tous.dossiers.map((d) => d.inscriptions.map((i) => i.semestreId))).toEqual([
    ["s1", "s2"],
    ["sg1", "sg2"],
  ]);
});

test("le jury d'un étudiant réorienté décide son BUT1 ici, sans buter sur celui d'ailleurs ni le remplacer", async () => {
  session.user = PERSONNES.jury;
  await t.write((tx) => tx.update(t.semestre).set({ etat: "jury" }).where(eq(t.semestre.id, "s2")));
  expect((await etatDe("s2"))?.etat).toBe("jury");
  expect(await decider("s2", "alice", "annee", "1", "ADM")).toMatchObject({ ok: true });
  expect((await decisions("alice", "1")).map((d) => [d.semestreId, d.code, d.rang])).toEqual([
    ["sg2", "NAR", 1],
    ["s2", "ADM", 2],
  ]);
  const codes = async (semestreId: string) =>
    (await cursusDe({ etudiantIds: ["alice"], dansSemestre: semestreId }, "alice")).cursus.decisions.map((d) => d.code);
  expect([await codes("s2"), await codes("sg2")]).toEqual([["ADM"], ["NAR"]]);
});
