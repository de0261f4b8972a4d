import { expect, test } from "vitest";
import { phraseJournal } from "./phrase";

test.each([
  [null, ""],
  ['{"activite":"Sport","pourcent":250}', "activité : Sport · pourcent : 2,5 %"],
  ['{"element":"Anglais","coefficient":1600}', "élément : Anglais · coefficient : 16"],
  ['{"groupes":[]}', "groupes : aucun"],
  ['{"poles":{"ressource":45,"sae":55}}', "pôles : (ressource : 45 · sae : 55)"],
  ['{"poles":null,"actif":false}', "pôles : rien · actif : non"],
  ['["a","b"]', "a, b"],
  ['{"etat":"delibere","roles":["scolarite"]}', "état : délibéré · rôles : Scolarité"],
  ['{"confirmee":"2026-11-22T10:28:59.989Z"}', "confirmée le : 22/11/2026 11:28"],
])("%s se lit « %s »", (json, phrase) => {
  expect(phraseJournal(json)).toBe(phrase);
});
