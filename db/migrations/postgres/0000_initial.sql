CREATE TABLE "affectation" (
	"id" text PRIMARY KEY NOT NULL,
	"utilisateur_id" text NOT NULL,
	"element_id" text NOT NULL,
	"semestre_id" text NOT NULL,
	CONSTRAINT "affectation_unique" UNIQUE("utilisateur_id","element_id","semestre_id")
);
--> statement-breakpoint
CREATE TABLE "anonymat" (
	"id" text PRIMARY KEY NOT NULL,
	"evaluation_id" text NOT NULL,
	"inscription_id" text NOT NULL,
	"numero" integer NOT NULL,
	CONSTRAINT "anonymat_inscription_unique" UNIQUE("evaluation_id","inscription_id"),
	CONSTRAINT "anonymat_numero_unique" UNIQUE("evaluation_id","numero"),
	CONSTRAINT "anonymat_numero" CHECK ("anonymat"."numero" > 0)
);
--> statement-breakpoint
CREATE TABLE "apprentissage_critique" (
	"id" text PRIMARY KEY NOT NULL,
	"niveau_id" text NOT NULL,
	"code" text NOT NULL,
	"libelle" text NOT NULL,
	CONSTRAINT "apprentissage_critique_code_unique" UNIQUE("niveau_id","code")
);
--> statement-breakpoint
CREATE TABLE "bonus" (
	"id" text PRIMARY KEY NOT NULL,
	"inscription_id" text NOT NULL,
	"activite" text NOT NULL,
	"pourcent" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bonus_activite_unique" UNIQUE("inscription_id","activite"),
	CONSTRAINT "bonus_pourcent" CHECK ("bonus"."pourcent" between 0 and 500 and "bonus"."pourcent" % 25 = 0)
);
--> statement-breakpoint
CREATE TABLE "coefficient" (
	"id" text PRIMARY KEY NOT NULL,
	"ue_id" text NOT NULL,
	"element_id" text NOT NULL,
	"valeur" integer NOT NULL,
	"heures_cm" integer,
	"heures_td" integer,
	"heures_tp" integer,
	"heures_position" text,
	"titre_imprime" text NOT NULL,
	"nature_imprimee" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "coefficient_unique" UNIQUE("ue_id","element_id"),
	CONSTRAINT "coefficient_valeur" CHECK ("coefficient"."valeur" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE "commentaire_jury" (
	"id" text PRIMARY KEY NOT NULL,
	"semestre_id" text NOT NULL,
	"etudiant_id" text NOT NULL,
	"texte" text NOT NULL,
	"auteur_id" text NOT NULL,
	"cree_le" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "competence" (
	"id" text PRIMARY KEY NOT NULL,
	"formation_id" text NOT NULL,
	"parcours_id" text,
	"numero" integer NOT NULL,
	"court" text NOT NULL,
	"titre" text NOT NULL,
	CONSTRAINT "competence_court_unique" UNIQUE("formation_id","court"),
	CONSTRAINT "competence_numero" CHECK ("competence"."numero" between 1 and 9)
);
--> statement-breakpoint
CREATE TABLE "consultation" (
	"id" text PRIMARY KEY NOT NULL,
	"etudiant_id" text NOT NULL,
	"utilisateur_id" text NOT NULL,
	"objet" text NOT NULL,
	"jour" text NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "consultation_unique" UNIQUE("etudiant_id","utilisateur_id","objet","jour")
);
--> statement-breakpoint
CREATE TABLE "courriel" (
	"id" text PRIMARY KEY NOT NULL,
	"utilisateur_id" text NOT NULL,
	"cle" text NOT NULL,
	"cree_le" text NOT NULL,
	"essais" integer DEFAULT 0 NOT NULL,
	"prochain_essai_le" text NOT NULL,
	"envoye_le" text,
	"erreur" text,
	CONSTRAINT "courriel_unique" UNIQUE("utilisateur_id","cle")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" text PRIMARY KEY NOT NULL,
	"etudiant_id" text NOT NULL,
	"semestre_id" text NOT NULL,
	"portee" text NOT NULL,
	"objet_id" text NOT NULL,
	"rang" integer NOT NULL,
	"code" text NOT NULL,
	"proposition" text,
	"motif" text,
	"moyenne_vue" integer,
	"instantane" text NOT NULL,
	"reglement_version" text NOT NULL,
	"auteur_id" text NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "decision_rang_unique" UNIQUE("etudiant_id","portee","objet_id","rang"),
	CONSTRAINT "decision_portee" CHECK ("decision"."portee" in ('ue', 'rcue', 'annee', 'diplome'))
);
--> statement-breakpoint
CREATE TABLE "demande_correction" (
	"id" text PRIMARY KEY NOT NULL,
	"evaluation_id" text NOT NULL,
	"inscription_id" text NOT NULL,
	"texte" text NOT NULL,
	"etat" text NOT NULL,
	"reponse" text,
	"traitee_par" text,
	"traitee_le" text,
	"version" integer DEFAULT 1 NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "demande_correction_etat" CHECK ("demande_correction"."etat" in ('ouverte', 'acceptee', 'refusee')),
	CONSTRAINT "demande_correction_traitee" CHECK ("demande_correction"."etat" = 'ouverte' or "demande_correction"."traitee_le" is not null)
);
--> statement-breakpoint
CREATE TABLE "dispense" (
	"id" text PRIMARY KEY NOT NULL,
	"inscription_id" text NOT NULL,
	"ue_id" text NOT NULL,
	"motif" text NOT NULL,
	CONSTRAINT "dispense_unique" UNIQUE("inscription_id","ue_id")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"type" text NOT NULL,
	"etudiant_id" text NOT NULL,
	"semestre_id" text,
	"sha256" text NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "document_code_unique" UNIQUE("code"),
	CONSTRAINT "document_type" CHECK ("document"."type" in ('releve', 'cursus', 'attestation'))
);
--> statement-breakpoint
CREATE TABLE "element" (
	"id" text PRIMARY KEY NOT NULL,
	"maquette_id" text NOT NULL,
	"numero" integer NOT NULL,
	"regime" text NOT NULL,
	"titre" text NOT NULL,
	"nature" text NOT NULL,
	"ordre" integer NOT NULL,
	CONSTRAINT "element_titre_unique" UNIQUE("maquette_id","numero","regime","titre"),
	CONSTRAINT "element_nature" CHECK ("element"."nature" in ('ressource', 'sae', 'portfolio', 'stage')),
	CONSTRAINT "element_numero" CHECK ("element"."numero" between 1 and 6)
);
--> statement-breakpoint
CREATE TABLE "etudiant" (
	"id" text PRIMARY KEY NOT NULL,
	"numero" text NOT NULL,
	"nom" text NOT NULL,
	"prenom" text NOT NULL,
	"force_majeure" boolean DEFAULT false NOT NULL,
	CONSTRAINT "etudiant_numero_unique" UNIQUE("numero")
);
--> statement-breakpoint
CREATE TABLE "evaluation" (
	"id" text PRIMARY KEY NOT NULL,
	"semestre_id" text NOT NULL,
	"element_id" text NOT NULL,
	"titre" text NOT NULL,
	"date" text NOT NULL,
	"coefficient" integer NOT NULL,
	"bareme" integer NOT NULL,
	"type" text NOT NULL,
	"etat" text NOT NULL,
	"publiee_le" text,
	"archivee_le" text,
	"anonyme" boolean DEFAULT false NOT NULL,
	"double_saisie" boolean DEFAULT false NOT NULL,
	"ordre" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "evaluation_coefficient" CHECK ("evaluation"."coefficient" between 0 and 100000),
	CONSTRAINT "evaluation_bareme" CHECK ("evaluation"."bareme" between 1 and 100000),
	CONSTRAINT "evaluation_type" CHECK ("evaluation"."type" in ('normale', 'rattrapage', 'seconde-session', 'bonus')),
	CONSTRAINT "evaluation_etat" CHECK ("evaluation"."etat" in ('brouillon', 'saisie', 'publiee')),
	CONSTRAINT "evaluation_archivee" CHECK ("evaluation"."archivee_le" is null or "evaluation"."etat" <> 'publiee'),
	CONSTRAINT "evaluation_publiee" CHECK ("evaluation"."etat" <> 'publiee' or "evaluation"."publiee_le" is not null)
);
--> statement-breakpoint
CREATE TABLE "formation" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"titre" text NOT NULL,
	"etablissement" text NOT NULL,
	CONSTRAINT "formation_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "groupe" (
	"id" text PRIMARY KEY NOT NULL,
	"semestre_id" text NOT NULL,
	"nom" text NOT NULL,
	CONSTRAINT "groupe_nom_unique" UNIQUE("semestre_id","nom")
);
--> statement-breakpoint
CREATE TABLE "inscription" (
	"id" text PRIMARY KEY NOT NULL,
	"etudiant_id" text NOT NULL,
	"semestre_id" text NOT NULL,
	"maquette_semestre_id" text,
	"etat" text NOT NULL,
	CONSTRAINT "inscription_unique" UNIQUE("etudiant_id","semestre_id"),
	CONSTRAINT "inscription_etat" CHECK ("inscription"."etat" in ('I', 'DEM', 'DEF'))
);
--> statement-breakpoint
CREATE TABLE "inscription_groupe" (
	"id" text PRIMARY KEY NOT NULL,
	"inscription_id" text NOT NULL,
	"groupe_id" text NOT NULL,
	CONSTRAINT "inscription_groupe_unique" UNIQUE("inscription_id","groupe_id")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" text PRIMARY KEY NOT NULL,
	"utilisateur_id" text,
	"action" text NOT NULL,
	"sujet_type" text NOT NULL,
	"sujet_id" text NOT NULL,
	"avant" text,
	"apres" text,
	"motif" text,
	"cree_le" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "maquette" (
	"id" text PRIMARY KEY NOT NULL,
	"formation_id" text NOT NULL,
	"version" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "maquette_version_unique" UNIQUE("formation_id","version")
);
--> statement-breakpoint
CREATE TABLE "maquette_semestre" (
	"id" text PRIMARY KEY NOT NULL,
	"maquette_id" text NOT NULL,
	"numero" integer NOT NULL,
	"parcours_id" text,
	"regime" text NOT NULL,
	"titre_imprime" text NOT NULL,
	CONSTRAINT "maquette_semestre_unique" UNIQUE("maquette_id","numero","parcours_id","regime"),
	CONSTRAINT "maquette_semestre_numero" CHECK ("maquette_semestre"."numero" between 1 and 6),
	CONSTRAINT "maquette_semestre_regime" CHECK ("maquette_semestre"."regime" in ('commun', 'initiale', 'alternance'))
);
--> statement-breakpoint
CREATE TABLE "niveau" (
	"id" text PRIMARY KEY NOT NULL,
	"competence_id" text NOT NULL,
	"ordre" integer NOT NULL,
	"annee" integer NOT NULL,
	"titre" text NOT NULL,
	CONSTRAINT "niveau_annee_unique" UNIQUE("competence_id","annee"),
	CONSTRAINT "niveau_ordre_unique" UNIQUE("competence_id","ordre"),
	CONSTRAINT "niveau_annee" CHECK ("niveau"."annee" between 1 and 3),
	CONSTRAINT "niveau_ordre" CHECK ("niveau"."ordre" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" text PRIMARY KEY NOT NULL,
	"evaluation_id" text NOT NULL,
	"inscription_id" text NOT NULL,
	"valeur" integer,
	"code" text,
	"version" integer NOT NULL,
	"modifiee_le" text NOT NULL,
	"modifiee_par" text NOT NULL,
	CONSTRAINT "note_unique" UNIQUE("evaluation_id","inscription_id"),
	CONSTRAINT "note_valeur" CHECK ("note"."valeur" is null or "note"."valeur" between 0 and 100000),
	CONSTRAINT "note_code" CHECK ("note"."code" is null or "note"."code" in ('ABS', 'EXC', 'ATT')),
	CONSTRAINT "note_une_seule" CHECK ("note"."valeur" is null or "note"."code" is null)
);
--> statement-breakpoint
CREATE TABLE "note_historique" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"version" integer NOT NULL,
	"avant_valeur" integer,
	"avant_code" text,
	"apres_valeur" integer,
	"apres_code" text,
	"source" text NOT NULL,
	"motif" text,
	"utilisateur_id" text NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "note_historique_version" UNIQUE("note_id","version"),
	CONSTRAINT "note_historique_source" CHECK ("note_historique"."source" in ('cellule', 'collage', 'import', 'api'))
);
--> statement-breakpoint
CREATE TABLE "parcours" (
	"id" text PRIMARY KEY NOT NULL,
	"formation_id" text NOT NULL,
	"code" text NOT NULL,
	"titre" text NOT NULL,
	"ouvert" boolean NOT NULL,
	CONSTRAINT "parcours_code_unique" UNIQUE("formation_id","code")
);
--> statement-breakpoint
CREATE TABLE "poids" (
	"id" text PRIMARY KEY NOT NULL,
	"evaluation_id" text NOT NULL,
	"ue_id" text NOT NULL,
	"valeur" integer NOT NULL,
	CONSTRAINT "poids_unique" UNIQUE("evaluation_id","ue_id"),
	CONSTRAINT "poids_valeur" CHECK ("poids"."valeur" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE "promotion" (
	"id" text PRIMARY KEY NOT NULL,
	"maquette_id" text NOT NULL,
	"titre" text NOT NULL,
	"annee_entree" integer NOT NULL,
	CONSTRAINT "promotion_titre_unique" UNIQUE("maquette_id","titre")
);
--> statement-breakpoint
CREATE TABLE "pv" (
	"id" text PRIMARY KEY NOT NULL,
	"semestre_id" text NOT NULL,
	"numero" integer NOT NULL,
	"instantane" text NOT NULL,
	"sha256" text NOT NULL,
	"reglement_version" text NOT NULL,
	"president" text NOT NULL,
	"membres" text NOT NULL,
	"auteur_id" text NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "pv_numero_unique" UNIQUE("semestre_id","numero")
);
--> statement-breakpoint
CREATE TABLE "reglement" (
	"id" text PRIMARY KEY NOT NULL,
	"formation_id" text NOT NULL,
	"version" text NOT NULL,
	"applicable_du" text NOT NULL,
	"parametres" text NOT NULL,
	"cree_le" text NOT NULL,
	CONSTRAINT "reglement_version_unique" UNIQUE("formation_id","version")
);
--> statement-breakpoint
CREATE TABLE "role" (
	"id" text PRIMARY KEY NOT NULL,
	"utilisateur_id" text NOT NULL,
	"role" text NOT NULL,
	"semestre_id" text,
	CONSTRAINT "role_unique" UNIQUE("utilisateur_id","role","semestre_id"),
	CONSTRAINT "role_role" CHECK ("role"."role" in ('etudiant', 'enseignant', 'responsable', 'jury', 'scolarite'))
);
--> statement-breakpoint
CREATE TABLE "seconde_saisie" (
	"id" text PRIMARY KEY NOT NULL,
	"evaluation_id" text NOT NULL,
	"inscription_id" text NOT NULL,
	"valeur" integer,
	"code" text,
	"version" integer NOT NULL,
	"saisie_le" text NOT NULL,
	"saisie_par" text NOT NULL,
	CONSTRAINT "seconde_saisie_unique" UNIQUE("evaluation_id","inscription_id"),
	CONSTRAINT "seconde_saisie_valeur" CHECK ("seconde_saisie"."valeur" is null or "seconde_saisie"."valeur" between 0 and 100000),
	CONSTRAINT "seconde_saisie_code" CHECK ("seconde_saisie"."code" is null or "seconde_saisie"."code" in ('ABS', 'EXC', 'ATT')),
	CONSTRAINT "seconde_saisie_une_seule" CHECK ("seconde_saisie"."valeur" is null or "seconde_saisie"."code" is null)
);
--> statement-breakpoint
CREATE TABLE "semestre" (
	"id" text PRIMARY KEY NOT NULL,
	"promotion_id" text NOT NULL,
	"numero" integer NOT NULL,
	"annee_universitaire" text NOT NULL,
	"regime" text NOT NULL,
	"reglement_id" text NOT NULL,
	"etat" text NOT NULL,
	"publie_le" text,
	"publication_prevue_le" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "semestre_unique" UNIQUE("promotion_id","numero","annee_universitaire","regime"),
	CONSTRAINT "semestre_numero" CHECK ("semestre"."numero" between 1 and 6),
	CONSTRAINT "semestre_etat" CHECK ("semestre"."etat" in ('preparation', 'ouvert', 'jury', 'delibere', 'publie', 'rouvert')),
	CONSTRAINT "semestre_publie" CHECK ("semestre"."etat" <> 'publie' or "semestre"."publie_le" is not null),
	CONSTRAINT "semestre_regime" CHECK ("semestre"."regime" in ('commun', 'initiale', 'alternance'))
);
--> statement-breakpoint
CREATE TABLE "ue" (
	"id" text PRIMARY KEY NOT NULL,
	"maquette_semestre_id" text NOT NULL,
	"competence_id" text NOT NULL,
	"ects" integer NOT NULL,
	"pole_ressource" integer,
	"pole_sae" integer,
	"titre_imprime" text NOT NULL,
	"mention_imprimee" text,
	"confirmee_le" text,
	"confirmee_par" text,
	CONSTRAINT "ue_competence_unique" UNIQUE("maquette_semestre_id","competence_id"),
	CONSTRAINT "ue_ects" CHECK ("ue"."ects" between 1 and 30),
	CONSTRAINT "ue_poles" CHECK (("ue"."pole_ressource" is null and "ue"."pole_sae" is null) or ("ue"."pole_ressource" is not null and "ue"."pole_sae" is not null and "ue"."pole_ressource" + "ue"."pole_sae" = 100 and "ue"."pole_ressource" between 40 and 60))
);
--> statement-breakpoint
CREATE TABLE "utilisateur" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"nom" text NOT NULL,
	"prenom" text NOT NULL,
	"mot_de_passe" text NOT NULL,
	"actif" boolean DEFAULT true NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"resume_courriel" boolean DEFAULT false NOT NULL,
	"etudiant_id" text,
	CONSTRAINT "utilisateur_email_unique" UNIQUE("email"),
	CONSTRAINT "utilisateur_etudiantId_unique" UNIQUE("etudiant_id")
);
--> statement-breakpoint
CREATE TABLE "visite" (
	"id" text PRIMARY KEY NOT NULL,
	"utilisateur_id" text NOT NULL,
	"depuis" text,
	"derniere_le" text NOT NULL,
	CONSTRAINT "visite_utilisateurId_unique" UNIQUE("utilisateur_id")
);
--> statement-breakpoint
ALTER TABLE "affectation" ADD CONSTRAINT "affectation_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affectation" ADD CONSTRAINT "affectation_element_id_element_id_fk" FOREIGN KEY ("element_id") REFERENCES "public"."element"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affectation" ADD CONSTRAINT "affectation_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymat" ADD CONSTRAINT "anonymat_evaluation_id_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymat" ADD CONSTRAINT "anonymat_inscription_id_inscription_id_fk" FOREIGN KEY ("inscription_id") REFERENCES "public"."inscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apprentissage_critique" ADD CONSTRAINT "apprentissage_critique_niveau_id_niveau_id_fk" FOREIGN KEY ("niveau_id") REFERENCES "public"."niveau"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bonus" ADD CONSTRAINT "bonus_inscription_id_inscription_id_fk" FOREIGN KEY ("inscription_id") REFERENCES "public"."inscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coefficient" ADD CONSTRAINT "coefficient_ue_id_ue_id_fk" FOREIGN KEY ("ue_id") REFERENCES "public"."ue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coefficient" ADD CONSTRAINT "coefficient_element_id_element_id_fk" FOREIGN KEY ("element_id") REFERENCES "public"."element"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaire_jury" ADD CONSTRAINT "commentaire_jury_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaire_jury" ADD CONSTRAINT "commentaire_jury_etudiant_id_etudiant_id_fk" FOREIGN KEY ("etudiant_id") REFERENCES "public"."etudiant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaire_jury" ADD CONSTRAINT "commentaire_jury_auteur_id_utilisateur_id_fk" FOREIGN KEY ("auteur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competence" ADD CONSTRAINT "competence_formation_id_formation_id_fk" FOREIGN KEY ("formation_id") REFERENCES "public"."formation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competence" ADD CONSTRAINT "competence_parcours_id_parcours_id_fk" FOREIGN KEY ("parcours_id") REFERENCES "public"."parcours"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_etudiant_id_etudiant_id_fk" FOREIGN KEY ("etudiant_id") REFERENCES "public"."etudiant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courriel" ADD CONSTRAINT "courriel_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_etudiant_id_etudiant_id_fk" FOREIGN KEY ("etudiant_id") REFERENCES "public"."etudiant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_auteur_id_utilisateur_id_fk" FOREIGN KEY ("auteur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demande_correction" ADD CONSTRAINT "demande_correction_evaluation_id_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demande_correction" ADD CONSTRAINT "demande_correction_inscription_id_inscription_id_fk" FOREIGN KEY ("inscription_id") REFERENCES "public"."inscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demande_correction" ADD CONSTRAINT "demande_correction_traitee_par_utilisateur_id_fk" FOREIGN KEY ("traitee_par") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispense" ADD CONSTRAINT "dispense_inscription_id_inscription_id_fk" FOREIGN KEY ("inscription_id") REFERENCES "public"."inscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispense" ADD CONSTRAINT "dispense_ue_id_ue_id_fk" FOREIGN KEY ("ue_id") REFERENCES "public"."ue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_etudiant_id_etudiant_id_fk" FOREIGN KEY ("etudiant_id") REFERENCES "public"."etudiant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "element" ADD CONSTRAINT "element_maquette_id_maquette_id_fk" FOREIGN KEY ("maquette_id") REFERENCES "public"."maquette"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_element_id_element_id_fk" FOREIGN KEY ("element_id") REFERENCES "public"."element"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groupe" ADD CONSTRAINT "groupe_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inscription" ADD CONSTRAINT "inscription_etudiant_id_etudiant_id_fk" FOREIGN KEY ("etudiant_id") REFERENCES "public"."etudiant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inscription" ADD CONSTRAINT "inscription_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inscription" ADD CONSTRAINT "inscription_maquette_semestre_id_maquette_semestre_id_fk" FOREIGN KEY ("maquette_semestre_id") REFERENCES "public"."maquette_semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inscription_groupe" ADD CONSTRAINT "inscription_groupe_inscription_id_inscription_id_fk" FOREIGN KEY ("inscription_id") REFERENCES "public"."inscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inscription_groupe" ADD CONSTRAINT "inscription_groupe_groupe_id_groupe_id_fk" FOREIGN KEY ("groupe_id") REFERENCES "public"."groupe"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maquette" ADD CONSTRAINT "maquette_formation_id_formation_id_fk" FOREIGN KEY ("formation_id") REFERENCES "public"."formation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maquette_semestre" ADD CONSTRAINT "maquette_semestre_maquette_id_maquette_id_fk" FOREIGN KEY ("maquette_id") REFERENCES "public"."maquette"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maquette_semestre" ADD CONSTRAINT "maquette_semestre_parcours_id_parcours_id_fk" FOREIGN KEY ("parcours_id") REFERENCES "public"."parcours"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "niveau" ADD CONSTRAINT "niveau_competence_id_competence_id_fk" FOREIGN KEY ("competence_id") REFERENCES "public"."competence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_evaluation_id_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_inscription_id_inscription_id_fk" FOREIGN KEY ("inscription_id") REFERENCES "public"."inscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_modifiee_par_utilisateur_id_fk" FOREIGN KEY ("modifiee_par") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_historique" ADD CONSTRAINT "note_historique_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_historique" ADD CONSTRAINT "note_historique_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcours" ADD CONSTRAINT "parcours_formation_id_formation_id_fk" FOREIGN KEY ("formation_id") REFERENCES "public"."formation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poids" ADD CONSTRAINT "poids_evaluation_id_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poids" ADD CONSTRAINT "poids_ue_id_ue_id_fk" FOREIGN KEY ("ue_id") REFERENCES "public"."ue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_maquette_id_maquette_id_fk" FOREIGN KEY ("maquette_id") REFERENCES "public"."maquette"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pv" ADD CONSTRAINT "pv_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pv" ADD CONSTRAINT "pv_auteur_id_utilisateur_id_fk" FOREIGN KEY ("auteur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reglement" ADD CONSTRAINT "reglement_formation_id_formation_id_fk" FOREIGN KEY ("formation_id") REFERENCES "public"."formation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_semestre_id_semestre_id_fk" FOREIGN KEY ("semestre_id") REFERENCES "public"."semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seconde_saisie" ADD CONSTRAINT "seconde_saisie_evaluation_id_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seconde_saisie" ADD CONSTRAINT "seconde_saisie_inscription_id_inscription_id_fk" FOREIGN KEY ("inscription_id") REFERENCES "public"."inscription"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seconde_saisie" ADD CONSTRAINT "seconde_saisie_saisie_par_utilisateur_id_fk" FOREIGN KEY ("saisie_par") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "semestre" ADD CONSTRAINT "semestre_promotion_id_promotion_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "semestre" ADD CONSTRAINT "semestre_reglement_id_reglement_id_fk" FOREIGN KEY ("reglement_id") REFERENCES "public"."reglement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ue" ADD CONSTRAINT "ue_maquette_semestre_id_maquette_semestre_id_fk" FOREIGN KEY ("maquette_semestre_id") REFERENCES "public"."maquette_semestre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ue" ADD CONSTRAINT "ue_competence_id_competence_id_fk" FOREIGN KEY ("competence_id") REFERENCES "public"."competence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "utilisateur" ADD CONSTRAINT "utilisateur_etudiant_id_etudiant_id_fk" FOREIGN KEY ("etudiant_id") REFERENCES "public"."etudiant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visite" ADD CONSTRAINT "visite_utilisateur_id_utilisateur_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateur"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "affectation_element" ON "affectation" USING btree ("semestre_id","element_id");--> statement-breakpoint
CREATE INDEX "coefficient_element" ON "coefficient" USING btree ("element_id");--> statement-breakpoint
CREATE INDEX "commentaire_jury_etudiant" ON "commentaire_jury" USING btree ("etudiant_id","semestre_id");--> statement-breakpoint
CREATE INDEX "courriel_a_envoyer" ON "courriel" USING btree ("envoye_le","prochain_essai_le");--> statement-breakpoint
CREATE INDEX "decision_semestre" ON "decision" USING btree ("semestre_id");--> statement-breakpoint
CREATE INDEX "demande_correction_inscription" ON "demande_correction" USING btree ("inscription_id");--> statement-breakpoint
CREATE UNIQUE INDEX "demande_correction_ouverte_unique" ON "demande_correction" USING btree ("evaluation_id","inscription_id") WHERE "demande_correction"."etat" = 'ouverte';--> statement-breakpoint
CREATE INDEX "document_etudiant" ON "document" USING btree ("etudiant_id","type");--> statement-breakpoint
CREATE INDEX "evaluation_semestre" ON "evaluation" USING btree ("semestre_id","element_id");--> statement-breakpoint
CREATE INDEX "inscription_semestre" ON "inscription" USING btree ("semestre_id");--> statement-breakpoint
CREATE INDEX "inscription_groupe_groupe" ON "inscription_groupe" USING btree ("groupe_id");--> statement-breakpoint
CREATE INDEX "journal_sujet" ON "journal" USING btree ("sujet_type","sujet_id");--> statement-breakpoint
CREATE INDEX "journal_date" ON "journal" USING btree ("cree_le");--> statement-breakpoint
CREATE UNIQUE INDEX "maquette_semestre_commun_unique" ON "maquette_semestre" USING btree ("maquette_id","numero","regime") WHERE "maquette_semestre"."parcours_id" is null;--> statement-breakpoint
CREATE INDEX "note_inscription" ON "note" USING btree ("inscription_id","version");--> statement-breakpoint
CREATE INDEX "role_utilisateur" ON "role" USING btree ("utilisateur_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_partout_unique" ON "role" USING btree ("utilisateur_id","role") WHERE "role"."semestre_id" is null;