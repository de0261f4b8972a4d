import path from "node:path";
import { z } from "zod";
import { isMandataires } from "./mandataires";

/** Une valeur vide vaut une variable absente : un fichier de service écrit souvent « VARIABLE= ». */
const facultatif = <S extends z.ZodType>(schema: S) =>
  z.preprocess((v) => (v === "" ? undefined : v), schema.optional());
const defaut = <S extends z.ZodType>(schema: S, valeur: z.input<S>) =>
  z.preprocess((v) => (v === "" || v === undefined ? valeur : v), schema);

const texte = z.string();
const url = (attendu: string, protocoles: readonly string[]) =>
  texte.refine(
    (v) => URL.canParse(v) && protocoles.includes(new URL(v).protocol) && new URL(v).hostname !== "",
    attendu,
  );

interface Variable<S extends z.ZodType = z.ZodType> {
  /** Ce qu'elle change, pour qui exploite le programme : la ligne du README, mot pour mot. */
  readonly effet: string;
  /** « service » : qui l'exploite la règle ; « outil » : les commandes et les tests ; « interne » : Paliers la pose lui-même. */
  readonly pour: "service" | "outil" | "interne";
  /** Son refus complète « NOM vaut « … » : ». */
  readonly schema: S;
  /** Sa valeur ne s'affiche jamais, même dans un refus. */
  readonly secret?: true;
}

const variable = <S extends z.ZodType>(v: Variable<S>): Variable<S> => v;

