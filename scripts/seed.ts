import { run } from "./commande";

await run(async () => {
  const { closeBase, isDemonstration } = await import("../db");
  const { migrateBase } = await import("../db/migrate");
  const { seedBase } = await import("../db/seed");
  const migrations = await migrateBase();
  console.log(migrations === 0 ? "Base à jour." : `Base mise à jour : ${migrations} migration(s).`);
  try {
    const demonstration = isDemonstration();
    const semee = await seedBase(demonstration ? "demonstration" : "programme");
    if (!semee) console.log("La base contient déjà un département : rien à y inscrire.");
    else if (demonstration) console.log("Département de démonstration inscrit : programme, 72 étudiants, comptes.");
    else console.log("Programme inscrit. Créez le premier compte avec : npm run admin");
  } finally {
    await closeBase();
  }
});
