import { spawn } from "node:child_process";
import path from "node:path";
import { Cron } from "croner";
import { lire } from "@/lib/environnement/lecture";

/** Dans un processus à part : copier et comprimer une base ne ralentit pas qui saisit. */
function launch(): Promise<void> {
  const racine = process.cwd();
  const tsx = path.join(/* turbopackIgnore: true */ racine, "node_modules", "tsx", "dist", "cli.mjs");
  return new Promise((resolve) => {
    const enfant = spawn(process.execPath, [tsx, "scripts/sauvegarde.ts", "--planifiee"], {
      cwd: racine,
      stdio: ["ignore", "inherit", "inherit"],
    });
    enfant.on("error", (erreur) => {
      console.error(`Sauvegarde : elle n'a pas pu être lancée (${erreur.message}).`);
      resolve();
    });
    enfant.on("close", () => resolve());
  });
}

/** Une sauvegarde à l'heure dite, à Paris, si un dossier les reçoit ; ce qu'elle écrit va au journal du service. */
export function startSauvegardes(): void {
  if (!lire("PALIERS_SAUVEGARDES")) return;
  new Cron(lire("PALIERS_SAUVEGARDES_HEURE"), { timezone: "Europe/Paris", protect: true, unref: true }, launch);
}
