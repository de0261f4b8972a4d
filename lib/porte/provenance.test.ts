import { expect, test } from "vitest";
import { isProvenanceSure } from "./provenance";

const PUBLIQUE = "https://paliers.exemple.fr";
const host = "127.0.0.1:3000";

test.each([
  ["une lecture", "GET", "/", {}, true],
  ["notre page", "POST", "/", { host, origin: `http://${host}`, "sec-fetch-site": "same-origin" }, true],
  ["notre page derrière un frontal", "POST", "/", { host, origin: PUBLIQUE }, true],
  ["un autre site", "POST", "/", { host, origin: "https://ailleurs.exemple" }, false],
  ["un autre site du même domaine", "POST", "/", { host, origin: PUBLIQUE, "sec-fetch-site": "same-site" }, false],
  ["une page sans origine (cadre isolé)", "POST", "/", { host, origin: "null" }, false],
  ["personne ne dit d'où", "POST", "/", { host }, false],
  ["un autre port", "DELETE", "/", { host, origin: "http://127.0.0.1:4000" }, false],
  ["la connexion depuis un outil", "POST", "/api/auth/callback/credentials", { host }, true],
  ["la connexion depuis un autre site", "POST", "/api/auth/x", { host, origin: "https://ailleurs.exemple" }, false],
] as const)("%s", (_, methode, chemin, entetes, attendu) => {
  expect(isProvenanceSure(methode, chemin, entetes, PUBLIQUE)).toBe(attendu);
});
