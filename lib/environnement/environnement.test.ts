import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { adressePublique, lire, origineLocale, refusDemarrage } from "./lecture";
import { type NomVariable, VARIABLES } from "./variables";

const lignes = Object.entries(VARIABLES).filter(([, v]) => v.pour === "service");

test("le README documente chaque variable du service, avec ces mots", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(lignes.filter(([nom, v]) => !readme.includes(`| \`${nom}\` | ${v.effet} |`)).map(([nom]) => nom)).toEqual([]);
});

/** Ce que Node, npm, Next ou le système posent eux-mêmes. */
const DES_AUTRES = new Set(["NODE_ENV", "NEXT_RUNTIME", "NEXT_PHASE", "PATH", "npm_execpath", "CI", "TZ", "TMPDIR"]);

test("aucun fichier ne lit une variable qui n'est pas déclarée, et le produit ne les lit qu'ici", () => {
  const fichiers = execFileSync("git", ["grep", "-lE", "process\\.env\\.\\w", "--", "*.ts", "*.tsx", "*.mjs"], {
    encoding: "utf8",
  });
  const fautes = fichiers
    .split("\n")
    .filter((f) => f !== "" && !f.includes(".test."))
    .flatMap((f) =>
      [...readFileSync(f, "utf8").matchAll(/process\.env\.(\w+)/g)]
        .map(([, nom]) => nom ?? "")
        .filter((nom) => !DES_AUTRES.has(nom))
        .filter((nom) => !(nom in VARIABLES) || /^(app|components|lib|db)\//.test(f.replace(/^db\/essais\/.*/, "")))
        .map((nom) => `${f} : ${nom}`),
    );
  expect(fautes).toEqual([]);
});

test("sans rien régler, tout convient", () => {
  expect(refusDemarrage({})).toEqual([]);
  expect(lire("PORT", {})).toBe(3000);
  expect(origineLocale({})).toBe("http://127.0.0.1:3000");
});

test.each<[NomVariable, string, RegExp]>([
  ["PALIERS_DB", "paliers.db", /^PALIERS_DB .*chemin de fichier absolu/],
  ["PALIERS_SECRET", "court", /^PALIERS_SECRET .*20 signes/],
  ["PALIERS_URL", "paliers.exemple.fr", /^PALIERS_URL vaut « paliers.exemple.fr » : .*https:\/\/paliers/],
  ["PALIERS_URL", "javascript:alert(1)", /^PALIERS_URL vaut/],
  ["PALIERS_SMTP", "smtp.exemple.fr", /^PALIERS_SMTP .*smtp:\/\//],
  ["PALIERS_EXPEDITEUR", "Paliers", /^PALIERS_EXPEDITEUR vaut « Paliers »/],
  ["PORT", "trois mille", /^PORT vaut « trois mille » : donnez un nombre entre 1 et 65535\.$/],
  ["PORT", "70000", /^PORT vaut « 70000 »/],
  ["CHROMIUM_PATH", "/nulle/part", /^CHROMIUM_PATH vaut « \/nulle\/part », qui n'existe pas/],
])("%s=%s est refusé par une phrase qui la nomme", (nom, valeur, phrase) => {
  expect(refusDemarrage({ [nom]: valeur }).join("\n")).toMatch(phrase);
});

test("une valeur secrète ne s'affiche pas dans son refus", () => {
  expect(refusDemarrage({ PALIERS_SECRET: "motdepasse" }).join()).not.toContain("motdepasse");
  expect(refusDemarrage({ PALIERS_DB: "mysql://u:motdepasse@h/b" }).join()).not.toContain("motdepasse");
});

test("une variable vide vaut une variable absente", () => {
  expect(refusDemarrage({ PALIERS_SMTP: "", PALIERS_DB: "", PORT: "" })).toEqual([]);
});

test("l'adresse publique est celle qu'on annonce, sans barre finale ; à défaut celle où l'on écoute", () => {
  expect(adressePublique({ PALIERS_URL: "https://p.exemple/" })).toBe("https://p.exemple");
  expect(adressePublique({ HOST: "::", PORT: "4000" })).toBe("http://127.0.0.1:4000");
  expect(adressePublique({ HOST: "::1" })).toBe("http://[::1]:3000");
});
