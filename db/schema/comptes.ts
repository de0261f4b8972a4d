import { sql } from "drizzle-orm";
import type { Classes } from "./classes";
import type { Kit } from "./kit";
import type { Programme } from "./programme";
import type { Role } from "./types";
import { colonnes, parmi } from "./types";

/** Les comptes, leurs droits, et le journal de ce qu'ils font. */
export function defineComptes(kit: Kit, autres: Programme & Classes) {
  const { table, text, integer, boolean, check, index, unique, uniqueIndex } = kit;
  const { id, instant } = colonnes(kit);
  const { element, etudiant, semestre } = autres;

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
    /** A demandé un courriel quand des notes sont publiées. */
    resumeCourriel: boolean().notNull().default(false),
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

  /** Un essai de connexion raté ou en cours, quinze minutes ; des empreintes seulement, que ce service seul sait refaire. */
  const essaiConnexion = table(
    "essai_connexion",
    {
      id: id(),
      compte: text().notNull(),
      reseau: text().notNull(),
      /** null : un appareil où ce compte ne s'est jamais connecté. */
      appareil: text(),
      creeLe: instant(),
    },
    (t) => [
      index("essai_connexion_compte").on(t.compte),
      index("essai_connexion_reseau").on(t.reseau),
      index("essai_connexion_appareil").on(t.appareil),
      index("essai_connexion_date").on(t.creeLe),
    ],
  );

  return { utilisateur, role, affectation, journal, essaiConnexion };
}

export type Comptes = ReturnType<typeof defineComptes>;
