import path from "node:path";
import { parseArgs } from "node:util";
import { emplacement } from "../db/emplacement";
import { ErreurPaliers } from "../db/erreurs";
import { listSauvegardes, purgeSauvegardes, withVerrou } from "../db/exploitation/conservation";
import { makeSauvegarde } from "../db/exploitation/sauvegarde";
import { lire } from "../lib/environnement/lecture";
import { run } from "./commande";

const USAGE = "Usage : npm run sauvegarde -- [--dossier DOSSIER] [--cle age1…] [--planifiee]";

function readOptions() {
  try {
    return parseArgs({
      options: { dossier: { type: "string" }, cle: { type: "string" }, planifiee: { type: "boolean" } },
    }).values;
  } catch (cause) {
    throw new ErreurPaliers(USAGE, { cause });
  }
}

/** Deux serveurs sur la même base ont la même heure : le second voit la sauvegarde du premier. */
const ASSEZ_RECENTE = 30 * 60 * 1000;

async function save(dossier: string, cle: string | null): Promise<void> {
  const { manifeste, chemin } = await makeSauvegarde({ lieu: emplacement(), dossier, cle });
  const mo = (manifeste.octets / 1e6).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
  const { etudiant = 0, note = 0, pv = 0 } = manifeste.tables;
  console.log(
    `Sauvegarde faite${cle ? ", chiffrée" : ""} : ${mo} Mo ; ${etudiant} étudiants, ${note} notes, ${pv} procès-verbaux.\n${chemin}`,
  );
}

await run(async () => {
  const options = readOptions();
  const voulu = options.dossier ?? lire("PALIERS_SAUVEGARDES");
  if (!voulu) throw new ErreurPaliers(`Où ranger la sauvegarde ? Donnez --dossier, ou PALIERS_SAUVEGARDES. ${USAGE}`);
  const dossier = path.resolve(voulu);
  const cle = options.cle ?? lire("PALIERS_SAUVEGARDES_CLE") ?? null;
  if (!options.planifiee) return save(dossier, cle);
  await withVerrou(dossier, async () => {
    const [derniere] = listSauvegardes(dossier);
    if (derniere && Date.now() - Date.parse(derniere.manifeste.faiteLe) < ASSEZ_RECENTE) return;
    await save(dossier, cle);
    const effacees = purgeSauvegardes(dossier, new Date(), lire("PALIERS_SAUVEGARDES_JOURS"));
    if (effacees > 0) console.log(`Anciennes sauvegardes effacées : ${effacees}.`);
  });
});
