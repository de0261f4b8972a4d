import { sql } from "drizzle-orm";
import type { Classes } from "./classes";
import type { Comptes } from "./comptes";
import type { Kit } from "./kit";
import type { Programme } from "./programme";
import type { EtatLot } from "./types";
import { colonnes, parmi } from "./types";

/** Ce qui entre par fichier, quel qu'en soit l'usage : les lots, ce que chacun a écrit, et les colonnes choisies une fois. */
export function defineImports(kit: Kit, autres: Programme & Classes & Comptes) {
  const { table, text, integer, check, index, unique } = kit;
  const { id, instant } = colonnes(kit);
  const { formation, semestre, utilisateur } = autres;

  /** Un fichier appliqué d'un coup. L'id est fait par qui l'envoie : un renvoi est reconnu. */
  const lotImport = table(
    "lot_import",
    {
      id: id(),
      /** « notes », « bonus »… : qui sait le défaire. */
      usage: text().notNull(),
      /** Ce qui le reçoit : un élément dans un semestre, une promotion… selon l'usage. */
      cible: text().notNull(),
      semestreId: text().references(() => semestre.id),
      etat: text().$type<EtatLot>().notNull(),
      /** Le nom du fichier ; « presse-papiers » pour un bloc collé. */
      fichier: text().notNull(),
      /** Les titres de ses colonnes. */
      signature: text().notNull(),
      lignes: integer().notNull(),
      ecrites: integer().notNull(),
      ecartees: integer().notNull(),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      creeLe: instant(),
      annuleLe: text(),
      annulePar: text().references(() => utilisateur.id),
    },
    (t) => [
      index("lot_import_cible").on(t.usage, t.cible, t.creeLe),
      check("lot_import_etat", parmi(t.etat, ["apercu", "applique", "annule"])),
      check("lot_import_comptes", sql`${t.lignes} >= 0 and ${t.ecrites} >= 0 and ${t.ecartees} >= 0`),
      check("lot_import_annule", sql`(${t.etat} = 'annule') = (${t.annuleLe} is not null)`),
    ],
  );

  /** Ce qu'un lot a écrit, et la version qu'il a laissée : rien de plus récent ne doit tenir dessus pour le défaire. */
  const lotImportLigne = table(
    "lot_import_ligne",
    {
      id: id(),
      lotId: text()
        .notNull()
        .references(() => lotImport.id),
      /** La ligne du fichier. */
      ligne: integer().notNull(),
      /** La table et la ligne écrites. */
      sujetType: text().notNull(),
      sujetId: text().notNull(),
      versionAvant: integer().notNull(),
      versionApres: integer().notNull(),
      /** La version que son annulation a laissée ; null tant qu'il tient. */
      versionAnnulee: integer(),
      /** JSON : ce qui était là, pour le remettre ; null s'il n'y avait rien. */
      avant: text(),
    },
    (t) => [
      unique("lot_import_ligne_unique").on(t.lotId, t.sujetType, t.sujetId),
      index("lot_import_ligne_sujet").on(t.sujetType, t.sujetId),
    ],
  );

  /** Les colonnes qu'une personne de la formation a choisies pour ces titres : proposées la fois suivante. */
  const memoireColonnes = table(
    "memoire_colonnes",
    {
      id: id(),
      formationId: text()
        .notNull()
        .references(() => formation.id),
      usage: text().notNull(),
      signature: text().notNull(),
      /** JSON : par champ, le titre de sa colonne. */
      choix: text().notNull(),
      utilisateurId: text()
        .notNull()
        .references(() => utilisateur.id),
      modifieeLe: instant(),
    },
    (t) => [unique("memoire_colonnes_unique").on(t.formationId, t.usage, t.signature)],
  );

  return { lotImport, lotImportLigne, memoireColonnes };
}
