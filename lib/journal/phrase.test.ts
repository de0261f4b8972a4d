import { expect, test } from "vitest";
import { phraseJournal } from "./phrase";

test.each([
  [null, ""],
  ['{"activite":"Sport","pourcent":250}', "activité : Sport · pourcent : 2,5 %"],
  ['{"element":"Anglais","coefficient":1600}', "élément : Anglais · coefficient : 16"],
  ['{"groupes":[]}', "groupes : aucun"],
  ['{"poles":{"ressource":45,"sae":55}}', "pôles : (ressource : 45 · sae : 55)"],
  ['{"poles":null,"actif":false}', "pôles : rien · actif : non"],
  ['["a","b"]', "a, b"],
])("%s se lit « %s »", (json, phrase) => {
  expect(phraseJournal(json)).toBe(phrase);
});
