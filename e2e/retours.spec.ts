import { writeFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { Grille } from "./outils/grille";
import { openServeurAPart, type ServeurAPart } from "./outils/serveur-a-part";
import { signIn } from "./outils/session";

// Ce qu'un enseignant dit d'une copie, et la liste de bonus d'un bureau : sur un serveur à part, que rien d'autre ne lit.
test.describe.configure({ mode: "serial", timeout: 150_000 });

let serveur: ServeurAPart;
test.beforeAll(async () => {
  serveur = await openServeurAPart("retours");
});
test.afterAll(() => serveur?.close());

const en = async (page: Page, compte: string): Promise<void> => {
  await page.context().clearCookies();
  await signIn(page, compte.includes("@") ? compte : `${compte}@paliers.demo`);
};
const MOT = "Démarche claire ; soignez les unités.";

test("un commentaire s'écrit au clavier et s'importe d'une colonne, à côté des notes", async ({ browser }, info) => {
  const contexte = await browser.newContext({ baseURL: serveur.adresse });
  const page = await contexte.newPage();
  await en(page, "enseignant");
  const element = "s3-2026/s3-initiale-dimensionnement-des-structures";
  const grille = await Grille.cree(page, element, "Interrogation commentée");
  await grille.case(0).click();
  await grille.touche("1", "2", "Enter");
  await grille.case(0).click();
  await page.keyboard.press("c");
  const fenetre = page.getByRole("dialog", { name: /^Commentaire pour/ });
  await expect(fenetre.getByLabel("Commentaire")).toBeFocused();
  await page.keyboard.type(MOT);
  await fenetre.getByRole("button", { name: "Enregistrer" }).click();
  await expect(fenetre).toBeHidden();
  await expect(page.getByRole("button", { name: /^Commentaire pour/ })).toHaveCount(1);

  const nom = (await grille.case(1).getAttribute("aria-label"))?.replace("Note de ", "") ?? "";
  const fichier = info.outputPath("notes.csv");
  writeFileSync(fichier, `Nom complet;Note;Commentaires\n${nom};14;Bien vu\n`);
  await page.getByRole("button", { name: "Importer, exporter" }).click();
  await page
    .getByLabel(/fichier/i)
    .first()
    .setInputFiles(fichier);
  await page.getByRole("button", { name: "Enregistrer 2 valeurs" }).click();
  await expect(page.getByRole("button", { name: /^Commentaire pour/ })).toHaveCount(2);
  await contexte.close();
});

test("la liste d'un bureau se montre avec son effet sur chaque UE, s'enregistre et se défait", async ({
  browser,
}, info) => {
  const contexte = await browser.newContext({ baseURL: serveur.adresse });
  const page = await contexte.newPage();
  await en(page, "scolarite");
  await page.goto("/scolarite/bonus?semestre=s4-2025-alternance");
  await page.getByRole("link", { name: "Importer une liste" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Importer des bonus" })).toBeVisible();
  const fichier = info.outputPath("bve.csv");
  writeFileSync(
    fichier,
    "Bureau de la Vie Étudiante\n\nNom;Prénom;Activité;Note\nMARTIN;Camille;Fanfare;15\nINCONNU;Personne;Sport;12\n",
  );
  await page.getByLabel("Fichier de la liste").setInputFiles(fichier);
  await expect(page.getByText(/moyennes d'UE bougent|Une moyenne d'UE bouge/)).toBeVisible();
  await expect(page.getByText("Inconnue : 1")).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer 1 bonus" }).click();
  await expect(page.getByText("Un bonus est enregistré.")).toBeVisible();
  await page.getByRole("button", { name: "Défaire la liste bve.csv" }).click();
  await expect(page.getByText("Annulée")).toBeVisible();
  await contexte.close();
});
