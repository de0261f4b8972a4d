import { parseArgs } from "node:util";
import { ErreurPaliers } from "../db/erreurs";
import { lire } from "../lib/environnement/lecture";
import type { Identite } from "./administrateur";
import { run } from "./commande";
import { ask, askSecret } from "./terminal";

const LONGUEUR = 12;
const OPTIONS = {
  email: { type: "string" },
  nom: { type: "string" },
  prenom: { type: "string" },
  reinitialiser: { type: "boolean" },
} as const;

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (cause) {
    throw new ErreurPaliers("Usage : npm run admin -- --email … --nom … --prenom … [--reinitialiser]", { cause });
  }
}

async function completed(valeur: string | undefined, texte: string, option: keyof Identite): Promise<string> {
  const reponse = valeur?.trim() || (await ask(texte, `Sans terminal, donnez aussi --${option}.`));
  if (!reponse) throw new ErreurPaliers(`${texte} : une réponse est nécessaire.`);
  return reponse;
}

async function readEmail(valeur: string | undefined): Promise<string> {
  const email = (await completed(valeur, "Adresse e-mail", "email")).toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new ErreurPaliers(`« ${email} » n'est pas une adresse e-mail.`);
  return email;
}

async function readMotDePasse(): Promise<string> {
  const donne = lire("PALIERS_MOT_DE_PASSE");
  const comment = "Sans terminal, donnez le mot de passe dans la variable PALIERS_MOT_DE_PASSE.";
  const choisi = donne ?? (await askSecret(`Mot de passe (${LONGUEUR} caractères ou plus)`, comment));
  if (choisi.length < LONGUEUR) throw new ErreurPaliers(`Le mot de passe doit avoir au moins ${LONGUEUR} caractères.`);
  if (donne === undefined && (await askSecret("Le même, encore une fois", comment)) !== choisi)
    throw new ErreurPaliers("Les deux mots de passe diffèrent : rien n'a été enregistré.");
  return choisi;
}

async function isRemplacementVoulu(email: string, option: boolean | undefined): Promise<boolean> {
  if (option) return true;
  const existe = `Un compte existe déjà pour ${email}`;
  const reponse = await ask(
    `${existe}. Remplacer son mot de passe ? (o/n)`,
    `${existe} : ajoutez --reinitialiser pour remplacer son mot de passe.`,
  );
  return /^o(ui)?$/i.test(reponse);
}

await run(async () => {
  const options = readOptions();
  const { closeBase, isDemonstration } = await import("../db");
  if (isDemonstration()) {
    throw new ErreurPaliers(
      "Sans PALIERS_DB, Paliers ouvre la démonstration, qui a déjà ses comptes. Désignez votre base : PALIERS_DB=/srv/paliers/paliers.db npm run admin",
    );
  }
  const { migrateBase } = await import("../db/migrate");
  const { createAdministrateur, findCompte, resetMotDePasse } = await import("./administrateur");
  const { hashMotDePasse } = await import("../lib/auth/mot-de-passe");
  await migrateBase();
  try {
    const email = await readEmail(options.email);
    const existant = await findCompte(email);
    if (existant) {
      if (!(await isRemplacementVoulu(email, options.reinitialiser))) return console.log("Rien n'a été changé.");
      await resetMotDePasse(existant, await hashMotDePasse(await readMotDePasse()), new Date().toISOString());
      console.log(`Mot de passe remplacé pour ${email} ; ses sessions sont fermées.`);
    } else {
      const nom = (await completed(options.nom, "Nom", "nom")).toUpperCase();
      const prenom = await completed(options.prenom, "Prénom", "prenom");
      const empreinte = await hashMotDePasse(await readMotDePasse());
      await createAdministrateur({ email, nom, prenom }, empreinte, new Date().toISOString());
      console.log(`Compte créé : ${prenom} ${nom} peut se connecter avec ${email}, rôle scolarité.`);
    }
  } finally {
    await closeBase();
  }
});
