import jsQR from "jsqr";
import { expect, test } from "vitest";
import { codeQr } from "./qr";

const ADRESSE = "https://paliers.exemple.fr/verification/FABS-K2T3-AK72-YB2M";
const MARGE = 4;
const PIXELS = 4;

/** Ce qu'un lecteur indépendant lit du dessin, imprimé avec sa marge blanche. */
function relis(lignes: readonly (readonly boolean[])[] | null): string | null {
  if (!lignes) return null;
  const cote = (lignes.length + 2 * MARGE) * PIXELS;
  const image = new Uint8ClampedArray(cote * cote * 4).fill(255);
  for (let y = 0; y < cote; y++)
    for (let x = 0; x < cote; x++) {
      const noir = lignes[Math.floor(y / PIXELS) - MARGE]?.[Math.floor(x / PIXELS) - MARGE];
      if (noir) image.fill(0, (y * cote + x) * 4, (y * cote + x) * 4 + 3);
    }
  return jsQR(image, cote, cote)?.data ?? null;
}

test.each([ADRESSE, "a", "a".repeat(40), "a".repeat(107), "a".repeat(200)])(
  "un lecteur indépendant relit « %s »",
  (texte) => {
    expect(relis(codeQr(texte))).toBe(texte);
  },
);

test("un texte trop long n'a pas de code", () => {
  expect(codeQr("a".repeat(201))).toBeNull();
});
