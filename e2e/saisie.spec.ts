import { expect, test } from "@playwright/test";
import { Grille } from "./outils/grille";
import { etatDe } from "./outils/session";

// Chaque geste de la grille, dans un vrai navigateur et avec son vrai presse-papiers. Chaque test crée son évaluation.
test.use({ storageState: etatDe("enseignant"), permissions: ["clipboard-read", "clipboard-write"] });

const MECANIQUE = "s1-2026/s1-commun-mecanique";

test("taper remplace, Entrée descend, Maj+Entrée remonte, Tab avance, Échap rend la note d'avant", async ({ page }) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : frappe");
  await g.tape(0, "12", "13,5");
  await expect(g.case(2)).toBeFocused();
  await g.touche("Shift+Enter");
  await expect(g.case(1)).toBeFocused();
  await page.keyboard.type("14");
  await g.touche("Shift+Enter");
  await expect(g.case(0)).toBeFocused();
  await page.keyboard.type("9");
  await g.touche("Tab", "Tab");
  await expect(g.case(2)).toBeFocused();
  await g.touche("Shift+Tab");
  await expect(g.case(1)).toBeFocused();
  await page.keyboard.type("3");
  await expect(g.case(1)).toHaveValue("3");
  await g.touche("Escape");
  await g.montre(0, "9,00", "14,00", "");
  await g.enregistrees();
  expect(await g.notes(3)).toEqual([900, 1400, null]);
});

test("aux deux bouts de la colonne, Tab quitte la grille", async ({ page }) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : sortie au clavier");
  await g.case(0).click();
  await g.touche("Shift+Tab");
  await expect(page.getByRole("button", { name: "Note sur 20" })).toBeFocused();
  await g.touche("Tab");
  await expect(g.case(0)).toBeFocused();
  await g.touche("End", "Tab");
  await expect(g.cases.last()).not.toBeFocused();
});

test("F2 et le double clic corrigent le texte ; les flèches y déplacent le curseur", async ({ page }) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : correction");
  await g.tape(0, "12,5", "8");
  await g.case(0).click();
  await g.touche("F2", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Backspace");
  await page.keyboard.type("7");
  await expect(g.case(0)).toHaveValue("72,50");
  await g.touche("ArrowLeft", "Delete", "ArrowLeft");
  await page.keyboard.type("1");
  await g.touche("Home", "Delete", "End", "Backspace");
  await expect(g.case(0)).toBeFocused();
  await g.touche("Escape");
  await expect(g.case(0)).toHaveValue("12,50");
  await g.case(1).dblclick();
  await page.keyboard.type("5");
  await expect(g.case(1)).toHaveValue("8,005");
  await g.touche("Backspace", "Backspace");
  await page.keyboard.type("5");
  await g.touche("Enter");
  await g.montre(0, "12,50", "8,05");
  await g.enregistrees();
});

test("les flèches et les sauts se déplacent sans jamais changer une note", async ({ page }) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : déplacements");
  await g.tape(0, "10", "11", "12");
  await g.enregistrees();
  const dernier = (await g.cases.count()) - 1;
  await g.case(1).click();
  for (const [touche, rang] of [
    ["ArrowUp", 0],
    ["ArrowUp", 0],
    ["ArrowDown", 1],
    ["End", dernier],
    ["ArrowDown", dernier],
    ["Home", 0],
    ["PageDown", 10],
    ["PageDown", 20],
    ["PageUp", 10],
    ["Control+End", dernier],
    ["Control+Home", 0],
    ["Control+ArrowDown", dernier],
    ["Control+ArrowUp", 0],
  ] as const) {
    await g.touche(touche);
    await expect(g.case(rang), touche).toBeFocused();
  }
  // La molette et les flèches d'un champ numérique changeraient la note : celui-ci n'en est pas un.
  await page.mouse.wheel(0, -300);
  await g.touche("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight");
  await g.montre(0, "10,00", "11,00", "12,00", "");
  expect(await g.histoire(0)).toHaveLength(1);
});

