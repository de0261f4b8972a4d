import { expect, test } from "@playwright/test";
import { Grille, isEnvoi, pageDe } from "./outils/grille";
import { etatDe } from "./outils/session";

// Le réseau qui tombe, la page qui se recharge, deux personnes sur la même case : rien ne se perd, rien ne s'écrit deux fois.
test.use({ storageState: etatDe("enseignant") });

const DIMENSIONNEMENT = "s3-2026/s3-initiale-dimensionnement-des-structures";

test("hors ligne, on continue de taper ; tout part une seule fois au retour", async ({ page, context }) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : hors ligne");
  await context.setOffline(true);
  await g.tape(0, "10", "11", "12");
  await expect(g.bilan.filter({ hasText: /Hors ligne\s: 3 notes attendent sur cet appareil/ })).toBeVisible();
  await expect(g.case(1)).toHaveAccessibleDescription(/Hors ligne, gardée ici/);
  await g.tape(1, "11,5");
  await context.setOffline(false);
  await g.enregistrees();
  expect(await g.notes(4)).toEqual([1000, 1150, 1200, null]);
  for (const i of [0, 2]) expect(await g.histoire(i)).toHaveLength(1);
});

test("la file survit à un rechargement et repart dans l'ordre", async ({ page }) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : rechargement");
  page.on("dialog", (d) => d.accept());
  // Le serveur ne répond plus aux enregistrements, mais sert encore les pages.
  await page.route("**", (route) => (isEnvoi(route.request()) ? route.abort() : route.fallback()));
  await g.tape(0, "10", "11");
  await expect(g.bilan.filter({ hasText: /Hors ligne/ })).toBeVisible();
  await page.reload();
  await g.montre(0, "10,00", "11,00", "");
  await expect(g.bilan.filter({ hasText: /Hors ligne/ })).toBeVisible();
  expect(await g.notes(2)).toEqual([null, null]);
  await page.unrouteAll({ behavior: "wait" });
  await g.enregistrees();
  expect(await g.notes(2)).toEqual([1000, 1100]);
  for (const i of [0, 1]) expect(await g.histoire(i)).toHaveLength(1);
});

test("un enregistrement dont la réponse se perd n'est pas écrit deux fois", async ({ page }) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : réponse perdue");
  let perdues = 0;
  await page.route("**", async (route) => {
    if (!isEnvoi(route.request()) || perdues >= 2) return route.fallback();
    perdues += 1;
    await route.fetch();
    return route.abort();
  });
  await g.tape(0, "10");
  await g.enregistrees();
  expect(perdues).toBe(2);
  expect(await g.histoire(0)).toMatchObject([{ apres: 1000 }]);
});

test("ce que l'autre enregistre arrive sans recharger", async ({ page, browser }) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : à deux");
  const autre = await g.chez(await pageDe(browser, "enseignant2"));
  await autre.tape(1, "14,25");
  await autre.enregistrees();
  await expect(g.case(1)).toHaveValue("14,25");
  await autre.page.context().close();
});

test("le perdant d'une course voit les deux valeurs et choisit ; aucun n'est bloqué", async ({
  page,
  browser,
  context,
}) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : conflit");
  const autre = await g.chez(await pageDe(browser, "enseignant2"));
  await context.setOffline(true);
  await autre.tape(0, "15", "16");
  await autre.enregistrees();
  await g.tape(0, "8", "9", "10");
  await context.setOffline(false);
  const conflits = page.getByRole("group", { name: "Deux valeurs pour cette note" });
  await expect(conflits).toHaveCount(2);
  await expect(g.bilan.filter({ hasText: /2 notes en conflit/ })).toBeVisible();
  await expect(conflits.first()).toContainText(/Vous avez tapé 8(,00)?\. VIDAL Marc a enregistré 15,00 le/);
  // La troisième n'attend pas que les deux autres soient réglées.
  await expect.poll(() => g.notes(3)).toEqual([1500, 1600, 1000]);
  await conflits.first().getByRole("button", { name: "Prendre l'autre (15,00)" }).click();
  await expect(g.case(0)).toHaveValue("15,00");
  await conflits
    .first()
    .getByRole("button", { name: /^Garder la mienne/ })
    .click();
  await g.enregistrees();
  expect(await g.notes(3)).toEqual([1500, 900, 1000]);
  await expect(autre.case(1)).toHaveValue("9,00");
  expect(await g.histoire(0)).toHaveLength(1);
  expect(await g.histoire(1)).toHaveLength(2);
  await autre.page.context().close();
});

test("quitter avec une note non enregistrée demande confirmation, et ne la perd pas", async ({ page }) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : départ");
  await g.tape(0, "10", "99");
  await expect(g.bilan.filter({ hasText: "1 note à corriger." })).toBeVisible();
  const questions: string[] = [];
  let reste = true;
  page.on("dialog", (d) => {
    questions.push(d.message());
    return reste ? d.dismiss() : d.accept();
  });
  const lien = page.getByRole("navigation", { name: "Fil d'Ariane" }).getByRole("link").last();
  await lien.click();
  await expect.poll(() => questions).toEqual([expect.stringContaining("pas encore enregistrées")]);
  await expect(g.case(1)).toHaveValue("99");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => questions.length).toBe(2);
  expect(page.isClosed()).toBe(false);
  reste = false;
  await lien.click();
  await page.waitForURL(/dimensionnement/);
  await page.goto(`/enseignement/evaluations/${g.evaluationId}`);
  await g.montre(0, "10,00", "99");
});

test("tout enregistré, on s'en va sans question", async ({ page }) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : départ libre");
  page.on("dialog", (d) => {
    throw new Error(d.message());
  });
  await g.tape(0, "10");
  await g.enregistrees();
  await page.getByRole("navigation", { name: "Fil d'Ariane" }).getByRole("link").last().click();
  await page.waitForURL(/dimensionnement/);
});
