import "server-only";
import { existsSync } from "node:fs";
import path from "node:path";
import { lire } from "@/lib/environnement/lecture";

const NOMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Là où le PATH d'un service ne regarde pas toujours. */
const AILLEURS = [
  ...NOMS.map((nom) => `/usr/bin/${nom}`),
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Le Chromium de cette machine, sans rien installer : CHROMIUM_PATH s'il est donné (et lui seul), sinon le premier trouvé.
 * null : les documents s'impriment par le navigateur de la personne.
 */
export function findChromium(): string | null {
  const choisi = lire("CHROMIUM_PATH");
  if (choisi) return existsSync(/* turbopackIgnore: true */ choisi) ? choisi : null;
  const duPath = (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((dossier) => path.isAbsolute(dossier))
    .flatMap((dossier) => NOMS.map((nom) => path.join(/* turbopackIgnore: true */ dossier, nom)));
  return [...duPath, ...AILLEURS].find((chemin) => existsSync(/* turbopackIgnore: true */ chemin)) ?? null;
}
