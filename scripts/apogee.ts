import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import Papa from "papaparse";
import { ErreurPaliers } from "../db/erreurs";
import { run } from "./commande";

const USAGE = "Usage : npm run apogee -- --modele FICHIER [--codes codes.csv] --sortie FICHIER";

function readOptions() {
  try {
    const { modele, codes, sortie } = parseArgs({
      options: { modele: { type: "string" }, codes: { type: "string" }, sortie: { type: "string" } },
    }).values;
    if (!modele || !sortie) throw new Error("modèle et sortie");
    return { modele, codes, sortie };
  } catch (cause) {
    throw new ErreurPaliers(USAGE, { cause });
  }
}

function read(fichier: string): Buffer {
  try {
    return readFileSync(fichier);
  } catch (cause) {
    throw new ErreurPaliers(`${fichier} ne se lit pas : vérifiez son chemin.`, { cause });
  }
}

/** « objet;code » : chaque ligne d'un fichier de codes, sans son en-tête. */
function readCodes(fichier: string): readonly { readonly objet: string; readonly code: string }[] {
  const { data } = Papa.parse<string[]>(
    read(fichier)
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
    { skipEmptyLines: true },
  );
  return data.slice(1).map(([objet = "", code = ""]) => ({ objet: objet.trim(), code: code.trim() }));
}

const pluriel = (n: number, un: string, plusieurs: string) => `${n} ${n > 1 ? plusieurs : un}`;

await run(async () => {
  const { modele, codes: fichierCodes, sortie } = readOptions();
  const { closeBase, read: readBase } = await import("../db");
  const { lisFichier } = await import("../lib/apogee/fichier");
  const { listObjets, trouveObjets } = await import("../lib/apogee/objets");
  const { listCodes, loadSource, readCorrespondance } = await import("../lib/apogee/queries");
  const { remplis } = await import("../lib/apogee/remplissage");
  const lu = lisFichier(read(modele));
  if (!lu.ok) throw new ErreurPaliers(lu.message);
  try {
    const { resultat, nommes } = await readBase(async (l) => {
      const objets = fichierCodes ? await listObjets(l) : [];
      const nommes = fichierCodes ? readCodes(fichierCodes) : [];
      const codes = nommes.flatMap(({ objet, code }) => trouveObjets(objets, objet).map((o) => ({ ...o, code })));
      for (const { objet } of nommes.filter(({ objet }) => trouveObjets(objets, objet).length === 0))
        console.error(`Aucun objet de la maquette ne s'appelle « ${objet} » : son code est laissé de côté.`);
      const source = await loadSource(l, lu.fichier, [...codes, ...(await listCodes(l))]);
      return { resultat: remplis(lu.fichier, source, await readCorrespondance(l)), nommes };
    });
    for (const e of resultat.inconnus)
      console.error(`Ligne ${e.ligne} : ${e.numero} ${e.nom} ${e.prenom} est inconnu de Paliers.`);
    for (const e of resultat.absents) console.error(`${e.numero} ${e.nom} ${e.prenom} n'est pas dans le fichier.`);
    for (const c of resultat.codesInconnus) console.error(`${c.code} (${c.titre}) : aucun objet ne porte ce code.`);
    for (const r of resultat.refus) console.error(`Ligne ${r.ligne}, ${r.personne}, ${r.code} : ${r.raison}.`);
    for (const c of resultat.changees)
      console.error(`Ligne ${c.ligne}, ${c.personne}, ${c.code} ${c.type} : « ${c.avant} » devient « ${c.apres} ».`);
    writeFileSync(sortie, resultat.octets);
    console.log(
      `${path.basename(sortie)} : ${pluriel(resultat.remplies.length, "cellule remplie", "cellules remplies")}, ${pluriel(resultat.changees.length, "changée", "changées")}${nommes.length > 0 ? `, d'après ${pluriel(nommes.length, "code", "codes")}` : ""}.`,
    );
  } finally {
    await closeBase();
  }
});
