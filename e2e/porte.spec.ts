import { expect, type Page, test } from "@playwright/test";
import { etatDe } from "./outils/session";

const SCRIPTS = /script-src 'self' 'nonce-([A-Za-z0-9+/=]+)'(;|$)/;

/** Ce que le navigateur a refusé de charger ou d'exécuter. */
function refusDe(page: Page): string[] {
  const refus: string[] = [];
  page.on("console", (m) => {
    if (/Content[- ]Security[- ]Policy|violates the following/i.test(m.text())) refus.push(m.text());
  });
  return refus;
}

test("aucun script écrit dans la page ne s'exécute sans le nonce de sa réponse, qui change à chaque fois", async ({
  page,
  request,
}) => {
  const nonces = new Set<string>();
  for (const chemin of ["/connexion", "/verification", "/nulle-part", "/connexion"]) {
    const reponse = await request.get(chemin);
    const politique = reponse.headers()["content-security-policy"] ?? "";
    expect(politique.match(/script-src[^;]*/)?.[0]).not.toContain("unsafe");
    const nonce = politique.match(SCRIPTS)?.[1] ?? "";
    expect(nonce).not.toBe("");
    nonces.add(nonce);
    const html = await reponse.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(4);
  const refus = refusDe(page);
  await page.goto("/connexion");
  expect(refus).toEqual([]);
  await page.evaluate(() => {
    const intrus = document.createElement("script");
    intrus.textContent = "document.title = 'pris'";
    document.body.append(intrus);
  });
  await expect(page).not.toHaveTitle("pris");
  expect(refus.length).toBeGreaterThan(0);
});

for (const [role, chemins] of [
  ["etudiant", ["/moi", "/compte"]],
  ["enseignant", ["/enseignement"]],
  ["jury", ["/jury"]],
  ["scolarite", ["/scolarite", "/scolarite/comptes", "/scolarite/journal"]],
] as const) {
  test.describe(role, () => {
    test.use({ storageState: etatDe(role) });
    test("ses écrans s'ouvrent sans que le navigateur refuse rien", async ({ page }) => {
      const refus = refusDe(page);
      for (const chemin of chemins) {
        await page.goto(chemin);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      }
      expect(refus).toEqual([]);
    });
  });
}

test("une écriture qui ne vient pas d'une page de ce site est refusée avant d'être lue", async ({
  request,
  baseURL,
}) => {
  const poste = (headers: Record<string, string>) => request.post("/connexion", { headers, data: "[]" });
  for (const headers of [
    { origin: "https://ailleurs.exemple" },
    { origin: "null" },
    { origin: baseURL ?? "", "sec-fetch-site": "cross-site" },
    { "next-action": "0".repeat(42) },
  ] as Record<string, string>[]) {
    expect((await poste(headers)).status(), JSON.stringify(headers)).toBe(403);
  }
  expect((await poste({ origin: baseURL ?? "" })).status()).not.toBe(403);
});
