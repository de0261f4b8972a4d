CREATE TABLE "lot_import" (
	"id" text PRIMARY KEY NOT NULL,
	"usage" text NOT NULL,
	"cible" text NOT NULL,
	"semestre_id" text,
	"etat" text NOT NULL,
	"fichier" text NOT NULL,
	"signature" text NOT NULL,
	"lignes" integer NOT NULL,
	"ecrites" integer NOT NULL,
	"ecartees" integer NOT NULL,
	"utilisateur_id" text NOT NULL,
	"cree_le" text NOT NULL,
	"annule_le" text,
	"annule_par" text,
	CONSTRAINT "lot_import_etat" CHECK ("lot_import"."etat" in ('apercu', 'applique', 'annule')),
	CONSTRAINT "lot_import_comptes" CHECK ("lot_import"."lignes" >= 0 and "lot_import"."ecrites" >= 0 and "lot_import"."ecartees" >= 0),
	CONSTRAINT "lot_import_annule" CHECK (("lot_import"."etat" = 'annule') = ("lot_import"."annule_le" is not null))
);
--> statement-breakpoint
CREATE TABLE "lot_import_ligne" (
	"id" text PRIMARY KEY NOT NULL,
	"lot_id" text NOT NULL,
	"ligne" integer NOT NULL,
	"sujet_type" text NOT NULL,
	"sujet_id" text NOT NULL,
	"version_avant" integer NOT NULL,
	"version_apres" integer NOT NULL,
	"version_annulee" integer,
	"avant" text,
	CONSTRAINT "lot_import_ligne_unique" UNIQUE("lot_id","sujet_type","sujet_id")
);
--> statement-breakpoint
CREATE TABLE "memoire_colonnes" (
	"id" text PRIMARY KEY NOT NULL,
	"formation_id" text NOT NULL,
	"usage" text NOT NULL,
	"signature" text NOT NULL,
	"choix" text NOT NULL,
	"utilisateur_id" text NOT NULL,
	"modifiee_le" text NOT NULL,
	CONSTRAINT "memoire_colonnes_unique" UNIQUE("formation_id","usage","signature")
);
--> statement-breakpoint
ALTER TABLE "lot_import" ADD CONSTRAINT "lot_import_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_import" ADD CONSTRAINT "lot_import_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_import" ADD CONSTRAINT "lot_import_annule_par_utilisateur_id_fk" FOREIGN KEY ("annule_par") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_import_ligne" ADD CONSTRAINT "lot_import_ligne_lot_id_lot_import_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memoire_colonnes" ADD CONSTRAINT "memoire_colonnes_formation_id_formation_id_fk" FOREIGN KEY ("formation_id") REFERENCES "public"."formation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memoire_colonnes" ADD CONSTRAINT "memoire_colonnes_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lot_import_cible" ON "lot_import" USING btree ("usage","cible","cree_le");--> statement-breakpoint
CREATE INDEX "lot_import_ligne_sujet" ON "lot_import_ligne" USING btree ("sujet_type","sujet_id");