import { sql } from "drizzle-orm";
import type { NatureElement } from "../../lib/but/modele/element";
import type { Centiemes } from "../../lib/but/nombres/centiemes";
import type { Kit } from "./kit";
import type { Regime } from "./types";
import { colonnes, parmi } from "./types";

/** Le programme : formation, compétences, maquettes, UE, élements et coefficients. */
export function defineProgramme(kit: Kit) {
  const { table, text, integer, boolean, check, index, unique, uniqueIndex } = kit;
  const { id, instant } = colonnes(kit);

  const formation = table("formation", {
    id: id(),
    code: text().notNull().unique(),
    titre: text().notNull(),
    etablissement: text().notNull(),
  });

  const parcours = table(
    "parcours",
    {
      id: id(),
      formationId: text()
        .notNull()
        .references(() => formation.id),
      code: text().notNull(),
      titre: text().notNull(),
      ouvert: boolean().notNull(),
    },
    (t) => [unique("parcours_code_unique").on(t.formationId, t.code)],
  );

  const competence = table(
    "competence",
    {
      id: id(),
      formationId: text()
        .notNull()
        .references(() => formation.id),
      /** null : compétence commune à tous les parcours. */
      parcoursId: text().references(() => parcours.id),
      numero: integer().notNull(),
      court: text().notNull(),
      titre: text().notNull(),
    },
    (t) => [
      unique("competence_court_unique").on(t.formationId, t.court),
      check("competence_numero", sql`${t.numero} between 1 and 9`),
    ],
  );

  const niveau = table(
    "niveau",
    {
      id: id(),
      competenceId: text()
        .notNull()
        .references(() => competence.id),
      ordre: integer().notNull(),
      /** Année du BUT où il se prépare. */
      annee: integer().notNull(),
      titre: text().notNull(),
    },
    (t) => [
      unique("niveau_annee_unique").on(t.competenceId, t.annee),
      unique("niveau_ordre_unique").on(t.competenceId, t.ordre),
      check("niveau_annee", sql`${t.annee} between 1 and 3`),
      check("niveau_ordre", sql`${t.ordre} between 1 and 3`),
    ],
  );

  const apprentissageCritique = table(
    "apprentissage_critique",
    {
      id: id(),
      niveauId: text()
        .notNull()
        .references(() => niveau.id),
      code: text().notNull(),
      libelle: text().notNull(),
    },
    (t) => [unique("apprentissage_critique_code_unique").on(t.niveauId, t.code)],
  );

  const reglement = table(
    "reglement",
    {
      id: id(),
      formationId: text()
        .notNull()
        .references(() => formation.id),
      version: text().notNull(),
      applicableDu: text().notNull(),
      /** Un objet Reglement de lib/but, en JSON. */
      parametres: text().notNull(),
      creeLe: instant(),
    },
    (t) => [unique("reglement_version_unique").on(t.formationId, t.version)],
  );

  const maquette = table(
    "maquette",
    {
      id: id(),
      formationId: text()
        .notNull()
        .references(() => formation.id),
      version: text().notNull(),
      source: text().notNull(),
    },
    (t) => [unique("maquette_version_unique").on(t.formationId, t.version)],
  );

  /** Un semestre du programme imprimé : numéro, parcours, régime. */
  const maquetteSemestre = table(
    "maquette_semestre",
    {
      id: id(),
      maquetteId: text()
        .notNull()
        .references(() => maquette.id),
      numero: integer().notNull(),
      parcoursId: text().references(() => parcours.id),
      regime: text().$type<Regime>().notNull(),
      titreImprime: text().notNull(),
    },
    (t) => [
      unique("maquette_semestre_unique").on(t.maquetteId, t.numero, t.parcoursId, t.regime),
      uniqueIndex("maquette_semestre_commun_unique")
        .on(t.maquetteId, t.numero, t.regime)
        .where(sql`${t.parcoursId} is null`),
      check("maquette_semestre_numero", sql`${t.numero} between 1 and 6`),
      check("maquette_semestre_regime", parmi(t.regime, ["commun", "initiale", "alternance"])),
    ],
  );

  const ue = table(
    "ue",
    {
      id: id(),
      maquetteSemestreId: text()
        .notNull()
        .references(() => maquetteSemestre.id),
      competenceId: text()
        .notNull()
        .references(() => competence.id),
      ects: integer().notNull(),
      /** En pour cent ; les deux null : une seule moyenne pondérée. */
      poleRessource: integer(),
      poleSae: integer(),
      titreImprime: text().notNull(),
      /** Ce que la page imprime d'autre sur la ligne de la compétence. */
      mentionImprimee: text(),
      /** null : coefficients et pôles « à confirmer par le département ». */
      confirmeeLe: text(),
      confirmeePar: text(),
    },
    (t) => [
      unique("ue_competence_unique").on(t.maquetteSemestreId, t.competenceId),
      check("ue_ects", sql`${t.ects} between 1 and 30`),
      check(
        "ue_poles",
        sql`(${t.poleRessource} is null and ${t.poleSae} is null) or (${t.poleRessource} is not null and ${t.poleSae} is not null and ${t.poleRessource} + ${t.poleSae} = 100 and ${t.poleRessource} between 40 and 60)`,
      ),
    ],
  );

  /** Ressource, SAÉ, portfolio ou stage : une fois par numéro et régime, partagé par les parcours qui le suivent. */
  const element = table(
    "element",
    {
      id: id(),
      maquetteId: text()
        .notNull()
        .references(() => maquette.id),
      numero: integer().notNull(),
      regime: text().$type<Regime>().notNull(),
      titre: text().notNull(),
      nature: text().$type<NatureElement>().notNull(),
      ordre: integer().notNull(),
    },
    (t) => [
      unique("element_titre_unique").on(t.maquetteId, t.numero, t.regime, t.titre),
      check("element_nature", parmi(t.nature, ["ressource", "sae", "portfolio", "stage"])),
      check("element_numero", sql`${t.numero} between 1 and 6`),
    ],
  );

  /** Une ligne imprimée du programme : un élément dans une UE, avec son coefficient et ses heures. */
  const coefficient = table(
    "coefficient",
    {
      id: id(),
      ueId: text()
        .notNull()
        .references(() => ue.id),
      elementId: text()
        .notNull()
        .references(() => element.id),
      valeur: integer().$type<Centiemes>().notNull(),
      heuresCm: integer(),
      heuresTd: integer(),
      heuresTp: integer(),
      /** « inferred » quand la colonne était perdue sur la page ; null sans heures. */
      heuresPosition: text().$type<"printed" | "inferred">(),
      titreImprime: text().notNull(),
      natureImprimee: text().notNull(),
      version: integer().notNull().default(1),
    },
    (t) => [
      unique("coefficient_unique").on(t.ueId, t.elementId),
      index("coefficient_element").on(t.elementId),
      check("coefficient_valeur", sql`${t.valeur} between 0 and 100000`),
    ],
  );

  return {
    formation,
    parcours,
    competence,
    niveau,
    apprentissageCritique,
    reglement,
    maquette,
    maquetteSemestre,
    ue,
    element,
    coefficient,
  };
}

export type Programme = ReturnType<typeof defineProgramme>;
