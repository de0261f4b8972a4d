CREATE TABLE `lot_import` (
	`id` text PRIMARY KEY NOT NULL,
	`usage` text NOT NULL,
	`cible` text NOT NULL,
	`semestre_id` text,
	`etat` text NOT NULL,
	`fichier` text NOT NULL,
	`signature` text NOT NULL,
	`lignes` integer NOT NULL,
	`ecrites` integer NOT NULL,
	`ecartees` integer NOT NULL,
	`utilisateur_id` text NOT NULL,
	`cree_le` text NOT NULL,
	`annule_le` text,
	`annule_par` text,
	FOREIGN KEY (`semestre_id`) REFERENCES `semestre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annule_par`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lot_import_etat" CHECK("lot_import"."etat" in ('apercu', 'applique', 'annule')),
	CONSTRAINT "lot_import_comptes" CHECK("lot_import"."lignes" >= 0 and "lot_import"."ecrites" >= 0 and "lot_import"."ecartees" >= 0),
	CONSTRAINT "lot_import_annule" CHECK(("lot_import"."etat" = 'annule') = ("lot_import"."annule_le" is not null))
);
--> statement-breakpoint
CREATE INDEX `lot_import_cible` ON `lot_import` (`usage`,`cible`,`cree_le`);--> statement-breakpoint
CREATE TABLE `lot_import_ligne` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`ligne` integer NOT NULL,
	`sujet_type` text NOT NULL,
	`sujet_id` text NOT NULL,
	`version_avant` integer NOT NULL,
	`version_apres` integer NOT NULL,
	`version_annulee` integer,
	`avant` text,
	FOREIGN KEY (`lot_id`) REFERENCES `lot_import`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lot_import_ligne_sujet` ON `lot_import_ligne` (`sujet_type`,`sujet_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `lot_import_ligne_unique` ON `lot_import_ligne` (`lot_id`,`sujet_type`,`sujet_id`);--> statement-breakpoint
CREATE TABLE `memoire_colonnes` (
	`id` text PRIMARY KEY NOT NULL,
	`formation_id` text NOT NULL,
	`usage` text NOT NULL,
	`signature` text NOT NULL,
	`choix` text NOT NULL,
	`utilisateur_id` text NOT NULL,
	`modifiee_le` text NOT NULL,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memoire_colonnes_unique` ON `memoire_colonnes` (`formation_id`,`usage`,`signature`);