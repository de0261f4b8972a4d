import { expect, test } from "@playwright/test";
import { CAMILLE, carte, ecran, expectSaine, LARGEURS, openChez, PASSAGE } from "./outils/chez";

// Les gestes d'un étudiant, au téléphone et à l'écran, au clavier : où j'en suis, pourquoi, et si…
test.describe.configure({ timeout: 120_000 });

const { chez, leServeur } = openChez("etudiant");

for (const width of LARGEURS) {
  test(`à ${width} px : où j'en suis, et pourquoi, au clavier`, ({ browser }) =>
    chez(
      browser,
      CAMILLE,
      async (page) => {
        const dehors: string[] = [];
        page.on("request", (r) => {
          if (!/^(data|blob):/.test(r.url()) && new URL(r.url()).origin !== leServeur().adresse) dehors.push(r.url());
        });
        await page.goto("/moi");
        const specifier = carte(page, "Spécifier");
        await expect(specifier).toContainText(/Niveau 2 · 4 ECTS/);
        await expect(specifier).toContainText(/14,62\s*\/ 20/);
        await expect(specifier).toContainText(/14,34 avant le bonus de 2/);
        await expect(specifier).toContainText("provisoire");
        await specifier.locator("summary").focus();
        await page.keyboard.press("Enter");
        await expect(specifier).toContainText("Immersion professionnelle");

        await specifier.getByRole("link", { name: /Montrez-moi le calcul/ }).focus();
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { level: 1, name: "Le calcul de l'UE Spécifier" })).toBeVisible();
        const calcul = page.getByRole("region", { name: "Le calcul" });
        await expect(calcul).toContainText("point 2.5 (pôle ressources et pôle SAÉ)");
        for (;;) {
          const ferme = calcul.locator("details:not([open]) > summary").first();
          if ((await ferme.count()) === 0) break;
          await ferme.focus();
          await page.keyboard.press("Enter");
        }
        await expect(calcul).toContainText("Devoir surveillé");
        await page.getByRole("link", { name: "Le RCUE où cette UE compte" }).click();
        await expect(page.getByRole("heading", { level: 1, name: "Spécifier, niveau 2" })).toBeVisible();
        expect(dehors).toEqual([]);
      },
      ecran(width),
    ));

  test(`à ${width} px : la matrice, et le titre officiel d'un niveau à un geste`, ({ browser }) =>
    chez(
      browser,
      CAMILLE,
      async (page) => {
        await page.goto("/moi");
        const matrice = page.getByRole("region", { name: "Compétences, palier par palier" });
        const table = matrice.getByRole("table");
        const niveaux = table.getByRole("link", { name: /^Niveau \d de / });
        if (width < 600) {
          await expect(niveaux).toHaveCount(3);
          await matrice.getByRole("radio", { name: "Spécifier" }).focus();
          for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
          await expect(matrice.getByRole("radio", { name: "Innover" })).toBeChecked();
          await expect(niveaux).toHaveCount(2);
        } else await expect(niveaux).toHaveCount(14);
        const tendances = table.getByRole("img", { name: /^Tendance\s: \d+,\d\d en S\d, \d+,\d\d en S\d/ });
        await expect(tendances).toHaveCount(width < 600 ? 1 : 5);
        await expect(page.getByRole("region", { name: "ECTS", exact: true })).toContainText(/^ECTS\s*90 ECTS sur 180/);
        await expect(page.getByText("encore 30 jusqu'au palier 120")).toBeVisible();
        await niveaux.filter({ hasText: "Niveau 1 de Innover" }).focus();
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { level: 1, name: "Innover, niveau 1" })).toBeVisible();
        await expect(page.getByRole("listitem").filter({ hasText: /^AC\d/ }).first()).toBeVisible();
      },
      ecran(width),
    ));

  test(`à ${width} px : et si… sans rien envoyer ni garder`, ({ browser }) =>
    chez(
      browser,
      CAMILLE,
      async (page) => {
        await page.goto("/moi/simulation");
        await page.waitForLoadState("networkidle");
        const envois: string[] = [];
        page.on("request", (r) => envois.push(r.url()));
        const table = page.getByRole("complementary", { name: "Résultats simulés" });
        const ligne = (nom: string) => table.getByRole("row", { name: new RegExp(`^${nom}`) });
        await expect(ligne("UE Spécifier")).toContainText(/14,62\s*14,62$/);

        const note = page.getByRole("textbox", { name: "Note simulée, Devoir surveillé" }).first();
        await note.fill("2");
        await expect(ligne("UE Spécifier")).toContainText("−");
        await expect(ligne("RCUE Spécifier")).toContainText("−");
        await note.fill("21");
        await expect(note).toHaveAccessibleDescription(/dépasse le barème/);
        await page.getByRole("button", { name: "Rendre la vraie note, Devoir surveillé" }).first().click();
        await page.getByRole("button", { name: "Neutraliser Devoir surveillé" }).first().click();
        await expect(note).toHaveValue("EXC");
        await page.getByRole("button", { name: "Revenir à mes vraies notes" }).click();
        await expect(ligne("UE Spécifier")).toContainText(/14,62\s*14,62$/);

        await page.getByRole("button", { name: "Imaginer l'élément pas encore évalué" }).click();
        const besoin = page.getByRole("status");
        await expect(besoin).toHaveText("C'est déjà gagné, même avec 0.");
        const cibles = page.getByLabel("De quelle note ai-je besoin pour…");
        for (const cible of ["le RCUE Innover", "toute l'année (BUT2)", "le passage en année suivante (BUT2)"]) {
          await cibles.selectOption({ label: cible });
          await expect(besoin).toContainText(/déjà gagné|Il faut au moins|plus possible/);
        }
        await page.getByRole("textbox", { name: "Note imaginée" }).fill("15");
        await expect(ligne("Année BUT2")).toContainText(/pas encore\s*ADM/);
        await expectSaine(page);

        expect(envois).toEqual([]);
        expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, location.search])).toEqual([
          0,
          0,
          "",
        ]);
        await page.reload();
        await expect(page.getByRole("textbox", { name: "Note imaginée" })).toHaveCount(0);
      },
      ecran(width),
    ));
}

test("« de quelle note » : la note dite suffit, un centième de moins non", ({ browser }) =>
  chez(browser, PASSAGE, async (page) => {
    await page.goto("/moi/simulation");
    await expect(page.getByText("Le RCUE et l'année se jouent avec l'autre semestre")).toBeVisible();
    await page.goto("/moi/simulation?semestre=s2-2025");
    await page
      .getByRole("button", { name: /^Ajouter une évaluation/ })
      .first()
      .click();
    const besoin = page.getByRole("status");
    const table = page.getByRole("complementary", { name: "Résultats simulés" });
    const ues = await page
      .getByLabel("De quelle note ai-je besoin pour…")
      .locator("optgroup[label=RCUE] option")
      .count();
    expect(ues).toBe(4);
    await page.getByLabel("De quelle note ai-je besoin pour…").selectOption({ label: "le RCUE Exploiter" });
    await expect(besoin).toContainText(/./);
    await expect(table.getByRole("row", { name: /RCUE Exploiter/ })).toContainText("8,00");
  }));
