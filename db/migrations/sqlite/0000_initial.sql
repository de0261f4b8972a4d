CREATE TABLE `affectation` (
	`id` text PRIMARY KEY NOT NULL,
	`utilisateur_id` text NOT NULL,
	`element_id` text NOT NULL,
	`semestre_id` text NOT NULL,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`element_id`) REFERENCES `element`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `affectation_element` ON `affectation` (`semestre_id`,`element_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `affectation_unique` ON `affectation` (`utilisateur_id`,`element_id`,`semestre_id`);--> statement-breakpoint
CREATE TABLE `anonymat` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`inscription_id` text NOT NULL,
	`numero` integer NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "anonymat_numero" CHECK("anonymat"."numero" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `anonymat_inscription_unique` ON `anonymat` (`evaluation_id`,`inscription_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `anonymat_numero_unique` ON `anonymat` (`evaluation_id`,`numero`);--> statement-breakpoint
CREATE TABLE `apprentissage_critique` (
	`id` text PRIMARY KEY NOT NULL,
	`niveau_id` text NOT NULL,
	`code` text NOT NULL,
	`libelle` text NOT NULL,
	FOREIGN KEY (`niveau_id`) REFERENCES `niveau`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `apprentissage_critique_code_unique` ON `apprentissage_critique` (`niveau_id`,`code`);--> statement-breakpoint
CREATE TABLE `bonus` (
	`id` text PRIMARY KEY NOT NULL,
	`inscription_id` text NOT NULL,
	`activite` text NOT NULL,
	`pourcent` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bonus_pourcent" CHECK("bonus"."pourcent" between 0 and 500 and "bonus"."pourcent" % 25 = 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bonus_activite_unique` ON `bonus` (`inscription_id`,`activite`);--> statement-breakpoint
CREATE TABLE `coefficient` (
	`id` text PRIMARY KEY NOT NULL,
	`ue_id` text NOT NULL,
	`element_id` text NOT NULL,
	`valeur` integer NOT NULL,
	`heures_cm` integer,
	`heures_td` integer,
	`heures_tp` integer,
	`heures_position` text,
	`titre_imprime` text NOT NULL,
	`nature_imprimee` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`ue_id`) REFERENCES `ue`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`element_id`) REFERENCES `element`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coefficient_valeur" CHECK("coefficient"."valeur" between 0 and 100000)
);
--> statement-breakpoint
CREATE INDEX `coefficient_element` ON `coefficient` (`element_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `coefficient_unique` ON `coefficient` (`ue_id`,`element_id`);--> statement-breakpoint
CREATE TABLE `commentaire_jury` (
	`id` text PRIMARY KEY NOT NULL,
	`semestre_id` text NOT NULL,
	`etudiant_id` text NOT NULL,
	`texte` text NOT NULL,
	`auteur_id` text NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`etudiant_id`) REFERENCES `etudiant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`auteur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commentaire_jury_etudiant` ON `commentaire_jury` (`etudiant_id`,`semestre_id`);--> statement-breakpoint
CREATE TABLE `competence` (
	`id` text PRIMARY KEY NOT NULL,
	`formation_id` text NOT NULL,
	`parcours_id` text,
	`numero` integer NOT NULL,
	`court` text NOT NULL,
	`titre` text NOT NULL,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parcours_id`) REFERENCES `parcours`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "competence_numero" CHECK("competence"."numero" between 1 and 9)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `competence_court_unique` ON `competence` (`formation_id`,`court`);--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`etudiant_id` text NOT NULL,
	`utilisateur_id` text NOT NULL,
	`objet` text NOT NULL,
	`jour` text NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`etudiant_id`) REFERENCES `etudiant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_unique` ON `consultation` (`etudiant_id`,`utilisateur_id`,`objet`,`jour`);--> statement-breakpoint
CREATE TABLE `courriel` (
	`id` text PRIMARY KEY NOT NULL,
	`utilisateur_id` text NOT NULL,
	`cle` text NOT NULL,
	`cree_le` text NOT NULL,
	`essais` integer DEFAULT 0 NOT NULL,
	`prochain_essai_le` text NOT NULL,
	`envoye_le` text,
	`erreur` text,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `courriel_a_envoyer` ON `courriel` (`envoye_le`,`prochain_essai_le`);--> statement-breakpoint
CREATE UNIQUE INDEX `courriel_unique` ON `courriel` (`utilisateur_id`,`cle`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`etudiant_id` text NOT NULL,
	`semestre_id` text NOT NULL,
	`portee` text NOT NULL,
	`objet_id` text NOT NULL,
	`rang` integer NOT NULL,
	`code` text NOT NULL,
	`proposition` text,
	`motif` text,
	`moyenne_vue` integer,
	`instantane` text NOT NULL,
	`reglement_version` text NOT NULL,
	`auteur_id` text NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`etudiant_id`) REFERENCES `etudiant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`auteur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_portee" CHECK("decision"."portee" in ('ue', 'rcue', 'annee', 'diplome'))
);
--> statement-breakpoint
CREATE INDEX `decision_semestre` ON `decision` (`semestre_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `decision_rang_unique` ON `decision` (`etudiant_id`,`portee`,`objet_id`,`rang`);--> statement-breakpoint
CREATE TABLE `demande_correction` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`inscription_id` text NOT NULL,
	`texte` text NOT NULL,
	`etat` text NOT NULL,
	`reponse` text,
	`traitee_par` text,
	`traitee_le` text,
	`version` integer DEFAULT 1 NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`traitee_par`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "demande_correction_etat" CHECK("demande_correction"."etat" in ('ouverte', 'acceptee', 'refusee')),
	CONSTRAINT "demande_correction_traitee" CHECK("demande_correction"."etat" = 'ouverte' or "demande_correction"."traitee_le" is not null)
);
--> statement-breakpoint
CREATE INDEX `demande_correction_inscription` ON `demande_correction` (`inscription_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `demande_correction_ouverte_unique` ON `demande_correction` (`evaluation_id`,`inscription_id`) WHERE "demande_correction"."etat" = 'ouverte';--> statement-breakpoint
CREATE TABLE `dispense` (
	`id` text PRIMARY KEY NOT NULL,
	`inscription_id` text NOT NULL,
	`ue_id` text NOT NULL,
	`motif` text NOT NULL,
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ue_id`) REFERENCES `ue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dispense_unique` ON `dispense` (`inscription_id`,`ue_id`);--> statement-breakpoint
CREATE TABLE `document` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`type` text NOT NULL,
	`etudiant_id` text NOT NULL,
	`semestre_id` text,
	`sha256` text NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`etudiant_id`) REFERENCES `etudiant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "document_type" CHECK("document"."type" in ('releve', 'cursus', 'attestation'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_code_unique` ON `document` (`code`);--> statement-breakpoint
CREATE INDEX `document_etudiant` ON `document` (`etudiant_id`,`type`);--> statement-breakpoint
CREATE TABLE `element` (
	`id` text PRIMARY KEY NOT NULL,
	`maquette_id` text NOT NULL,
	`numero` integer NOT NULL,
	`regime` text NOT NULL,
	`titre` text NOT NULL,
	`nature` text NOT NULL,
	`ordre` integer NOT NULL,
	FOREIGN KEY (`maquette_id`) REFERENCES `maquette`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "element_nature" CHECK("element"."nature" in ('ressource', 'sae', 'portfolio', 'stage')),
	CONSTRAINT "element_numero" CHECK("element"."numero" between 1 and 6)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `element_titre_unique` ON `element` (`maquette_id`,`numero`,`regime`,`titre`);--> statement-breakpoint
CREATE TABLE `etudiant` (
	`id` text PRIMARY KEY NOT NULL,
	`numero` text NOT NULL,
	`nom` text NOT NULL,
	`prenom` text NOT NULL,
	`force_majeure` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `etudiant_numero_unique` ON `etudiant` (`numero`);--> statement-breakpoint
CREATE TABLE `evaluation` (
	`id` text PRIMARY KEY NOT NULL,
	`semestre_id` text NOT NULL,
	`element_id` text NOT NULL,
	`titre` text NOT NULL,
	`date` text NOT NULL,
	`coefficient` integer NOT NULL,
	`bareme` integer NOT NULL,
	`type` text NOT NULL,
	`etat` text NOT NULL,
	`publiee_le` text,
	`archivee_le` text,
	`anonyme` integer DEFAULT false NOT NULL,
	`double_saisie` integer DEFAULT false NOT NULL,
	`ordre` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`element_id`) REFERENCES `element`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evaluation_coefficient" CHECK("evaluation"."coefficient" between 0 and 100000),
	CONSTRAINT "evaluation_bareme" CHECK("evaluation"."bareme" between 1 and 100000),
	CONSTRAINT "evaluation_type" CHECK("evaluation"."type" in ('normale', 'rattrapage', 'seconde-session', 'bonus')),
	CONSTRAINT "evaluation_etat" CHECK("evaluation"."etat" in ('brouillon', 'saisie', 'publiee')),
	CONSTRAINT "evaluation_archivee" CHECK("evaluation"."archivee_le" is null or "evaluation"."etat" <> 'publiee'),
	CONSTRAINT "evaluation_publiee" CHECK("evaluation"."etat" <> 'publiee' or "evaluation"."publiee_le" is not null)
);
--> statement-breakpoint
CREATE INDEX `evaluation_semestre` ON `evaluation` (`semestre_id`,`element_id`);--> statement-breakpoint
CREATE TABLE `formation` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`titre` text NOT NULL,
	`etablissement` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `formation_code_unique` ON `formation` (`code`);--> statement-breakpoint
CREATE TABLE `groupe` (
	`id` text PRIMARY KEY NOT NULL,
	`semestre_id` text NOT NULL,
	`nom` text NOT NULL,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groupe_nom_unique` ON `groupe` (`semestre_id`,`nom`);--> statement-breakpoint
CREATE TABLE `inscription` (
	`id` text PRIMARY KEY NOT NULL,
	`etudiant_id` text NOT NULL,
	`semestre_id` text NOT NULL,
	`maquette_semestre_id` text,
	`etat` text NOT NULL,
	FOREIGN KEY (`etudiant_id`) REFERENCES `etudiant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maquette_semestre_id`) REFERENCES `maquette_semestre`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inscription_etat" CHECK("inscription"."etat" in ('I', 'DEM', 'DEF'))
);
--> statement-breakpoint
CREATE INDEX `inscription_semestre` ON `inscription` (`semestre_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `inscription_unique` ON `inscription` (`etudiant_id`,`semestre_id`);--> statement-breakpoint
CREATE TABLE `inscription_groupe` (
	`id` text PRIMARY KEY NOT NULL,
	`inscription_id` text NOT NULL,
	`groupe_id` text NOT NULL,
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupe_id`) REFERENCES `groupe`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inscription_groupe_groupe` ON `inscription_groupe` (`groupe_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `inscription_groupe_unique` ON `inscription_groupe` (`inscription_id`,`groupe_id`);--> statement-breakpoint
CREATE TABLE `journal` (
	`id` text PRIMARY KEY NOT NULL,
	`utilisateur_id` text,
	`action` text NOT NULL,
	`sujet_type` text NOT NULL,
	`sujet_id` text NOT NULL,
	`avant` text,
	`apres` text,
	`motif` text,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_sujet` ON `journal` (`sujet_type`,`sujet_id`);--> statement-breakpoint
CREATE INDEX `journal_date` ON `journal` (`cree_le`);--> statement-breakpoint
CREATE TABLE `maquette` (
	`id` text PRIMARY KEY NOT NULL,
	`formation_id` text NOT NULL,
	`version` text NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `maquette_version_unique` ON `maquette` (`formation_id`,`version`);--> statement-breakpoint
CREATE TABLE `maquette_semestre` (
	`id` text PRIMARY KEY NOT NULL,
	`maquette_id` text NOT NULL,
	`numero` integer NOT NULL,
	`parcours_id` text,
	`regime` text NOT NULL,
	`titre_imprime` text NOT NULL,
	FOREIGN KEY (`maquette_id`) REFERENCES `maquette`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parcours_id`) REFERENCES `parcours`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "maquette_semestre_numero" CHECK("maquette_semestre"."numero" between 1 and 6),
	CONSTRAINT "maquette_semestre_regime" CHECK("maquette_semestre"."regime" in ('commun', 'initiale', 'alternance'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `maquette_semestre_commun_unique` ON `maquette_semestre` (`maquette_id`,`numero`,`regime`) WHERE "maquette_semestre"."parcours_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `maquette_semestre_unique` ON `maquette_semestre` (`maquette_id`,`numero`,`parcours_id`,`regime`);--> statement-breakpoint
CREATE TABLE `niveau` (
	`id` text PRIMARY KEY NOT NULL,
	`competence_id` text NOT NULL,
	`ordre` integer NOT NULL,
	`annee` integer NOT NULL,
	`titre` text NOT NULL,
	FOREIGN KEY (`competence_id`) REFERENCES `competence`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "niveau_annee" CHECK("niveau"."annee" between 1 and 3),
	CONSTRAINT "niveau_ordre" CHECK("niveau"."ordre" between 1 and 3)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `niveau_annee_unique` ON `niveau` (`competence_id`,`annee`);--> statement-breakpoint
CREATE UNIQUE INDEX `niveau_ordre_unique` ON `niveau` (`competence_id`,`ordre`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`inscription_id` text NOT NULL,
	`valeur` integer,
	`code` text,
	`version` integer NOT NULL,
	`modifiee_le` text NOT NULL,
	`modifiee_par` text NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`modifiee_par`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "note_valeur" CHECK("note"."valeur" is null or "note"."valeur" between 0 and 100000),
	CONSTRAINT "note_code" CHECK("note"."code" is null or "note"."code" in ('ABS', 'EXC', 'ATT')),
	CONSTRAINT "note_une_seule" CHECK("note"."valeur" is null or "note"."code" is null)
);
--> statement-breakpoint
CREATE INDEX `note_inscription` ON `note` (`inscription_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `note_unique` ON `note` (`evaluation_id`,`inscription_id`);--> statement-breakpoint
CREATE TABLE `note_historique` (
	`id` text PRIMARY KEY NOT NULL,
	`note_id` text NOT NULL,
	`version` integer NOT NULL,
	`avant_valeur` integer,
	`avant_code` text,
	`apres_valeur` integer,
	`apres_code` text,
	`source` text NOT NULL,
	`motif` text,
	`utilisateur_id` text NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `note`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "note_historique_source" CHECK("note_historique"."source" in ('cellule', 'collage', 'import', 'api'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `note_historique_version` ON `note_historique` (`note_id`,`version`);--> statement-breakpoint
CREATE TABLE `parcours` (
	`id` text PRIMARY KEY NOT NULL,
	`formation_id` text NOT NULL,
	`code` text NOT NULL,
	`titre` text NOT NULL,
	`ouvert` integer NOT NULL,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parcours_code_unique` ON `parcours` (`formation_id`,`code`);--> statement-breakpoint
CREATE TABLE `poids` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`ue_id` text NOT NULL,
	`valeur` integer NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ue_id`) REFERENCES `ue`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "poids_valeur" CHECK("poids"."valeur" between 0 and 100000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `poids_unique` ON `poids` (`evaluation_id`,`ue_id`);--> statement-breakpoint
CREATE TABLE `promotion` (
	`id` text PRIMARY KEY NOT NULL,
	`maquette_id` text NOT NULL,
	`titre` text NOT NULL,
	`annee_entree` integer NOT NULL,
	FOREIGN KEY (`maquette_id`) REFERENCES `maquette`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `promotion_titre_unique` ON `promotion` (`maquette_id`,`titre`);--> statement-breakpoint
CREATE TABLE `pv` (
	`id` text PRIMARY KEY NOT NULL,
	`semestre_id` text NOT NULL,
	`numero` integer NOT NULL,
	`instantane` text NOT NULL,
	`sha256` text NOT NULL,
	`reglement_version` text NOT NULL,
	`president` text NOT NULL,
	`membres` text NOT NULL,
	`auteur_id` text NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`auteur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pv_numero_unique` ON `pv` (`semestre_id`,`numero`);--> statement-breakpoint
CREATE TABLE `reglement` (
	`id` text PRIMARY KEY NOT NULL,
	`formation_id` text NOT NULL,
	`version` text NOT NULL,
	`applicable_du` text NOT NULL,
	`parametres` text NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reglement_version_unique` ON `reglement` (`formation_id`,`version`);--> statement-breakpoint
CREATE TABLE `role` (
	`id` text PRIMARY KEY NOT NULL,
	`utilisateur_id` text NOT NULL,
	`role` text NOT NULL,
	`semestre_id` text,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_role" CHECK("role"."role" in ('etudiant', 'enseignant', 'responsable', 'jury', 'scolarite'))
);
--> statement-breakpoint
CREATE INDEX `role_utilisateur` ON `role` (`utilisateur_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `role_partout_unique` ON `role` (`utilisateur_id`,`role`) WHERE "role"."semestre_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `role_unique` ON `role` (`utilisateur_id`,`role`,`semestre_id`);--> statement-breakpoint
CREATE TABLE `seconde_saisie` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`inscription_id` text NOT NULL,
	`valeur` integer,
	`code` text,
	`version` integer NOT NULL,
	`saisie_le` text NOT NULL,
	`saisie_par` text NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saisie_par`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seconde_saisie_valeur" CHECK("seconde_saisie"."valeur" is null or "seconde_saisie"."valeur" between 0 and 100000),
	CONSTRAINT "seconde_saisie_code" CHECK("seconde_saisie"."code" is null or "seconde_saisie"."code" in ('ABS', 'EXC', 'ATT')),
	CONSTRAINT "seconde_saisie_une_seule" CHECK("seconde_saisie"."valeur" is null or "seconde_saisie"."code" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seconde_saisie_unique` ON `seconde_saisie` (`evaluation_id`,`inscription_id`);--> statement-breakpoint
CREATE TABLE `semestre` (
	`id` text PRIMARY KEY NOT NULL,
	`promotion_id` text NOT NULL,
	`numero` integer NOT NULL,
	`annee_universitaire` text NOT NULL,
	`regime` text NOT NULL,
	`reglement_id` text NOT NULL,
	`etat` text NOT NULL,
	`publie_le` text,
	`publication_prevue_le` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`promotion_id`) REFERENCES `promotion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reglement_id`) REFERENCES `reglement`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "semestre_numero" CHECK("semestre"."numero" between 1 and 6),
	CONSTRAINT "semestre_etat" CHECK("semestre"."etat" in ('preparation', 'ouvert', 'jury', 'delibere', 'publie', 'rouvert')),
	CONSTRAINT "semestre_publie" CHECK("semestre"."etat" <> 'publie' or "semestre"."publie_le" is not null),
	CONSTRAINT "semestre_regime" CHECK("semestre"."regime" in ('commun', 'initiale', 'alternance'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `semestre_unique` ON `semestre` (`promotion_id`,`numero`,`annee_universitaire`,`regime`);--> statement-breakpoint
CREATE TABLE `ue` (
	`id` text PRIMARY KEY NOT NULL,
	`maquette_semestre_id` text NOT NULL,
	`competence_id` text NOT NULL,
	`ects` integer NOT NULL,
	`pole_ressource` integer,
	`pole_sae` integer,
	`titre_imprime` text NOT NULL,
	`mention_imprimee` text,
	`confirmee_le` text,
	`confirmee_par` text,
	FOREIGN KEY (`maquette_semestre_id`) REFERENCES `maquette_semestre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`competence_id`) REFERENCES `competence`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ue_ects" CHECK("ue"."ects" between 1 and 30),
	CONSTRAINT "ue_poles" CHECK(("ue"."pole_ressource" is null and "ue"."pole_sae" is null) or ("ue"."pole_ressource" is not null and "ue"."pole_sae" is not null and "ue"."pole_ressource" + "ue"."pole_sae" = 100 and "ue"."pole_ressource" between 40 and 60))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ue_competence_unique` ON `ue` (`maquette_semestre_id`,`competence_id`);--> statement-breakpoint
CREATE TABLE `utilisateur` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`nom` text NOT NULL,
	`prenom` text NOT NULL,
	`mot_de_passe` text NOT NULL,
	`actif` integer DEFAULT true NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`resume_courriel` integer DEFAULT false NOT NULL,
	`etudiant_id` text,
	FOREIGN KEY (`etudiant_id`) REFERENCES `etudiant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `utilisateur_email_unique` ON `utilisateur` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `utilisateur_etudiantId_unique` ON `utilisateur` (`etudiant_id`);--> statement-breakpoint
CREATE TABLE `visite` (
	`id` text PRIMARY KEY NOT NULL,
	`utilisateur_id` text NOT NULL,
	`depuis` text,
	`derniere_le` text NOT NULL,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visite_utilisateurId_unique` ON `visite` (`utilisateur_id`);