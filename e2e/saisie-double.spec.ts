import { expect, test } from "@playwright/test";
import { Grille, pageDe } from "./outils/grille";
import { etatDe } from "./outils/session";

// Un examen saisi deux fois : la seconde personne ne voit pas la première saisie, puis les écarts se tranchent.
test.use({ storageState: etatDe("enseignant") });

const DIMENSIONNEMENT = "s3-2026/s3-initiale-dimensionnement-des-structures";

test("deux saisies à l'aveugle, leur comparaison, puis la publication", async ({ page, browser }) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : double saisie", { double: true });
  await g.tape(0, "12", "8", "15", "9", "17,5");
  await g.enregistrees();

  const autre = await g.chez(await pageDe(browser, "enseignant2"), "/seconde");
  await autre.montre(0, "", "", "", "", "");
  await autre.tape(0, "12", "18", "abs", "19");
  await autre.enregistrees();
  expect(await g.notes(5)).toEqual([1200, 800, 1500, 900, 1750]);

  // Pas encore finie : la première saisie lui reste cachée, même par son adresse et par l'API.
  await autre.page.goto(`/enseignement/evaluations/${g.evaluationId}`);
  await expect(autre.page).toHaveURL(/\/seconde$/);
  expect((await autre.page.request.get(`/api/evaluations/${g.evaluationId}/notes`)).status()).toBe(403);

  await page.getByRole("link", { name: "Comparer les deux" }).click();
  await expect(page.getByRole("heading", { name: "3 écarts à trancher" })).toBeVisible();
  await expect(page.getByText(/Dans la première seulement\s: 1/)).toBeVisible();
  const noms = (await g.lignes()).map((l) => `${l.nom} ${l.prenom}`);
  const ecart = (i: number) => page.getByRole("listitem", { name: `Écart pour ${noms[i]}` });
  await expect(ecart(1)).toContainText("DELMAS Hélène");
  await expect(ecart(1)).toContainText("VIDAL Marc");

  await ecart(1).getByRole("button", { name: "Garder 8,00" }).click();
  await expect(ecart(1)).toHaveCount(0);
  await ecart(2).getByRole("button", { name: "Garder ABS" }).click();
  await expect(ecart(2)).toHaveCount(0);
  await ecart(3)
    .getByRole("textbox", { name: `Autre note pour ${noms[3]}` })
    .fill("21");
  await ecart(3).getByRole("button", { name: "Retenir" }).click();
  await expect(ecart(3).getByRole("alert")).toContainText("dépasse le barème de 20");

  // L'écart qui reste retient la publication.
  await g.chez(page);
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  const fenetre = page.getByRole("dialog");
  await expect(fenetre).toContainText(`1 copie a deux notes différentes`);
  await expect(fenetre).toContainText(noms[3] ?? "");
  await expect(fenetre.getByRole("button", { name: "Publier l'évaluation" })).toBeDisabled();
  await fenetre.getByRole("link", { name: "Comparer les deux saisies" }).click();
  await ecart(3)
    .getByRole("textbox", { name: `Autre note pour ${noms[3]}` })
    .fill("9,5");
  await ecart(3).getByRole("button", { name: "Retenir" }).click();
  await expect(page.getByText(/Aucun écart/)).toBeVisible();
  expect(await g.notes(5)).toEqual([1200, 800, "ABS", 950, 1750]);
  expect(await g.histoire(3)).toMatchObject([
    { apres: 950, motif: expect.stringContaining("Écart de double saisie") },
    { apres: 900, motif: null },
  ]);

  await g.chez(page);
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(fenetre).toContainText("1 copie n'est saisie qu'une fois");
  await fenetre.getByRole("button", { name: "Publier l'évaluation" }).click();
  await expect(fenetre).toBeHidden();
  await autre.page.reload();
  await expect(autre.page.getByText("sa seconde saisie est close")).toBeVisible();
  await autre.page.context().close();
});
