import { expect, type Locator, type Page, test } from "@playwright/test";
import { Grille, type LigneLue, pageDe } from "./outils/grille";
import { etatDe, signIn } from "./outils/session";

// De la publication à ce que l'étudiant en voit ; puis le téléphone.
test.use({ storageState: etatDe("enseignant") });

const MECANIQUE = "s1-2026/s1-commun-mecanique";

const publie = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  const fenetre = page.getByRole("dialog");
  await fenetre.getByRole("button", { name: "Publier l'évaluation" }).click();
  await expect(fenetre).toBeHidden();
  await expect(page.getByRole("button", { name: "Retirer la publication" })).toBeVisible();
};

/** L'adresse du compte de démonstration d'un étudiant : « prenom.nom ». */
const emailDe = (l: LigneLue | undefined): string =>
  `${l?.prenom}.${l?.nom}@paliers.demo`.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

test("une fois publiée : un changement demande son motif, l'étudiant le voit ; retirer demande un motif", async ({
  page,
  browser,
}) => {
  const titre = "Essai : publication";
  const g = await Grille.cree(page, MECANIQUE, titre);
  await g.tape(0, "10");
  await g.enregistrees();
  await publie(page);

  const etudiante = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage();
  await signIn(etudiante, emailDe((await g.lignes())[0]));
  const vue = async (): Promise<Locator> => {
    await etudiante.goto("/moi/notes");
    return etudiante.getByRole("main").getByRole("listitem").filter({ hasText: titre }).last();
  };
  await expect(await vue()).toContainText("10,00");
  await expect(await vue()).not.toContainText("modifiée");

  await g.tape(0, "11,5");
  const motif = page.getByRole("dialog", { name: "Pourquoi modifier une note publiée ?" });
  await expect(motif).toBeVisible();
  expect(await g.notes(1)).toEqual([1000]);
  await motif.getByRole("button", { name: "Enregistrer avec ce motif" }).click();
  await expect(motif).toContainText("Dites pourquoi");
  await motif.getByLabel("Motif de la modification").fill("Erreur de report");
  await motif.getByRole("button", { name: "Enregistrer avec ce motif" }).click();
  await expect(motif).toBeHidden();
  await g.enregistrees();
  expect(await g.histoire(0)).toMatchObject([{ apres: 1150, motif: "Erreur de report" }, { apres: 1000 }]);
  await expect(g.case(0)).toHaveAccessibleDescription(/Modifiée après publication/);
  await expect(await vue()).toContainText("11,50");
  await expect(await vue()).toContainText("modifiée");

  await g.tape(1, "12");
  await g.enregistrees();
  await page.reload();
  await g.tape(2, "9");
  await motif.getByRole("button", { name: "Annuler ce changement" }).click();
  await expect(g.case(2)).toHaveValue("");
  expect(await g.notes(3)).toEqual([1150, 1200, null]);

  await page.getByRole("button", { name: "Retirer la publication" }).click();
  const fenetre = page.getByRole("dialog", { name: /^Retirer la publication/ });
  await fenetre.getByRole("button", { name: "Retirer la publication" }).click();
  await expect(fenetre.getByRole("alert")).toBeVisible();
  await fenetre.getByLabel("Motif").fill("Barème à revoir");
  await fenetre.getByRole("button", { name: "Retirer la publication" }).click();
  await expect(fenetre).toBeHidden();
  await expect(await vue()).toHaveCount(0);
  await etudiante.context().close();
});

test.describe("sur un téléphone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("un étudiant à la fois, avec le même enregistrement", async ({ page }) => {
    await page.goto(`/enseignement/${MECANIQUE}`);
    await page.getByRole("button", { name: "Créer une évaluation" }).first().click();
    await page.getByRole("dialog").getByLabel("Titre").fill("Essai : téléphone");
    await page.getByRole("button", { name: "Créer l'évaluation" }).click();
    const fiche = page.getByRole("form", { name: "Un étudiant à la fois" });
    await expect(fiche).toBeVisible();
    const g = new Grille(page, page.url().split("/").at(-1) ?? "");
    const lignes = await g.lignes();
    const nom = (i: number) => `Note de ${lignes[i]?.nom} ${lignes[i]?.prenom}`;
    await expect(g.cases).toHaveCount(1);

    await fiche.getByRole("textbox", { name: nom(0) }).fill("12,5");
    await fiche.getByRole("button", { name: "Suivant" }).tap();
    await expect(fiche.getByRole("textbox", { name: nom(1) })).toBeFocused();
    await fiche.getByRole("button", { name: /^ABS/ }).tap();
    await fiche.getByRole("button", { name: "Suivant" }).tap();
    await fiche.getByRole("textbox", { name: nom(2) }).fill("42");
    await page.keyboard.press("Enter");
    await expect(fiche.getByRole("textbox", { name: nom(3) })).toBeFocused();
    await fiche.getByRole("button", { name: "Précédent" }).tap();
    await expect(fiche.getByRole("textbox", { name: nom(2) })).toHaveValue("42");
    await expect(fiche).toContainText("dépasse le barème de 20");
    await fiche.getByRole("textbox", { name: nom(2) }).fill("2");
    await fiche.getByRole("button", { name: "Suivant" }).tap();
    await g.enregistrees();
    expect(await g.notes(4)).toEqual([1250, "ABS", 200, null]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await page.getByRole("button", { name: "Tout le groupe" }).tap();
    await g.montre(0, "12,50", "ABS", "2,00", "");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test.describe("le tableau d'avancement", () => {
  test.use({ storageState: etatDe("responsable"), permissions: ["clipboard-read", "clipboard-write"] });

  test("dit ce qui manque et à qui ; le rappel se copie et son lien ouvre la grille", async ({ page, browser }) => {
    const titre = "Essai : avancement";
    const enseignante = await pageDe(browser, "enseignant");
    const g = await Grille.cree(enseignante, "s5-2026/s5-initiale-dimensionnement-des-structures", titre);
    await g.tape(0, "10", "t");
    await g.enregistrees();
    await enseignante.context().close();

    await page.goto("/scolarite/avancement?semestre=s5-2026&voir=reste");
    const ligne = page.getByRole("row", { name: new RegExp(titre) });
    await expect(ligne).toContainText(/2\/13\s*11\s*1\s*Incomplète/);
    await page.getByRole("button", { name: "Rappel pour Dimensionnement des structures" }).click();
    const fenetre = page.getByRole("dialog");
    await expect(fenetre).toContainText("enseignant@paliers.demo");
    await fenetre.getByRole("button", { name: "Copier le texte" }).click();
    await expect(fenetre.getByRole("status")).toHaveText("Texte copié.");
    const rappel = await page.evaluate(() => navigator.clipboard.readText());
    const demande = rappel.split("\n").find((l) => l.includes("avancement ("));
    expect(demande).toContain("11 notes manquent sur 13");
    const lien = rappel.split("\n").find((l) => l.endsWith(g.evaluationId));
    await page.goto(lien?.trim() ?? "");
    await expect(page.getByRole("heading", { level: 1, name: titre })).toBeVisible();
  });

  test("sans presse-papiers, le texte est choisi, prêt à copier", async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("non")) } }),
    );
    await page.goto("/scolarite/avancement?semestre=s1-2026");
    await page
      .getByRole("button", { name: /^Rappel pour/ })
      .first()
      .click();
    const fenetre = page.getByRole("dialog");
    await fenetre.getByRole("button", { name: "Copier le texte" }).click();
    await expect(fenetre.getByRole("status")).toContainText("Ctrl+C");
    expect(await page.evaluate(() => getSelection()?.toString())).toContain("Bonjour");
  });
});
