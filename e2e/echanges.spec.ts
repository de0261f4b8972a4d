import { type Browser, expect, type Page, test } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { openSmtpEssai } from "../lib/courriel/essais/smtp";
import { gabaritDe, gabarits } from "./outils/ecrans";
import { Grille } from "./outils/grille";
import { openServeurAPart, type ServeurAPart } from "./outils/serveur-a-part";
import { signIn } from "./outils/session";

// Ce qui passe entre une étudiante et son département : une demande et sa réponse, le registre de qui l'a lue, un courriel.
// Sur un serveur à part : personne d'autre n'y ouvre son dossier, et l'envoi y est réglé.
test.describe.configure({ mode: "serial", timeout: 150_000 });

const ETUDIANTE = "etudiant@paliers.demo";
const ENSEIGNANT = "philippe.girard@paliers.demo";
const CLASSE = "s4-2025-alternance";
const RAISON = "La question 3 vaut 4 points sur le sujet, et 2 sur ma copie.";
const REPONSE = "Exact, je reprends le total.";

let serveur: ServeurAPart;
let smtp: Awaited<ReturnType<typeof openSmtpEssai>>;

test.beforeAll(async () => {
  smtp = await openSmtpEssai();
  serveur = await openServeurAPart("echanges", {
    PALIERS_SMTP: smtp.url,
    PALIERS_EXPEDITEUR: "Paliers <notes@iut.exemple>",
  });
});

test.afterAll(async () => {
  await serveur?.close();
  await smtp?.close();
});

async function chez(browser: Browser, email: string, faire: (page: Page) => Promise<void>): Promise<void> {
  const contexte = await browser.newContext({ baseURL: serveur.adresse });
  try {
    const page = await contexte.newPage();
    await signIn(page, email);
    await faire(page);
  } finally {
    await contexte.close();
  }
}

const mecanique = (page: Page) =>
  page.getByRole("region", { name: "Mécanique", exact: true }).filter({ hasText: "Contrôle continu" });

