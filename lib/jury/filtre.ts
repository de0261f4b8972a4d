import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import type { Cellule, LigneJury } from "./ligne";

export const VUES = {
  tous: "Tous",
  discuter: "À discuter",
  seuil: "À 0,20 d'un seuil",
  provisoires: "Provisoires",
  "a-decider": "À décider",
  changes: "Changés",
} as const;
export const TRIS = { nom: "Nom", echecs: "UE échouées", seuil: "Distance au seuil" } as const;

export type Vue = keyof typeof VUES;
export type Tri = keyof typeof TRIS;

/** Ce que la table montre d'un étudiant ; les manques en détail restent au serveur. */
export type LigneTable = Omit<LigneJury, "manques" | "acceptables" | "requis">;

export const lignesTable = (lignes: readonly LigneJury[]): LigneTable[] =>
  lignes.map(({ manques: _, acceptables: __, requis: ___, ...ligne }) => ligne);

/** Ce que l'adresse retient de la table : un lien envoyé à un collègue ouvre la même vue. */
export interface Filtre {
  readonly vue: Vue;
  readonly parcours: string;
  readonly groupe: string;
  readonly nom: string;
  readonly tri: Tri;
  /** Instant ISO de la visite précédente, pour « Changés ». */
  readonly depuis: string;
  /** « 1 » : les années antérieures sont dépliées. */
  readonly passe: string;
}

const FILTRE_VIDE: Filtre = { vue: "tous", parcours: "", groupe: "", nom: "", tri: "nom", depuis: "", passe: "" };

type Recherche = Readonly<Record<string, string | string[] | undefined>>;

export function lireFiltre(recherche: Recherche): Filtre {
  const un = (cle: string): string => [recherche[cle]].flat()[0] ?? "";
  const vue = un("vue");
  const tri = un("tri");
  return {
    vue: vue in VUES ? (vue as Vue) : FILTRE_VIDE.vue,
    parcours: un("parcours"),
    groupe: un("groupe"),
    nom: un("nom"),
    tri: tri in TRIS ? (tri as Tri) : FILTRE_VIDE.tri,
    depuis: un("depuis"),
    passe: un("passe") === "1" ? "1" : "",
  };
}

/** « ?vue=discuter&parcours=IPI », ou rien. */
export function ecrireFiltre(filtre: Filtre, change: Partial<Filtre> = {}): string {
  const voulu = { ...filtre, ...change };
  const requete = new URLSearchParams(
    (Object.keys(FILTRE_VIDE) as (keyof Filtre)[]).flatMap((cle) =>
      voulu[cle] === FILTRE_VIDE[cle] ? [] : [[cle, voulu[cle]]],
    ),
  );
  return requete.size > 0 ? `?${requete}` : "";
}

export function filtreLignes<L extends LigneTable>(lignes: readonly L[], filtre: Filtre): L[] {
  const nom = simple(filtre.nom.trim());
  const gardees = lignes.filter(
    (ligne) =>
      isDansVue(ligne, filtre) &&
      (filtre.parcours === "" || ligne.parcours === filtre.parcours) &&
      (filtre.groupe === "" || ligne.groupes.includes(filtre.groupe)) &&
      simple(`${ligne.nom} ${ligne.prenom} ${ligne.numero}`).includes(nom),
  );
  // Le tri est stable : à égalité, l'ordre alphabétique reste.
  if (filtre.tri === "echecs") return gardees.sort((a, b) => echecs(b) - echecs(a));
  if (filtre.tri === "seuil") return gardees.sort((a, b) => distanceAuSeuil(a) - distanceAuSeuil(b));
  return gardees;
}

const simple = (texte: string): string => texte.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

export function isDansVue(ligne: LigneTable, { vue, depuis }: Pick<Filtre, "vue" | "depuis">): boolean {
  switch (vue) {
    case "tous":
      return true;
    case "discuter":
      return isADiscuter(ligne);
    case "seuil":
      return distanceAuSeuil(ligne) <= 20;
    case "provisoires":
      return ligne.provisoire;
    case "a-decider":
      return ligne.aDecider.length > 0;
    case "changes":
      return ligne.changeLe !== null && ligne.changeLe > depuis;
  }
}

/** Réussite simple : tout est acquis par les notes, rien d'incertain, rien de décidé à la main. */
function isADiscuter(ligne: LigneTable): boolean {
  if (ligne.inscription !== "I" || ligne.provisoire) return true;
  return (
    cellules(ligne).some((c) => !isReussite(c)) ||
    (ligne.annee !== null && (ligne.annee.code ?? ligne.annee.proposition) !== "ADM")
  );
}

const isReussite = (c: Cellule): boolean =>
  c.dispensee || (!c.manuelle && ["ADM", "CMP"].includes(c.code ?? c.proposition ?? ""));

const cellules = (ligne: LigneTable): Cellule[] => [
  ...Object.values(ligne.ues),
  ...Object.values(ligne.impaires),
  ...Object.values(ligne.rcues),
];

const SEUIL = REGLEMENT_DEFAUT.seuilAcquisition;

const echecs = (ligne: LigneTable): number =>
  [...Object.values(ligne.ues), ...Object.values(ligne.impaires)].filter((c) => c.moyenne !== null && c.moyenne < SEUIL)
    .length;

function distanceAuSeuil(ligne: LigneTable): number {
  const passages = Object.values(ligne.rcues).map((c) => distance(c, REGLEMENT_DEFAUT.seuilPassage));
  return Math.min(...cellules(ligne).map((c) => distance(c, SEUIL)), ...passages);
}

const distance = ({ moyenne }: Cellule, seuil: number): number =>
  moyenne === null ? Number.POSITIVE_INFINITY : Math.abs(moyenne - seuil);
