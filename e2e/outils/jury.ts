import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { etatDe } from "./session";

export const MOTIF_SECRET = "Motif que personne ne doit lire avant la publication";

export const COMMENTAIRE_SECRET = "Un mot que les membres gardent entre eux";

/** Un autre membre du jury, dans son propre navigateur. */
export const membre = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ storageState: etatDe("jury") });

export const deLaTable = (page: Page): Locator => page.locator("tbody th a");

/** Ouvre le dossier d'un étudiant depuis la table. */
export async function ouvre(page: Page, classe: string, nom: RegExp): Promise<void> {
  await page.goto(classe);
  await page.getByRole("link", { name: nom }).click();
  await expect(page.getByRole("heading", { level: 1, name: nom })).toBeVisible();
}

/** Choisit un code pour un objet, avec son motif s'il en faut un. */
export async function choisit(page: Page, objet: string, code: string, motif?: string): Promise<void> {
  await page.getByLabel(objet, { exact: true }).selectOption(code);
  if (motif) await page.getByLabel(`Précision, ${objet}`, { exact: true }).fill(motif);
}

export const enregistre = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Enregistrer les décisions" }).click();

export async function rouvre(page: Page, motif: string): Promise<void> {
  await page.getByRole("button", { name: "Rouvrir" }).click();
  await page.getByRole("button", { name: "Confirmer la réouverture" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByLabel("Motif", { exact: true }).fill(motif);
  await page.getByRole("button", { name: "Confirmer la réouverture" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** Combien de pages l'impression fait, et dans quel sens. */
export async function pagesPdf(page: Page): Promise<{ nombre: number; sens: string }> {
  const texte = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString("latin1");
  const sens = [...texte.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((m) =>
    Number(m[1]) > Number(m[2]) ? "paysage" : "portrait",
  );
  return { nombre: [...texte.matchAll(/\/Type \/Page\b/g)].length, sens: [...new Set(sens)].join(" et ") };
}

export async function delibere(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Délibérer" }).click();
  await page.getByRole("button", { name: "Confirmer la délibération" }).click();
  await expect(page.getByRole("button", { name: "Publier les décisions" })).toBeVisible();
}

export async function commente(page: Page, texte: string): Promise<void> {
  await page.getByLabel("Ajouter un commentaire").fill(texte);
  await page.getByRole("button", { name: "Ajouter le commentaire" }).click();
  await expect(page.getByText("Commentaire ajouté.")).toBeVisible();
}
