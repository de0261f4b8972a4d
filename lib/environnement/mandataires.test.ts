import { expect, test } from "vitest";
import { adresseReelle, isMandataires, lireMandataires } from "./mandataires";

const AUCUN = lireMandataires("");
const DEUX = lireMandataires("127.0.0.1, 10.0.0.0/8, fd00::/8");

test.each([
  ["sans mandataire déclaré, l'en-tête ne compte pas", "198.51.100.9", "203.0.113.1", AUCUN, "198.51.100.9"],
  ["d'une machine non déclarée non plus", "198.51.100.9", "203.0.113.1", DEUX, "198.51.100.9"],
  ["le mandataire dit qui il a vu", "127.0.0.1", "203.0.113.1", DEUX, "203.0.113.1"],
  ["ce que le client écrit d'avance est laissé", "127.0.0.1", "1.2.3.4, 203.0.113.1", DEUX, "203.0.113.1"],
  ["deux mandataires déclarés se suivent", "127.0.0.1", "6.6.6.6, 203.0.113.1, 10.1.2.3", DEUX, "203.0.113.1"],
  ["une chaîne illisible s'arrête au dernier vu", "127.0.0.1", "bidon", DEUX, "127.0.0.1"],
  ["sans chaîne, la prise", "::ffff:127.0.0.1", undefined, DEUX, "127.0.0.1"],
  ["en IPv6", "fd00::1", "2001:db8::7", DEUX, "2001:db8::7"],
  ["sans prise, rien", undefined, "203.0.113.1", DEUX, ""],
] as const)("%s", (_, prise, chaine, mandataires, attendue) => {
  expect(adresseReelle(prise, chaine, mandataires)).toBe(attendue);
});

test.each(["10.0.0.0/99", "bidon", "10.0.0.1;10.0.0.2", "10.0.0.0/a"])("« %s » ne se lit pas", (texte) => {
  expect(isMandataires(texte)).toBe(false);
});
