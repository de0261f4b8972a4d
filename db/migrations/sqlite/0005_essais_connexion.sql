CREATE TABLE `essai_connexion` (
	`id` text PRIMARY KEY NOT NULL,
	`compte` text NOT NULL,
	`reseau` text NOT NULL,
	`appareil` text,
	`cree_le` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `essai_connexion_compte` ON `essai_connexion` (`compte`);--> statement-breakpoint
CREATE INDEX `essai_connexion_reseau` ON `essai_connexion` (`reseau`);--> statement-breakpoint
CREATE INDEX `essai_connexion_appareil` ON `essai_connexion` (`appareil`);--> statement-breakpoint
CREATE INDEX `essai_connexion_date` ON `essai_connexion` (`cree_le`);