import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { isGuarded, isRegistree } from "./guard";
import { isPublic } from "./public";

const RACINE = process.cwd();

function fichiers(dossier: string, nom: RegExp): string[] {
  return readdirSync(path.join(RACINE, dossier), { recursive: true, encoding: "utf8" })
    .filter((fichier) => nom.test(path.basename(fichier)))
    .map((fichier) => path.join(dossier, fichier).replaceAll("\\", "/"))
    .sort();
}

const importer = async (fichier: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ pathToFileURL(path.join(RACINE, fichier)).href);

/** La porte d'entrée elle-même : on n'y est personne encore. */
const PORTES = ["app/connexion/page.tsx", "app/api/auth/[...nextauth]/route.ts"];

/** Ouvertes à tous, sans session : la liste est tenue ici, pour qu'aucune autre ne s'ouvre par oubli. */
const PUBLIQUES = ["app/verification/[code]/page.tsx", "app/verification/page.tsx"];

const ROUTES_PUBLIQUES = ["app/api/mesures/route.ts", "app/api/sante/route.ts"];

const pages = fichiers("app", /^page\.tsx$/).filter((f) => !PORTES.includes(f) && !PUBLIQUES.includes(f));
const routes = fichiers("app", /^route\.tsx?$/).filter((f) => !PORTES.includes(f) && !ROUTES_PUBLIQUES.includes(f));
const actions = ["app", "components", "lib"].flatMap((dossier) => fichiers(dossier, /^actions\.ts$/));

test("il y a des pages, des routes et des actions à vérifier", () => {
  expect(pages.length).toBeGreaterThan(5);
  expect(routes.length).toBeGreaterThan(0);
  expect(actions.length).toBeGreaterThan(2);
});

test.each(pages)("la page %s passe par le garde", async (fichier) => {
  const module_ = await importer(fichier);
  expect(isGuarded(module_.default)).toBe(true);
});

test.each(PUBLIQUES)("la page %s est publique par définition, et ne lit pas la session", async (fichier) => {
  const { default: page } = await importer(fichier);
  expect(isPublic(page)).toBe(true);
  expect(isGuarded(page)).toBe(false);
  expect(readFileSync(path.join(RACINE, fichier), "utf8")).not.toMatch(/auth\/session|next-auth|cookies/);
});

test.each(ROUTES_PUBLIQUES)("la route %s est publique par définition, et ne lit pas la session", async (fichier) => {
  const { GET } = await importer(fichier);
  expect(isPublic(GET)).toBe(true);
  expect(isGuarded(GET)).toBe(false);
  expect(readFileSync(path.join(RACINE, fichier), "utf8")).not.toMatch(/auth\/session|next-auth|cookies/);
});

test.each(pages)("la page %s n'est pas publique", async (fichier) => {
  expect(isPublic((await importer(fichier)).default)).toBe(false);
});

const nominatives = pages.filter((f) => /\[(etudiantId|inscriptionId)\]/.test(f));

test("il y a des dossiers nominatifs à surveiller", () => expect(nominatives.length).toBeGreaterThan(5));

test.each(nominatives)("la page %s, d'un étudiant nommé, inscrit qui l'a ouverte", async (fichier) => {
  expect(isRegistree((await importer(fichier)).default)).toBe(true);
});

const fichiersRendus = routes.filter(
  (f) => !f.startsWith("app/api/moi/") && readFileSync(path.join(RACINE, f), "utf8").includes("content-disposition"),
);

test.each(fichiersRendus)("la route %s, qui rend un fichier, dit qui l'a emporté", async (fichier) => {
  expect(isRegistree((await importer(fichier)).GET)).toBe(true);
});

const VERBES = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

test.each(routes)("la route %s passe par le garde", async (fichier) => {
  const exportes = Object.entries(await importer(fichier)).filter(([nom]) => VERBES.includes(nom));
  expect(exportes.length).toBeGreaterThan(0);
  for (const [verbe, fonction] of exportes) expect(isGuarded(fonction), verbe).toBe(true);
});

test.each(actions)("chaque action de %s passe par le garde", async (fichier) => {
  const exportes = Object.entries(await importer(fichier));
  expect(exportes.length).toBeGreaterThan(0);
  for (const [nom, action] of exportes) expect(isGuarded(action), nom).toBe(true);
});

test("une action serveur ne se cache pas dans un autre fichier", () => {
  const caches = ["app", "components", "lib"]
    .flatMap((dossier) => fichiers(dossier, /\.tsx?$/))
    .filter((fichier) => !fichier.endsWith("/actions.ts") && !fichier.includes(".test."))
    .filter((fichier) => /^\s*["']use server["']/m.test(readFileSync(path.join(RACINE, fichier), "utf8")));
  expect(caches).toEqual([]);
});
