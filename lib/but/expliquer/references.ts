/** D'où vient chaque entrée du règlement : ce que l'écran des réglages et les explications citent. */
export interface Reference {
  /** Chemin dans l'objet Reglement, « bonus.lecture ». */
  readonly cle: string;
  readonly libelle: string;
  readonly unite: string;
  /** Point de l'annexe 1, ou « choix du département ». */
  readonly article: string;
  readonly titre: string;
  readonly lien: string | null;
  /** Point du règlement de l'application. */
  readonly point: string;
}

const ARRETE = "Arrêté du 27 mai 2021 modifié le 15 avril 2022, annexe 1";
const BO = "https://www.enseignementsup-recherche.gouv.fr/fr/bo/22/Special4/ESRS2211617A.htm";
const DEPARTEMENT = "choix du département";

export const REFERENCES: readonly Reference[] = [
  {
    cle: "seuilAcquisition",
    libelle: "Seuil d'acquisition d'une UE ou d'un RCUE",
    unite: "points sur 20",
    article: "4.3",
    titre: ARRETE,
    lien: BO,
    point: "5.2",
  },
  {
    cle: "seuilPassage",
    libelle: "RCUE le plus bas qui permet de passer de droit",
    unite: "points sur 20",
    article: "4.5",
    titre: ARRETE,
    lien: BO,
    point: "5.5",
  },
  {
    cle: "bonus.lecture",
    libelle: "Effet du bonus sur la moyenne d'UE",
    unite: "multiplicatif ou points",
    article: DEPARTEMENT,
    titre: "Page publique du département : bonus de 0,25 % à 5 %",
    lien: null,
    point: "3",
  },
  {
    cle: "bonus.cumul",
    libelle: "Plusieurs activités : somme ou meilleure",
    unite: "somme ou meilleur",
    article: DEPARTEMENT,
    titre: "Page publique du département : bonus de 0,25 % à 5 %",
    lien: null,
    point: "3",
  },
  {
    cle: "bonus.plafond",
    libelle: "Bonus le plus grand",
    unite: "pour cent",
    article: DEPARTEMENT,
    titre: "Page publique du département : bonus de 0,25 % à 5 %",
    lien: null,
    point: "3",
  },
  {
    cle: "rcue",
    libelle: "Moyenne du RCUE",
    unite: "simple ou pondérée par les ECTS",
    article: "4.4 (la pondération est un choix du département)",
    titre: ARRETE,
    lien: BO,
    point: "5.1",
  },
  {
    cle: "polesBut3",
    libelle: "Rapport des pôles en BUT3",
    unite: "par UE ou sur les deux UE de la compétence",
    article: "4.3",
    titre: ARRETE,
    lien: BO,
    point: "2.5",
  },
  {
    cle: "poles.minimum",
    libelle: "Part la plus petite d'un pôle dans une UE",
    unite: "pour cent",
    article: "4.3",
    titre: ARRETE,
    lien: BO,
    point: "2.5",
  },
  {
    cle: "poles.maximum",
    libelle: "Part la plus grande d'un pôle dans une UE",
    unite: "pour cent",
    article: "4.3",
    titre: ARRETE,
    lien: BO,
    point: "2.5",
  },
  {
    cle: "redoublements.parSemestre",
    libelle: "Redoublements d'un même semestre",
    unite: "fois",
    article: "4.5",
    titre: ARRETE,
    lien: BO,
    point: "5.7",
  },
  {
    cle: "redoublements.total",
    libelle: "Redoublements dans tout le cursus, hors force majeure",
    unite: "fois",
    article: "4.5",
    titre: ARRETE,
    lien: BO,
    point: "5.7",
  },
  {
    cle: "afficherRang",
    libelle: "Afficher un rang, à titre d'information",
    unite: "oui ou non",
    article: DEPARTEMENT,
    titre: "L'arrêté ne connaît ni moyenne de semestre ni classement",
    lien: BO,
    point: "5.11",
  },
  {
    cle: "afficherClasse",
    libelle: "Montrer à l'étudiant la répartition des notes de sa classe",
    unite: "oui ou non",
    article: DEPARTEMENT,
    titre: "Dès cinq notes publiées, jamais moins de trois par tranche ; ABS, DEM et DEF n'y sont pas",
    lien: null,
    point: "2.7",
  },
];
