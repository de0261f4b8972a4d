import type { Sujet } from "@/lib/auth/permissions";
import type { NatureElement } from "@/lib/but/modele/element";
import type { TypeEvaluation } from "@/lib/but/modele/note";

type EtatSemestre = NonNullable<Sujet["semestre"]>["etat"];

export const TITRES_TYPE: Readonly<Record<TypeEvaluation, string>> = {
  normale: "Normale",
  rattrapage: "Rattrapage",
  "seconde-session": "Seconde session",
  bonus: "Bonus",
};

export const TITRES_NATURE: Readonly<Record<NatureElement, string>> = {
  ressource: "Ressource",
  sae: "SAÉ",
  portfolio: "Portfolio",
  stage: "Stage",
};

export const TITRES_SEMESTRE: Readonly<Record<EtatSemestre, string>> = {
  preparation: "en préparation",
  ouvert: "ouvert",
  jury: "au jury",
  delibere: "délibéré",
  publie: "publié",
  rouvert: "rouvert",
};

const VERROUS: Readonly<Record<EtatSemestre, string | null>> = {
  preparation: "Le semestre est en préparation : la saisie s'ouvrira avec lui.",
  ouvert: null,
  jury: "Le semestre est au jury : les notes sont gelées. Pour une correction, demandez à la direction des études de le rendre aux enseignants.",
  delibere: "Le jury a délibéré : les notes sont verrouillées. Seul le jury peut rouvrir le semestre.",
  publie: "Les décisions du jury sont publiées : les notes sont verrouillées. Seul le jury peut rouvrir le semestre.",
  rouvert: null,
};

/** Pourquoi personne ne peut saisir dans un semestre de cet état ; null si la saisie est ouverte. */
export const raisonVerrou = (etat: EtatSemestre): string | null => VERROUS[etat];

/** Une note manque-t-elle à qui n'en a pas ? Ailleurs, ne rien avoir veut dire « non convoqué » (règlement 2.4). */
export const isNoteAttendue = (type: TypeEvaluation): boolean => type === "normale";

/** Le nom est-il caché à qui saisit ? La publication le rend, son retrait le recache. */
export const isAnonyme = (e: { readonly anonyme: boolean; readonly etat: string }): boolean =>
  e.anonyme && e.etat !== "publiee";

/** Une note écrite à cet instant l'a-t-elle été après la publication en cours ? C'est ce que voit l'étudiant. */
export const isModifiee = (e: { readonly publieeLe: string | null }, le: string): boolean =>
  e.publieeLe !== null && le > e.publieeLe;

/** « 2026-11-22 » → « 22/11/2026 ». */
export const formatJour = (jour: string): string => jour.slice(0, 10).split("-").reverse().join("/");
