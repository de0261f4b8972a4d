// « npm test » : tout ce qui doit être vrai, dans l'ordre du moins au plus coûteux, et un seul total à la fin.
// « npm run check » : la même chose sans le navigateur.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build, checkNode, install, main, NEXT, RACINE, runModule } from "./etapes.mjs";
import { findNavigateur } from "./navigateur.mjs";

const SANS_NAVIGATEUR = process.argv.includes("--sans-navigateur");
const RAPPORTS = path.join(RACINE, ".paliers", "rapports");
const total = { passed: 0, failed: 0 };

function title(texte) {
  process.stdout.write(`\n── ${texte}\n`);
}

/** Une vérification qui réussit ou échoue d'un bloc. */
async function check(texte, faire) {
  title(texte);
  const code = await faire();
  if (code === 0) total.passed += 1;
  else total.failed += 1;
  return code === 0;
}

const PLUS_LENTS = 10;

/** Les plus lents d'une suite, pour que le prochain test lent se voie. `durees` : titre et millisecondes. */
function showLents(durees) {
  const lents = durees.sort(([, a], [, b]) => b - a).slice(0, PLUS_LENTS);
  process.stdout.write("\nLes plus lents\n");
  for (const [titre, ms] of lents)
    process.stdout.write(`${(ms / 1000).toFixed(1).replace(".", ",").padStart(7)} s  ${titre}\n`);
}

/** Une suite qui compte ses tests elle-même ; une suite qui meurt sans rapport, ou vide, est un échec. */
async function suite(texte, rapport, faire, count, durees) {
  title(texte);
  const fichier = path.join(RAPPORTS, rapport);
  const code = await faire(fichier);
  let compte = { passed: 0, failed: 0 };
  try {
    const lu = JSON.parse(readFileSync(fichier, "utf8"));
    compte = count(lu);
    showLents(durees(lu));
  } catch {
    compte.failed = 1;
  }
  if (compte.passed + compte.failed === 0 || (code !== 0 && compte.failed === 0)) compte.failed += 1;
  total.passed += compte.passed;
  total.failed += compte.failed;
}

/** Chaque test d'un fichier de récits, ses groupes compris. */
function dureesRecits({ file, specs = [], suites = [] }) {
  const siens = specs.map((s) => [
    `${file} · ${s.title}`,
    s.tests.flatMap((t) => t.results).reduce((somme, r) => somme + r.duration, 0),
  ]);
  return [...siens, ...suites.flatMap(dureesRecits)];
}

async function unit() {
  await suite(
    "Règles, données (SQLite et PostgreSQL), droits",
    "vitest.json",
    (fichier) =>
      runModule("vitest/vitest.mjs", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${fichier}`]),
    (r) => ({
      passed: r.numPassedTests,
      failed: r.numFailedTests + r.numFailedTestSuites * (r.numFailedTests === 0 ? 1 : 0),
    }),
    (r) => r.testResults.map((f) => [path.relative(RACINE, f.name), f.endTime - f.startTime]),
  );
}

async function browser() {
  const chromium = await findNavigateur();
  await suite(
    `Navigateur (${chromium})`,
    "playwright.json",
    (fichier) =>
      runModule("@playwright/test/cli.js", ["test"], {
        env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: fichier },
      }),
    (r) => ({ passed: r.stats.expected, failed: r.stats.unexpected + r.stats.flaky + r.errors.length }),
    (r) => r.suites.flatMap(dureesRecits),
  );
}

await main(async () => {
  checkNode();
  title("Dépendances");
  process.stdout.write(`${await install()}\n`);
  rmSync(RAPPORTS, { recursive: true, force: true });
  mkdirSync(RAPPORTS, { recursive: true });

  await check("Mise en forme et règles d'écriture", () =>
    runModule("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]),
  );
  await check(
    "Types",
    async () => (await runModule(NEXT, ["typegen"])) || runModule("typescript/bin/tsc", ["--noEmit"]),
  );
  await check("Rien d'inutilisé", () => runModule("knip/bin/knip.js", []));
  await unit();
  if (!SANS_NAVIGATEUR) {
    const construite = await check("Construction", async () => {
      process.stdout.write(`${await build()}\n`);
      return 0;
    });
    if (construite) await browser();
  }
  if (total.failed > 0) process.exitCode = 1;
});

if (process.exitCode && total.failed === 0) total.failed += 1;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
