import { expect, type Page, test } from "@playwright/test";
import { Grille } from "./outils/grille";
import { etatDe } from "./outils/session";

// Choisir plusieurs cases, copier, couper, coller, recopier, défaire : avec le vrai presse-papiers.
test.use({ storageState: etatDe("enseignant"), permissions: ["clipboard-read", "clipboard-write"] });

const MATERIAUX = "s1-2026/s1-commun-science-des-materiaux";

const lis = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const pose = (page: Page, texte: string) => page.evaluate((t) => navigator.clipboard.writeText(t), texte);

test("une plage choisie avec Maj se copie, se coupe, s'efface, se recopie vers le bas", async ({ page }) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : plages");
  await g.tape(0, "10", "11", "12");
  await g.case(0).click();
  await g.touche("Shift+ArrowDown", "Shift+ArrowDown", "Control+c");
  expect(await lis(page)).toBe("10,00\n11,00\n12,00");
  await g.montre(0, "10,00", "11,00", "12,00");

  await g.touche("Control+x");
  await g.montre(0, "", "", "");
  expect(await lis(page)).toBe("10,00\n11,00\n12,00");

  await g.touche("Control+z");
  await g.montre(0, "10,00", "11,00", "12,00");

  await g.case(1).click();
  await g.touche("Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  await g.montre(0, "10,00", "11,00", "11,00", "11,00", "");
  await g.case(4).click();
  await g.touche("Control+d");
  await g.montre(3, "11,00", "11,00", "");

  await g.touche("Control+a", "Delete");
  await g.montre(0, "", "", "", "", "");
  await g.touche("Control+z");
  await g.montre(0, "10,00", "11,00", "11,00", "11,00", "11,00");
  await g.enregistrees();
  expect(await g.notes(6)).toEqual([1000, 1100, 1100, 1100, 1100, null]);
});

test("glisser choisit la plage que Suppr efface", async ({ page }) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : glisser");
  await g.tape(0, "10", "11", "12", "13");
  const [de, a] = [await g.case(1).boundingBox(), await g.case(3).boundingBox()];
  if (!de || !a) throw new Error("les cases ne sont pas à l'écran");
  await page.mouse.move(de.x + de.width / 2, de.y + de.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2, { steps: 8 });
  await page.mouse.up();
  await g.touche("Delete");
  await g.montre(0, "10,00", "", "", "");
  await g.enregistrees();
  expect(await g.notes(4)).toEqual([1000, null, null, null]);
});

test("une seule valeur collée remplit la plage ; Ctrl+Z et Ctrl+Y vont d'un pas à l'autre", async ({ page }) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : défaire");
  await g.tape(0, "10");
  await pose(page, "7,5\r\n");
  await g.case(1).click();
  await g.touche("Shift+ArrowDown", "Control+v");
  await g.montre(0, "10,00", "7,50", "7,50", "");
  await g.touche("Control+z");
  await g.montre(0, "10,00", "", "", "");
  await g.touche("Control+z");
  await g.montre(0, "", "", "");
  await g.touche("Control+y", "Control+y");
  await g.montre(0, "10,00", "7,50", "7,50", "");
  await g.touche("Control+Shift+z");
  await g.montre(0, "10,00", "7,50", "7,50", "");
  // Taper efface l'avenir : rien à refaire.
  await g.touche("Control+z");
  await g.tape(4, "5");
  await g.touche("Control+y");
  await g.montre(0, "10,00", "", "", "", "5,00");
  await g.enregistrees();
});

test("un bloc d'un tableur se montre avant d'être écrit, reconnaît les noms, et se défait d'un pas", async ({
  page,
}) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : collage par nom");
  await g.tape(0, "10");
  await g.enregistrees();
  const lignes = await g.lignes();
  const nom = (i: number) => `${lignes[i]?.nom}\t${lignes[i]?.prenom}`;
  // Dans le désordre, comme un tableur trié autrement ; une identique, une inconnue, une refusée.
  await pose(
    page,
    `${[`${nom(3)}\t13,5`, `${nom(0)}\t10`, `${nom(1)}\t"11,25"`, "INCONNU\tZoé\t12", `${nom(2)}\t42`, `${nom(4)}\ta`].join("\r\n")}\r\n`,
  );
  await g.case(0).click();
  await g.touche("Control+v");
  const fenetre = page.getByRole("dialog", { name: "Coller un bloc de notes" });
  await expect(fenetre).toContainText("reconnus à leur nom");
  for (const compte of ["Nouvelle : 3", "Identique : 1", "Inconnue : 1", "Refusée : 1"])
    await expect(fenetre).toContainText(new RegExp(compte.replace(" : ", "\\s:\\s")));
  await expect(fenetre).toContainText("dépasse le barème de 20");
  expect(await g.notes(5)).toEqual([1000, null, null, null, null]);

  await fenetre.getByRole("button", { name: "Enregistrer 3 notes" }).click();
  await expect(fenetre).toBeHidden();
  await g.montre(0, "10,00", "11,25", "", "13,50", "ABS");
  await g.enregistrees();
  expect(await g.notes(5)).toEqual([1000, 1125, null, 1350, "ABS"]);

  await g.case(0).click();
  await g.touche("Control+z");
  await g.montre(0, "10,00", "", "", "", "");
  await expect.poll(() => g.notes(5)).toEqual([1000, null, null, null, null]);
  await g.touche("Control+y");
  await expect.poll(() => g.notes(5)).toEqual([1000, 1125, null, 1350, "ABS"]);
});

test("une colonne sans nom se place à partir de la case choisie ; annuler n'écrit rien", async ({ page }) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : collage par position");
  await pose(page, "9\n\n8,5\n7");
  await g.case(2).click();
  await g.touche("Control+v");
  const fenetre = page.getByRole("dialog", { name: "Coller un bloc de notes" });
  await expect(fenetre).toContainText("se placent dans l'ordre, à partir de la case choisie");
  await fenetre.getByRole("button", { name: "Annuler" }).click();
  await g.montre(0, "", "", "", "");
  await g.case(2).click();
  await g.touche("Control+v");
  await fenetre.getByRole("button", { name: /^Enregistrer 3 notes$/ }).click();
  await g.montre(1, "", "9,00", "", "8,50", "7,00", "");
  await g.enregistrees();
});

test("un bloc par numéro d'étudiant survit à un tri", async ({ page }) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : collage par numéro");
  const lignes = (await g.lignes()).slice(0, 4);
  await pose(
    page,
    [...lignes]
      .reverse()
      .map((l, i) => `${l.numero}\t${l.prenom} ${l.nom}\t${15 + i}`)
      .join("\n"),
  );
  await g.case(5).click();
  await g.touche("Control+v");
  const fenetre = page.getByRole("dialog", { name: "Coller un bloc de notes" });
  await expect(fenetre).toContainText("reconnus à leur numéro");
  await fenetre.getByRole("button", { name: "Enregistrer 4 notes" }).click();
  await g.montre(0, "18,00", "17,00", "16,00", "15,00", "");
  await g.enregistrees();
});
