import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Compte, etatDe } from "./outils/session";

// Les images du README, prises par les tests : toujours celles du programme. « CAPTURES=docs/captures npm test » les remplace.
const DOSSIER = process.env.CAPTURES ?? path.join(".paliers", "rapports", "captures");

const ECRANS = [
  { nom: "etudiant", compte: "etudiant", adresse: "/moi?semestre=s3-2025-alternance", titre: "Mon parcours" },
  { nom: "jury", compte: "jury", adresse: "/jury/s2-2025", titre: /S2/ },
] as const satisfies readonly { nom: string; compte: Compte; adresse: string; titre: string | RegExp }[];

async function capture(page: Page, nom: string): Promise<void> {
  mkdirSync(DOSSIER, { recursive: true });
  await page.screenshot({ path: path.join(DOSSIER, `${nom}.png`), animations: "disabled" });
}

for (const { nom, compte, adresse, titre } of ECRANS) {
  test.describe(nom, () => {
    test.use({ storageState: etatDe(compte), viewport: { width: 1280, height: 1000 }, colorScheme: "light" });
    test(`l'image « ${nom} » du README`, async ({ page }) => {
      await page.goto(adresse);
      await expect(page.getByRole("heading", { level: 1, name: titre })).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await capture(page, nom);
    });
  });
}
