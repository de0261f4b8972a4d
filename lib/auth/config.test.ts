import { afterEach, expect, test, vi } from "vitest";
import { authOptions } from "./config";

afterEach(() => vi.unstubAllEnvs());

function cookieSession(adresse: string) {
  vi.stubEnv("PALIERS_SECRET", "un secret pour ces essais seulement");
  vi.stubEnv("PALIERS_URL", adresse);
  return authOptions().cookies?.sessionToken;
}

test("sur https, le cookie de session ne se pose que par cet hôte, chiffré", () => {
  const cookie = cookieSession("https://paliers.exemple.fr");
  expect(cookie?.name).toMatch(/^__Host-/);
  // Ce que ce préfixe exige du navigateur : chiffré, tout le site, aucun domaine.
  expect(cookie?.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
});

test("sur cette machine, sans chiffrement, le cookie ordinaire", () => {
  expect(cookieSession("http://127.0.0.1:3000")).toBeUndefined();
});