/** Toutes les variables d'environnement, déclarées et documentées ici et nulle part ailleurs. */
export const VARIABLES = {
  PALIERS_DB: variable({
    effet: "la base : un fichier SQLite en chemin absolu (`/srv/paliers/paliers.db`) ou `postgres://…`",
    pour: "service",
    // « pglite: » : PostgreSQL en mémoire, pour les tests.
    schema: facultatif(
      texte.refine(
        (v) => v === "pglite:" || /^postgres(ql)?:\/\//.test(v) || path.isAbsolute(v),
        "donnez un chemin de fichier absolu (par exemple /srv/paliers/paliers.db) ou une adresse postgres://…",
      ),
    ),
  }),
  PALIERS_SECRET: variable({
    effet: "obligatoire avec `PALIERS_DB` : une longue valeur secrète qui signe les sessions",
    pour: "service",
    schema: facultatif(
      texte.min(20, "donnez 20 signes ou plus, par exemple le résultat de « openssl rand -base64 32 »."),
    ),
    secret: true,
  }),
  PALIERS_URL: variable({
    effet: "l'adresse publique, si un serveur frontal la change (`https://paliers.exemple.fr`)",
    pour: "service",
    schema: facultatif(
      url("donnez l'adresse que les personnes ouvrent, comme https://paliers.exemple.fr.", ["https:", "http:"]),
    ),
  }),
  PALIERS_MANDATAIRES: variable({
    effet:
      "les serveurs frontaux de confiance, adresses ou réseaux (`127.0.0.1, 10.0.0.0/8`) : eux seuls disent l'adresse du client ; aucun par défaut",
    pour: "service",
    schema: facultatif(
      texte.refine(
        (v) => isMandataires(v),
        "donnez des adresses ou des réseaux séparés par des virgules, comme 127.0.0.1, 10.0.0.0/8.",
      ),
    ),
  }),
  PALIERS_SMTP: variable({
    effet:
      "le serveur d'envoi des courriels (`smtp://utilisateur:secret@smtp.exemple.fr:587`) ; sans lui, rien ne part et rien n'est proposé",
    pour: "service",
    schema: facultatif(url("l'adresse d'un serveur d'envoi commence par smtp:// ou smtps://.", ["smtp:", "smtps:"])),
  }),
  PALIERS_EXPEDITEUR: variable({
    effet: "obligatoire avec `PALIERS_SMTP` : l'adresse au nom de qui ils partent (`Paliers <notes@exemple.fr>`)",
    pour: "service",
    schema: facultatif(texte.regex(/^[^@]*[^@\s]+@[^@\s]+$/, "donnez une adresse de courriel.")),
  }),
  HOST: variable({
    effet: "où écouter ; `127.0.0.1` par défaut, cette machine seule",
    pour: "service",
    schema: defaut(texte, "127.0.0.1"),
  }),
  PORT: variable({
    effet: "sur quel port ; `3000` par défaut",
    pour: "service",
    schema: defaut(
      z
        .string()
        .regex(/^\d{1,5}$/, "donnez un nombre entre 1 et 65535.")
        .transform(Number)
        .refine((n) => n >= 1 && n <= 65535, "donnez un nombre entre 1 et 65535."),
      "3000",
    ),
  }),
  CHROMIUM_PATH: variable({
    effet: "le Chromium ou Chrome qui fait les PDF ; cherché dans le système par défaut, facultatif",
    pour: "service",
    schema: facultatif(texte),
  }),
  PALIERS_DONNEES: variable({
    effet: "le dossier de la démonstration ; `.paliers` par défaut",
    pour: "service",
    schema: facultatif(texte),
  }),
  PALIERS_SAUVEGARDES: variable({
    effet:
      "le dossier, en chemin absolu, où le serveur range chaque jour une sauvegarde ; sans lui, aucune ne se fait seule",
    pour: "service",
    schema: facultatif(texte.refine((v) => path.isAbsolute(v), "donnez un dossier en chemin absolu.")),
  }),
  PALIERS_SAUVEGARDES_HEURE: variable({
    effet: "quand elle se fait, comme dans crontab, à l'heure de Paris ; `30 3 * * *` par défaut",
    pour: "service",
    schema: defaut(
      texte.regex(
        /^[\d*,/-]+( [\d*,/-]+){4}$/,
        "donnez cinq champs comme dans crontab, par exemple « 30 3 * * * » pour 3 h 30 chaque nuit.",
      ),
      "30 3 * * *",
    ),
  }),
  PALIERS_SAUVEGARDES_JOURS: variable({
    effet: "combien de jours on les garde toutes ; `30` par défaut, puis la première de chaque mois pendant deux ans",
    pour: "service",
    schema: defaut(
      texte
        .regex(/^\d{1,4}$/, "donnez un nombre de jours.")
        .transform(Number)
        .refine((n) => n >= 1, "donnez un jour au moins."),
      "30",
    ),
  }),
  PALIERS_SAUVEGARDES_CLE: variable({
    effet: "une clé publique age (`age1…`) : les sauvegardes ne s'ouvrent plus qu'avec la clé secrète, gardée ailleurs",
    pour: "service",
    schema: facultatif(texte.regex(/^age1[0-9a-z]{50,}$/, "une clé publique age commence par « age1 ».")),
  }),
  PALIERS_TRACES: variable({
    effet:
      "ce que le service écrit de ce qu'il fait : `aucune`, `erreurs` (pannes et lenteurs, par défaut) ou `toutes`",
    pour: "service",
    schema: defaut(z.enum(["aucune", "erreurs", "toutes"], "donnez aucune, erreurs ou toutes."), "erreurs"),
  }),
  PALIERS_MESURES: variable({
    effet:
      "un jeton secret : avec lui, Prometheus lit `/api/mesures` (`Authorization: Bearer …`) ; sans lui, elle n'existe pas",
    pour: "service",
    schema: facultatif(texte.min(20, "donnez un jeton de 20 signes ou plus.")),
    secret: true,
  }),
  PALIERS_MOT_DE_PASSE: variable({
    effet: "le mot de passe que prend `npm run admin` là où il n'y a pas de terminal pour le demander",
    pour: "outil",
    schema: facultatif(texte),
    secret: true,
  }),
  PORT_ESSAIS: variable({
    effet: "le port du serveur que visitent les tests du navigateur ; `3987` par défaut",
    pour: "outil",
    schema: defaut(texte.regex(/^\d{1,5}$/, "donnez un nombre entre 1 et 65535."), "3987"),
  }),
  DIALECTE_ESSAI: variable({
    effet: "le dialecte des tests de données : `sqlite`, `pglite` ou `postgres` ; posé par leur réglage",
    pour: "interne",
    schema: facultatif(z.enum(["sqlite", "pglite", "postgres"], "donnez sqlite, pglite ou postgres.")),
  }),
  GRAPPE_ESSAI: variable({
    effet: "l'adresse du PostgreSQL des tests de données ; posée par leur réglage",
    pour: "interne",
    schema: facultatif(texte),
  }),
  CAPTURES: variable({
    effet: "le dossier où les tests rangent leurs images d'écran",
    pour: "outil",
    schema: facultatif(texte),
  }),
  PLAYWRIGHT_JSON_OUTPUT_FILE: variable({
    effet: "le fichier où le récit des tests du navigateur s'écrit ; posé par `npm test`",
    pour: "interne",
    schema: facultatif(texte),
  }),
  NEXTAUTH_URL: variable({
    effet: "l'adresse des sessions : `npm start` y met `PALIERS_URL`, à défaut l'adresse où il écoute",
    pour: "interne",
    schema: facultatif(url("donnez une adresse complète.", ["https:", "http:"])),
  }),
} as const;

export type NomVariable = keyof typeof VARIABLES;
export type Valeur<N extends NomVariable> = z.output<(typeof VARIABLES)[N]["schema"]>;
