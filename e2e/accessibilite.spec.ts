import { type Browser, expect, type Page, test } from "@playwright/test";
import axe from "axe-core";
import { gabarits } from "./outils/ecrans";
import { readPlan } from "./outils/plan-ecrans";
import { etatDe } from "./outils/session";

// Regarde chaque écran du plan (ecrans.setup.ts) et le passe à axe. Les parts se regardent ensemble, par plusieurs navigateurs.
test.describe.configure({ mode: "parallel", timeout: 400_000 });

const PARTS = 8;

/**
 * Toutes les règles aux deux largeurs, puisque la largeur change ce qui est montré, et dans les deux couleurs ; les deux
 * autres tenues ne peuvent plus changer que les contrastes.
 */
const COULEURS = ["color-contrast", "link-in-text-block"] as const;
const TENUES = [
  { width: 1280, height: 900, colorScheme: "light", regles: null },
  { width: 1280, height: 900, colorScheme: "dark", regles: COULEURS },
  { width: 360, height: 760, colorScheme: "dark", regles: null },
  { width: 360, height: 760, colorScheme: "light", regles: COULEURS },
] as const;
/** Le deuxième rôle, qui voit d'autres données, ne regarde un écran que dans la tenue la plus serrée. */
const LA_PLUS_SERREE = TENUES.slice(2, 3);

async function check(page: Page, adresse: string, tenues: readonly (typeof TENUES)[number][]): Promise<void> {
  for (const { width, height, colorScheme, regles } of tenues) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Deux images peintes : les couleurs de la nouvelle tenue sont en place avant d'être mesurées.
    await page.evaluate(() => new Promise((peint) => requestAnimationFrame(() => requestAnimationFrame(peint))));
    const tenue = `${adresse} à ${width} px, ${colorScheme}`;
    // Aucun cadre dans nos pages : axe y tourne d'un seul tenant, posé une fois, et ne rend que ce qui ne va pas.
    const fautes = await page.evaluate(
      async (seules) => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
          resultTypes: ["violations"],
          ...(seules && { runOnly: { type: "rule" as const, values: seules } }),
        });
        return violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(" | ")}`);
      },
      regles && [...regles],
    );
    expect(fautes, tenue).toEqual([]);
    const largeur = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(largeur, `${tenue} : la page ne défile pas en largeur`).toBeLessThanOrEqual(width);
  }
}

async function lookAt(browser: Browser, part: number): Promise<void> {
  const visites = readPlan().filter((_, i) => i % PARTS === part);
  const comptes = [...new Set(visites.map((v) => v.compte))];
  for (const compte of comptes) {
    const contexte = await browser.newContext({ ...(compte && { storageState: etatDe(compte) }) });
    const page = await contexte.newPage();
    const erreurs: string[] = [];
    page.on("pageerror", (erreur) => erreurs.push(erreur.message));
    for (const { adresse, premiere } of visites.filter((v) => v.compte === compte)) {
      const reponse = await page.goto(adresse);
      expect(reponse?.status(), adresse).toBeLessThan(400);
      // Les pages arrivent entières du serveur ; ce qu'une zone relit encore, elle le dit.
      await page.waitForFunction(
        () => document.fonts.status === "loaded" && !document.querySelector("[aria-busy=true]"),
      );
      await page.evaluate(axe.source);
      await check(page, adresse, premiere ? TENUES : LA_PLUS_SERREE);
    }
    expect(erreurs).toEqual([]);
    await contexte.close();
  }
}

for (let part = 0; part < PARTS; part++)
  test(`les écrans, part ${part + 1} sur ${PARTS}`, ({ browser }) => lookAt(browser, part));

test("aucun écran n'a été oublié", () => {
  const vus = new Set(["/", ...readPlan().map((v) => v.gabarit)]);
  expect(gabarits().filter((gabarit) => !vus.has(gabarit))).toEqual([]);
});
