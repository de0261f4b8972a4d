import { expect, type Locator, test } from "@playwright/test";
import { Grille } from "./outils/grille";
import { etatDe } from "./outils/session";

// Toutes les évaluations d'un élément côte à côte : le clavier va d'une colonne à l'autre, chaque note va à la sienne.
test.use({ storageState: etatDe("enseignant"), permissions: ["clipboard-read", "clipboard-write"] });

const ELEMENT = "s5-2026/s5-initiale-dimensionnement-des-structures";

test("le tableau d'un élément : Tab change d'évaluation, un rectangle se copie et se colle, tout se défait d'un pas", async ({
  page,
}) => {
  const a = await Grille.cree(page, ELEMENT, "Essai : tableau A");
  const b = await Grille.cree(page, ELEMENT, "Essai : tableau B");
  await page.goto(`/enseignement/${ELEMENT}`);
  await page.getByRole("link", { name: "Toutes les notes en un tableau" }).click();
  const colonne = (lettre: string): Locator =>
    page.getByRole("textbox", { name: new RegExp(`^Note de .*, Essai : tableau ${lettre}$`) });
  const [ca, cb] = [colonne("A"), colonne("B")];
  await expect(ca.first()).toBeVisible();

  await ca.nth(0).click();
  await page.keyboard.type("12");
  await page.keyboard.press("Tab");
  await expect(cb.nth(0)).toBeFocused();
  await page.keyboard.type("8,5");
  await page.keyboard.press("Enter");
  await expect(cb.nth(1)).toBeFocused();
  await page.keyboard.type("a");
  await page.keyboard.press("ArrowLeft");
  await expect(ca.nth(1)).toBeFocused();
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "1 note à corriger." })).toBeVisible();
  await page.getByRole("button", { name: "Voir la première note à régler" }).click();
  await expect(ca.nth(1)).toBeFocused();
  await expect(ca.nth(1)).toHaveAccessibleDescription(/dépasse le barème de 20/);
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  const enregistrees = page.getByRole("status").filter({ hasText: /Toutes les notes sont enregistrées à/ });
  await expect(enregistrees).toBeVisible();
  expect([await a.notes(3), await b.notes(3)]).toEqual([
    [1200, 300, null],
    [850, "ABS", null],
  ]);

  await ca.nth(0).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("12,00\t8,50\n3,00\tABS");
  await ca.nth(3).click();
  await page.keyboard.press("Control+v");
  const fenetre = page.getByRole("dialog", { name: "Coller un bloc de notes" });
  await expect(fenetre).toContainText(/Nouvelle\s: 4/);
  await fenetre.getByRole("button", { name: "Enregistrer 4 notes" }).click();
  await expect.poll(() => a.notes(5)).toEqual([1200, 300, null, 1200, 300]);
  await expect.poll(() => b.notes(5)).toEqual([850, "ABS", null, 850, "ABS"]);
  await ca.nth(0).click();
  await page.keyboard.press("Control+z");
  await expect.poll(() => a.notes(5)).toEqual([1200, 300, null, null, null]);
  await expect.poll(() => b.notes(5)).toEqual([850, "ABS", null, null, null]);
  await page.keyboard.press("Control+y");
  await expect.poll(() => b.notes(5)).toEqual([850, "ABS", null, 850, "ABS"]);

  // Ctrl+D recopie la ligne du dessus dans les deux colonnes ; Suppr efface la plage.
  await ca.nth(5).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+d");
  await expect.poll(() => b.notes(6)).toEqual([850, "ABS", null, 850, "ABS", "ABS"]);
  await page.keyboard.press("Delete");
  await expect.poll(() => a.notes(6)).toEqual([1200, 300, null, 1200, 300, null]);
  await expect(enregistrees).toBeVisible();
});
