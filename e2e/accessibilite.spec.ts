import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { gabaritDe, gabarits } from "./outils/ecrans";
import { type Compte, etatDe } from "./outils/session";

// Parcourt tous les écrans en suivant les liens, comme quelqu'un qui visite, et les passe à axe dans les quatre tenues.
// En série : le dernier test vérifie que personne n'a oublié un écran.
test.describe.configure({ mode: "serial", timeout: 400_000 });

const TOUS = gabarits();
/** Combien de rôles ont vu chaque gabarit. Le deuxième, qui voit d'autres données, ne le regarde que dans la tenue la plus serrée. */
const vus = new Map<string, number>();
const ROLES_PAR_GABARIT = 2;

const TENUES = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
  { width: 360, height: 760, colorScheme: "light" },
  { width: 360, height: 760, colorScheme: "dark" },
] as const;
const LA_PLUS_SERREE = TENUES.slice(-1);

async function check(page: Page, adresse: string, tenues: readonly (typeof TENUES)[number][] = TENUES): Promise<void> {
  for (const { width, height, colorScheme } of tenues) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Deux images peintes : les couleurs de la nouvelle tenue sont en place avant d'être mesurées.
    await page.evaluate(() => new Promise((peint) => requestAnimationFrame(() => requestAnimationFrame(peint))));
    const tenue = `${adresse} à ${width} px, ${colorScheme}`;
    // Aucun cadre dans nos pages : axe y tourne d'un seul tenant, et ne garde que ce qui ne va pas.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ["violations"] })
      .analyze();
    expect(
      violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(" | ")}`),
      tenue,
    ).toEqual([]);
    const largeur = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(largeur, `${tenue} : la page ne défile pas en largeur`).toBeLessThanOrEqual(width);
  }
}

async function visitAll(page: Page, departs: readonly string[]): Promise<void> {
  const erreurs: string[] = [];
  page.on("pageerror", (erreur) => erreurs.push(erreur.message));
  const miens = new Set<string>();
  const file = [...departs];
  const connus = new Set(file);
  for (let adresse = file.shift(); adresse !== undefined; adresse = file.shift()) {
    const gabarit = gabaritDe(new URL(adresse, "http://paliers").pathname, TOUS);
    if (gabarit === undefined) continue;
    const nombre = vus.get(gabarit) ?? 0;
    if (miens.has(gabarit) || nombre >= ROLES_PAR_GABARIT) continue;
    miens.add(gabarit);
    const reponse = await page.goto(adresse);
    expect(reponse?.status(), adresse).toBeLessThan(400);
    await page.waitForLoadState("networkidle");
    vus.set(gabarit, nombre + 1);
    await check(page, adresse, nombre === 0 ? TENUES : LA_PLUS_SERREE);
    const liens = await page.locator("a[href^='/']").evaluateAll((as) => as.map((a) => a.getAttribute("href") ?? ""));
    for (const lien of liens) {
      if (connus.has(lien) || lien.startsWith("/api/")) continue;
      connus.add(lien);
      file.push(lien);
    }
  }
  expect(erreurs).toEqual([]);
}

test("la page de connexion", async ({ page }) => {
  await page.goto("/connexion");
  vus.set("/connexion", 1);
  await check(page, "/connexion");
});

/** Un écran qu'aucun lien de la démonstration n'atteint se visite par son adresse. */
const SANS_LIEN: Partial<Record<Compte, readonly string[]>> = {
  enseignant: [
    "/enseignement/s3-2026/s3-initiale-dimensionnement-des-structures/grille",
    "/enseignement/evaluations/s3-2026-dimensionnement-des-structures-2/seconde",
    "/enseignement/evaluations/s3-2026-dimensionnement-des-structures-2/comparaison",
  ],
  etudiant: ["/verification/2222-2222-2222-2222"],
  scolarite: ["/enseignement/evaluations/s4-2025-alternance-immersion-professionnelle-1/anonymat"],
};

for (const [compte, depart] of [
  ["etudiant", "/moi"],
  ["enseignant", "/enseignement"],
  ["jury", "/jury/s2-2025"],
  ["responsable", "/scolarite"],
  ["scolarite", "/scolarite"],
] as const satisfies readonly (readonly [Compte, string])[]) {
  test.describe(compte, () => {
    test.use({ storageState: etatDe(compte) });
    test(`les écrans de ${compte}`, ({ page }) => visitAll(page, [depart, ...(SANS_LIEN[compte] ?? [])]));
  });
}

test("aucun écran n'a été oublié", () => {
  vus.set("/", 1);
  expect(TOUS.filter((gabarit) => !vus.has(gabarit))).toEqual([]);
});
