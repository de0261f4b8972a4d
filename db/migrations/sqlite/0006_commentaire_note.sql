CREATE TABLE `commentaire_note` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`inscription_id` text NOT NULL,
	`texte` text NOT NULL,
	`version` integer NOT NULL,
	`modifie_le` text NOT NULL,
	`modifie_par` text NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`modifie_par`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commentaire_note_longueur" CHECK(length("commentaire_note"."texte") <= 500)
);
--> statement-breakpoint
CREATE INDEX `commentaire_note_inscription` ON `commentaire_note` (`inscription_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `commentaire_note_unique` ON `commentaire_note` (`evaluation_id`,`inscription_id`);--> statement-breakpoint
CREATE TABLE `commentaire_note_historique` (
	`id` text PRIMARY KEY NOT NULL,
	`commentaire_id` text NOT NULL,
	`version` integer NOT NULL,
	`avant` text NOT NULL,
	`apres` text NOT NULL,
	`source` text NOT NULL,
	`motif` text,
	`utilisateur_id` text NOT NULL,
	`cree_le` text NOT NULL,
	FOREIGN KEY (`commentaire_id`) REFERENCES `commentaire_note`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`utilisateur_id`) REFERENCES `utilisateur`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commentaire_note_historique_source" CHECK("commentaire_note_historique"."source" in ('cellule', 'collage', 'import', 'api'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commentaire_note_historique_version` ON `commentaire_note_historique` (`commentaire_id`,`version`);--> statement-breakpoint
CREATE TRIGGER commentaire_note_historique_ajout_seul_update BEFORE UPDATE ON commentaire_note_historique
BEGIN
  SELECT RAISE(ABORT, 'commentaire_note_historique : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER commentaire_note_historique_ajout_seul_delete BEFORE DELETE ON commentaire_note_historique
BEGIN
  SELECT RAISE(ABORT, 'commentaire_note_historique : ajout seul');
END;
