import { parseArgs } from "node:util";
import { emplacementDe } from "../db/emplacement";
import { ErreurPaliers } from "../db/erreurs";
import { transferBase } from "../db/exploitation/transfert";
import { lire } from "../lib/environnement/lecture";
import { run } from "./commande";

const USAGE =
  "Usage : npm run transfert -- --vers postgres://… (ou un fichier en chemin absolu), avec PALIERS_DB pour la base de départ, ou --depuis";

function readOptions() {
  try {
    const { vers, depuis } = parseArgs({ options: { vers: { type: "string" }, depuis: { type: "string" } } }).values;
    const depart = depuis ?? lire("PALIERS_DB");
    if (!vers || !depart) throw new Error("départ et arrivée");
    return { vers, depart };
  } catch (cause) {
    if (cause instanceof ErreurPaliers) throw cause;
    throw new ErreurPaliers(USAGE, { cause });
  }
}

await run(async () => {
  const { vers, depart } = readOptions();
  const { sommes, copiee } = await transferBase(emplacementDe(depart), emplacementDe(vers));
  const lignes = sommes.reduce((total, s) => total + s.lignes, 0);
  console.log(
    `${copiee ? "Base transférée" : "Déjà transférée"} : ${sommes.length} tables, ${lignes} lignes, comptes et empreintes identiques des deux côtés.`,
  );
});
