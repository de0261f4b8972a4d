import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dossierDonnees, ErreurPaliers, isDemonstration } from "@/db";
import { lire } from "@/lib/environnement/lecture";

/** PALIERS_SECRET signe les sessions. La démonstration fait et garde le sien ; en usage réel il est obligatoire. */
export function secret(): string {
  const donne = lire("PALIERS_SECRET");
  if (donne) return donne;
  if (!isDemonstration()) {
    throw new ErreurPaliers(
      "PALIERS_SECRET manque : donnez une longue valeur secrète (par exemple le résultat de « openssl rand -base64 32 »), puis relancez.",
    );
  }
  secretDemonstration ??= openSecret(path.join(dossierDonnees(), "secret"));
  return secretDemonstration;
}

/** Lu une fois : chaque page vérifie une session. */
let secretDemonstration: string | undefined;

function openSecret(fichier: string): string {
  try {
    return readFileSync(fichier, "utf8");
  } catch {
    const nouveau = randomBytes(32).toString("base64url");
    mkdirSync(dossierDonnees(), { recursive: true });
    try {
      writeFileSync(fichier, nouveau, { mode: 0o600, flag: "wx" });
      return nouveau;
    } catch {
      // Un autre processus l'a écrit entre-temps : c'est le sien qui vaut.
      return readFileSync(fichier, "utf8");
    }
  }
}

/** Une empreinte que seul ce service sait refaire ; `usage` empêche qu'une empreinte serve ailleurs que pour ce qu'elle dit. */
export function signe(usage: string, texte: string): string {
  return createHmac("sha256", secret()).update(`${usage}\0${texte}`).digest("base64url");
}
