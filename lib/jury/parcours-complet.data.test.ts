import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { decision, pv, read } from "@/db";
import { seedBase } from "@/db/seed";
import { competenceId, niveauId } from "@/db/seed/ids";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import { CODES_ANNEE, CODES_DIPLOME, CODES_RCUE, CODES_UE } from "@/lib/but/modele/decision";
import { jsonCanonique } from "@/lib/but/modele/json-canonique";
import { session } from "@/lib/essais/session";
import { groupBy } from "@/lib/group-by";
import { CLASSES, seedPersonnages } from "./essais/parcours-complet";
import { type Histoire, joueHistoire } from "./essais/parcours-complet-histoire";
import { PERSONNAGES } from "./essais/parcours-complet-personnages";
import { PERSONNES } from "./essais/promotion";
import { type Cas, calcule, lanceCalcul, montre } from "./essais/propositions";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

let histoire: Histoire;
let prises: (typeof decision.$inferSelect)[];

beforeAll(async () => {
  session.user = PERSONNES.jury;
  await seedBase("programme");
  await seedPersonnages();
  histoire = await joueHistoire();
  prises = await read((l) => l.select().from(decision).orderBy(asc(decision.rang)));
}, 600_000);

/** La ligne de cet étudiant à ce jury, tout décidé. */
function ligne(etudiantId: string, semestreId: string, moment = "jury, décidé") {
  const trouve = histoire.cas.find((c) => c.cle === `${etudiantId}, ${semestreId}, ${moment}`);
  if (!trouve) throw new Error(`${etudiantId} ${semestreId}`);
  return trouve.ligne;
}
function fin(etudiantId: string) {
  const cursus = histoire.cursus.get(etudiantId);
  if (!cursus) throw new Error(etudiantId);
  return resultatCursus(cursus);
}
const annees = (etudiantId: string) => fin(etudiantId).annees.map((a) => `BUT${a.annee} ${a.code}`);
const codes = (etudiantId: string, objetId: string) =>
  prises.filter((d) => d.etudiantId === etudiantId && d.objetId === objetId).map((d) => `${d.code} ${d.semestreId}`);
const niveauDe = (etudiantId: string, court: string, ordre: number) =>
  fin(etudiantId).niveaux.find((n) => n.niveauId === niveauId(court, ordre));

describe("une promotion entière, de S1 à S6, par les actions du jury", () => {
  test("chaque proposition montrée, à chaque jury et relue à la fin, est celle de « npm run calcul »", () => {
    const rendus = lanceCalcul(histoire.cas);
    const tableau = (lire: (c: Cas) => unknown) => Object.fromEntries(histoire.cas.map((c) => [c.cle, lire(c)]));
    expect(tableau((c) => calcule(c, rendus.get(c.cle)))).toEqual(tableau(montre));
    expect(new Set(histoire.cas.map((c) => c.ligne.etudiantId)).size).toBe(PERSONNAGES.length);
    expect(rendus.size).toBe(histoire.cas.length);
  });

  test("les codes enregistrés sont exactement ceux du règlement 5.9", () => {
    const legaux = { ue: CODES_UE, rcue: CODES_RCUE, annee: CODES_ANNEE, diplome: CODES_DIPLOME };
    const attendus = Object.entries(legaux).flatMap(([portee, liste]) => liste.map((code) => `${portee} ${code}`));
    expect([...new Set(prises.map((d) => `${d.portee} ${d.code}`))].sort()).toEqual(attendus.sort());
  });

  test("un code autre que la proposition est refusé sans motif, et le garde une fois donné", () => {
    for (const { qui, reponse } of histoire.sansMotif)
      expect(reponse, qui).toMatchObject({ ok: false, code: "invalide", message: expect.stringContaining("motif") });
    expect(prises.filter((d) => d.code !== d.proposition && !d.motif)).toEqual([]);
  });

  test("une décision changée est une ligne de plus : rien n'est écrasé", () => {
    for (const [cle, lignes] of groupBy(prises, (d) => `${d.etudiantId} ${d.portee} ${d.objetId}`))
      expect(
        lignes.map((d) => d.rang),
        cle,
      ).toEqual(lignes.map((_, i) => i + 1));
    expect(codes("dossier-attendu", "1")).toEqual(["ATJ s2-2021", "ADM s2-2021"]);
  });

  test("rouvert deux fois, le S2 a trois PV ; le premier dit encore ce qu'il disait, et aucun ne diffère des notes", async () => {
    const signes = await read((l) => l.select().from(pv).where(eq(pv.semestreId, "s2-2021")).orderBy(asc(pv.numero)));
    const lus = signes.map(
      (s) =>
        JSON.parse(s.instantane) as { etudiants: { entrees: Cursus; resultats: unknown; etudiant: { id: string } }[] },
    );
    const annee = (i: number, id: string) => {
      const trouve = lus[i]?.etudiants.find((e) => e.etudiant.id === id);
      return trouve && resultatCursus(trouve.entrees).annees[0]?.code;
    };
    expect([0, 1, 2].map((i) => [annee(i, "dossier-attendu"), annee(i, "adsup")])).toEqual([
      ["ATJ", "PASD"],
      ["ADM", "PASD"],
      ["ADM", "ADSUP"],
    ]);
    for (const { etudiants } of lus)
      for (const { entrees, resultats } of etudiants)
        expect(jsonCanonique(resultatCursus(entrees))).toBe(jsonCanonique(resultats));
    expect(histoire.differences).toEqual([]);
    const tous = await read((l) => l.select({ semestreId: pv.semestreId }).from(pv));
    expect(tous).toHaveLength(CLASSES.length + 2);
  });
});

