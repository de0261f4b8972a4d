// « npm run bench » : chaque mesure de scripts/bench, l'une après l'autre. Des rapports dans un même passage, jamais un verdict.
import { readdirSync } from "node:fs";
import path from "node:path";
import { build, checkNode, install, main, RACINE, runModule, TSX } from "./etapes.mjs";

await main(async () => {
  checkNode();
  await install();
  await build();
  const voulues = process.argv.slice(2);
  const mesures = readdirSync(path.join(RACINE, "scripts", "bench"))
    .filter((nom) => nom.endsWith(".ts"))
    .filter((nom) => voulues.length === 0 || voulues.includes(nom.replace(/\.ts$/, "")))
    .sort();
  for (const mesure of mesures) {
    process.stdout.write(`\n── ${mesure.replace(/\.ts$/, "")}\n`);
    if ((await runModule(TSX, [path.join("scripts", "bench", mesure)])) !== 0) process.exitCode = 1;
  }
});
