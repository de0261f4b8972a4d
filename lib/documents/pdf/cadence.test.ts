import { expect, test, vi } from "vitest";
import { consumeVerification } from "./cadence";

let chaine: string | null = null;
vi.mock("next/headers", () => ({
  headers: async () => new Headers(chaine === null ? {} : { "x-forwarded-for": chaine }),
}));

const passages = async (combien: number) => {
  const permis = await Promise.all(Array.from({ length: combien }, consumeVerification));
  return permis.filter(Boolean).length;
};

test("trente vérifications par adresse, puis plus ; une autre adresse n'en souffre pas", async () => {
  chaine = "192.0.2.1";
  expect(await passages(40)).toBe(30);
  chaine = "192.0.2.2";
  expect(await passages(5)).toBe(5);
});

test("devant un mandataire, c'est l'adresse qu'il a vue qui compte, pas celle que le visiteur prétend", async () => {
  chaine = "203.0.113.9, 192.0.2.1";
  expect(await passages(1)).toBe(0);
});

test("qui change d'adresse à chaque fois s'arrête à la borne de tous", async () => {
  let permis = 0;
  for (let i = 0; i < 400; i++) {
    chaine = `198.51.100.${i}`;
    permis += await passages(1);
  }
  expect(permis).toBe(300 - 35);
});
