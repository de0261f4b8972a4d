import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import {
  COMMENTAIRE_SECRET,
  choisit,
  commente,
  delibere,
  enregistre,
  MOTIF_SECRET,
  ouvre,
  rouvre,
} from "./outils/jury";
import { etatDe } from "./outils/session";

// Une décision cachée jusqu'à l'heure que le jury a fixée, sur le S2 de l'étudiante de la démonstration. En série.
test.describe.configure({ mode: "serial" });
test.use({ storageState: etatDe("jury") });

const CLASSE = "/jury/s2-2024";
const API = "/api/jury/s2-2024";
let dossier = "";

test("rouverte, une décision nouvelle n'arrive à l'étudiante par aucune adresse", async ({ page, browser }) => {
  test.setTimeout(180_000);
  await page.goto(CLASSE);
  await rouvre(page, "Une UE à reprendre");
  await ouvre(page, CLASSE, /MARTIN Camille/);
  dossier = new URL(page.url()).pathname;
  await commente(page, COMMENTAIRE_SECRET);
  // ADJ acquiert comme ADM : le récit principal, qui suit la même étudiante, n'en est pas changé.
  await choisit(page, "Exploiter S2", "ADJ", MOTIF_SECRET);
  await enregistre(page);
  await expect(page.getByText("1 décision enregistrée.")).toBeVisible();
  await nothingLeaks(browser);
});

test("délibérée, puis publiée à une heure fixée, elle reste cachée jusque-là", async ({ page, browser }) => {
  test.setTimeout(240_000);
  await page.goto(CLASSE);
  await delibere(page);
  await fixe(page, new Date(Date.now() + 24 * 3_600_000));
  await expect(page.getByText(/publication fixée au/)).toBeVisible();
  await nothingLeaks(browser);
});

test("une heure passée est refusée, et l'heure fixée s'annule", async ({ page }) => {
  await page.goto(CLASSE);
  await page.getByRole("button", { name: "Changer la publication" }).click();
  await ecritHeure(page, new Date(Date.now() - 120_000));
  await page.getByRole("button", { name: "Fixer la publication" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Cette heure est passée" })).toBeVisible();
  await page.getByRole("button", { name: "Renoncer à cette heure" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText(/publication fixée au/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Publier les décisions" })).toBeVisible();
});

test("à l'heure dite, l'étudiante la lit et le jury la voit publiée, sans que personne n'ait rien fait", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.goto(CLASSE);
  // La minute suivante, ou celle d'après si elle est trop proche pour être encore à venir une fois confirmée.
  const heure = new Date(Math.ceil((Date.now() + 30_000) / 60_000) * 60_000);
  await fixe(page, heure);
  const elle = await etudiante(browser);
  try {
    expect(await codesPublies(elle)).not.toContain("ADJ");
    await expect(page.getByText(/^publié le /)).toBeVisible({ timeout: heure.getTime() - Date.now() + 15_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(heure.getTime());
    expect(await codesPublies(elle)).toContain("ADJ");
    const chezElle = await elle.newPage();
    await chezElle.goto("/moi?semestre=s2-2024");
    await expect(chezElle.getByRole("region", { name: "Exploiter", exact: true }).first()).toContainText("ADJ");
    await expect(chezElle.getByRole("main")).not.toContainText(MOTIF_SECRET);
  } finally {
    await elle.close();
  }
  await expect(page.getByRole("button", { name: "Rouvrir" })).toBeVisible();
  await expect(page.getByRole("button", { name: /publication|Publier/ })).toHaveCount(0);
  await page.goto("/jury");
  await expect(page.getByRole("listitem").filter({ hasText: "S2 GMP 2024" })).toContainText("Décisions publiées.");
});

const etudiante = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ storageState: etatDe("etudiant") });

async function codesPublies(elle: BrowserContext): Promise<string[]> {
  const { decisions } = (await (await elle.request.get("/api/moi/donnees")).json()) as {
    decisions: { code: string }[];
  };
  return decisions.map((d) => d.code);
}

/** Ni les pages du jury, ni les siennes, ni leurs charges, ni son export n'en disent rien. */
async function nothingLeaks(browser: Browser): Promise<void> {
  const elle = await etudiante(browser);
  try {
    for (const adresse of [dossier, CLASSE, `${CLASSE}/salle`, `${CLASSE}/pv`, `${CLASSE}/lettres`, "/jury"])
      expect((await elle.request.get(adresse)).status(), adresse).toBe(404);
    for (const route of ["version", "propositions", "tableur"])
      expect((await elle.request.get(`${API}/${route}`)).status(), route).toBe(404);
    const siennes = await adressesDe(await elle.newPage());
    expect(siennes.length).toBeGreaterThan(8);
    for (const adresse of siennes)
      for (const headers of ENTETES) {
        const reponse = await elle.request.get(adresse, { headers });
        const texte = await reponse.text();
        for (const secret of [MOTIF_SECRET, COMMENTAIRE_SECRET])
          expect(texte, `${adresse} ${JSON.stringify(headers)}`).not.toContain(secret);
        expect(reponse.status(), adresse).toBeLessThan(400);
      }
    expect(await codesPublies(elle)).not.toContain("ADJ");
  } finally {
    await elle.close();
  }
}

/** La page entière, puis ce que le routeur du navigateur en demande. */
const ENTETES: readonly Readonly<Record<string, string>>[] = [{}, { RSC: "1" }];

/** Tout ce que l'étudiante peut ouvrir depuis chez elle, à deux liens de distance. */
async function adressesDe(page: Page): Promise<string[]> {
  const vues = new Set<string>(["/moi", "/api/moi/donnees"]);
  for (const depart of ["/moi", "/moi?semestre=s2-2024", "/moi/notes", "/moi/donnees"]) {
    await page.goto(depart);
    vues.add(depart);
    const liens = page.locator("a[href^='/moi']");
    for (const lien of await liens.evaluateAll((as) => as.map((a) => a.getAttribute("href") ?? ""))) vues.add(lien);
  }
  return [...vues];
}

const JOUR = new Intl.DateTimeFormat("fr-CA", { dateStyle: "short", timeZone: "Europe/Paris" });
const HEURE = new Intl.DateTimeFormat("fr-FR", { timeStyle: "short", timeZone: "Europe/Paris" });

async function ecritHeure(page: Page, quand: Date): Promise<void> {
  await page.getByLabel("Au jour et à l'heure que je fixe").check();
  await page.getByRole("dialog").getByLabel("Jour", { exact: true }).fill(JOUR.format(quand));
  await page.getByLabel("Heure de Paris").fill(HEURE.format(quand));
}

async function fixe(page: Page, quand: Date): Promise<void> {
  await page.getByRole("button", { name: "Publier les décisions" }).click();
  await ecritHeure(page, quand);
  await page.getByRole("button", { name: "Fixer la publication" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}
