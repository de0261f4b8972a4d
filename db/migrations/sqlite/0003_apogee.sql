CREATE TABLE `code_apogee` (
	`id` text PRIMARY KEY NOT NULL,
	`maquette_id` text NOT NULL,
	`objet` text NOT NULL,
	`objet_id` text NOT NULL,
	`code` text NOT NULL,
	FOREIGN KEY (`maquette_id`) REFERENCES `maquette`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "code_apogee_objet" CHECK("code_apogee"."objet" in ('annee', 'semestre', 'ue', 'rcue', 'element'))
);
--> statement-breakpoint
CREATE INDEX `code_apogee_code` ON `code_apogee` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `code_apogee_unique` ON `code_apogee` (`maquette_id`,`objet`,`objet_id`,`code`);--> statement-breakpoint
CREATE TABLE `correspondance_apogee` (
	`id` text PRIMARY KEY NOT NULL,
	`formation_id` text NOT NULL,
	`code` text NOT NULL,
	`apogee` text NOT NULL,
	FOREIGN KEY (`formation_id`) REFERENCES `formation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `correspondance_apogee_unique` ON `correspondance_apogee` (`formation_id`,`code`);