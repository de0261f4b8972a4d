import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { REGLEMENT_DEFAUT } from "../lib/but/modele/reglement";
import {
  apprentissageCritique,
  coefficient,
  competence,
  element,
  formation,
  maquetteSemestre,
  niveau,
  parcours,
  read,
  reglement,
  ue,
  utilisateur,
} from ".";
import { seedBase } from "./seed";
import { competences, programmeImprime } from "./seed/programme/imprime";

// La page imprimée, à plat : une ligne par élément d'une UE.
const imprimees = programmeImprime.semestres.flatMap((s) =>
  s.ues.flatMap((u) =>
    u.elements.map((e) => ({
      semestre: s.intitule,
      competence: u.competence,
      titre: e.titre,
      canonique: e.canonique,
      nature: e.nature,
      ...e.heures,
      position: e.heures_position,
    })),
  ),
);

const lignes = () =>
  read((l) =>
    l
      .select({
        semestre: maquetteSemestre.titreImprime,
        numero: maquetteSemestre.numero,
        regime: maquetteSemestre.regime,
        parcours: parcours.code,
        ueId: ue.id,
        ects: ue.ects,
        competence: competence.court,
        coefficient,
        element,
      })
      .from(coefficient)
      .innerJoin(element, eq(element.id, coefficient.elementId))
      .innerJoin(ue, eq(ue.id, coefficient.ueId))
      .innerJoin(competence, eq(competence.id, ue.competenceId))
      .innerJoin(maquetteSemestre, eq(maquetteSemestre.id, ue.maquetteSemestreId))
      .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
      .orderBy(asc(maquetteSemestre.numero), asc(ue.id), asc(element.ordre)),
  );

const ues = () =>
  read((l) =>
    l
      .select({
        numero: maquetteSemestre.numero,
        regime: maquetteSemestre.regime,
        parcours: parcours.code,
        semestre: maquetteSemestre.id,
        competence: competence.court,
        ue,
      })
      .from(ue)
      .innerJoin(competence, eq(competence.id, ue.competenceId))
      .innerJoin(maquetteSemestre, eq(maquetteSemestre.id, ue.maquetteSemestreId))
      .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId)),
  );

beforeAll(async () => {
  expect(await seedBase("programme")).toBe(true);
});

test("le programme s'inscrit une fois, sans aucun compte", async () => {
  expect(await seedBase("programme")).toBe(false);
  expect(await seedBase("demonstration")).toBe(false);
  expect(await read((l) => l.$count(formation))).toBe(1);
  expect(await read((l) => l.$count(utilisateur))).toBe(0);
});

test("18 semestres distincts, 88 UE, chaque semestre à 30 ECTS", async () => {
  const toutes = await ues();
  expect(toutes).toHaveLength(88);
  const ects = new Map<string, number>();
  for (const { semestre, ue } of toutes) ects.set(semestre, (ects.get(semestre) ?? 0) + ue.ects);
  expect(ects.size).toBe(18);
  expect(new Set(ects.values())).toEqual(new Set([30]));
});

describe.each([
  ["IPI", "initiale", "Innover"],
  ["IPI", "alternance", "Innover"],
  ["CAI", "initiale", "Commercialiser"],
  ["CAI", "alternance", "Commercialiser"],
])("un étudiant de %s en %s", (code, regime, cinquieme) => {
  const siennes = async () =>
    (await ues()).filter((u) => u.regime === "commun" || (u.regime === regime && u.parcours === code));

  test("28 UE, 14 niveaux, 180 ECTS", async () => {
    const lesSiennes = await siennes();
    expect(lesSiennes).toHaveLength(28);
    expect(lesSiennes.reduce((somme, { ue }) => somme + ue.ects, 0)).toBe(180);
    const suivies = new Set(lesSiennes.map((u) => u.ue.competenceId));
    const niveaux = (await read((l) => l.select().from(niveau))).filter((n) => suivies.has(n.competenceId));
    expect(niveaux).toHaveLength(14);
    // Un niveau, deux UE : celles de sa compétence dans les deux semestres de son année.
    for (const n of niveaux) {
      const deLAnnee = lesSiennes.filter(
        (u) => u.ue.competenceId === n.competenceId && Math.ceil(u.numero / 2) === n.annee,
      );
      expect(deLAnnee.map((u) => u.numero).sort()).toEqual([n.annee * 2 - 1, n.annee * 2]);
    }
  });

  test("les ECTS des RCUE sont ceux du règlement, section 8", async () => {
    const lesSiennes = await siennes();
    const rcue = (annee: number, court: string) =>
      lesSiennes
        .filter((u) => Math.ceil(u.numero / 2) === annee && u.competence === court)
        .reduce((somme, { ue }) => somme + ue.ects, 0);
    const courts = ["Spécifier", "Développer", "Réaliser", "Exploiter", cinquieme];
    expect(courts.map((c) => rcue(1, c))).toEqual([14, 20, 16, 10, 0]);
    expect(courts.map((c) => rcue(2, c))).toEqual([8, 16, 15, 10, 11]);
    expect(courts.map((c) => rcue(3, c))).toEqual([8, 14, 15, 10, 13]);
  });
});

test("chacune des 525 lignes imprimées est dans la base, avec ses mots et ses heures", async () => {
  expect(imprimees).toHaveLength(525);
  const inscrites = (await lignes()).map(({ semestre, competence, coefficient: c, element: e }) => ({
    semestre,
    competence,
    titre: c.titreImprime,
    canonique: e.titre,
    nature: c.natureImprimee,
    cm: c.heuresCm,
    td: c.heuresTd,
    tp: c.heuresTp,
    position: c.heuresPosition,
  }));
  const cle = (ligne: object) => JSON.stringify(Object.entries(ligne).sort());
  expect(inscrites.map(cle).sort()).toEqual(imprimees.map(cle).sort());
});

