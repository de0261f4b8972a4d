import { jsonCanonique } from "../../lib/but/modele/json-canonique";
import { centiemes } from "../../lib/but/nombres/centiemes";
import type { Ecriture } from "../connexion";
import type { EtatInscription } from "../schema/types";
import * as t from "../tables";
import type { Classe } from "./classes";
import { ELEVES, type Eleve } from "./etudiants";
import { maquetteSemestreId } from "./ids";
import { instant, jourOuvre } from "./jours";
import { insertAll } from "./lignes";
import { utilisateurId } from "./personnel";
import type { MaquetteClasse, UeMaquette } from "./programme/maquette";

export interface Inscrit {
  readonly inscriptionId: string;
  readonly eleve: Eleve;
  readonly etat: EtatInscription;
  readonly ues: readonly UeMaquette[];
}

/** Une dispense : l'UE d'une compétence, pour un étudiant d'une classe. */
const DISPENSES = [
  {
    classe: "s3-2026",
    nom: "MASSON",
    competence: "Exploiter",
    motif: "Expérience professionnelle validée par la commission du 8 septembre 2026",
  },
] as const;

const TAILLE_TD = 16;

export async function seedInscriptions(tx: Ecriture, classe: Classe, maquette: MaquetteClasse): Promise<Inscrit[]> {
  const inscrits = ELEVES.filter((e) => e.classes.includes(classe.id))
    .sort((a, b) => (a.nom + a.prenom < b.nom + b.prenom ? -1 : 1))
    .map((eleve): Inscrit & { suivi: string } => {
      const suivi = maquetteSemestreId(
        classe.numero,
        classe.regime,
        classe.regime === "commun" ? null : eleve.parcours,
      );
      return {
        inscriptionId: `${classe.id}-${eleve.numero}`,
        eleve,
        etat: eleve.etats[classe.id] ?? "I",
        ues: maquette.ues.filter((ue) => ue.maquetteSemestreId === suivi),
        suivi,
      };
    });
  await insertAll(
    tx,
    t.inscription,
    inscrits.map(({ inscriptionId, eleve, etat, suivi }) => ({
      id: inscriptionId,
      etudiantId: eleve.id,
      semestreId: classe.id,
      maquetteSemestreId: suivi,
      etat,
    })),
  );
  await seedGroupes(tx, classe, inscrits);
  await seedBonus(tx, classe, inscrits);
  await insertAll(
    tx,
    t.dispense,
    DISPENSES.filter((d) => d.classe === classe.id).flatMap(({ nom, competence, motif }) => {
      const inscrit = inscrits.find((i) => i.eleve.nom === nom);
      const ue = inscrit?.ues.find((u) => u.competence === competence);
      return inscrit && ue
        ? [{ id: `${inscrit.inscriptionId}-${ue.id}`, inscriptionId: inscrit.inscriptionId, ueId: ue.id, motif }]
        : [];
    }),
  );
  return inscrits;
}

async function seedBonus(tx: Ecriture, classe: Classe, inscrits: readonly Inscrit[]): Promise<void> {
  const lignes = inscrits.flatMap(({ inscriptionId, eleve }) => {
    const pourcent = eleve.bonus[classe.id];
    if (pourcent === undefined) return [];
    return [{ id: `${inscriptionId}-sport`, inscriptionId, activite: "Sport", pourcent: centiemes(pourcent) }];
  });
  await insertAll(tx, t.bonus, lignes);
  await insertAll(
    tx,
    t.journal,
    lignes.map(({ id, inscriptionId, activite, pourcent }) => ({
      id: `j-${id}`,
      utilisateurId: utilisateurId("scolarite@paliers.demo"),
      action: "bonus saisi",
      sujetType: "inscription",
      sujetId: inscriptionId,
      apres: jsonCanonique({ activite, pourcent }),
      creeLe: instant(jourOuvre(classe.debut, 45), "09:05"),
    })),
  );
}

async function seedGroupes(tx: Ecriture, classe: Classe, inscrits: readonly Inscrit[]): Promise<void> {
  const nombre = Math.ceil(inscrits.length / TAILLE_TD);
  const groupeId = (i: number): string => `${classe.id}-td${(i % nombre) + 1}`;
  await insertAll(
    tx,
    t.groupe,
    Array.from({ length: nombre }, (_, i) => ({ id: groupeId(i), semestreId: classe.id, nom: `TD ${i + 1}` })),
  );
  await insertAll(
    tx,
    t.inscriptionGroupe,
    inscrits.map(({ inscriptionId }, i) => ({
      id: `${inscriptionId}-${groupeId(i)}`,
      inscriptionId,
      groupeId: groupeId(i),
    })),
  );
}
