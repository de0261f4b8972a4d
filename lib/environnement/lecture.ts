import { existsSync } from "node:fs";
import { ErreurPaliers } from "./erreur";
import { type NomVariable, VARIABLES, type Valeur } from "./variables";

type Env = Readonly<Record<string, string | undefined>>;

/** La phrase du refus d'une variable ; null si sa valeur convient. */
function refus(nom: NomVariable, env: Env): string | null {
  const { schema, ...v } = VARIABLES[nom];
  const lu = schema.safeParse(env[nom]);
  if (lu.success) return null;
  // Le mot de passe que porte une adresse ne s'affiche pas davantage.
  const valeur = (env[nom] ?? "").replace(/\/\/[^@\s]*@/, "//…@");
  const montree = "secret" in v ? "a une valeur qui ne convient pas" : `vaut « ${valeur} »`;
  return `${nom} ${montree} : ${lu.error.issues[0]?.message}`;
}

/**
 * La valeur vérifiée d'une variable, ou son défaut.
 * @throws ErreurPaliers si elle ne convient pas, en la nommant
 */
export function lire<N extends NomVariable>(nom: N, env: Env = process.env): Valeur<N> {
  const raison = refus(nom, env);
  if (raison) throw new ErreurPaliers(raison);
  return VARIABLES[nom].schema.parse(env[nom]) as Valeur<N>;
}

/** Ce que les variables s'imposent l'une à l'autre. */
function contraintes(env: Env): string[] {
  const absente = (nom: NomVariable) => !env[nom];
  const raisons: string[] = [];
  if (!absente("PALIERS_DB") && absente("PALIERS_SECRET"))
    raisons.push(
      "PALIERS_SECRET manque : avec une vraie base, donnez une longue valeur secrète qui signera les sessions (par exemple le résultat de « openssl rand -base64 32 »), gardez-la d'un démarrage à l'autre, puis relancez.",
    );
  if (absente("PALIERS_SMTP") && !absente("PALIERS_EXPEDITEUR"))
    raisons.push(
      "PALIERS_SMTP manque : donnez l'adresse du serveur d'envoi, comme smtp://utilisateur:secret@smtp.exemple.fr:587, ou retirez PALIERS_EXPEDITEUR.",
    );
  if (!absente("PALIERS_SMTP") && absente("PALIERS_EXPEDITEUR"))
    raisons.push(
      "PALIERS_EXPEDITEUR manque : donnez l'adresse au nom de qui partent les courriels, ou retirez PALIERS_SMTP.",
    );
  if (env.CHROMIUM_PATH && !existsSync(/* turbopackIgnore: true */ env.CHROMIUM_PATH))
    raisons.push(
      `CHROMIUM_PATH vaut « ${env.CHROMIUM_PATH} », qui n'existe pas : corrigez ce chemin ou retirez la variable.`,
    );
  return raisons;
}

/** Chaque raison pour laquelle ce service ne doit pas démarrer, une phrase par variable fautive ; vide s'il le peut. */
export function refusDemarrage(env: Env = process.env): readonly string[] {
  const noms = Object.keys(VARIABLES) as NomVariable[];
  return [...noms.flatMap((nom) => refus(nom, env) ?? []), ...contraintes(env)];
}

/** @throws ErreurPaliers si l'environnement ne permet pas de démarrer */
export function verifyEnvironnement(env: Env = process.env): void {
  const raisons = refusDemarrage(env);
  if (raisons.length > 0) throw new ErreurPaliers(raisons.join("\n"));
}

/** « 127.0.0.1 » quand le serveur écoute partout, entre crochets en IPv6 : l'hôte d'une adresse de cette machine. */
function hoteLocal(env: Env): string {
  const hote = lire("HOST", env);
  const joint = hote === "0.0.0.0" || hote === "::" ? "127.0.0.1" : hote;
  return joint.includes(":") ? `[${joint}]` : joint;
}

/** Ce serveur lui-même, là où il écoute ; jamais l'hôte que la requête prétend. */
export const origineLocale = (env: Env = process.env): string => `http://${hoteLocal(env)}:${lire("PORT", env)}`;

/** L'adresse que les personnes ouvrent, sans barre finale : PALIERS_URL, à défaut celle où le serveur écoute. */
export const adressePublique = (env: Env = process.env): string =>
  (lire("PALIERS_URL", env) ?? lire("NEXTAUTH_URL", env) ?? origineLocale(env)).replace(/\/+$/, "");
