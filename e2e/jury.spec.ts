import { expect, test } from "@playwright/test";
import { deLaTable, ouvre } from "./outils/jury";
import { etatDe } from "./outils/session";

// Ce qu'un jury lit avant de décider : la liste d'avant la réunion, la table, le dossier d'un étudiant. Rien n'y est écrit.
test.use({ storageState: etatDe("jury") });

const CLASSE = "/jury/s4-2025";
const TABLE = { name: "Jury de S4" };

test("avant la réunion : ce qui bloque est dit à part de ce qu'il faut savoir, avec qui peut le compléter", async ({
  page,
}) => {
  await page.goto("/jury/s1-2026");
  await expect(page.getByText("Bloque la délibération").first()).toBeVisible();
  await expect(page.getByText(/Coefficients de \d+ UE à confirmer par le département/)).toBeVisible();
  await page.getByRole("button", { name: "Ouvrir le jury" }).click();
  await expect(page.getByRole("dialog")).toContainText("Le jury peut s'ouvrir, mais il ne pourra pas délibérer");
});

test("la table filtre aussitôt, garde le filtre dans l'adresse, et se parcourt au clavier seul", async ({ page }) => {
  await page.goto(CLASSE);
  const lignes = page.getByRole("region", TABLE).locator("tbody tr");
  await expect(lignes).toHaveCount(14);
  await page.getByRole("link", { name: /^À discuter/ }).click();
  await expect(page).toHaveURL(/vue=discuter/);
  const discutes = await lignes.count();
  expect(discutes).toBeLessThan(14);
  await page.reload();
  await expect(lignes).toHaveCount(discutes);
  await page.getByRole("link", { name: /^Tous/ }).click();
  await page.getByLabel("Trier par").selectOption("echecs");
  await expect(page).toHaveURL(/tri=echecs/);
  await page.keyboard.press("Tab");
  await page.locator("h1").click();
  await page.keyboard.press("/");
  await page.keyboard.type("henry");
  await expect(lignes).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /HENRY/ })).toBeVisible();
  await expect(page).toHaveURL(/nom=henry/);
});

test("les années antérieures se déplient, et « changés » part de la visite précédente", async ({ page }) => {
  await page.goto(CLASSE);
  await expect(page.getByRole("columnheader", { name: "BUT1" })).toHaveCount(0);
  await page.getByLabel("Années antérieures").check();
  await expect(page.getByRole("columnheader", { name: "BUT1" })).toBeVisible();
  await page.goto(`${CLASSE}?vue=changes&depuis=2000-01-01T00:00:00.000Z`);
  await expect(page.getByText("14 étudiants montrés sur 14")).toBeVisible();
  await page.goto(`${CLASSE}?vue=changes&depuis=2999-01-01T00:00:00.000Z`);
  await expect(page.getByText("Aucun étudiant ne correspond")).toBeVisible();
});

test("le dossier dit ce qui ferait changer la proposition, montre le calcul, et passe au suivant par une touche", async ({
  page,
}) => {
  await ouvre(page, "/jury/s2-2025", /PASSAGE Douze/);
  await expect(page.getByRole("heading", { name: "Qu'est-ce qui ferait changer la proposition ?" })).toBeVisible();
  await expect(page.getByText(/sur 20/).first()).toBeVisible();
  await page.getByRole("button", { name: "Montrez-moi le calcul : RCUE Exploiter" }).click();
  await expect(page.getByRole("dialog")).toContainText("8,00");
  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("PASSAGE");
});

test("que manque-t-il : un dossier provisoire liste ses manques", async ({ page }) => {
  await page.goto("/jury/s1-2026?vue=provisoires");
  await deLaTable(page).first().click();
  await expect(page.getByText("Que manque-t-il ?")).toBeVisible();
});
