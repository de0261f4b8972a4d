import path from "node:path";
import type { Page } from "@playwright/test";

export const ROLES = ["etudiant", "enseignant", "enseignant2", "jury", "responsable", "scolarite"] as const;
export type Compte = (typeof ROLES)[number];

/** Le fichier où dort la session d'un compte de démonstration. */
export function etatDe(compte: Compte): string {
  return path.join(".paliers", "essais", `session-${compte}.json`);
}

export async function signIn(page: Page, email: string, motDePasse = "demonstration"): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(motDePasse);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((url) => url.pathname !== "/connexion");
}
