// Ce que « npm start » et « npm test » ont en commun. Node seul : ces scripts tournent avant que node_modules existe.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const RACINE = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const NODE_MINIMUM = [20, 9];

/** Un refus prévu : sa phrase suffit, sans trace. */
export class Arret extends Error {}

export function checkNode() {
  const [majeur, mineur] = process.versions.node.split(".").map(Number);
  if (majeur < NODE_MINIMUM[0] || (majeur === NODE_MINIMUM[0] && mineur < NODE_MINIMUM[1])) {
    throw new Arret(
      `Node ${process.versions.node} est trop ancien : installez Node ${NODE_MINIMUM.join(".")} ou plus récent.`,
    );
  }
}

/** Lance une commande et rend son code de sortie ; `env` s'ajoute à l'environnement, `onData` reçoit ce qui est en tube. */
export function run(commande, arguments_, { env = {}, onData, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const enfant = spawn(commande, arguments_, {
      cwd: RACINE,
      stdio: "inherit",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      ...options,
    });
    enfant.stdout?.on("data", onData);
    enfant.stderr?.on("data", onData);
    enfant.on("error", reject);
    enfant.on("close", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Un programme de node_modules, lancé par Node lui-même : aucun script d'enveloppe, donc le même sous Windows. */
export function runModule(fichier, arguments_ = [], options = {}) {
  return run(process.execPath, [path.join(RACINE, "node_modules", fichier), ...arguments_], options);
}

export const TSX = "tsx/dist/cli.mjs";
export const NEXT = "next/dist/bin/next";

function readJson(fichier) {
  return JSON.parse(readFileSync(path.join(RACINE, fichier), "utf8"));
}

/** npm garde dans node_modules l'image de ce qu'il a installé : elle dit s'il manque quelque chose. */
function isInstalled() {
  if (!existsSync(path.join(RACINE, "node_modules/.package-lock.json"))) return false;
  const voulus = Object.entries(readJson("package-lock.json").packages).filter(([nom]) => nom !== "");
  const presents = readJson("node_modules/.package-lock.json").packages;
  return voulus.every(([nom, { version, ...paquet }]) => {
    const present = presents[nom];
    if (present) return present.version === version;
    // Propre à une autre machine, ou facultatif : npm ne l'installe pas ici.
    return ["os", "cpu", "optional", "devOptional", "peer", "extraneous"].some((raison) => paquet[raison]);
  });
}

export async function install() {
  if (isInstalled()) return "déjà installées";
  const npm = process.env.npm_execpath;
  const arguments_ = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = npm
    ? await run(process.execPath, [npm, ...arguments_])
    : await run("npm", arguments_, { shell: process.platform === "win32" });
  if (code !== 0) {
    throw new Arret(
      "L'installation des dépendances a échoué : vérifiez l'accès au registre npm, puis relancez la même commande.",
    );
  }
  return "installées";
}

const SOURCES = [
  "app",
  "components",
  "db",
  "lib",
  "instrumentation.ts",
  "next.config.ts",
  "tsconfig.json",
  "package-lock.json",
];
const MARQUE = path.join(RACINE, ".next", "empreinte-des-sources");

function files(chemin) {
  if (!statSync(chemin).isDirectory()) return [chemin];
  return readdirSync(chemin)
    .sort()
    .flatMap((nom) => files(path.join(chemin, nom)));
}

function fingerprint() {
  const empreinte = createHash("sha256").update(process.version);
  for (const fichier of SOURCES.flatMap((source) => files(path.join(RACINE, source)))) {
    if (fichier.includes(".test.")) continue;
    empreinte.update(path.relative(RACINE, fichier)).update("\0").update(readFileSync(fichier)).update("\0");
  }
  return empreinte.digest("hex");
}

export async function build() {
  const empreinte = fingerprint();
  if (existsSync(MARQUE) && readFileSync(MARQUE, "utf8") === empreinte) return "déjà construite";
  const sortie = [];
  const code = await runModule(NEXT, ["build"], {
    stdio: ["ignore", "pipe", "pipe"],
    onData: (texte) => sortie.push(texte),
  });
  if (code !== 0) throw new Arret(`${sortie.join("")}\nLa construction a échoué : la raison est écrite au-dessus.`);
  writeFileSync(MARQUE, empreinte);
  return "construite";
}

/** Une ligne par étape, avec sa durée. */
export async function step(numero, total, titre, faire) {
  const debut = Date.now();
  process.stdout.write(`[${numero}/${total}] ${titre}…\n`);
  const fait = await faire();
  const secondes = ((Date.now() - debut) / 1000).toFixed(1).replace(".", ",");
  process.stdout.write(`      ${fait} (${secondes} s)\n`);
}

/** Exécute le programme principal d'un script : un arrêt prévu s'écrit en une phrase, s'il ne l'est déjà, et sort en 1. */
export async function main(programme) {
  try {
    await programme();
  } catch (erreur) {
    if (!(erreur instanceof Arret)) throw erreur;
    if (erreur.message) process.stderr.write(`\n${erreur.message}\n`);
    process.exitCode = 1;
  }
}
