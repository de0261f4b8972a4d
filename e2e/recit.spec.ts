import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Compte, etatDe } from "./outils/session";

// Le récit entier, sur la classe de S4 en alternance à qui il ne manque qu'une soutenance : de la dernière note à la
// décision que lit l'étudiante. En série : chaque étape part de ce que la précédente a enregistré.
test.describe.configure({ mode: "serial" });

const ELEMENT = "Immersion professionnelle";
const EVALUATION = "Évaluation de la mission en entreprise";
const ETUDIANTE = "MARTIN Camille";

async function en(browser: Browser, compte: Compte, faire: (page: Page) => Promise<void>): Promise<void> {
  const contexte = await browser.newContext({ storageState: etatDe(compte) });
  try {
    await faire(await contexte.newPage());
  } finally {
    await contexte.close();
  }
}

async function ouvreGrille(page: Page): Promise<void> {
  await page.goto("/enseignement");
  // Les semestres fermés à la saisie sont repliés.
  for (const repli of await page.locator("main details:not([open]) > summary").all()) await repli.click();
  await page
    .getByRole("link", { name: new RegExp(ELEMENT) })
    .first()
    .click();
  await page
    .getByRole("link", { name: new RegExp(EVALUATION) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: EVALUATION })).toBeVisible();
}

const carte = (page: Page, competence: string) => page.getByRole("region", { name: competence, exact: true }).first();

async function moyenne(page: Page, competence: string): Promise<string> {
  const texte = (await carte(page, competence).innerText()).match(/\d{1,2},\d{2}/)?.[0];
  if (!texte) throw new Error(`aucune moyenne pour ${competence}`);
  return texte;
}

let avant = "";

test("avant : les moyennes de l'étudiante sont provisoires", ({ browser }) =>
  en(browser, "etudiant", async (page) => {
    await page.goto("/moi");
    await expect(carte(page, "Spécifier")).toContainText("provisoire");
    avant = await moyenne(page, "Spécifier");
  }));

