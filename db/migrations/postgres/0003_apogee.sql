CREATE TABLE "code_apogee" (
	"id" text PRIMARY KEY NOT NULL,
	"maquette_id" text NOT NULL,
	"objet" text NOT NULL,
	"objet_id" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "code_apogee_unique" UNIQUE("maquette_id","objet","objet_id","code"),
	CONSTRAINT "code_apogee_objet" CHECK ("code_apogee"."objet" in ('annee', 'semestre', 'ue', 'rcue', 'element'))
);
--> statement-breakpoint
CREATE TABLE "correspondance_apogee" (
	"id" text PRIMARY KEY NOT NULL,
	"formation_id" text NOT NULL,
	"code" text NOT NULL,
	"apogee" text NOT NULL,
	CONSTRAINT "correspondance_apogee_unique" UNIQUE("formation_id","code")
);
--> statement-breakpoint
ALTER TABLE "code_apogee" ADD CONSTRAINT "code_apogee_maquette_id_maquette_id_fk" FOREIGN KEY ("maquette_id") REFERENCES "public"."maquette"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correspondance_apogee" ADD CONSTRAINT "correspondance_apogee_formation_id_formation_id_fk" FOREIGN KEY ("formation_id") REFERENCES "public"."formation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "code_apogee_code" ON "code_apogee" USING btree ("code");