import type { NatureElement } from "../../lib/but/modele/element";
import type { EtatEvaluation } from "../schema/types";

/** Où en est un élément à mi-semestre : l'état de chacune de ses évaluations, dans l'ordre ; au-delà, pas encore créée. */
type Avancement = readonly EtatEvaluation[];

const TOUT: Avancement = ["publiee", "publiee", "publiee", "publiee"];
const PRESQUE: Avancement = ["publiee", "saisie"];
const PREVU: Avancement = ["publiee", "brouillon"];
const MOITIE: Avancement = ["publiee"];
const DEBUT: Avancement = ["saisie"];
const RIEN: Avancement = [];

const RESSOURCES = [MOITIE, PRESQUE, TOUT, PREVU, DEBUT, MOITIE, PREVU, PRESQUE, RIEN];
const PROJETS = [DEBUT, RIEN, ["brouillon"] as const];

/** Ce que les comptes de la démonstration ont à montrer ; clé : « classe/élément ». */
const PAR_CLASSE: Readonly<Record<string, Avancement>> = {
  "s1-2026/Science des matériaux": TOUT,
  "s1-2026/Mécanique": TOUT,
  "s1-2026/Outils pour l'ingénierie": ["publiee", "publiee", "brouillon"],
  "s3-2026/Dimensionnement des structures": PRESQUE,
  "s5-2026/Dimensionnement des structures": DEBUT,
  "s4-2025-alternance/Immersion professionnelle": DEBUT,
};

/** @param rang la place de l'élément dans son semestre */
export function avancement(
  classe: { readonly id: string; readonly fin: string },
  titre: string,
  nature: NatureElement,
  rang: number,
  aujourdHui: string,
): Avancement {
  const choisi = PAR_CLASSE[`${classe.id}/${titre}`];
  if (choisi) return choisi;
  if (classe.fin < aujourdHui) return TOUT;
  const modeles = nature === "ressource" ? RESSOURCES : PROJETS;
  return modeles[rang % modeles.length] ?? RIEN;
}
