import { readFileSync } from "node:fs";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { choisit, deLaTable, enregistre, ouvre, rouvre } from "./outils/jury";
import { type Compte, etatDe } from "./outils/session";

// Les documents, de la demande à la vérification par un tiers. L'étudiante garde le S1 2024, que personne ne rouvre ; le
// document dépassé est celui d'une autre classe, que ce récit rouvre et republie.
test.describe.configure({ mode: "serial" });

const RELEVE = "/moi/releve?semestre=s1-2024";
const CLASSE = "/jury/s3-2025";
const CODE = /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}/;

async function en(browser: Browser, compte: Compte | null, faire: (page: Page) => Promise<void>): Promise<void> {
  const contexte = await browser.newContext(compte ? { storageState: etatDe(compte) } : {});
  try {
    await faire(await contexte.newPage());
  } finally {
    await contexte.close();
  }
}

/** L'identifiant d'un étudiant, lu dans le lien qui mène à lui depuis la table d'un jury. */
async function etudiantDe(page: Page, classe: string, liens: Locator): Promise<string> {
  await page.goto(classe);
  const id = (await liens.first().getAttribute("href"))?.split("/")[3]?.split("?")[0];
  if (!id) throw new Error(`aucun étudiant dans ${classe}`);
  return id;
}

/** Demande le document de la page ouverte, et rend son code. */
async function obtient(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Obtenir le document" }).click();
  await expect(page.getByText(/^Document remis le/)).toBeVisible();
  const code = CODE.exec(await page.locator("[data-document] footer").innerText())?.[0];
  if (!code) throw new Error("aucun code sur le document");
  return code;
}

async function telecharge(page: Page): Promise<{ nom: string; texte: string }> {
  const attendu = page.waitForEvent("download", { timeout: 80_000 });
  await page.getByRole("link", { name: "Télécharger en PDF" }).click();
  const fichier = await attendu;
  return { nom: fichier.suggestedFilename(), texte: readFileSync(await fichier.path(), "latin1") };
}

