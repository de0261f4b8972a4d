import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { Grille, pageDe } from "./outils/grille";
import { etatDe } from "./outils/session";

// La feuille qui part vers un tableur et en revient ; et les copies anonymes, de la grille à la table des numéros.
test.use({ storageState: etatDe("enseignant"), permissions: ["clipboard-read", "clipboard-write"] });

const MATERIAUX = "s1-2026/s1-commun-science-des-materiaux";

async function exporte(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Importer, exporter" }).click();
  const [fichier] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Texte (.csv)" }).click(),
  ]);
  const texte = readFileSync(await fichier.path(), "utf8");
  await page.keyboard.press("Escape");
  return texte.split("\r\n").filter((l) => l !== "");
}

async function importe(page: Page, nom: string, contenu: string | Buffer): Promise<void> {
  await page.getByRole("button", { name: "Importer, exporter" }).click();
  await page
    .getByLabel("Fichier .xlsx, .ods ou .csv")
    .setInputFiles({ name: nom, mimeType: "", buffer: Buffer.from(contenu) });
}

test("une feuille exportée revient triée et complétée ; l'import se montre avant, et se défait d'un pas", async ({
  page,
}) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : aller et retour");
  await g.tape(0, "10");
  await g.enregistrees();
  const [entete = "", ...lignes] = await exporte(page);
  expect(entete).toContain("Note sur 20");
  expect(lignes).toHaveLength((await g.lignes()).length);
  const note = entete.split(";").indexOf("Note sur 20");
  const remplies = lignes.map((l, i) =>
    l
      .split(";")
      .with(note, i === 0 ? "11" : i < 4 ? `${i},25` : "")
      .join(";"),
  );
  await importe(page, "notes.csv", [entete, ...remplies.toReversed()].join("\r\n"));
  const fenetre = page.getByRole("dialog", { name: "Importer : avant d'enregistrer" });
  await expect(fenetre).toContainText("reconnus à leur numéro");
  await expect(fenetre).toContainText(/Nouvelle\s: 3/);
  await expect(fenetre).toContainText(/Changée\s: 1/);
  expect(await g.notes(4)).toEqual([1000, null, null, null]);
  await fenetre.getByRole("button", { name: "Enregistrer 4 notes" }).click();
  await expect.poll(() => g.notes(5)).toEqual([1100, 125, 225, 325, null]);
  await page.getByRole("button", { name: "Défaire l'import" }).click();
  await expect.poll(() => g.notes(5)).toEqual([1000, null, null, null, null]);
});

test("un fichier d'une autre évaluation, une image renommée, un fichier trop lourd : une phrase, rien d'écrit", async ({
  page,
}) => {
  const ailleurs = await Grille.cree(page, MATERIAUX, "Essai : autre feuille");
  await ailleurs.tape(0, "10");
  await ailleurs.enregistrees();
  const feuille = await exporte(page);
  const g = await Grille.cree(page, MATERIAUX, "Essai : mauvais fichiers");
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  for (const [nom, contenu, phrase] of [
    ["notes.csv", feuille.join("\r\n"), /vient d'une autre évaluation/],
    ["photo.xlsx", png, /Rien n'a été écrit/],
    ["enorme.csv", "a;b;c;1234567890\r\n".repeat(650_000), /Rien n'a été écrit/],
  ] as const) {
    await importe(page, nom, contenu);
    await expect(page.getByRole("dialog").getByRole("alert"), nom).toContainText(phrase);
    await page.keyboard.press("Escape");
  }
  expect((await g.notes(30)).every((n) => n === null)).toBe(true);
});

test("sous le filtre d'un groupe, un bloc collé retrouve les étudiants des autres groupes", async ({ page }) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : collage sous filtre");
  const lignes = (await g.lignes()).slice(0, 6);
  const choix = page.getByRole("combobox", { name: "Groupe" });
  await choix.selectOption({ index: 1 });
  const texte = lignes.map((l, i) => `${l.nom}\t${l.prenom}\t${10 + i}`).join("\n");
  await page.evaluate((t) => navigator.clipboard.writeText(t), texte);
  await g.case(0).click();
  await g.touche("Control+v");
  const fenetre = page.getByRole("dialog", { name: "Coller un bloc de notes" });
  await fenetre.getByRole("button", { name: "Enregistrer 6 notes" }).click();
  await expect.poll(() => g.notes(6)).toEqual([1000, 1100, 1200, 1300, 1400, 1500]);
});

test("anonyme : des numéros à la place des noms, partout où elle se saisit ; la publication rend les noms", async ({
  page,
  browser,
}) => {
  const titre = "Essai : copies anonymes";
  const g = await Grille.cree(page, MATERIAUX, titre);
  const noms = (await g.lignes()).map((l) => l.nom);
  await page.getByRole("button", { name: "Rendre anonyme" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Tirer les numéros" }).click();
  await expect(g.case(0)).toHaveAccessibleName("Note de Copie 1");
  await g.tape(0, "13");
  await g.enregistrees();
  const feuille = (await exporte(page)).join("\n");
  expect(feuille).toContain("Copie");
  for (const nom of noms) {
    await expect(page.getByRole("main")).not.toContainText(nom);
    expect(feuille).not.toContain(nom);
  }

  // La direction des études lit la table depuis l'avancement ; qui saisit, jamais.
  const direction = await pageDe(browser, "responsable");
  await direction.goto("/scolarite/avancement?semestre=s1-2026");
  await direction.getByRole("link", { name: `Table d'anonymat de ${titre}` }).click();
  await expect(direction.getByRole("rowheader", { name: new RegExp(noms[0] ?? "") }).first()).toBeVisible();
  await direction.context().close();
  const refusee = await page.goto(`/enseignement/evaluations/${g.evaluationId}/anonymat`);
  expect(refusee?.status()).toBe(404);

  await g.chez(page);
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publier l'évaluation" }).click();
  await expect(page.getByRole("rowheader", { name: new RegExp(noms[0] ?? "") }).first()).toBeVisible();
  expect((await g.lignes()).filter((l) => l.note !== null)).toHaveLength(1);
});
