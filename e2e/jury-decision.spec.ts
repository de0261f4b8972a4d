import { expect, test } from "@playwright/test";
import { COMMENTAIRE_SECRET, choisit, commente, enregistre, membre, ouvre, pagesPdf, rouvre } from "./outils/jury";
import { etatDe } from "./outils/session";

// La séance d'un jury, point par point, sur une année déjà publiée que ce récit rouvre. En série : le PV de la fin signe
// ce que les étapes d'avant ont décidé.
test.describe.configure({ mode: "serial" });
test.use({ storageState: etatDe("jury") });

const CLASSE = "/jury/s2-2025";

test("rouvrir demande un motif", async ({ page }) => {
  await page.goto(CLASSE);
  await rouvre(page, "Deux dossiers à reprendre");
  await expect(page.getByRole("button", { name: "Délibérer" })).toBeVisible();
});

test("un commentaire arrive chez l'autre membre, et ne sort pas du dossier", async ({ page, browser }) => {
  const autre = await membre(browser);
  const chezLui = await autre.newPage();
  await ouvre(page, CLASSE, /PRESQUE-DIX/);
  await chezLui.goto(page.url());
  await page.getByRole("button", { name: "Ajouter le commentaire" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Écrivez le commentaire" })).toBeVisible();
  await commente(page, COMMENTAIRE_SECRET);
  await expect(page.getByLabel("Ajouter un commentaire")).toHaveValue("");
  await expect(chezLui.getByText(COMMENTAIRE_SECRET)).toBeVisible();
  await autre.close();
  const scolarite = await browser.newContext({ storageState: etatDe("scolarite") });
  expect(await (await scolarite.request.get(page.url())).text()).not.toContain(COMMENTAIRE_SECRET);
  await scolarite.close();
});

test("décider : un autre code demande un motif, ses conséquences sont montrées, et l'autre membre le voit sans recharger", async ({
  page,
  browser,
}) => {
  const autre = await membre(browser);
  const chezLui = await autre.newPage();
  await chezLui.goto(`${CLASSE}?nom=presque`);
  await expect(chezLui.getByTitle("Décidé par le jury")).toHaveCount(0);
  await ouvre(page, CLASSE, /PRESQUE-DIX/);
  await choisit(page, "RCUE Spécifier", "ADJ");
  const effets = page.getByRole("region", { name: "Ce qui sera enregistré" });
  await expect(effets).toContainText("Spécifier S1 AJ → ADJR");
  await expect(effets).toContainText("ECTS acquis");
  await enregistre(page);
  await expect(page.getByRole("alert").filter({ hasText: "donnez-en le motif" }).first()).toBeVisible();
  await page.getByLabel("Précision, RCUE Spécifier", { exact: true }).fill("9,95 et une année régulière");
  await enregistre(page);
  await expect(page.getByText("2 décisions enregistrées.")).toBeVisible();
  const decide = Date.now();
  await expect(chezLui.getByTitle("Décidé par le jury").first()).toBeVisible();
  // Deux secondes, et de quoi absorber deux cœurs occupés par le reste de la suite.
  expect(Date.now() - decide).toBeLessThan(3000);
  await autre.close();
});

test("deux membres sur le même étudiant : les deux décisions sont montrées, aucune n'est perdue", async ({
  page,
  browser,
}) => {
  const autre = await membre(browser);
  const chezLui = await autre.newPage();
  await ouvre(page, CLASSE, /SANS-TRANSFERT/);
  await chezLui.goto(page.url());
  await choisit(chezLui, "RCUE Développer", "RAT", "Rattrapage prévu");
  await choisit(page, "RCUE Développer", "ATJ", "Dossier en attente");
  await enregistre(page);
  await expect(page.getByText("1 décision enregistrée.")).toBeVisible();
  await expect(chezLui.getByText(/vient de décider/)).toBeVisible();
  await enregistre(chezLui);
  const refus = chezLui.getByRole("alert").filter({ hasText: "Un autre membre a décidé entre-temps" });
  await expect(refus).toContainText("RAT");
  await expect(refus).toContainText("ATJ");
  await chezLui.getByRole("button", { name: "Relire le dossier" }).click();
  await expect(chezLui.getByLabel("RCUE Développer", { exact: true })).toHaveValue("RAT");
  await enregistre(chezLui);
  await expect(chezLui.getByText("1 décision enregistrée.")).toBeVisible();
  await autre.close();
});

test("enregistrer et suivant mène au dossier d'après", async ({ page }) => {
  await ouvre(page, CLASSE, /SANS-TRANSFERT/);
  await choisit(page, "RCUE Développer", "AJ");
  await page.getByRole("button", { name: "Enregistrer et suivant" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SCHMITT");
});

test("projeté : un étudiant ou la table, aux touches, sans motif ni commentaire dans la page", async ({ page }) => {
  await page.goto(`${CLASSE}/salle?nom=presque`);
  await expect(page.getByRole("heading", { level: 2, name: /PRESQUE-DIX/ })).toBeVisible();
  for (const cache of ["une année régulière", COMMENTAIRE_SECRET]) expect(await page.content()).not.toContain(cache);
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const ecran of ["etudiant", "table"]) {
    await page.goto(`${CLASSE}/salle?ecran=${ecran}`);
    const cellule = page.getByRole("main").locator("tbody td").first();
    await expect(cellule).toBeVisible();
    // Du fond de la salle : un cinquantième de la hauteur du mur au moins.
    const taille = await cellule.evaluate((td) => Number.parseFloat(getComputedStyle(td).fontSize));
    expect(taille, ecran).toBeGreaterThanOrEqual(1080 / 50);
  }
  await page.goto(`${CLASSE}/salle`);
  await expect(page.getByText("1 sur 26", { exact: true })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("2 sur 26", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/etudiant=/);
  await page.keyboard.press("t");
  await expect(page.getByText("1 à 8 sur 26")).toBeVisible();
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/moyennes=0/);
  await expect(page.getByRole("main")).not.toContainText(/\d,\d\d/);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/jury\/s2-2025$/);
});

test("délibérer verrouille et signe un PV de plus ; plus personne ne décide", async ({ page }) => {
  await page.goto(CLASSE);
  await page.getByRole("button", { name: "Délibérer" }).click();
  await page.getByRole("button", { name: "Confirmer la délibération" }).click();
  await expect(page.getByRole("link", { name: "PV n° 2" })).toBeVisible();
  await ouvre(page, CLASSE, /PRESQUE-DIX/);
  await expect(page.getByLabel("RCUE Spécifier", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Enregistrer les décisions" })).toHaveCount(0);
  await expect(page.getByText(COMMENTAIRE_SECRET)).toBeVisible();
  await expect(page.getByLabel("Ajouter un commentaire")).toHaveCount(0);
});

test("les documents : PV en paysage signé, émargement, une lettre par étudiant, tableur, statistiques sans nom", async ({
  page,
}) => {
  await page.goto(`${CLASSE}/pv`);
  await expect(page.getByText(/[0-9a-f]{64}/)).toBeVisible();
  await expect(page.getByText("9,95 et une année régulière")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Signatures" })).toBeVisible();
  expect(await pagesPdf(page)).toMatchObject({ sens: "paysage" });
  await page.goto(`${CLASSE}/emargement`);
  expect(await pagesPdf(page)).toEqual({ nombre: 1, sens: "portrait" });
  await page.goto(`${CLASSE}/lettres`);
  await expect(page.getByText("Voies et délais de recours")).toHaveCount(26);
  expect(await pagesPdf(page)).toEqual({ nombre: 26, sens: "portrait" });
  await page.goto(`${CLASSE}/statistiques`);
  const texte = await page.getByRole("main").innerText();
  expect(texte).toContain("BUT1");
  expect(texte).not.toMatch(/PRESQUE-DIX|SCHMITT|\b[12] \(\d+ %\)/);
  for (const document of ["pv", "lettres", "emargement", "statistiques", "salle"])
    expect(await (await page.request.get(`${CLASSE}/${document}`)).text(), document).not.toContain(COMMENTAIRE_SECRET);
  const tableur = await page.request.get("/api/jury/s2-2025/tableur");
  expect(tableur.headers()["content-type"]).toContain("spreadsheetml");
  expect((await tableur.body()).subarray(0, 2).toString()).toBe("PK");
});

test("publier, et chaque membre le voit", async ({ page }) => {
  await page.goto(CLASSE);
  await page.getByRole("button", { name: "Publier les décisions" }).click();
  await page.getByRole("button", { name: "Confirmer la publication" }).click();
  await expect(page.getByRole("button", { name: "Rouvrir" })).toBeVisible();
});