function expectBalise(texte: string): void {
  expect(texte.startsWith("%PDF-")).toBe(true);
  expect(texte).toContain("/StructTreeRoot");
  expect(texte).toMatch(/\/Lang \(fr/);
  expect(texte).toMatch(/\/Title /);
}

/** La page entière, puis ce que le routeur du navigateur en demande. */
const ENTETES: readonly Readonly<Record<string, string>>[] = [{}, { RSC: "1" }];

let code = "";
let moyennes: readonly string[] = [];

test("l'étudiante lit son relevé sans rien écrire, l'obtient, et la page garde le même code", ({ browser }) =>
  en(browser, "etudiant", async (page) => {
    await page.goto(RELEVE);
    await expect(page.getByRole("heading", { level: 1, name: "Relevé de résultats" })).toBeVisible();
    await expect(page.getByText("Document sans code de vérification")).toBeVisible();
    moyennes = (await page.locator("[data-document] table").first().innerText()).match(/\d{1,2},\d{2}/g) ?? [];
    expect(moyennes.length).toBeGreaterThanOrEqual(4);
    code = await obtient(page);
    await page.reload();
    await expect(page.getByText(code, { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Obtenir le document" })).toHaveCount(0);
  }));

test("son PDF est balisé, nommé, et rien n'en est public", async ({ browser }) => {
  test.setTimeout(150_000);
  await en(browser, "etudiant", async (page) => {
    await page.goto(RELEVE);
    const { nom, texte } = await telecharge(page);
    expect(nom).toBe("Relevé de résultats, S1 2024-2025, MARTIN Camille.pdf");
    expectBalise(texte);
    expect(texte).toContain("/Outlines");
  });
  await en(browser, null, async (page) => {
    expect((await page.request.get("/api/documents/moi/releve")).status()).toBe(401);
  });
});

test("un semestre sans décision publiée donne un document provisoire, sans code", ({ browser }) =>
  en(browser, "scolarite", async (page) => {
    const etudiantId = await etudiantDe(page, "/jury/s5-2026", deLaTable(page));
    await page.goto(`/etudiants/${etudiantId}/documents/releve?semestre=s5-2026`);
    await expect(page.getByText(/Document provisoire, sans code de vérification/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Obtenir le document" })).toHaveCount(0);
  }));

test("un tiers sans compte vérifie le code ; il apprend à qui et quand, et aucun résultat", ({ browser }) =>
  en(browser, null, async (page) => {
    await page.goto("/verification");
    await page.getByLabel("Code de vérification").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "Vérifier" }).click();
    await expect(page).toHaveURL(/\/verification\//);
    await expect(page.getByText("Document authentique, toujours exact.")).toBeVisible();
    const main = page.getByRole("main");
    for (const dit of ["MARTIN Camille", "Semestre 1, 2024-2025", "Relevé de résultats"])
      await expect(main).toContainText(dit);
    for (const headers of ENTETES) {
      const charge = await (await page.request.get(`/verification/${code}`, { headers })).text();
      expect(charge).toContain("MARTIN Camille");
      for (const secret of [...moyennes, ...moyennes.map((m) => m.replace(",", "")), "ADM", "ECTS", "moyenne"])
        expect(charge, secret).not.toContain(secret);
    }
    const autre = code.replace(/.$/, (c) => (c === "2" ? "3" : "2"));
    await page.goto(`/verification/${autre}`);
    await expect(page.getByText("n'est pas un code de vérification")).toBeVisible();
    await page.goto("/verification/2222-2222-2222-2222");
    await expect(page.getByText("n'est pas authentique")).toBeVisible();
  }));

test("l'étudiante n'a ni le document d'un autre, ni celui d'un jury", async ({ browser }) => {
  let autre = "";
  await en(browser, "scolarite", async (page) => {
    autre = await etudiantDe(page, CLASSE, page.getByRole("link", { name: /LEROUX Pierre/ }));
  });
  await en(browser, "etudiant", async (page) => {
    for (const type of ["releve", "cursus", "attestation"])
      for (const adresse of [`/etudiants/${autre}/documents/${type}`, `/api/documents/etudiants/${autre}/${type}`])
        expect((await page.request.get(adresse)).status(), adresse).toBe(404);
    for (const document of ["pv", "emargement", "lettres", "statistiques"])
      for (const adresse of [`${CLASSE}/${document}`, `/api/documents${CLASSE}/${document}`])
        expect((await page.request.get(adresse)).status(), adresse).toBe(404);
    expect((await page.request.get("/api/documents/moi/pv")).status()).toBe(404);
    const semestreDAutrui = await page.request.get("/moi/releve?semestre=s3-2025");
    expect(semestreDAutrui.status()).toBe(404);
  });
});

test("redécidé et republié, le document d'avant est dépassé pour qui le vérifie", async ({ browser }) => {
  test.setTimeout(180_000);
  let ancien = "";
  let document = "";
  await en(browser, "scolarite", async (page) => {
    const etudiantId = await etudiantDe(page, CLASSE, page.getByRole("link", { name: /LEROUX Pierre/ }));
    document = `/etudiants/${etudiantId}/documents/releve?semestre=s3-2025`;
    await page.goto(document);
    ancien = await obtient(page);
  });
  await en(browser, "jury", async (page) => {
    await page.goto(CLASSE);
    await rouvre(page, "Une UE à reprendre");
    await ouvre(page, CLASSE, /LEROUX Pierre/);
    await choisit(page, "Exploiter S3", "ADJ", "Engagement dans le projet");
    await enregistre(page);
    await expect(page.getByText("1 décision enregistrée.")).toBeVisible();
  });
  await en(browser, "scolarite", async (page) => {
    await page.goto(document);
    await expect(page.getByText(/Document provisoire.*Le jury a rouvert le semestre\s3/)).toBeVisible();
    await page.goto(`/verification/${ancien}`);
    await expect(page.getByText("Document authentique, toujours exact.")).toBeVisible();
  });
  await en(browser, "jury", async (page) => {
    await page.goto(CLASSE);
    await page.getByRole("button", { name: "Délibérer" }).click();
    await page.getByRole("button", { name: "Confirmer la délibération" }).click();
    await page.getByRole("button", { name: "Publier les décisions" }).click();
    await page.getByRole("button", { name: "Confirmer la publication" }).click();
    await expect(page.getByRole("button", { name: "Rouvrir" })).toBeVisible();
  });
  await en(browser, null, async (page) => {
    await page.goto(`/verification/${ancien}`);
    await expect(page.getByText("Document authentique, mais dépassé.")).toBeVisible();
    await expect(page.getByText("demandez un nouveau document")).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("ADJ");
  });
  await en(browser, "scolarite", async (page) => {
    await page.goto(document);
    expect(await obtient(page)).not.toBe(ancien);
  });
});

test("le jury télécharge son PV, balisé, avec l'empreinte et la page sur chaque page", ({ browser }) =>
  en(browser, "jury", async (page) => {
    test.setTimeout(150_000);
    await page.goto(`${CLASSE}/pv`);
    const { nom, texte } = await telecharge(page);
    expect(nom).toMatch(/^PV n° \d+, S3, GMP 2024, 2025-2026\.pdf$/);
    expectBalise(texte);
    const style = (await page.locator("style").allTextContents()).join("\n");
    expect(style).toMatch(/Instantané SHA-256 : [0-9a-f]{64}/);
    expect(style).toContain("counter(pages)");
  }));

test("chaque document du jury existe en PDF", async ({ browser }) => {
  test.setTimeout(240_000);
  await en(browser, "jury", async (page) => {
    for (const document of ["emargement", "lettres", "statistiques"]) {
      const reponse = await page.request.get(`/api/documents${CLASSE}/${document}`, { timeout: 80_000 });
      expect(reponse.status(), document).toBe(200);
      expectBalise((await reponse.body()).toString("latin1"));
    }
  });
});
