import { type SQL, sql } from "drizzle-orm";
import type { Portee } from "../../lib/but/decision";
import type { NatureElement } from "../../lib/but/element";
import type { Centiemes, CodeNote, TypeEvaluation } from "../../lib/but/note";
import type { Kit } from "./kit";

/** Régime d'un semestre : « commun » pour S1 et S2, que tous les parcours partagent. */
export type Regime = "commun" | "initiale" | "alternance";
export type EtatSemestre = "preparation" | "ouvert" | "jury" | "delibere" | "publie" | "rouvert";
export type EtatEvaluation = "brouillon" | "saisie" | "publiee";
export type EtatInscription = "I" | "DEM" | "DEF";
export type Role = "etudiant" | "enseignant" | "responsable" | "jury" | "scolarite";
export type SourceNote = "cellule" | "collage" | "import" | "api";

const parmi = (colonne: unknown, valeurs: readonly string[]): SQL =>
  sql`${colonne} in (${sql.raw(valeurs.map((v) => `'${v}'`).join(", "))})`;

/**
 * Le modèle de données, écrit une seule fois pour les deux dialectes : seuls texte, entier et booléen y servent, pour que
 * SQLite et PostgreSQL rendent les mêmes valeurs. Conventions :
 * - `id` : texte fait avant l'insertion ; instants : ISO 8601 UTC ; jours : AAAA-MM-JJ ;
 * - notes, coefficients, barèmes, poids, pourcentages : entiers de centièmes (12,5 → 1250) ;
 * - aucune suppression en cascade : une ligne dont d'autres dépendent ne disparaît pas.
 */
