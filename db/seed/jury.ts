import { createHash } from "node:crypto";
import type { Ecriture } from "../connexion";
import { readDossiers } from "../dossiers";
import * as t from "../tables";
import { type Classe, heureDePublication, heureDuJury } from "./classes";
import { type Accord, Deliberation, type LigneDecision } from "./deliberation";
import { niveauId } from "./ids";
import { jsonCanonique } from "./json-canonique";
import { insertAll } from "./lignes";
import { PRESIDENTE_JURY, utilisateurId } from "./personnel";
import { REGLEMENT_VERSION } from "./programme";

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
  const { dossiers } = await readDossiers(tx, { semestreId: classe.id }, { decisions: "toutes" });
  const accord = ACCORDS[classe.id];
  const deliberes = dossiers.map(({ etudiant, cursus }) => {
    const deliberation = new Deliberation(cursus, classe, jury);
    deliberation.decide(accord?.nom === etudiant.nom ? accord : null);
    return { etudiant, entrees: cursus.semestres.find((s) => s.id === classe.id), lignes: deliberation.lignes };
  });
  await insertAll(
    tx,
    t.decision,
    deliberes.flatMap((d) => d.lignes),
  );
  await insertPv(
    tx,
    classe,
    jury,
    deliberes.map(({ etudiant, entrees, lignes }) => ({ etudiant, entrees, decisions: lignes.map(decisionDuPv) })),
  );
  await insertAll(tx, t.journal, passages(classe, jury));
}

async function insertPv(tx: Ecriture, classe: Classe, jury: string, etudiants: unknown): Promise<void> {
  const { id, numero, annee, regime } = classe;
  const instantane = jsonCanonique({ semestre: { id, numero, annee, regime }, etudiants });
  await tx.insert(t.pv).values({
    id: `pv-${id}-1`,
    semestreId: id,
    numero: 1,
    instantane,
    sha256: createHash("sha256").update(instantane).digest("hex"),
    reglementVersion: REGLEMENT_VERSION,
    president: "RENAUD Catherine",
    membres: "LEGRAND Antoine, BERNARD Sophie, PERRIN Claire",
    auteurId: PRESIDENTE_JURY,
    creeLe: heureDuJury(jury),
  });
}

function decisionDuPv({ portee, objetId, code, proposition, motif, moyenneVue }: LigneDecision) {
  return { portee, objetId, code, proposition, motif, moyenneVue };
}

/** L'histoire d'un semestre, de son ouverture à la publication de ses décisions. */
function passages({ id, debut, fin }: Classe, jury: string): (typeof t.journal.$inferInsert)[] {
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
    apres: jsonCanonique({ etat: apres }),
    creeLe,
  }));
}
