import { expect, test } from "vitest";
import { ALPHABET, makeCode, parseCode } from "./code";

/** Des octets variés et toujours les mêmes : les codes de ces tests ne dépendent d'aucun tirage. */
const octets = (graine: number): Uint8Array => Uint8Array.from({ length: 15 }, (_, i) => (graine * 71 + i * 37) % 256);

test("l'alphabet a trente-deux symboles, sans ceux que l'œil confond", () => {
  expect(new Set(ALPHABET).size).toBe(32);
  expect(ALPHABET).not.toMatch(/[01OI]/);
});

test("un code a quatre groupes de quatre symboles de l'alphabet", () => {
  for (let graine = 0; graine < 50; graine++)
    expect(makeCode(octets(graine))).toMatch(new RegExp(`^[${ALPHABET}]{4}(-[${ALPHABET}]{4}){3}$`));
});

test("trop peu de hasard est refusé", () => {
  expect(() => makeCode(new Uint8Array(14))).toThrow(RangeError);
});

test("un code se relit en minuscules, avec des espaces ou sans tirets", () => {
  const code = makeCode(octets(3));
  for (const ecrit of [code, code.toLowerCase(), code.replaceAll("-", ""), ` ${code.replaceAll("-", " ")} `])
    expect(parseCode(ecrit), ecrit).toBe(code);
});

test("une seule faute de frappe est vue, où qu'elle soit", () => {
  const lettres = [...makeCode(octets(7)).replaceAll("-", "")];
  for (const [i, juste] of lettres.entries())
    for (const faux of ALPHABET)
      if (faux !== juste) expect(parseCode(lettres.with(i, faux).join("")), `${i} ${faux}`).toBeNull();
});

test("deux symboles échangés sont vus", () => {
  const lettres = [...makeCode(octets(11)).replaceAll("-", "")];
  for (const [i, a] of lettres.entries())
    for (const [j, b] of lettres.entries())
      if (a !== b) expect(parseCode(lettres.with(i, b).with(j, a).join("")), `${i} ${j}`).toBeNull();
});

test("ni trop court, ni trop long, ni hors de l'alphabet", () => {
  const code = makeCode(octets(5));
  for (const faux of ["", code.slice(0, -1), `${code}2`, code.replace(/^./, "0"), "'; drop table document; --"])
    expect(parseCode(faux), faux).toBeNull();
});
