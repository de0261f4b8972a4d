import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { choisit, deLaTable, enregistre, MOTIF_SECRET, ouvre, pagesPdf, rouvre } from "./jury";
import { etatDe } from "./session";

// La séance d'un jury, point par point, sur une année déjà publiée que ce récit rouvre. En série : le PV de la fin signe
// ce que les étapes d'avant ont décidé.
test.describe.configure({ mode: "serial" });
test.use({ storageState: etatDe("jury") });

const CLASSE = "/jury/s2-2025";
const TABLE = { name: "Jury de S2" };

test("avant la réunion : ce qui bloque est dit à part de ce qu'il faut savoir, avec qui peut le compléter", async ({
  page,
}) => {
  await page.goto("/jury/s1-2026");
  await expect(page.getByText("Bloque la délibération").first()).toBeVisible();
  await expect(page.getByText(/Coefficients de \d+ UE à confirmer par le département/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Ouvrir le jury" })).toBeVisible();
});

test("la table filtre aussitôt, garde le filtre dans l'adresse, et se parcourt au clavier seul", async ({ page }) => {
  await page.goto(CLASSE);
  const lignes = page.getByRole("region", TABLE).locator("tbody tr");
  await expect(lignes).toHaveCount(26);
  await page.getByRole("link", { name: /^À discuter/ }).click();
  await expect(page).toHaveURL(/vue=discuter/);
  const discutes = await lignes.count();
  expect(discutes).toBeLessThan(26);
  await page.reload();
  await expect(lignes).toHaveCount(discutes);
  await page.getByRole("link", { name: /^Tous/ }).click();
  await page.getByLabel("Trier par").selectOption("echecs");
  await expect(page).toHaveURL(/tri=echecs/);
  await page.keyboard.press("Tab");
  await page.locator("h1").click();
  await page.keyboard.press("/");
  await page.keyboard.type("presque");
  await expect(lignes).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /PRESQUE-DIX/ })).toBeVisible();
  await expect(page).toHaveURL(/nom=presque/);
});

test("les années antérieures se déplient, et « changés » part de la visite précédente", async ({ page }) => {
  await page.goto("/jury/s4-2025");
  await expect(page.getByRole("columnheader", { name: "BUT1" })).toHaveCount(0);
  await page.getByLabel("Années antérieures").check();
  await expect(page.getByRole("columnheader", { name: "BUT1" })).toBeVisible();
  await page.goto("/jury/s4-2025?vue=changes&depuis=2000-01-01T00:00:00.000Z");
  await expect(page.getByText("14 étudiants montrés sur 14")).toBeVisible();
  await page.goto("/jury/s4-2025?vue=changes&depuis=2999-01-01T00:00:00.000Z");
  await expect(page.getByText("Aucun étudiant ne correspond")).toBeVisible();
});

test("le dossier dit ce qui ferait changer la proposition, montre le calcul, et passe au suivant par une touche", async ({
  page,
}) => {
  await ouvre(page, CLASSE, /PASSAGE Douze/);
  await expect(page.getByRole("heading", { name: "Qu'est-ce qui ferait changer la proposition ?" })).toBeVisible();
  await expect(page.getByText(/sur 20/).first()).toBeVisible();
  await page.getByRole("button", { name: "Montrez-moi le calcul : RCUE Exploiter" }).click();
  await expect(page.getByRole("dialog")).toContainText("8,00");
  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("PASSAGE");
});

test("que manque-t-il : un dossier provisoire liste ses manques", async ({ page }) => {
  await page.goto("/jury/s1-2026?vue=provisoires");
  await deLaTable(page).first().click();
  await expect(page.getByText("Que manque-t-il ?")).toBeVisible();
});

test("rouvrir demande un motif", async ({ page }) => {
  await page.goto(CLASSE);
  await rouvre(page, "Deux dossiers à reprendre");
  await expect(page.getByRole("button", { name: "Délibérer" })).toBeVisible();
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
  await expect(chezLui.getByTitle("Décidé par le jury").first()).toBeVisible({ timeout: 4000 });
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
  expect(await page.content()).not.toContain("une année régulière");
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

test("une décision non publiée n'arrive à l'étudiante par aucune adresse, charges des pages comprises", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await page.goto("/jury/s3-2025-alternance");
  await rouvre(page, "Une UE à reprendre");
  await ouvre(page, "/jury/s3-2025-alternance", /MARTIN Camille/);
  // ADJ acquiert comme ADM : le récit principal, qui suit la même étudiante, n'en est pas changé.
  await choisit(page, "Exploiter S3", "ADJ", MOTIF_SECRET);
  await enregistre(page);
  await expect(page.getByText("1 décision enregistrée.")).toBeVisible();
  const dossier = new URL(page.url()).pathname;
  const elle = await browser.newContext({ storageState: etatDe("etudiant") });
  try {
    for (const adresse of [dossier, "/jury/s3-2025-alternance", "/jury/s3-2025-alternance/salle", "/jury"])
      expect((await elle.request.get(adresse)).status(), adresse).toBe(404);
    for (const route of ["version", "propositions", "tableur"])
      expect((await elle.request.get(`/api/jury/s3-2025-alternance/${route}`)).status(), route).toBe(404);
    const siennes = await adressesDe(await elle.newPage());
    expect(siennes.length).toBeGreaterThan(8);
    for (const adresse of siennes)
      for (const headers of ENTETES) {
        const reponse = await elle.request.get(adresse, { headers });
        expect(await reponse.text(), `${adresse} ${JSON.stringify(headers)}`).not.toContain(MOTIF_SECRET);
        expect(reponse.status(), adresse).toBeLessThan(400);
      }
    const donnees = JSON.stringify(await (await elle.request.get("/api/moi/donnees")).json());
    expect(donnees).not.toContain('"ADJ"');
  } finally {
    await elle.close();
  }
  await page.goto("/jury/s3-2025-alternance");
  await page.getByRole("button", { name: "Délibérer" }).click();
  await page.getByRole("button", { name: "Confirmer la délibération" }).click();
  await page.getByRole("button", { name: "Publier les décisions" }).click();
  await page.getByRole("button", { name: "Confirmer la publication" }).click();
  await expect(page.getByRole("button", { name: "Rouvrir" })).toBeVisible();
});

/** La page entière, puis ce que le routeur du navigateur en demande. */
const ENTETES: readonly Readonly<Record<string, string>>[] = [{}, { RSC: "1" }];

const membre = (browser: Browser): Promise<BrowserContext> => browser.newContext({ storageState: etatDe("jury") });

/** Tout ce que l'étudiante peut ouvrir depuis chez elle, à deux liens de distance. */
async function adressesDe(page: Page): Promise<string[]> {
  const vues = new Set<string>(["/moi", "/api/moi/donnees"]);
  for (const depart of ["/moi", "/moi/notes", "/moi/donnees"]) {
    await page.goto(depart);
    vues.add(depart);
    const liens = page.locator("a[href^='/moi']");
    for (const lien of await liens.evaluateAll((as) => as.map((a) => a.getAttribute("href") ?? ""))) vues.add(lien);
  }
  return [...vues];
}
