import fc from "fast-check";
import { expect, test } from "vitest";
import { cheminInterne } from "./retour";

const ICI = "https://paliers.exemple.fr";
const origineSuivie = (chemin: string) => new URL(chemin, `${ICI}/connexion?retour=x`).origin;

test.each([
  ["/moi", "/moi"],
  ["/scolarite/bonus?semestre=s1-2026#haut", "/scolarite/bonus?semestre=s1-2026#haut"],
  ["/moi/simulation?retour=//ailleurs.exemple", "/moi/simulation?retour=//ailleurs.exemple"],
])("le chemin %s est suivi tel quel", (donne, suivi) => expect(cheminInterne(donne)).toBe(suivi));

test.each([
  "//ailleurs.exemple",
  "/\t/ailleurs.exemple",
  "/\n/ailleurs.exemple",
  "/\r\n/ailleurs.exemple",
  "\t//ailleurs.exemple",
  "/\\ailleurs.exemple",
  "\\\\ailleurs.exemple",
  "/.//ailleurs.exemple",
  "/..//ailleurs.exemple",
  "/moi/..//ailleurs.exemple",
  "/%2e//ailleurs.exemple",
  "/\t.\t//ailleurs.exemple",
  "https://ailleurs.exemple",
  "https:ailleurs.exemple",
  "javascript:alert(1)",
  "",
  undefined,
  ["/moi", "/jury"],
])("%j ramène chez soi", (donne) => expect(cheminInterne(donne)).toBe("/"));

test("aucun caractère, placé n'importe où dans l'adresse, ne mène ailleurs", () => {
  for (let code = 0; code <= 0xffff; code++) {
    const c = String.fromCharCode(code);
    for (const essai of [`/${c}/ailleurs.exemple`, `${c}//ailleurs.exemple`, `/${c}ailleurs.exemple`, `/.${c}//a.fr`]) {
      const suivi = cheminInterne(essai);
      if (origineSuivie(suivi) !== ICI) expect.fail(`U+${code.toString(16)} : ${JSON.stringify(essai)} → ${suivi}`);
    }
  }
});

test("aucun assemblage de signes d'adresse ne mène ailleurs, et relire ne change rien", () => {
  const signe = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "%2f",
    "%09",
    "\t",
    "\n",
    "\r",
    "@",
    ":",
    "?",
    "#",
    " ",
    "a.fr",
  );
  fc.assert(
    fc.property(fc.array(signe, { maxLength: 12 }), (signes) => {
      const suivi = cheminInterne(`/${signes.join("")}`);
      expect(origineSuivie(suivi)).toBe(ICI);
      expect(cheminInterne(suivi)).toBe(suivi);
    }),
    { numRuns: 20_000 },
  );
});
