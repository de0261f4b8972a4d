import { createHash } from "node:crypto";
import { resultatCursus } from "../../lib/but/cursus/resultats";
import { jsonCanonique } from "../../lib/but/modele/json-canonique";
import type { Ecriture } from "../connexion";
import { readDossiers } from "../dossiers";
import * as t from "../tables";
import { type Classe, heureDePublication, heureDuJury } from "./classes";
import { type Accord, Deliberation } from "./deliberation";
import { niveauId } from "./ids";
import { insertAll } from "./lignes";
import { PRESIDENTE_JURY, utilisateurId } from "./personnel";
import { REGLEMENT_VERSION } from "./programme/programme";

/** Le seul écart des jurys de la démonstration : un RCUE à 9,75 accordé. */
const ACCORDS: Readonly<Record<string, Accord & { readonly nom: string }>> = {
  "s4-2025": {
    nom: "HENRY",
    niveauId: niveauId("Réaliser", 2),
    motif: "Progression nette au second semestre et assiduité exemplaire",
  },
};

/** Le jury d'un semestre fini siège, décide pour tous, et sa délibération est publiée. */
export async function seedJury(tx: Ecriture, classe: Classe, jury: string): Promise<void> {
  const { dossiers, semestres } = await readDossiers(tx, { semestreId: classe.id }, { decisions: "toutes" });
  const accord = ACCORDS[classe.id];
  const deliberes = dossiers.map(({ etudiant, inscriptions, cursus }) => {
    const deliberation = new Deliberation(cursus, classe, jury);
    deliberation.decide(accord?.nom === etudiant.nom ? accord : null);
    const parcours = inscriptions.find((i) => i.semestreId === classe.id)?.parcours ?? null;
    return { etudiant, parcours, deliberation };
  });
  await insertAll(
    tx,
    t.decision,
    deliberes.flatMap((d) => d.deliberation.lignes),
  );
  const pv = {
    semestreId: classe.id,
    titre: titreDe(classe, semestres.get(classe.id)?.promotion ?? ""),
    numero: 1,
    reglementVersion: REGLEMENT_VERSION,
    president: "RENAUD Catherine",
    membres: "LEGRAND Antoine, BERNARD Sophie, PERRIN Claire",
    delibereLe: heureDuJury(jury),
  };
  const etudiants = deliberes.map(({ etudiant, parcours, deliberation }) => ({
    etudiant,
    parcours,
    entrees: deliberation.cursus,
    resultats: resultatCursus(deliberation.cursus),
    decisions: deliberation.enVigueur(),
  }));
  const instantane = jsonCanonique({ ...pv, etudiants });
  const sha256 = createHash("sha256").update(instantane).digest("hex");
  const { titre: _, delibereLe, ...champs } = pv;
  const auteurId = PRESIDENTE_JURY;
  await tx
    .insert(t.pv)
    .values({ id: `pv-${classe.id}-1`, ...champs, instantane, sha256, auteurId, creeLe: delibereLe });
  await insertAll(tx, t.journal, passages(classe, jury, { pv: 1, sha256 }));
}

function titreDe({ numero, regime, annee }: Classe, promotion: string): string {
  return `S${numero}${regime === "alternance" ? " alternance" : ""}, ${promotion}, ${annee}`;
}

/** L'histoire d'un semestre, de son ouverture à la publication de ses décisions. */
function passages({ id, debut, fin }: Classe, jury: string, signature: object): (typeof t.journal.$inferInsert)[] {
  const etapes = [
    ["scolarite", "preparation", "ouvert", `${debut}T06:00:00.000Z`],
    ["responsable", "ouvert", "jury", `${fin}T17:00:00.000Z`],
    ["jury", "jury", "delibere", heureDuJury(jury)],
    ["jury", "delibere", "publie", heureDePublication(jury)],
  ] as const;
  return etapes.map(([qui, avant, apres, creeLe]) => ({
    id: `j-${id}-${apres}`,
    utilisateurId: utilisateurId(`${qui}@paliers.demo`),
    action: "état du semestre changé",
    sujetType: "semestre",
    sujetId: id,
    avant: jsonCanonique({ etat: avant }),
    apres: jsonCanonique(apres === "delibere" ? { etat: apres, ...signature } : { etat: apres }),
    creeLe,
  }));
}
