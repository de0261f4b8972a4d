import { readFileSync } from "node:fs";
import { resultatCursus } from "../lib/but/cursus/resultats";
import { lireCas } from "./calcul/lecture";
import { rapport } from "./calcul/rapport";
import { CasRefuse } from "./calcul/refus";

const USAGE = "Usage : npm run calcul -- cas.json [--json] [--sans-explications]   (format : docs/calcul.md)";

function lireFichier(fichier: string): string {
  try {
    return readFileSync(fichier, "utf8");
  } catch (erreur) {
    const code = erreur instanceof Error && "code" in erreur ? erreur.code : null;
    const raison = code === "ENOENT" ? "fichier introuvable" : code === "EISDIR" ? "c'est un dossier" : String(erreur);
    throw new CasRefuse([fichier], raison);
  }
}

function main(args: readonly string[]): number {
  const options = args.filter((arg) => arg.startsWith("--"));
  const [fichier, ...trop] = args.filter((arg) => !arg.startsWith("--"));
  const inconnue = options.find((option) => option !== "--json" && option !== "--sans-explications");
  if (fichier === undefined || trop.length > 0 || inconnue !== undefined) {
    console.error(inconnue === undefined ? USAGE : `Option inconnue : ${inconnue}\n${USAGE}`);
    return 1;
  }
  try {
    const cursus = lireCas(lireFichier(fichier));
    if (options.includes("--json")) console.log(JSON.stringify(cursus.map(resultatCursus), null, 2));
    else console.log(cursus.map((c) => rapport(c, !options.includes("--sans-explications"))).join("\n\n"));
    return 0;
  } catch (erreur) {
    if (!(erreur instanceof CasRefuse)) throw erreur;
    console.error(erreur.message);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
