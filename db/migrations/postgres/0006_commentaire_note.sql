CREATE TABLE "commentaire_note" (
	"id" text PRIMARY KEY NOT NULL,
	"evaluation_id" text NOT NULL,
	"inscription_id" text NOT NULL,
	"texte" text NOT NULL,
	"version" integer NOT NULL,
	"modifie_le" text NOT NULL,
	"modifie_par" text NOT NULL,
	CONSTRAINT "commentaire_note_unique" UNIQUE("evaluation_id","inscription_id"),
	CONSTRAINT "commentaire_note_longueur" CHECK (length("commentaire_note"."texte") <= 500)
);
--> statement-breakpoint
CREATE TABLE "commentaire_note_historique" (
	"id" text PRIMARY KEY NOT NULL,
	"commentaire_id" text NOT NULL,
	"version" integer NOT NULL,
	"avant" text NOT NULL,
	"apres" text NOT NULL,
	"source" text NOT NULL,
	"motif" text,
	"utilisateur_id" text NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "commentaire_note_historique_version" UNIQUE("commentaire_id","version"),
	CONSTRAINT "commentaire_note_historique_source" CHECK ("commentaire_note_historique"."source" in ('cellule', 'collage', 'import', 'api'))
);
--> statement-breakpoint
ALTER TABLE "commentaire_note" ADD CONSTRAINT "commentaire_note_evaluation_id_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaire_note" ADD CONSTRAINT "commentaire_note_inscription_id_inscription_id_fk" FOREIGN KEY ("inscription_id") REFERENCES "public"."inscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaire_note" ADD CONSTRAINT "commentaire_note_modifie_par_utilisateur_id_fk" FOREIGN KEY ("modifie_par") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaire_note_historique" ADD CONSTRAINT "commentaire_note_historique_commentaire_id_commentaire_note_id_fk" FOREIGN KEY ("commentaire_id") REFERENCES "public"."commentaire_note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaire_note_historique" ADD CONSTRAINT "commentaire_note_historique_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commentaire_note_inscription" ON "commentaire_note" USING btree ("inscription_id");--> statement-breakpoint
CREATE TRIGGER commentaire_note_historique_ajout_seul BEFORE UPDATE OR DELETE ON commentaire_note_historique
FOR EACH ROW EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER commentaire_note_historique_ajout_seul_truncate BEFORE TRUNCATE ON commentaire_note_historique
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ajout_seul();
