import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fichierJson } from "./vecteurs/format";
import { type Accord, type Compte, type Ecart, juge } from "./vecteurs/jugement";

const nouvelAccord = (): Accord => ({ ue: { egaux: 0, total: 0 }, rcue: { egaux: 0, total: 0 } });

const pourcent = ({ egaux, total }: Compte): string => {
  const milliemes = Math.floor((egaux * 100_000 + total / 2) / total);
  return `${Math.floor(milliemes / 1000)},${String(milliemes % 1000).padStart(3, "0")} % (${egaux}/${total})`;
};

function jugeFichier(fichier: string): { justes: number; faux: number } {
  const brut: unknown = JSON.parse(readFileSync(fichier, "utf8"));
  const lu = fichierJson.safeParse(brut);
  if (!lu.success) {
    const probleme = lu.error.issues[0];
    throw new Error(`${probleme?.path.map(String).join(".") || "racine"} : ${probleme?.message}`);
  }
  const libres = nouvelAccord();
  const deDroit = nouvelAccord();
  let justes = 0;
  let faux = 0;
  for (const cas of lu.data.cas) {
    const { ecarts, libre } = juge(cas, cas.type === "annee" && !cas.deDroit ? libres : deDroit);
    if (ecarts.length === 0 || libre) justes++;
    else faux++;
    if (ecarts.length > 0) console.log(`${cas.id}${libre ? " (décision libre du jury)" : ""} : ${ecrire(ecarts)}`);
  }
  console.log(`${fichier} : ${justes} justes, ${faux} faux`);
  if (libres.ue.total > 0) {
    console.log(`  accord hors droit : UE ${pourcent(libres.ue)}, RCUE ${pourcent(libres.rcue)}`);
    console.log(
      `  accord sur tout le fichier : UE ${pourcent(reunis(libres.ue, deDroit.ue))}, RCUE ${pourcent(reunis(libres.rcue, deDroit.rcue))}`,
    );
  }
  return { justes, faux };
}

const reunis = (a: Compte, b: Compte): Compte => ({ egaux: a.egaux + b.egaux, total: a.total + b.total });

const ecrire = (ecarts: readonly Ecart[]): string =>
  ecarts
    .map(
      ({ champ, attendu, obtenu }) => `${champ} attendu ${JSON.stringify(attendu)}, obtenu ${JSON.stringify(obtenu)}`,
    )
    .join(" ; ");

function fichiersDe(chemin: string): string[] {
  if (!statSync(chemin).isDirectory()) return [chemin];
  return readdirSync(chemin, { recursive: true, encoding: "utf8" })
    .filter((nom) => nom.endsWith(".json"))
    .sort()
    .map((nom) => path.join(chemin, nom));
}

function main(chemins: readonly string[]): number {
  if (chemins.length === 0) {
    console.error("Usage : npm run vecteurs -- CHEMIN… (fichiers .json ou dossiers)");
    return 2;
  }
  let justes = 0;
  let faux = 0;
  let illisibles = 0;
  for (const chemin of chemins) {
    let fichiers: string[] = [];
    try {
      fichiers = fichiersDe(chemin);
      if (fichiers.length === 0) throw new Error("aucun fichier .json dans ce dossier");
    } catch (erreur) {
      illisibles++;
      console.error(`${chemin} : ${raisonLecture(erreur)}`);
    }
    for (const fichier of fichiers) {
      try {
        const resultat = jugeFichier(fichier);
        justes += resultat.justes;
        faux += resultat.faux;
      } catch (erreur) {
        illisibles++;
        console.error(`${fichier} : ${raisonLecture(erreur)}`);
      }
    }
  }
  console.log(`${justes} passed, ${faux + illisibles} failed`);
  return faux + illisibles > 0 ? 1 : 0;
}

function raisonLecture(erreur: unknown): string {
  if (erreur instanceof SyntaxError) return `JSON illisible (${erreur.message})`;
  if (erreur instanceof Error && "code" in erreur) {
    if (erreur.code === "ENOENT") return "chemin introuvable";
    if (erreur.code === "EACCES") return "lecture refusée";
  }
  return erreur instanceof Error ? erreur.message : String(erreur);
}

process.exitCode = main(process.argv.slice(2));
