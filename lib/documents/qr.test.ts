import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { codeQr } from "./qr";

const ADRESSE = "https://paliers.exemple.fr/verification/FABS-K2T3-AK72-YB2M";
const empreinte = (lignes: readonly (readonly boolean[])[] | null): string =>
  createHash("sha256")
    .update((lignes ?? []).map((ligne) => ligne.map((noir) => (noir ? "#" : ".")).join("")).join("\n"))
    .digest("hex");

// Ces dessins ont été lus par un lecteur indépendant, comme tous les textes de 1 à 106 octets ; qui change un module
// les fait relire avant de changer ces lignes.
test("le dessin est celui qu'un lecteur a lu, pour chaque version", () => {
  expect(
    [ADRESSE, "a", "a".repeat(20), "a".repeat(40), "a".repeat(80), "a".repeat(100)].map((t) => empreinte(codeQr(t))),
  ).toMatchInlineSnapshot(`
    [
      "ba64e34fb654ee146c8445f6eee34a4fd10d1a4fbdc6833cc88273d56b6aa236",
      "c4315a3129973d42ba534a8ba246c9e37a00a9acad8604d9b46e2e602cf2bd54",
      "a02a1f0ce08149caca259512591be0bc1b005cc8d2a5d802b0f239eab595a5ac",
      "d06fee8ecae872a105f3a904787751e578aeafcf4172e772e34df09ff781264c",
      "a7bd33ec55170d551a72c2671f45ba67905ecdb0245de6ef5d4817d0739fc0ec",
      "6d47d26d17ea3b98ff04528248ac8b3928b9bdababcc644e82f531ec258d4fed",
    ]
  `);
});

test("la taille suit la longueur, et un texte trop long n'a pas de code", () => {
  expect(["a".repeat(14), "a".repeat(15), "a".repeat(106)].map((t) => codeQr(t)?.length)).toEqual([21, 25, 41]);
  expect(codeQr("a".repeat(107))).toBeNull();
});

test("une lettre de plus ou de moins change le dessin", () => {
  expect(empreinte(codeQr(ADRESSE))).not.toBe(empreinte(codeQr(ADRESSE.replace(/M$/, "N"))));
});