test("virgule, point, « 12,5/20 », espaces et codes se lisent pareil", async ({ page }) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : écritures");
  await g.tape(0, "12,5", "12.5", "12,5/20", "  12,5  ", "12,5 / 20", "20", "0", "a", "e", "t", "ABS", "exc");
  await g.montre(0, "12,50", "12,50", "12,50", "12,50", "12,50", "20,00", "0,00", "ABS", "EXC", "ATT", "ABS", "EXC");
  await g.enregistrees();
  expect(await g.notes(12)).toEqual([1250, 1250, 1250, 1250, 1250, 2000, 0, "ABS", "EXC", "ATT", "ABS", "EXC"]);
});

test("une case refusée garde ce qui est tapé et sa raison, même après un rechargement ; les autres sont enregistrées", async ({
  page,
}) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : refus");
  await g.tape(0, "11", "25", "12,555", "13");
  await expect(g.bilan.filter({ hasText: "2 notes à corriger." })).toBeVisible();
  expect(await g.notes(4)).toEqual([1100, null, null, 1300]);
  page.on("dialog", (d) => d.accept());
  await page.reload();
  await g.montre(0, "11,00", "25", "12,555", "13,00");
  await expect(g.case(1)).toHaveAccessibleDescription(/dépasse le barème de 20/);
  await expect(g.case(2)).toHaveAccessibleDescription(/plus de deux décimales/);
  await g.case(1).click();
  await g.touche("Escape");
  await expect(g.case(1)).toHaveValue("");
  await g.tape(2, "12,55");
  await g.enregistrees();
  expect(await g.notes(4)).toEqual([1100, null, 1255, 1300]);
});

test("« ? » montre les raccourcis, « h » l'histoire, « n » la prochaine case vide", async ({ page }) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : aides");
  await g.tape(0, "11", "12");
  await g.enregistrees();
  await g.case(0).click();
  await page.keyboard.type("?");
  await expect(page.getByRole("dialog", { name: "Raccourcis de la grille" })).toContainText("Ctrl+D");
  await g.touche("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(g.case(0)).toBeFocused();
  await page.keyboard.type("h");
  await expect(page.getByRole("dialog", { name: /^Histoire de la note de / })).toContainText("11,00");
  await g.touche("Escape");
  await expect(g.case(0)).toHaveValue("11,00");
  await page.keyboard.type("n");
  await expect(g.case(2)).toBeFocused();
  await g.case(0).click();
  await page.getByRole("button", { name: "Prochaine case vide" }).click();
  await expect(g.case(2)).toBeFocused();
});

test("le filtre par groupe ne montre que le groupe, et la case vide suivante y reste", async ({ page }) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : groupes");
  const tous = await g.cases.count();
  const choix = page.getByRole("combobox", { name: "Groupe" });
  const groupe = (await choix.getByRole("option").nth(1).textContent()) ?? "";
  await choix.selectOption(groupe);
  const membres = await g.cases.count();
  expect(membres).toBeGreaterThan(0);
  expect(membres).toBeLessThan(tous);
  // La ligne d'en-tête, puis des membres seulement.
  await expect(page.getByRole("grid").getByRole("row").filter({ hasNotText: groupe })).toHaveCount(1);
  await g.tape(0, "10");
  await g.cases.last().click();
  await page.keyboard.type("n");
  await expect(g.case(1)).toBeFocused();
  await choix.selectOption("");
  await expect(g.cases).toHaveCount(tous);
  await g.enregistrees();
});

test("trier par note fige l'ordre : la ligne où l'on tape ne bouge pas, et chaque note reste à qui elle est", async ({
  page,
}) => {
  const g = await Grille.cree(page, MECANIQUE, "Essai : tri");
  await g.tape(0, "15", "5", "10");
  await g.enregistrees();
  const tri = page.getByRole("button", { name: "Note sur 20" });
  await tri.click();
  await g.montre(0, "5,00", "10,00", "15,00", "");
  await expect(page.getByRole("columnheader", { name: "Note sur 20" })).toHaveAttribute("aria-sort", "ascending");
  await g.tape(0, "18");
  await expect(g.case(1)).toBeFocused();
  await g.montre(0, "18,00", "10,00", "15,00", "");
  await g.enregistrees();
  expect(await g.notes(4)).toEqual([1500, 1800, 1000, null]);
  await tri.click();
  await g.montre(0, "18,00", "15,00", "10,00", "");
  await page.getByRole("button", { name: "Étudiant", exact: true }).click();
  await g.montre(0, "15,00", "18,00", "10,00", "");
});
