import type { Reglement } from "../modele/reglement";
import { formatCourt } from "../nombres/centiemes";

/** Une entrée refusée : son chemin dans l'objet, le point qu'elle enfreint, et la phrase à montrer. */
export interface Refus {
  readonly chemin: string;
  readonly point: string;
  readonly message: string;
}

/**
 * Les combinaisons qu'un département ne peut pas choisir : celles qui contredisent l'arrêté, ou elles-mêmes.
 * @returns liste vide si le règlement est applicable
 */
export function verifyReglement(r: Reglement): Refus[] {
  const refus: Refus[] = [];
  const refuse = (si: boolean, chemin: string, point: string, message: string): void => {
    if (si) refus.push({ chemin, point, message: `${message} (point ${point}).` });
  };
  refuse(r.version.trim() === "", "version", "5.10", "Une version du règlement porte un nom");
  refuse(!isDate(r.applicableDu), "applicableDu", "5.10", `« ${r.applicableDu} » n'est pas une date AAAA-MM-JJ`);
  refuse(
    r.seuilAcquisition !== 1000,
    "seuilAcquisition",
    "4.3",
    `L'arrêté fixe l'acquisition d'une UE ou d'un RCUE à 10, pas ${ecrit(r.seuilAcquisition)}`,
  );
  refuse(
    r.seuilPassage > r.seuilAcquisition,
    "seuilPassage",
    "4.5",
    `Le plancher de passage (${ecrit(r.seuilPassage)}) ne peut pas dépasser le seuil d'acquisition (${ecrit(r.seuilAcquisition)})`,
  );
  refuse(
    r.seuilPassage !== 800 && r.seuilPassage <= r.seuilAcquisition,
    "seuilPassage",
    "4.5",
    `L'arrêté fixe à 8 le RCUE le plus bas pour passer de droit, pas ${ecrit(r.seuilPassage)}`,
  );
  refuse(
    !entierEntre(r.bonus.plafond, 0, 500) || r.bonus.plafond % 25 !== 0,
    "bonus.plafond",
    "3",
    `Le plafond du bonus va de 0 à 5 % par pas de 0,25 %, pas ${ecrit(r.bonus.plafond)} %`,
  );
  refus.push(...verifyBornesPoles(r.poles));
  refuse(
    !entierEntre(r.redoublements.parSemestre, 0, 1),
    "redoublements.parSemestre",
    "4.5",
    `Un semestre se redouble au plus une fois, pas ${r.redoublements.parSemestre}`,
  );
  refuse(
    !entierEntre(r.redoublements.total, 0, 4),
    "redoublements.total",
    "4.5",
    `Quatre redoublements au plus en tout, pas ${r.redoublements.total}`,
  );
  return refus;
}

function verifyBornesPoles({ minimum, maximum }: Reglement["poles"]): Refus[] {
  const bornes = `${minimum}–${maximum} %`;
  if (!entierEntre(minimum, 40, 60) || !entierEntre(maximum, 40, 60))
    return [refusPoles("poles", `Chaque pôle pèse de 40 à 60 % d'une UE ; ${bornes} en sort`)];
  if (minimum > maximum) return [refusPoles("poles", `La borne basse d'un pôle dépasse sa borne haute : ${bornes}`)];
  if (minimum > 50 || maximum < 50) return [refusPoles("poles", `Deux pôles de ${bornes} ne peuvent pas faire 100 %`)];
  return [];
}

interface Poles {
  readonly ressource: number;
  readonly sae: number;
}

/**
 * Le rapport des pôles d'une UE (règlement 2.5). En BUT3, si le règlement le choisit, il se juge sur les deux UE de la
 * compétence : leur moyenne simple, ou pondérée par les ECTS quand le RCUE l'est.
 * @param ue pôles en pour cent ; null (une seule moyenne pondérée) est toujours permis
 * @param contexte.autre l'autre UE de la compétence la même année, si elle est connue
 * @returns null si le rapport est permis
 */
export function verifyPoles(
  ue: { readonly poles: Poles | null; readonly ects: number },
  contexte: {
    readonly annee: 1 | 2 | 3;
    readonly reglement: Pick<Reglement, "poles" | "polesBut3" | "rcue">;
    readonly autre?: { readonly poles: Poles | null; readonly ects: number } | null;
  },
): Refus | null {
  const { poles } = ue;
  if (poles === null) return null;
  const ecrits = `${poles.ressource}/${poles.sae}`;
  if (!entierEntre(poles.ressource, 0, 100) || !entierEntre(poles.sae, 0, 100) || poles.ressource + poles.sae !== 100)
    return refusPoles("poles", `Les deux pôles d'une UE font 100 % en tout ; ${ecrits} non`);
  const { minimum, maximum } = contexte.reglement.poles;
  const hors = (numerateur: number, denominateur: number): boolean =>
    numerateur < minimum * denominateur || numerateur > maximum * denominateur;
  if (!hors(poles.ressource, 1) && !hors(poles.sae, 1)) return null;
  const bornes = `entre ${minimum} et ${maximum} %`;
  if (contexte.annee !== 3)
    return refusPoles("poles", `En BUT${contexte.annee} chaque pôle pèse ${bornes} de l'UE ; ${ecrits} en sort`);
  if (contexte.reglement.polesBut3 === "par-ue")
    return refusPoles("poles", `Le règlement juge le rapport UE par UE, chaque pôle ${bornes} ; ${ecrits} en sort`);
  const autre = contexte.autre;
  // Sans pôles, l'autre UE n'a pas de rapport à compenser celui-ci.
  if (!autre?.poles)
    return refusPoles("poles", `Sans l'autre UE de la compétence, ${ecrits} n'est pas ${bornes} sur les deux UE`);
  const parEcts = contexte.reglement.rcue === "ects" && ue.ects + autre.ects > 0;
  const [poids, poidsAutre] = parEcts ? [ue.ects, autre.ects] : [1, 1];
  const total = poids + poidsAutre;
  const ressource = poles.ressource * poids + autre.poles.ressource * poidsAutre;
  const sae = poles.sae * poids + autre.poles.sae * poidsAutre;
  return hors(ressource, total) || hors(sae, total)
    ? refusPoles(
        "poles",
        `Sur les deux UE de la compétence (${ecrits} et ${autre.poles.ressource}/${autre.poles.sae}), un pôle n'est pas ${bornes}`,
      )
    : null;
}

const refusPoles = (chemin: string, message: string): Refus => ({
  chemin,
  point: "4.3",
  message: `${message} (point 4.3).`,
});

const entierEntre = (n: number, min: number, max: number): boolean => Number.isSafeInteger(n) && n >= min && n <= max;
const ecrit = (n: number): string => (Number.isSafeInteger(n) ? formatCourt(n) : String(n));

function isDate(texte: string): boolean {
  const parties = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte);
  if (!parties) return false;
  const [annee, mois, jour] = [Number(parties[1]), Number(parties[2]), Number(parties[3])];
  const bissextile = (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0;
  const jours = [31, bissextile ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][mois - 1] ?? 0;
  return jour >= 1 && jour <= jours;
}
