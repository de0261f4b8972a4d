import type { EtatSemestre } from "@/db";
import type { EtatDemande } from "@/db/schema/types";

export const ETATS_DEMANDE: Readonly<Record<EtatDemande, string>> = {
  ouverte: "en attente de réponse",
  acceptee: "acceptée",
  refusee: "refusée",
};

const RECOURS =
  "Le jury a délibéré : une note ne se corrige plus par une demande. Il reste le recours gracieux, par courrier à la présidence du jury, dans les deux mois qui suivent la notification.";

const FERMETURES: Readonly<Record<EtatSemestre, string | null>> = {
  preparation: "Ce semestre n'est pas encore ouvert : aucune note ne peut y changer.",
  ouvert: null,
  jury: "Ce semestre est devant le jury et ses notes sont gelées : écrivez à la direction des études avant la délibération.",
  delibere: RECOURS,
  publie: RECOURS,
  rouvert: null,
};

/** Pourquoi l'étudiant ne peut plus demander de correction dans un semestre de cet état, et que faire ; null s'il le peut. */
export const raisonFermeture = (etat: EtatSemestre): string | null => FERMETURES[etat];
