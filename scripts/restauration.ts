import path from "node:path";
import { parseArgs } from "node:util";
import { emplacement } from "../db/emplacement";
import { ErreurPaliers } from "../db/erreurs";
import { restoreSauvegarde } from "../db/exploitation/restauration";
import { run } from "./commande";

const USAGE =
  "Usage : npm run restauration -- MANIFESTE [--identite FICHIER] [--verifier], avec PALIERS_DB pour l'endroit vide où restaurer";

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: { identite: { type: "string" }, verifier: { type: "boolean" } },
      allowPositionals: true,
    });
    const [manifeste, ...trop] = positionals;
    if (!manifeste || trop.length > 0) throw new Error("un manifeste, et un seul");
    return { ...values, manifeste };
  } catch (cause) {
    throw new ErreurPaliers(USAGE, { cause });
  }
}

await run(async () => {
  const { manifeste, identite, verifier } = readOptions();
  const lieu = verifier ? null : emplacement();
  const m = await restoreSauvegarde({ manifeste: path.resolve(manifeste), lieu, identite: identite ?? null });
  const { etudiant = 0, note = 0 } = m.tables;
  const compte = `${etudiant} étudiants, ${note} notes, ${m.pvs.length} procès-verbaux, chacun à son empreinte`;
  console.log(
    verifier
      ? `La sauvegarde du ${m.faiteLe} se restaurerait : ${compte}.`
      : `Base restaurée et vérifiée, telle qu'elle était le ${m.faiteLe} : ${compte}.\nAu prochain démarrage, elle sera mise à jour si ce programme est plus récent qu'elle.`,
  );
});