describe("les histoires", () => {
  test("sans histoire : DUT à 120 ECTS, BUT à 180", () => {
    expect(ligne("sans-histoire", "s4-2022").diplomes).toEqual([{ nom: "DUT", code: "ADM", proposition: "ADM" }]);
    expect(fin("sans-histoire")).toMatchObject({ ectsAcquis: 180, dut: "ADM", but: "ADM", manque: [] });
    const auDut = histoire.cas.find((c) => c.cle === "sans-histoire, s4-2022, jury, décidé");
    expect(auDut && resultatCursus(auDut.cursus)).toMatchObject({ ectsAcquis: 120, dut: "ADM", but: null });
  });

  test("9 et 11 : CMP et ADM, réévalués au jury d'année ; le DUT puis le BUT que le jury retient", () => {
    expect(codes("compense", "ue-s1-commun-specifier")).toEqual(["AJ s1-2021", "CMP s2-2021"]);
    expect(ligne("compense", "s2-2021").rcues[1]).toMatchObject({ moyenne: 1000, code: "CMP" });
    expect(codes("compense", "DUT")).toEqual(["ADM s4-2022", "ATJ s4-2022"]);
    expect(codes("compense", "BUT")).toEqual(["ADM s6-2023", "AJ s6-2023"]);
  });

  test("ADSUP dans des semestres passés et publiés, S5 ouvert, BUT1 reprise au jury rouvert", () => {
    expect(ligne("adsup", "s2-2021").annee?.proposition).toBe("PASD");
    for (const ue of ["ue-s1-commun-exploiter", "ue-s2-commun-exploiter"])
      expect(codes("adsup", ue).at(-1)).toBe("ADSUP s4-2022");
    expect(ligne("adsup", "s4-2022").passage).toMatchObject({ vers: "S5", ouvert: true });
    expect(codes("adsup", "1")).toEqual(["PASD s2-2021", "ADSUP s2-2021"]);
    expect(fin("adsup")).toMatchObject({ ectsAcquis: 180, but: "ADM" });
  });

  test("PASD avec une UE de S1 non acquise : la porte du S5 reste fermée jusqu'au redoublement (règlement 5.6)", () => {
    expect(ligne("porte-fermee", "s4-2022")).toMatchObject({
      annee: { proposition: "PASD", code: "PASD" },
      passage: { ouvert: false, raison: expect.stringContaining("Exploiter, niveau 1") },
      diplomes: [],
    });
    expect(ligne("porte-fermee", "s4-2023")).toMatchObject({ annee: { code: "ADM" }, passage: { ouvert: true } });
    expect(fin("porte-fermee")).toMatchObject({ ectsAcquis: 120, dut: "ADM" });
    expect(ligne("passe-par-le-jury", "s2-2021")).toMatchObject({
      annee: { proposition: "RED", code: "PAS1NCI" },
      passage: { vers: "S3", ouvert: true },
    });
  });

  test("BUT1 puis BUT2 redoublées : les UE capitalisées restent, la meilleure des deux compte, le BUT en cinq ans", () => {
    expect(annees("redouble-deux-fois")).toEqual(["BUT1 RED", "BUT1 ADM", "BUT2 RED", "BUT2 ADM", "BUT3 ADM"]);
    const reprise = ligne("redouble-deux-fois", "s2-2022");
    expect(reprise.ues[1]).toMatchObject({ capitalisee: true, moyenne: 1200, code: "ADM" });
    expect(reprise.impaires[2]).toMatchObject({ capitalisee: true, moyenne: 1100 });
    expect(reprise.ues[2]).toMatchObject({ capitalisee: true, moyenne: 1400 });
    expect(fin("redouble-deux-fois")).toMatchObject({ ectsAcquis: 180, dut: "ADM", but: "ADM" });
  });

  test("cinquième redoublement, ou second du même semestre : NAR, et RED avec la force majeure (règlement 5.7)", () => {
    expect(annees("troisieme-redoublement").at(-1)).toBe("BUT3 NAR");
    expect(annees("troisieme-force-majeure").at(-1)).toBe("BUT3 RED");
    expect(annees("meme-semestre")).toEqual(["BUT1 RED", "BUT1 NAR"]);
    expect(annees("meme-semestre-force-majeure")).toEqual(["BUT1 RED", "BUT1 RED"]);
    expect(fin("troisieme-redoublement")).toMatchObject({ dut: "ADM", but: null });
  });

  test("IPI puis CAI en BUT3 : Innover compte au DUT, Commercialiser 1 est acquis par le niveau 2, 180 ECTS et le BUT", () => {
    expect(ligne("change-apres-but2", "s4-2022").rcues[5]).toMatchObject({ code: "ADM" });
    expect(ligne("change-apres-but2", "s4-2022", "relu à la fin").rcues[5]).toMatchObject({ code: "ADM" });
    expect(codes("change-apres-but2", niveauId("Commercialiser", 1))).toEqual(["ADSUP s6-2023"]);
    expect(niveauDe("change-apres-but2", "Commercialiser", 1)).toMatchObject({ etat: "superieur", decide: true });
    expect(fin("change-apres-but2")).toMatchObject({ ectsAcquis: 180, dut: "ADM", but: "ADM" });
  });

  test("IPI redoublé en CAI : les quatre communes capitalisées suivent, Commercialiser remplace Innover dans les ECTS", () => {
    expect(annees("change-en-redoublant")).toEqual(["BUT1 ADM", "BUT2 RED", "BUT2 ADM", "BUT3 ADM"]);
    expect(ligne("change-en-redoublant", "s4-2023").ues[1]).toMatchObject({ capitalisee: true, moyenne: 1200 });
    const avant = fin("change-en-redoublant").annees[1]?.rcues.map((r) => r.competenceId);
    expect(avant).toContain(competenceId("Innover"));
    expect(avant).not.toContain(competenceId("Commercialiser"));
    expect(niveauDe("change-en-redoublant", "Commercialiser", 1)).toMatchObject({ etat: "acquis", decide: true });
    expect(fin("change-en-redoublant")).toMatchObject({ ectsAcquis: 180, dut: "ADM", but: "ADM" });
  });

  test("RCUE accordé : ADJR à ses UE ; UE accordées une à une : le niveau est validé par le jury", () => {
    for (const ue of ["ue-s1-commun-exploiter", "ue-s2-commun-exploiter"])
      expect(codes("rachat", ue).at(-1)).toBe("ADJR s2-2021");
    expect(niveauDe("rachat", "Développer", 2)).toMatchObject({ etat: "jury", decide: true });
    expect(fin("rachat")).toMatchObject({ ectsAcquis: 120, dut: "ADM" });
  });

  test("démission et défaillance : ni moyenne ni RCUE accordé, l'année le dit", () => {
    expect(ligne("demission", "s2-2021")).toMatchObject({
      annee: { code: "DEM" },
      ues: { 1: { code: "DEM", moyenne: null } },
    });
    expect(ligne("defaillant", "s2-2021")).toMatchObject({ annee: { code: "DEF" }, rcues: { 1: { code: "DEF" } } });
    expect(fin("demission").ectsAcquis).toBe(30);
  });

  test("le bonus fait passer l'UE à 10,01, pas à 9,98 ; la dispense laisse l'autre UE faire seule le RCUE", () => {
    const { impaires, ues, rcues, annee } = ligne("bonus-et-dispense", "s2-2021");
    expect(impaires[1]).toMatchObject({ avantBonus: 953, moyenne: 1001, code: "ADM" });
    expect(ues[1]).toMatchObject({ avantBonus: 953, moyenne: 998, code: "AJ" });
    expect(rcues[1]).toMatchObject({ moyenne: 999, code: "AJ" });
    expect(rcues[4]).toMatchObject({ moyenne: 1257, code: "ADM" });
    expect(annee?.code).toBe("PASD");
  });
});
