import type { Browser, Locator, Page } from "@playwright/test";
import { fr } from "./serveur";

/** Une page connectée, qui note pour chaque touche le temps jusqu'à l'image qui la montre. */
export async function openPage(navigateur: Browser, adresse: string, email: string): Promise<Page> {
  const page = await navigateur.newPage({ baseURL: adresse });
  await page.addInitScript(() => {
    const traces: number[] = [];
    Object.assign(window, { traces });
    addEventListener(
      "keydown",
      () => {
        const debut = performance.now();
        requestAnimationFrame(() => setTimeout(() => traces.push(performance.now() - debut)));
      },
      true,
    );
  });
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill("demonstration");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((url) => url.pathname !== "/connexion");
  return page;
}

/** Tape une note par case, de haut en bas : la valeur, Entrée. Rend les touches, leurs temps, et la durée tout enregistré. */
export async function typeNotes(page: Page, cases: Locator) {
  await cases.first().click();
  const nombre = await cases.count();
  let touches = 0;
  let chiffres = 0;
  const debut = performance.now();
  for (let i = 0; i < nombre; i++) {
    const valeur = fr(((i * 37) % 41) / 2);
    for (const touche of [...valeur, "Enter"]) await page.keyboard.press(touche);
    touches += valeur.length + 1;
    chiffres += valeur.length;
  }
  await page.getByText(/Toutes les notes sont enregistrées à/).waitFor();
  const duree = performance.now() - debut;
  const traces = await page.evaluate(() => (window as unknown as { traces: number[] }).traces);
  return { nombre, touches, chiffres, duree, traces };
}
