import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { openPorte } from "./porte";

let serveur: Server | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  serveur?.close();
});

/** Un serveur derrière la porte, qui répond ce que la suite verrait de la requête. */
async function ouvre(env: Readonly<Record<string, string>>): Promise<string> {
  for (const [nom, valeur] of Object.entries(env)) vi.stubEnv(nom, valeur);
  const passe = openPorte();
  serveur = createServer((requete, reponse) => {
    if (passe(requete, reponse)) reponse.end(JSON.stringify(requete.headers));
  });
  await new Promise<void>((suite) => serveur?.listen(0, "127.0.0.1", suite));
  return `http://127.0.0.1:${(serveur.address() as AddressInfo).port}/`;
}

const FORGE = { headers: { "x-forwarded-for": "203.0.113.9", "content-security-policy": "script-src 'nonce-vole'" } };

test("sans mandataire déclaré, l'adresse prétendue est remplacée par celle de la prise", async () => {
  const vu = await (await fetch(await ouvre({}), FORGE)).json();
  expect(vu["x-forwarded-for"]).toBe("127.0.0.1");
});

test("un mandataire déclaré dit l'adresse du client", async () => {
  const vu = await (await fetch(await ouvre({ PALIERS_MANDATAIRES: "127.0.0.1" }), FORGE)).json();
  expect(vu["x-forwarded-for"]).toBe("203.0.113.9");
});

test("la page et le navigateur reçoivent le même nonce, neuf, et non celui que la requête apporte", async () => {
  const adresse = await ouvre({});
  const [une, autre] = [await fetch(adresse, FORGE), await fetch(adresse, FORGE)];
  const dite = une.headers.get("content-security-policy");
  expect((await une.json())["content-security-policy"]).toBe(dite);
  expect(dite).not.toContain("vole");
  expect(autre.headers.get("content-security-policy")).not.toBe(dite);
});

test("https seulement quand l'adresse publique l'est", async () => {
  const nue = await fetch(await ouvre({}));
  expect(nue.headers.get("strict-transport-security")).toBeNull();
  serveur?.close();
  const chiffree = await fetch(await ouvre({ PALIERS_URL: "https://paliers.exemple.fr" }));
  expect(chiffree.headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
});

test("une écriture d'un autre site s'arrête à la porte", async () => {
  const adresse = await ouvre({ PALIERS_URL: "https://paliers.exemple.fr" });
  const poste = (origin: string) => fetch(adresse, { method: "POST", headers: { origin } }).then((r) => r.status);
  expect(await poste("https://ailleurs.exemple")).toBe(403);
  expect(await poste("https://paliers.exemple.fr")).toBe(200);
});
