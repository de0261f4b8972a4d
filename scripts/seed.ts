import { closeBase, ErreurPaliers, isDemonstration } from "../db";
import { migrateBase } from "../db/migrate";
import { seedBase } from "../db/seed";

async function main(): Promise<void> {
  const migrations = await migrateBase();
  console.log(migrations > 0 ? `Base mise à jour (${migrations} migrations).` : "Base à jour.");
  const demonstration = isDemonstration();
  const semee = await seedBase(demonstration ? "demonstration" : "programme");
  if (!semee) console.log("La base contient déjà un département : rien à y mettre.");
  else if (demonstration) console.log("Département de démonstration inscrit : programme, 72 étudiants, comptes.");
  else console.log("Programme inscrit. Créez le premier compte avec : npm run admin");
}

try {
  await main();
} catch (erreur) {
  if (!(erreur instanceof ErreurPaliers)) throw erreur;
  console.error(erreur.message);
  process.exitCode = 1;
} finally {
  await closeBase();
}
