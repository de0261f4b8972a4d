import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

// La maison elle-même : ce que le lint ne sait pas dire d'un dossier entier.

const RACINE = process.cwd();
const FICHIERS = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: RACINE,
  encoding: "utf8",
})
  .split("\n")
  .filter((f) => f !== "" && existsSync(path.join(RACINE, f)));

const CODE = FICHIERS.filter((f) => /^(app|components|db|lib)\/.*\.tsx?$/.test(f));
/** Ce que seuls les tests emploient : les tests, et les dossiers « essais ». */
const isEssai = (f: string): boolean => /\.test\.tsx?$|(^|\/)essais\//.test(f);

/** Le fichier visé par un import d'ici, sans son extension ; null pour un paquet. */
function vise(depuis: string, import_: string): string | null {
  if (import_.startsWith("@/")) return import_.slice(2);
  return import_.startsWith(".") ? path.posix.join(path.posix.dirname(depuis), import_) : null;
}

function imports(fichier: string): string[] {
  const texte = readFileSync(path.join(RACINE, fichier), "utf8");
  return [...texte.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, i]) => vise(fichier, i ?? "") ?? []);
}

test("aucun dossier de code ne dépasse une vingtaine de fichiers : au-delà, une seconde idée s'y cache", () => {
  const parDossier = new Map<string, number>();
  // Un style vit à côté de son composant, un test à côté de ce qu'il éprouve : ils ne comptent pas deux fois.
  for (const f of FICHIERS.filter((f) => /^(app|components|db|lib|e2e|scripts)\/.*\.(tsx?|mjs)$/.test(f))) {
    if (/\.test\.tsx?$/.test(f)) continue;
    const dossier = path.posix.dirname(f);
    parDossier.set(dossier, (parDossier.get(dossier) ?? 0) + 1);
  }
  // e2e : un récit par fichier, la liste est l'idée.
  expect([...parDossier].filter(([dossier, n]) => n > 22 && dossier !== "e2e")).toEqual([]);
});

test("le produit n'importe ni la démonstration ni ce qui sert aux tests", () => {
  const fautes = CODE.filter((f) => !isEssai(f) && !f.startsWith("db/seed/")).flatMap((f) =>
    imports(f)
      .filter((i) => i.startsWith("db/seed") || /(^|\/)essais\//.test(i))
      .map((i) => `${f} → ${i}`),
  );
  expect(fautes).toEqual([]);
});

test("aucune flèche ne remonte d'un métier à un autre : les dossiers de lib ne forment pas de cercle", () => {
  const metier = (f: string): string | null => /^lib\/([^/.]+)/.exec(f)?.[1] ?? null;
  const vers = new Map<string, Set<string>>();
  for (const f of CODE.filter((f) => f.startsWith("lib/") && !isEssai(f))) {
    const ici = metier(f);
    for (const i of imports(f)) {
      const la = metier(i);
      if (ici && la && la !== ici) vers.set(ici, (vers.get(ici) ?? new Set()).add(la));
    }
  }
  const atteint = (depart: string): Set<string> => {
    const vus = new Set<string>();
    const restent = [depart];
    for (let ici = restent.pop(); ici !== undefined; ici = restent.pop()) {
      for (const la of vers.get(ici) ?? []) {
        if (!vus.has(la)) {
          vus.add(la);
          restent.push(la);
        }
      }
    }
    return vus;
  };
  expect([...vers.keys()].filter((m) => atteint(m).has(m))).toEqual([]);
});