export function defineModel(kit: Kit) {
  const { table, text, integer, boolean, check, index, unique, uniqueIndex } = kit;
  const id = () => text().primaryKey();
  const instant = () => text().notNull();

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

  const promotion = table(
    "promotion",
    {
      id: id(),
      maquetteId: text()
        .notNull()
        .references(() => maquette.id),
      titre: text().notNull(),
      anneeEntree: integer().notNull(),
    },
    (t) => [unique("promotion_titre_unique").on(t.maquetteId, t.titre)],
  );

  /** Une classe : une promotion dans un semestre d'une année universitaire. */
  const semestre = table(
    "semestre",
    {
      id: id(),
      promotionId: text()
        .notNull()
        .references(() => promotion.id),
      numero: integer().notNull(),
      /** « 2026-2027 » */
      anneeUniversitaire: text().notNull(),
      regime: text().$type<Regime>().notNull(),
      reglementId: text()
        .notNull()
        .references(() => reglement.id),
      etat: text().$type<EtatSemestre>().notNull(),
      /** Dernière publication : les étudiants voient les décisions prises jusque-là, et rien des suivantes. */
      publieLe: text(),
      version: integer().notNull().default(1),
    },
    (t) => [
      unique("semestre_unique").on(t.promotionId, t.numero, t.anneeUniversitaire, t.regime),
      check("semestre_numero", sql`${t.numero} between 1 and 6`),
      check("semestre_etat", parmi(t.etat, ["preparation", "ouvert", "jury", "delibere", "publie", "rouvert"])),
      check("semestre_publie", sql`${t.etat} <> 'publie' or ${t.publieLe} is not null`),
      check("semestre_regime", parmi(t.regime, ["commun", "initiale", "alternance"])),
    ],
  );

  const etudiant = table("etudiant", {
    id: id(),
    numero: text().notNull().unique(),
    nom: text().notNull(),
    prenom: text().notNull(),
    forceMajeure: boolean().notNull().default(false),
  });

  const inscription = table(
    "inscription",
    {
      id: id(),
      etudiantId: text()
        .notNull()
        .references(() => etudiant.id),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      /** Le semestre du programme suivi, donc le parcours ; null tant qu'il n'est pas choisi. */
      maquetteSemestreId: text().references(() => maquetteSemestre.id),
      etat: text().$type<EtatInscription>().notNull(),
    },
    (t) => [
      unique("inscription_unique").on(t.etudiantId, t.semestreId),
      index("inscription_semestre").on(t.semestreId),
      check("inscription_etat", parmi(t.etat, ["I", "DEM", "DEF"])),
    ],
  );

  const groupe = table(
    "groupe",
    {
      id: id(),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      nom: text().notNull(),
    },
    (t) => [unique("groupe_nom_unique").on(t.semestreId, t.nom)],
  );

  const inscriptionGroupe = table(
    "inscription_groupe",
    {
      id: id(),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      groupeId: text()
        .notNull()
        .references(() => groupe.id),
    },
    (t) => [
      unique("inscription_groupe_unique").on(t.inscriptionId, t.groupeId),
      index("inscription_groupe_groupe").on(t.groupeId),
    ],
  );

  const dispense = table(
    "dispense",
    {
      id: id(),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      ueId: text()
        .notNull()
        .references(() => ue.id),
      motif: text().notNull(),
    },
    (t) => [unique("dispense_unique").on(t.inscriptionId, t.ueId)],
  );

  const utilisateur = table("utilisateur", {
    id: id(),
    /** Toujours en minuscules. */
    email: text().notNull().unique(),
    nom: text().notNull(),
    prenom: text().notNull(),
    /** argon2id */
    motDePasse: text().notNull(),
    actif: boolean().notNull().default(true),
    /** L'augmenter ferme toutes les sessions du compte. */
    sessionVersion: integer().notNull().default(1),
    etudiantId: text()
      .unique()
      .references(() => etudiant.id),
  });

  const role = table(
    "role",
    {
      id: id(),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      role: text().$type<Role>().notNull(),
      /** null : partout ; sinon limité à ce semestre. */
      semestreId: text().references(() => semestre.id),
    },
    (t) => [
      index("role_utilisateur").on(t.utilisateurId),
      unique("role_unique").on(t.utilisateurId, t.role, t.semestreId),
      uniqueIndex("role_partout_unique").on(t.utilisateurId, t.role).where(sql`${t.semestreId} is null`),
      check("role_role", parmi(t.role, ["etudiant", "enseignant", "responsable", "jury", "scolarite"])),
    ],
  );

  const affectation = table(
    "affectation",
    {
      id: id(),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      elementId: text()
        .notNull()
        .references(() => element.id),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
    },
    (t) => [
      unique("affectation_unique").on(t.utilisateurId, t.elementId, t.semestreId),
      index("affectation_element").on(t.semestreId, t.elementId),
    ],
  );

  const evaluation = table(
    "evaluation",
    {
      id: id(),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      elementId: text()
        .notNull()
        .references(() => element.id),
      titre: text().notNull(),
      date: text().notNull(),
      coefficient: integer().$type<Centiemes>().notNull(),
      bareme: integer().$type<Centiemes>().notNull(),
      type: text().$type<TypeEvaluation>().notNull(),
      etat: text().$type<EtatEvaluation>().notNull(),
      publieeLe: text(),
      /** Écartée sans être effacée : ne compte plus, ne se voit plus ; le motif est au journal. */
      archiveeLe: text(),
      /** Un numéro remplace le nom pour qui saisit, jusqu'à la publication. */
      anonyme: boolean().notNull().default(false),
      ordre: integer().notNull(),
      version: integer().notNull().default(1),
      creeLe: instant(),
    },
    (t) => [
      index("evaluation_semestre").on(t.semestreId, t.elementId),
      check("evaluation_coefficient", sql`${t.coefficient} between 0 and 100000`),
      check("evaluation_bareme", sql`${t.bareme} between 1 and 100000`),
      check("evaluation_type", parmi(t.type, ["normale", "rattrapage", "seconde-session", "bonus"])),
      check("evaluation_etat", parmi(t.etat, ["brouillon", "saisie", "publiee"])),
      check("evaluation_archivee", sql`${t.archiveeLe} is null or ${t.etat} <> 'publiee'`),
      check("evaluation_publiee", sql`${t.etat} <> 'publiee' or ${t.publieeLe} is not null`),
    ],
  );

  /** Poids d'une évaluation vers une UE ; sans ligne, 1. */
  const poids = table(
    "poids",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      ueId: text()
        .notNull()
        .references(() => ue.id),
      valeur: integer().$type<Centiemes>().notNull(),
    },
    (t) => [
      unique("poids_unique").on(t.evaluationId, t.ueId),
      check("poids_valeur", sql`${t.valeur} between 0 and 100000`),
    ],
  );

  /** Le numéro d'une copie anonyme : tiré au sort, connu de la base seule jusqu'à la publication. */
  const anonymat = table(
    "anonymat",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      numero: integer().notNull(),
    },
    (t) => [
      unique("anonymat_inscription_unique").on(t.evaluationId, t.inscriptionId),
      unique("anonymat_numero_unique").on(t.evaluationId, t.numero),
      check("anonymat_numero", sql`${t.numero} > 0`),
    ],
  );

  /** Une valeur, un code, ou ni l'un ni l'autre (note effacée : la ligne garde sa version). */
  const note = table(
    "note",
    {
      id: id(),
      evaluationId: text()
        .notNull()
        .references(() => evaluation.id),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      valeur: integer().$type<Centiemes>(),
      code: text().$type<CodeNote>(),
      version: integer().notNull(),
      modifieeLe: instant(),
      modifieePar: text()
        .notNull()
        .references(() => utilisateur.id),
    },
    (t) => [
      unique("note_unique").on(t.evaluationId, t.inscriptionId),
      index("note_inscription").on(t.inscriptionId),
      check("note_valeur", sql`${t.valeur} is null or ${t.valeur} between 0 and 100000`),
      check("note_code", sql`${t.code} is null or ${t.code} in ('ABS', 'EXC', 'ATT')`),
      check("note_une_seule", sql`${t.valeur} is null or ${t.code} is null`),
    ],
  );

  /** L'histoire d'une note : ajout seul. L'id est fait par qui envoie le changement, un renvoi est donc reconnu. */
  const noteHistorique = table(
    "note_historique",
    {
      id: id(),
      noteId: text()
        .notNull()
        .references(() => note.id),
      version: integer().notNull(),
      avantValeur: integer().$type<Centiemes>(),
      avantCode: text().$type<CodeNote>(),
      apresValeur: integer().$type<Centiemes>(),
      apresCode: text().$type<CodeNote>(),
      source: text().$type<SourceNote>().notNull(),
      motif: text(),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
    },
    (t) => [
      unique("note_historique_version").on(t.noteId, t.version),
      check("note_historique_source", parmi(t.source, ["cellule", "collage", "import", "api"])),
    ],
  );

  const bonus = table(
    "bonus",
    {
      id: id(),
      inscriptionId: text()
        .notNull()
        .references(() => inscription.id),
      activite: text().notNull(),
      /** Centièmes de pour cent : 0, ou 25 à 500 par pas de 25. */
      pourcent: integer().$type<Centiemes>().notNull(),
      version: integer().notNull().default(1),
    },
    (t) => [
      unique("bonus_activite_unique").on(t.inscriptionId, t.activite),
      check("bonus_pourcent", sql`${t.pourcent} between 0 and 500 and ${t.pourcent} % 25 = 0`),
    ],
  );

  /** Décisions de jury : ajout seul, la plus grande `rang` d'un objet fait foi (règlement 5.10). */
  const decision = table(
    "decision",
    {
      id: id(),
      etudiantId: text()
        .notNull()
        .references(() => etudiant.id),
      /** Le semestre dont le jury a siégé. */
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      portee: text().$type<Portee>().notNull(),
      /** id d'UE, id de niveau, « 1 » à « 3 », « DUT » ou « BUT ». */
      objetId: text().notNull(),
      rang: integer().notNull(),
      code: text().notNull(),
      proposition: text(),
      motif: text(),
      moyenneVue: integer(),
      /** Résultats vus par le jury, JSON canonique. */
      instantane: text().notNull(),
      reglementVersion: text().notNull(),
      auteurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
    },
    (t) => [
      unique("decision_rang_unique").on(t.etudiantId, t.portee, t.objetId, t.rang),
      index("decision_semestre").on(t.semestreId),
      check("decision_portee", parmi(t.portee, ["ue", "rcue", "annee", "diplome"])),
    ],
  );

  /** Procès-verbal : l'instantané d'une délibération, une version numérotée par délibération. */
  const pv = table(
    "pv",
    {
      id: id(),
      semestreId: text()
        .notNull()
        .references(() => semestre.id),
      numero: integer().notNull(),
      /** JSON canonique des entrées et des résultats. */
      instantane: text().notNull(),
      sha256: text().notNull(),
      reglementVersion: text().notNull(),
      president: text().notNull(),
      membres: text().notNull(),
      auteurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
    },
    (t) => [unique("pv_numero_unique").on(t.semestreId, t.numero)],
  );

  /** Qui a fait quoi, quand, avant, après : ajout seul. Les notes ont leur propre histoire. */
  const journal = table(
    "journal",
    {
      id: id(),
      utilisateurId: text().references(() => utilisateur.id),
      action: text().notNull(),
      sujetType: text().notNull(),
      sujetId: text().notNull(),
      /** JSON */
      avant: text(),
      apres: text(),
      motif: text(),
      creeLe: instant(),
    },
    (t) => [index("journal_sujet").on(t.sujetType, t.sujetId), index("journal_date").on(t.creeLe)],
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
    promotion,
    semestre,
    etudiant,
    inscription,
    groupe,
    inscriptionGroupe,
    dispense,
    utilisateur,
    role,
    affectation,
    evaluation,
    poids,
    anonymat,
    note,
    noteHistorique,
    bonus,
    decision,
    pv,
    journal,
  };
}