test("l'étudiante demande la correction d'une note, d'une phrase que l'écran exige", ({ browser }) =>
  chez(browser, ETUDIANTE, async (page) => {
    await page.goto(`/moi/notes?semestre=${CLASSE}`);
    await mecanique(page).getByRole("link", { name: "Demander une correction : Contrôle continu" }).click();
    const envoyer = page.getByRole("button", { name: "Envoyer la demande" });
    await envoyer.click();
    await expect(page.getByText("10 signes au moins")).toBeVisible();
    await page.getByLabel("Ce qui vous semble faux").fill(RAISON);
    await envoyer.click();
    await expect(page.getByRole("status").filter({ hasText: "Demande envoyée" })).toBeVisible();
    await page.getByRole("button", { name: "Retirer ma demande" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Demande retirée" })).toBeVisible();
    await page.getByLabel("Ce qui vous semble faux").fill(RAISON);
    await envoyer.click();
    await expect(page.getByText("en attente de réponse")).toBeVisible();
  }));

test("l'enseignant de l'élément la trouve, répond, et la grille lui est ouverte", ({ browser }) =>
  chez(browser, ENSEIGNANT, async (page) => {
    await page.getByRole("link", { name: "Demandes de correction (1)" }).click();
    const demande = page.getByRole("article", { name: /MARTIN Camille, Contrôle continu/ });
    await expect(demande).toContainText(RAISON);
    await demande.getByLabel("Votre réponse à Camille MARTIN").fill(REPONSE);
    await demande.getByRole("button", { name: "Accepter la demande" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Réponse envoyée à Camille MARTIN" })).toBeVisible();
    await expect(demande).toContainText("La note n'a pas encore changé.");
    await demande.getByRole("link", { name: /^Ouvrir la grille/ }).click();
    await expect(page.getByRole("textbox", { name: /^Note de MARTIN Camille/ })).toBeVisible();
  }));

test("le directeur des études la lit ; une enseignante d'un autre élément n'en sait rien", async ({ browser }) => {
  await chez(browser, "responsable@paliers.demo", async (page) => {
    await page.goto("/enseignement/demandes");
    await expect(page.getByText(REPONSE)).toBeVisible();
    await expect(page.getByRole("button", { name: "Accepter la demande" })).toHaveCount(0);
  });
  await chez(browser, "enseignant@paliers.demo", async (page) => {
    await page.goto("/enseignement/demandes");
    await expect(page.getByText("Aucune demande pour l'instant.", { exact: false })).toBeVisible();
  });
});

test("l'étudiante lit la réponse, sous sa note et dans ses demandes", ({ browser }) =>
  chez(browser, ETUDIANTE, async (page) => {
    await page.goto(`/moi/notes?semestre=${CLASSE}`);
    await expect(mecanique(page).getByText("acceptée")).toBeVisible();
    await page.goto("/moi/demandes");
    const demande = page.getByRole("article", { name: "Contrôle continu" });
    await expect(demande).toContainText(RAISON);
    await expect(demande).toContainText(REPONSE);
    await expect(demande).toContainText("Philippe GIRARD");
  }));

test("un semestre décidé dit vers qui se tourner", ({ browser }) =>
  chez(browser, ETUDIANTE, async (page) => {
    await page.goto("/moi/demandes/s3-2025-alternance-mecanique-1");
    await expect(page.getByText("Il reste le recours gracieux", { exact: false })).toBeVisible();
    await expect(page.getByRole("button", { name: "Envoyer la demande" })).toHaveCount(0);
  }));

test("lire la liste d'une classe n'inscrit personne ; ouvrir un dossier, si, et l'étudiante le voit", async ({
  browser,
}) => {
  const registre = (voir: (page: Page) => Promise<void>) =>
    chez(browser, ETUDIANTE, async (page) => {
      await page.goto("/moi/donnees");
      await voir(page);
    });
  await chez(browser, "jury@paliers.demo", async (page) => {
    await page.goto(`/jury/${CLASSE}`);
    const lien = page.getByRole("link", { name: /MARTIN Camille/ }).first();
    await lien.hover();
    await page.waitForLoadState("networkidle");
    await registre((etudiante) => expect(etudiante.getByText("Personne ne l'a encore ouvert.")).toBeVisible());
    await lien.click();
    await expect(page.getByRole("heading", { level: 1, name: /MARTIN Camille/ })).toBeVisible();
  });
  await registre(async (page) => {
    const ligne = page.getByRole("region", { name: "Qui a ouvert mon dossier" }).getByRole("listitem");
    await expect(ligne).toHaveCount(1);
    await expect(ligne).toContainText("RENAUD Catherine");
    await expect(ligne).toContainText("Jury");
    await expect(ligne).toContainText("Dossier devant le jury");
    const json = (await (await page.request.get("/api/moi/donnees")).json()) as Record<string, unknown[]>;
    expect(json.consultations).toMatchObject([{ nom: "RENAUD", objet: "Dossier devant le jury" }]);
    expect(json.demandes).toMatchObject([{ texte: RAISON, reponse: REPONSE }]);
    await page.locator("summary").filter({ hasText: "Notes publiées, S4" }).click();
    await expect(
      page
        .getByRole("table", { name: /^Notes publiées, S4/ })
        .getByRole("row")
        .nth(5),
    ).toBeVisible();
  });
});

test("prévenue par courriel si elle le demande : le message ne dit aucune note, son lien mène aux siennes", async ({
  browser,
}) => {
  await chez(browser, ETUDIANTE, async (page) => {
    await page.goto("/compte");
    await page.getByRole("button", { name: "Me prévenir", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "Vous serez prévenu." })).toBeVisible();
  });
  await chez(browser, ENSEIGNANT, async (page) => {
    const g = await Grille.cree(page, `${CLASSE}/s4-alternance-mecanique`, "Essai-secret");
    await g.tape(0, "13,37");
    await g.enregistrees();
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publier l'évaluation" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  });
  // L'heure n'est pas finie : rien ne part. Le serveur s'arrête net, l'heure passe, il repart : le facteur s'en charge.
  await serveur.kill();
  expect(smtp.recus).toEqual([]);
  const base = new Sqlite(serveur.base);
  expect(base.prepare("update courriel set prochain_essai_le = '2020-01-01T00:00:00.000Z'").run().changes).toBe(1);
  base.close();
  await serveur.start();
  await expect.poll(() => smtp.recus.length, { timeout: 30_000 }).toBe(1);
  const [recu] = smtp.recus;
  expect(recu?.a).toBe(ETUDIANTE);
  const texte = (recu?.texte ?? "").replace(/=\n/g, "").replaceAll("=3D", "=");
  for (const tu of ["13,37", "1337", "Essai-secret", "M=C3=A9canique"]) expect(texte).not.toContain(tu);

  const lien = /http:\/\/127\.0\.0\.1:\d+\/moi\/notes\?semestre=[\w-]+/.exec(texte)?.[0] ?? "";
  const contexte = await browser.newContext();
  const page = await contexte.newPage();
  await page.goto(lien);
  await page.getByLabel("Adresse e-mail").fill(ETUDIANTE);
  await page.getByLabel("Mot de passe").fill("demonstration");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(lien);
  await expect(page.getByText("Essai-secret").first()).toBeVisible();
  await contexte.close();
});

test("aucun écran de l'étudiante ne demande rien à un autre site", ({ browser }) =>
  chez(browser, ETUDIANTE, async (page) => {
    const ailleurs: string[] = [];
    page.on("request", (requete) => {
      const { origin, protocol } = new URL(requete.url());
      if (protocol.startsWith("http") && origin !== serveur.adresse) ailleurs.push(requete.url());
    });
    const tous = gabarits().filter((g) => g.startsWith("/moi") || g === "/compte");
    const vus = new Set<string>();
    const file = ["/moi", "/compte"];
    for (let chemin = file.shift(); chemin !== undefined; chemin = file.shift()) {
      const gabarit = gabaritDe(new URL(chemin, serveur.adresse).pathname, tous);
      if (gabarit === undefined || vus.has(gabarit)) continue;
      vus.add(gabarit);
      await page.goto(chemin);
      await page.waitForLoadState("networkidle");
      file.push(
        ...(await page.locator("a[href^='/']").evaluateAll((as) => as.map((a) => a.getAttribute("href") ?? ""))),
      );
    }
    expect([...vus].sort()).toEqual(tous);
    expect(ailleurs).toEqual([]);
  }));