test("un élément existe une fois par numéro et régime, et les parcours le partagent", async () => {
  const toutes = await lignes();
  expect(await read((l) => l.$count(element))).toBe(162);
  const anglais = toutes.filter((l) => l.element.titre === "Anglais" && l.numero === 3);
  const parRegime = (regime: string) => anglais.filter((l) => l.regime === regime);
  expect(new Set(parRegime("initiale").map((l) => l.parcours))).toEqual(new Set(["IPI", "CAI"]));
  expect(new Set(parRegime("initiale").map((l) => l.element.id)).size).toBe(1);
  expect(new Set(anglais.map((l) => l.element.id)).size).toBe(2);
});

test("un portfolio est un portfolio, quoi que la page imprime", async () => {
  const portfolios = (await lignes()).filter((l) => l.element.titre === "Portfolio");
  expect(portfolios).toHaveLength(44);
  expect(new Set(portfolios.map((l) => l.element.nature))).toEqual(new Set(["portfolio"]));
  const imprimes = portfolios.map((l) => l.coefficient.natureImprimee);
  expect(imprimes.filter((n) => n === "SAÉ")).toHaveLength(6);
  expect(imprimes.filter((n) => n === "Stage")).toHaveLength(1);
});

test("l'UE du parcours d'IPI en alternance n'a en S6 qu'un portfolio dans son pôle SAÉ", async () => {
  const innover = (await lignes()).filter(
    (l) => l.numero === 6 && l.regime === "alternance" && l.competence === "Innover",
  );
  expect(innover.filter((l) => l.element.nature !== "ressource").map((l) => l.element.nature)).toEqual(["portfolio"]);
});

test("les bizarreries de la page restent lisibles à côté de leur forme normalisée", async () => {
  const mentions = (await ues()).filter((u) => u.ue.mentionImprimee !== null);
  expect(mentions.map((u) => [u.numero, u.competence, u.ue.mentionImprimee])).toEqual([
    [1, "Exploiter", "44 h de TD et 26 h de TP sur la ligne de la compétence"],
  ]);
  const meteo = (await lignes()).filter((l) => l.coefficient.titreImprime === "Météorologie");
  expect(meteo.length).toBeGreaterThan(0);
  expect(new Set(meteo.map((l) => l.element.titre))).toEqual(new Set(["Métrologie"]));
  expect((await ues()).some((u) => u.competence === "Innover" && u.ue.titreImprime === "PARCOURS IPI")).toBe(true);
});

test("les coefficients proposés suivent les heures imprimées dans chaque pôle, sinon 1 pour tous", async () => {
  const toutes = await lignes();
  const de = (ueId: string) =>
    Object.fromEntries(toutes.filter((l) => l.ueId === ueId).map((l) => [l.element.titre, l.coefficient.valeur]));
  // TD + TP : 10 + 8, 44 + 26, 4 + 32, 20 + 40, 23 + 14, 18 + 12, 14 + 6 ; et 6 + 4 seule dans le pôle SAÉ.
  expect(de("ue-s1-commun-specifier")).toEqual({
    "Science des matériaux": 1800,
    "Mathématiques appliquées et outils scientifiques": 7000,
    "Ingénierie de construction mécanique": 3600,
    "Production - Méthodes": 6000,
    "Ingénierie des systèmes cyberphysiques": 3700,
    "Expression et communication": 3000,
    Anglais: 2000,
    "Analyse de produit grand public": 1000,
  });
  // Le portfolio de S2 Exploiter n'a pas d'heures : tout son pôle est à 1.
  expect(de("ue-s2-commun-exploiter")).toMatchObject({ "Pilotage production stabilisée": 100, Portfolio: 100 });
  // CAI en alternance, S3 et S4 : aucune heure imprimée.
  const sansHeures = toutes.filter((l) => l.parcours === "CAI" && l.regime === "alternance" && l.numero <= 4);
  expect(sansHeures.length).toBeGreaterThan(0);
  expect(new Set(sansHeures.map((l) => l.coefficient.valeur))).toEqual(new Set([100]));
});

test("pôles à 50/50 et rien de confirmé tant que le département ne l'a pas dit", async () => {
  for (const { ue } of await ues()) {
    expect([ue.poleRessource, ue.poleSae, ue.confirmeeLe, ue.confirmeePar]).toEqual([50, 50, null, null]);
  }
});

test("le référentiel porte les parcours affichés, leurs niveaux et leurs apprentissages critiques", async () => {
  const offerts = await read((l) => l.select().from(parcours).orderBy(asc(parcours.code)));
  expect(offerts.map((p) => [p.code, p.ouvert])).toEqual([
    ["CAI", true],
    ["CPD", false],
    ["IPI", true],
  ]);
  const attendues = competences.filter((c) => c.parcours === null || offerts.some((p) => p.code === c.parcours));
  expect(attendues).toHaveLength(7);
  const acs = attendues.flatMap((c) => c.niveaux.flatMap((n) => n.apprentissages_critiques));
  expect(await read((l) => l.$count(niveau))).toBe(4 * 3 + 3 * 2);
  const inscrits = await read((l) => l.select().from(apprentissageCritique));
  expect(inscrits.map((ac) => [ac.code, ac.libelle]).sort()).toEqual(acs.map((ac) => [ac.code, ac.libelle]).sort());
});

test("le règlement par défaut se relit tel que lib/but l'écrit", async () => {
  const [seul] = await read((l) => l.select().from(reglement));
  expect(JSON.parse(seul?.parametres ?? "null")).toEqual(REGLEMENT_DEFAUT);
});
