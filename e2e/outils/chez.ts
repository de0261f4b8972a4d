import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, expect, type Locator, type Page, test } from "@playwright/test";
import { openServeurAPart, type ServeurAPart } from "./serveur-a-part";
import { signIn } from "./session";

export const CAMILLE = "etudiant@paliers.demo";
export const PASSAGE = "douze-onze-dix-huit.passage@paliers.demo";
export const LARGEURS = [360, 1280] as const;

type Etat = Exclude<BrowserContextOptions["storageState"], string | undefined>;

/** Un serveur pour ce fichier de récits, et quelqu'un devant, dans la tenue voulue ; chaque session ne s'ouvre qu'une fois. */
export function openChez(nom: string) {
  let serveur: ServeurAPart | undefined;
  const sessions = new Map<string, Etat>();
  test.beforeAll(async () => {
    serveur = await openServeurAPart(nom);
  });
  test.afterAll(() => serveur?.close());
  const leServeur = (): ServeurAPart => {
    if (!serveur) throw new Error("le serveur n'est pas ouvert");
    return serveur;
  };

  async function chez(
    browser: Browser,
    email: string,
    faire: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const baseURL = leServeur().adresse;
    if (!sessions.has(email)) {
      const porte = await browser.newContext({ baseURL });
      await signIn(await porte.newPage(), email);
      sessions.set(email, await porte.storageState());
      await porte.close();
    }
    const contexte = await browser.newContext({
      baseURL,
      locale: "fr-FR",
      timezoneId: "Europe/Paris",
      reducedMotion: "reduce",
      storageState: sessions.get(email),
      ...options,
    });
    try {
      await faire(await contexte.newPage());
    } finally {
      await contexte.close();
    }
  }
  return { chez, leServeur };
}

export const ecran = (width: number): BrowserContextOptions => ({
  viewport: { width, height: width > 600 ? 900 : 740 },
});

export const carte = (page: Page, competence: string): Locator =>
  page.getByRole("region", { name: competence, exact: true }).first();

/** Ni faute d'accessibilité, en clair et en sombre, ni page qui défile en largeur. */
export async function expectSaine(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => new Promise((peint) => requestAnimationFrame(() => requestAnimationFrame(peint))));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${colorScheme} ${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
