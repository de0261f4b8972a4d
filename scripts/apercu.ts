import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readFichier } from "../lib/import/lecture/fichier";
import { readClasse } from "./apercu/classe";
import { rapport } from "./apercu/rapport";

const USAGE =
  "Usage : npm run apercu -- notes --classe classe.json FICHIER [--colonne-note NOM] [--colonne-etudiant NOM] [--feuille NOM]   (docs/import.md)";

function options(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      classe: { type: "string" },
      "colonne-note": { type: "string" },
      "colonne-etudiant": { type: "string" },
      feuille: { type: "string" },
    },
  });
  const [quoi, fichier, ...trop] = positionals;
  if (quoi !== "notes" || fichier === undefined || trop.length > 0 || values.classe === undefined)
    throw new Error(USAGE);
  return { ...values, classe: values.classe, fichier };
}

/** Le contenu d'un fichier, ou une phrase qui dit lequel manque. */
function lis(fichier: string): Buffer {
  try {
    return readFileSync(fichier);
  } catch {
    throw new Error(`« ${fichier} » ne se lit pas : vérifiez son chemin.`);
  }
}

/** L'aperçu d'un import de notes en JSON, sans base : pour les scripts, et pour douter d'un fichier avant de l'importer. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const lues = options(args);
    const classe = readClasse(lis(lues.classe).toString("utf8"));
    const lecture = await readFichier(new Blob([new Uint8Array(lis(lues.fichier))]));
    const dit = rapport(lecture, classe, {
      ...(lues["colonne-note"] === undefined ? {} : { colonneNote: lues["colonne-note"] }),
      ...(lues["colonne-etudiant"] === undefined ? {} : { colonneEtudiant: lues["colonne-etudiant"] }),
      ...(lues.feuille === undefined ? {} : { feuille: lues.feuille }),
    });
    console.log(JSON.stringify(dit, null, 2));
    return 0;
  } catch (erreur) {
    console.error(erreur instanceof Error ? erreur.message : String(erreur));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
