// Trouve ou obtient un Chromium pour les tests et le PDF, du plus choisi au plus coûteux.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Arret, RACINE, run, runModule } from "./etapes.mjs";

const SYSTEME = [
  // Le même moteur sans fenêtre ni extensions : deux fois moins de travail pour les mêmes pages.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const SECOURS = path.join(RACINE, ".paliers", "navigateur");

async function dePlaywright() {
  const { chromium } = await import(pathToFileURL(path.join(RACINE, "node_modules/@playwright/test/index.mjs")).href);
  const chemin = chromium.executablePath();
  return existsSync(chemin) ? chemin : null;
}

/** Dernier recours, Linux x64 : un Chromium livré dans un paquet npm, sous son propre dossier. */
async function deSecours() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const module_ = path.join(SECOURS, "node_modules/@sparticuz/chromium/build/index.js");
  if (!existsSync(module_)) {
    await run("npm", [
      "install",
      "--prefix",
      SECOURS,
      "--no-save",
      "--no-audit",
      "--no-fund",
      "@sparticuz/chromium@143.0.4",
    ]);
  }
  if (!existsSync(module_)) return null;
  return (await import(pathToFileURL(module_).href)).default.executablePath();
}

/** Le chemin d'un Chromium. @throws Arret si cette machine n'en a pas et n'en obtient pas */
export async function findNavigateur() {
  const choisi = process.env.CHROMIUM_PATH;
  if (choisi) {
    if (existsSync(choisi)) return choisi;
    throw new Arret(
      `CHROMIUM_PATH désigne « ${choisi} », qui n'existe pas : corrigez ce chemin ou retirez la variable.`,
    );
  }
  const present = (await dePlaywright()) ?? SYSTEME.find((chemin) => existsSync(chemin));
  if (present) return present;
  await runModule("@playwright/test/cli.js", ["install", "chromium"]);
  const obtenu = (await dePlaywright()) ?? (await deSecours());
  if (obtenu) return obtenu;
  throw new Arret(
    "Aucun navigateur pour les tests : installez Chromium ou Chrome, ou donnez son chemin dans CHROMIUM_PATH.",
  );
}