test("l'enseignante saisit au clavier ; une valeur refusée est expliquée et rien d'autre n'est perdu", ({ browser }) =>
  en(browser, "enseignant", async (page) => {
    await ouvreGrille(page);
    const cases = page.getByRole("textbox", { name: /^Note de / });
    const nombre = await cases.count();
    expect(nombre).toBe(6);
    await cases.first().click();
    for (let i = 0; i < nombre; i++) {
      await page.keyboard.type(i % 2 === 0 ? "15,5" : "18.25");
      await page.keyboard.press("Enter");
    }
    await expect(
      page.getByRole("status").filter({ hasText: /Toutes les notes sont enregistrées à \d\d:\d\d/ }),
    ).toBeVisible();

    for (const [saisie, raison] of [
      ["21", /note de 0 à 20/],
      ["-1", /note de 0 à 20/],
      ["12;5", /« 12;5 » n'est pas une note/],
      ["douze", /« douze » n'est pas une note/],
    ] as const) {
      await cases.nth(1).click();
      await page.keyboard.type(saisie);
      await page.keyboard.press("Enter");
      await expect(cases.nth(1)).toHaveValue(saisie);
      await expect(cases.nth(1)).toHaveAttribute("aria-invalid", "true");
      await expect(cases.nth(1)).toHaveAccessibleDescription(raison);
    }
    await cases.nth(1).click();
    await page.keyboard.type("abs");
    await page.keyboard.press("Enter");
    await expect(cases.nth(1)).toHaveValue("ABS");
    await expect(page.getByRole("status").filter({ hasText: /Toutes les notes sont enregistrées/ })).toBeVisible();

    await page.reload();
    await expect(cases.nth(0)).toHaveValue("15,50");
    await expect(cases.nth(1)).toHaveValue("ABS");
    await expect(cases.nth(3)).toHaveValue("18,25");
  }));

test("tant que rien n'est publié, l'étudiante ne voit rien bouger", ({ browser }) =>
  en(browser, "etudiant", async (page) => {
    await page.goto("/moi");
    expect(await moyenne(page, "Spécifier")).toBe(avant);
    expect(await page.content()).not.toContain(EVALUATION);
  }));

test("deux enseignants sur la même case : les deux valeurs sont montrées, aucune n'est perdue", async ({ browser }) => {
  const [une, autre] = await Promise.all(
    (["enseignant", "enseignant2"] as const).map((c) => browser.newContext({ storageState: etatDe(c) })),
  );
  if (!une || !autre) throw new Error("il faut deux personnes");
  const [p1, p2] = await Promise.all([une.newPage(), autre.newPage()]);
  await ouvreGrille(p1);
  await p2.goto(p1.url());
  const case1 = p1.getByRole("textbox", { name: /^Note de / }).nth(2);
  const case2 = p2.getByRole("textbox", { name: /^Note de / }).nth(2);
  await expect(case2).toHaveValue("15,50");
  // Le second n'entend pas le premier : sa page est coupée pendant que l'autre enregistre.
  await autre.setOffline(true);
  await case1.click();
  await p1.keyboard.type("16");
  await p1.keyboard.press("Enter");
  await expect(p1.getByRole("status").filter({ hasText: /Toutes les notes sont enregistrées à/ })).toBeVisible();
  await case2.click();
  await p2.keyboard.type("11");
  await p2.keyboard.press("Enter");
  await expect(p2.getByRole("status").filter({ hasText: /Hors ligne/ })).toBeVisible();
  await autre.setOffline(false);
  const choix = p2.getByRole("group", { name: "Deux valeurs pour cette note" });
  await expect(choix).toBeVisible({ timeout: 30_000 });
  await expect(choix).toContainText("16");
  await expect(choix).toContainText("11");
  await choix
    .getByRole("button")
    .filter({ hasText: /11|mienne/ })
    .first()
    .click();
  await expect(p2.getByRole("status").filter({ hasText: /Toutes les notes sont enregistrées/ })).toBeVisible();
  await p1.reload();
  await expect(case1).toHaveValue("11,00");
  await Promise.all([une.close(), autre.close()]);
});

test("elle publie, après avoir vu ce que les étudiants verront", ({ browser }) =>
  en(browser, "enseignant", async (page) => {
    await ouvreGrille(page);
    await page
      .getByRole("button", { name: /^Publier/ })
      .first()
      .click();
    const fenetre = page.getByRole("dialog");
    await expect(fenetre).toContainText("6 étudiants verront leur note");
    await fenetre.getByRole("button", { name: "Publier l'évaluation" }).click();
    await expect(fenetre).toBeHidden();
    await expect(page.getByText("publiée").first()).toBeVisible();
  }));

test("l'étudiante voit sa moyenne bouger, et son calcul jusqu'à la note", ({ browser }) =>
  en(browser, "etudiant", async (page) => {
    await page.goto("/moi");
    const apres = await moyenne(page, "Spécifier");
    expect(apres).not.toBe(avant);
    await expect(carte(page, "Spécifier")).not.toContainText("provisoire");
    await carte(page, "Spécifier")
      .getByRole("link", { name: /Montrez-moi le calcul/ })
      .click();
    const corps = page.getByRole("main");
    await expect(corps).toContainText(apres);
    for (const detail of await page.locator("main details:not([open]) > summary").all()) {
      if (await detail.isVisible()) await detail.click();
    }
    await expect(corps).toContainText(ELEMENT);
    await expect(corps).toContainText(EVALUATION);
    await expect(corps).toContainText("règlement");
  }));

test("la page d'un autre étudiant est introuvable", async ({ browser }) => {
  let autre = "";
  await en(browser, "jury", async (page) => {
    await page.goto("/jury/s4-2025-alternance");
    autre =
      (await page
        .getByRole("link", { name: /BESSON Rémi/ })
        .first()
        .getAttribute("href")) ?? "";
    expect(autre).toMatch(/^\/jury\//);
  });
  const etudiantId = autre.split("/")[3]?.split("?")[0] ?? "";
  await en(browser, "etudiant", async (page) => {
    for (const adresse of [`/etudiants/${etudiantId}`, autre, "/jury", "/scolarite", "/enseignement"]) {
      const reponse = await page.goto(adresse);
      await expect(page.getByRole("heading", { name: "Introuvable" }), adresse).toBeVisible();
      expect(reponse?.status(), adresse).toBe(404);
    }
  });
});

test("la scolarité saisit un bonus et voit les cinq UE bouger ; 0,1 et 6 sont refusés", ({ browser }) =>
  en(browser, "scolarite", async (page) => {
    await page.goto("/scolarite/bonus?semestre=s4-2025-alternance");
    await page.getByRole("link", { name: `Bonus de ${ETUDIANTE}` }).click();
    const enregistre = page.getByRole("button", { name: "Enregistrer le bonus" });
    for (const refuse of ["0,1", "6"]) {
      await page.getByLabel("Activité").fill("Engagement étudiant");
      await page.getByLabel("Pourcentage").fill(refuse);
      await enregistre.click();
      await expect(page.getByLabel("Pourcentage")).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Pourcentage")).toHaveValue(refuse);
    }
    const avantBonus = await page.getByRole("main").innerText();
    await page.getByLabel("Pourcentage").fill("1,5");
    await enregistre.click();
    await expect(page.getByText("Engagement étudiant").first()).toBeVisible();
    await expect(page.getByText("3,5 %").first()).toBeVisible();
    expect(await page.getByRole("main").innerText()).not.toBe(avantBonus);
  }));

test("l'étudiante voit ses moyennes avant et après le bonus", ({ browser }) =>
  en(browser, "etudiant", async (page) => {
    await page.goto("/moi");
    for (const competence of ["Spécifier", "Développer", "Réaliser", "Exploiter", "Innover"]) {
      await expect(carte(page, competence)).toContainText(/avant le bonus de 3,5/);
    }
  }));

test("le jury ouvre, accepte les propositions, délibère ; l'étudiante ne voit encore rien", async ({ browser }) => {
  await en(browser, "jury", async (page) => {
    await page.goto("/jury/s4-2025-alternance");
    await page.getByRole("button", { name: "Ouvrir le jury" }).click();
    await page.getByRole("button", { name: "Confirmer l'ouverture" }).click();
    await page.getByRole("button", { name: "Accepter les propositions" }).click();
    await page.getByRole("button", { name: /^Enregistrer \d+ décisions$/ }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.getByRole("button", { name: "Délibérer" }).click();
    await page.getByLabel("Présidente ou président du jury").fill("RENAUD Catherine");
    await page.getByLabel("Membres présents").fill("LEGRAND Antoine, DELMAS Hélène");
    await page.getByRole("button", { name: "Confirmer la délibération" }).click();
    await expect(page.getByRole("button", { name: "Publier les décisions" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Accepter les propositions" })).toHaveCount(0);
  });
  await en(browser, "etudiant", async (page) => {
    await page.goto("/moi");
    await expect(carte(page, "Spécifier")).not.toContainText("ADM");
  });
});

test("le jury publie ; l'étudiante lit sa décision, ses ECTS et son niveau", async ({ browser }) => {
  await en(browser, "jury", async (page) => {
    await page.goto("/jury/s4-2025-alternance");
    await page.getByRole("button", { name: "Publier les décisions" }).click();
    await page.getByRole("button", { name: "Confirmer la publication" }).click();
    await expect(page.getByRole("button", { name: "Rouvrir" })).toBeVisible();
  });
  await en(browser, "etudiant", async (page) => {
    await page.goto("/moi");
    await expect(carte(page, "Spécifier")).toContainText("ADM");
    await expect(carte(page, "Spécifier")).toContainText("définitive");
    await expect(page.getByText(/120\s+ECTS/).first()).toBeVisible();
  });
});

test("l'enseignante ne peut plus rien écrire dans ce semestre", ({ browser }) =>
  en(browser, "enseignant", async (page) => {
    await ouvreGrille(page);
    await expect(page.getByText("les notes sont verrouillées")).toBeVisible();
    await expect(page.getByRole("row", { name: /MARTIN Camille/ })).toContainText("18,25");
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Publier|Retirer la publication/ })).toHaveCount(0);
  }));
