import { expect, test } from "@playwright/test";
import { signIn } from "./outils/session";

test("de mauvais identifiants reçoivent une phrase qui ne dit pas lequel est faux", async ({ page }) => {
  const phrases = [];
  for (const [email, motDePasse] of [
    ["jury@paliers.demo", "faux"],
    ["personne@paliers.demo", "demonstration"],
  ] as const) {
    await page.goto("/connexion");
    await page.getByLabel("Adresse e-mail").fill(email);
    await page.getByLabel("Mot de passe").fill(motDePasse);
    await page.getByRole("button", { name: "Se connecter" }).click();
    const alerte = page.getByRole("alert").filter({ hasText: /incorrect/ });
    await expect(alerte).toBeVisible();
    phrases.push(await alerte.innerText());
    await expect(page.getByLabel("Adresse e-mail")).toHaveValue(email);
  }
  expect(phrases[0]).toBe(phrases[1]);
});

test("un lien ouvert sans session mène à la connexion, puis à la même vue", async ({ page }) => {
  await page.goto("/scolarite/bonus?semestre=s1-2026");
  await expect(page).toHaveURL(/\/connexion\?retour=/);
  await page.getByLabel("Adresse e-mail").fill("scolarite@paliers.demo");
  await page.getByLabel("Mot de passe").fill("demonstration");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/scolarite\/bonus\?semestre=s1-2026$/);
});

// Une tabulation que le navigateur ôte, un « \\ » qu'il prend pour « / » : l'adresse lue n'est pas le texte.
for (const piege of ["//exemple.com/piege", "/%09/exemple.com/piege", "/%5Cexemple.com", "/.//exemple.com"]) {
  test(`une adresse d'un autre site n'est jamais suivie après la connexion : ${piege}`, async ({ page }) => {
    await page.goto(`/connexion?retour=${piege}`);
    await page.getByLabel("Adresse e-mail").fill("jury@paliers.demo");
    await page.getByLabel("Mot de passe").fill("demonstration");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/jury$/);
  });
}

test("chacun arrive chez soi, et se déconnecte", async ({ page }) => {
  for (const [email, chemin] of [
    ["etudiant@paliers.demo", "/moi"],
    ["enseignant@paliers.demo", "/enseignement"],
    ["responsable@paliers.demo", "/scolarite"],
  ] as const) {
    await signIn(page, email);
    await expect(page).toHaveURL(new RegExp(`${chemin}$`));
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page).toHaveURL(/\/connexion/);
    await page.goto(chemin);
    await expect(page).toHaveURL(/\/connexion/);
  }
});
