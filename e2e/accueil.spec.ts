import { expect, test } from "@playwright/test";
import { etatDe } from "./outils/session";

// L'accueil de l'étudiant part en HTML une seule fois, et reste là à chaque retour.
test.use({ storageState: etatDe("etudiant") });

test("l'accueil part une seule fois, et reste là quand on s'en va et revient sans recharger", async ({ page }) => {
  const erreurs: string[] = [];
  page.on("pageerror", (e) => erreurs.push(e.message));
  page.on("console", (m) => m.type() === "error" && erreurs.push(m.text()));

  const document = await page.goto("/moi");
  expect((await document?.text())?.split("palier par palier")).toHaveLength(2);
  const accueil = page.getByRole("region", { name: "Compétences, palier par palier" });
  await expect(accueil).toBeVisible();
  const texte = await page.getByRole("main").innerText();

  await page.evaluate(() => Object.assign(window, { memeDocument: true }));
  await page.getByRole("link", { name: /^Mon compte/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Camille MARTIN" })).toBeVisible();
  await page.goBack();
  await expect(accueil).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: "Camille MARTIN" })).toBeVisible();
  await page.getByRole("navigation", { name: "Espaces" }).getByRole("link", { name: "Mon parcours" }).click();
  await expect(accueil).toBeVisible();
  expect(await page.getByRole("main").innerText()).toBe(texte);
  expect(await page.evaluate(() => "memeDocument" in window), "sans recharger").toBe(true);
  expect(erreurs).toEqual([]);
});
