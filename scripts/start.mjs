// « npm start » : de rien à une page servie. Installe, construit, met la base à jour, la remplit, sert.
// Ce qui est fait n'est pas refait. « npm run dev » : la même chose, avec rechargement à chaque modification.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { Arret, build, checkNode, install, main, NEXT, RACINE, runModule, step, TSX } from "./etapes.mjs";

const DEV = process.argv.includes("--dev");

/** L'environnement, vérifié là où il est déclaré (lib/environnement) ; sa raison est déjà écrite s'il ne convient pas. */
async function readEnvironnement() {
  const sortie = [];
  const code = await runModule(TSX, ["scripts/environnement.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    onData: (texte) => sortie.push(texte),
  });
  if (code !== 0) throw new Arret("");
  return JSON.parse(sortie.join(""));
}

/** Avant tout travail long : un port pris se dit tout de suite. */
function checkPort({ host, port }) {
  return new Promise((resolve, reject) => {
    const essai = createServer();
    essai.once("error", (erreur) => {
      const raisons = {
        EADDRINUSE: `Le port ${port} est déjà pris : arrêtez le programme qui l'occupe, ou choisissez-en un autre, par exemple « PORT=${port + 1} npm start ».`,
        EACCES: `Ce compte n'a pas le droit d'ouvrir le port ${port} : choisissez un port au-dessus de 1023.`,
        EADDRNOTAVAIL: `L'adresse HOST=${host} n'est pas celle de cette machine : donnez 127.0.0.1 (cette machine seule) ou 0.0.0.0 (tout le réseau).`,
      };
      reject(
        new Arret(raisons[erreur.code] ?? `Le serveur ne peut pas s'ouvrir sur ${host}:${port} (${erreur.code}).`),
      );
    });
    essai.listen(port, host, () => essai.close(resolve));
  });
}

async function prepareBase() {
  if ((await runModule(TSX, ["scripts/seed.ts"])) !== 0)
    throw new Arret("La base n'a pas pu être préparée : la raison est écrite au-dessus.");
  return "prête";
}

async function waitUntilServed(serveur, locale) {
  for (let essai = 0; essai < 600; essai++) {
    if (serveur.exitCode !== null) throw new Arret("Le serveur s'est arrêté : la raison est écrite au-dessus.");
    try {
      const reponse = await fetch(`${locale}/connexion`);
      if (reponse.ok) return;
    } catch {
      // Pas encore ouvert.
    }
    await new Promise((suite) => setTimeout(suite, 100));
  }
  throw new Arret("Le serveur ne répond pas après une minute : regardez ce qu'il a écrit au-dessus.");
}

async function announce(adresse) {
  const lignes = ["", `Paliers est prêt : ${adresse}`];
  if (!process.env.PALIERS_DB) {
    lignes.push("", "Département de démonstration. Mot de passe de tous les comptes : demonstration");
  }
  process.stdout.write(`${lignes.join("\n")}\n`);
  if (!process.env.PALIERS_DB) await runModule(TSX, ["scripts/comptes.ts"]);
  process.stdout.write("\nCtrl+C pour arrêter.\n");
}

await main(async () => {
  checkNode();
  process.stdout.write(process.env.PALIERS_DB ? "Paliers\n" : "Paliers, département de démonstration\n");
  const total = DEV ? 3 : 4;
  let numero = 0;
  await step(++numero, total, "Dépendances", install);
  const env = await readEnvironnement();
  await checkPort(env);
  if (!DEV) await step(++numero, total, "Construction", build);
  await step(++numero, total, "Base de données", prepareBase);

  let serveur;
  await step(++numero, total, "Ouverture du serveur", async () => {
    serveur = spawn(
      process.execPath,
      [path.join(RACINE, "node_modules", NEXT), DEV ? "dev" : "start", "-H", env.host, "-p", String(env.port)],
      {
        cwd: RACINE,
        stdio: ["ignore", DEV ? "inherit" : "ignore", "inherit"],
        env: { ...process.env, NEXTAUTH_URL: env.adresse, NEXT_TELEMETRY_DISABLED: "1" },
      },
    );
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => serveur.kill(signal));
    await waitUntilServed(serveur, env.locale);
    return "ouvert";
  });
  await announce(env.adresse);
  process.exitCode = await new Promise((resolve) => serveur.on("exit", (code) => resolve(code ?? 0)));
});
