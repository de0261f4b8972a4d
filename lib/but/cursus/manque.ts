import type { Manque } from "../modele/element";
import { ECTS_BUT } from "../modele/reglement";
import { arrondiOuNull } from "../nombres/arrondi";
import { formatCentiemes } from "../nombres/centiemes";
import type { CursusCalcule } from "./calcul";
import { type BilanNiveau, nomNiveau, uesNonAcquises } from "./niveaux";

interface Etat {
  readonly dut: string | null;
  readonly but: string | null;
  readonly ects: number;
  readonly passageS3: { readonly ouvert: boolean; readonly raison: string };
  readonly passageS5: { readonly ouvert: boolean; readonly raison: string };
}

const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`;

/** Ce qui manque encore, en phrases : l'année en cours, chaque niveau, le passage, le diplôme. */
export function phrasesManque(calcul: CursusCalcule, niveaux: readonly BilanNiveau[], etat: Etat): string[] {
  const phrases: string[] = [];
  const derniere = calcul.annees.at(-1);
  if (derniere && derniere.manques.length > 0) {
    // Un élément nourrit plusieurs UE : ce qui y manque ne manque qu'une fois.
    const compte = (...raisons: Manque["raison"][]) =>
      new Set(derniere.manques.filter((m) => raisons.includes(m.raison)).map((m) => `${m.elementId} ${m.evaluationId}`))
        .size;
    const notes = compte("att", "note-manquante");
    const vides = compte("aucune-evaluation");
    if (notes > 0) phrases.push(`BUT${derniere.annee} : ${pluriel(notes, "note manque", "notes manquent")} encore.`);
    if (vides > 0)
      phrases.push(
        `BUT${derniere.annee} : ${pluriel(vides, "élément n'a", "éléments n'ont")} aucune évaluation publiée.`,
      );
    for (const m of derniere.manques)
      if (m.raison === "semestre-absent")
        phrases.push(`BUT${derniere.annee} : ${m.elementTitre} n'est pas encore suivi.`);
  }
  for (const bilan of niveaux) {
    if (bilan.valide || (!bilan.rcue && bilan.etat !== "superieur")) continue;
    const { rcue, niveau } = bilan;
    const moyenne = arrondiOuNull(rcue?.exacte ?? null);
    const seuil = calcul.annees.findLast((a) => rcue && a.rcues.includes(rcue))?.reglement.seuilAcquisition;
    if (bilan.etat === "superieur")
      phrases.push(`${nomNiveau(niveau)} : acquis par le niveau supérieur, à enregistrer par le jury (ADSUP).`);
    else if (moyenne !== null && seuil !== undefined && moyenne < seuil)
      phrases.push(
        `${nomNiveau(niveau)} : ${formatCentiemes(moyenne)} au RCUE, il manque ${formatCentiemes(seuil - moyenne)} ${seuil - moyenne >= 200 ? "points" : "point"}.`,
      );
    else if (bilan.etat === "acquis" || bilan.etat === "compensation")
      phrases.push(`${nomNiveau(niveau)} : acquis d'après les notes, à décider par le jury.`);
    else
      phrases.push(
        `${nomNiveau(niveau)} : ${uesNonAcquises(calcul, niveau).length === 0 ? "à décider par le jury" : "pas encore acquis"}.`,
      );
  }
  if (calcul.annees.some((a) => a.annee === 1) && !etat.passageS3.ouvert)
    phrases.push(`Passage en S3 : ${etat.passageS3.raison}`);
  if (calcul.annees.some((a) => a.annee === 2) && !etat.passageS5.ouvert)
    phrases.push(`Passage en S5 : ${etat.passageS5.raison}`);
  const restants = niveaux.filter((bilan) => !bilan.valide).length;
  const ects = Math.max(0, ECTS_BUT - etat.ects);
  if (etat.but === null && ects + restants > 0) {
    phrases.push(
      `BUT : ${[
        ...(ects > 0 ? [`${ects} ECTS sur ${ECTS_BUT} restent à acquérir`] : []),
        ...(restants > 0 ? [`${pluriel(restants, "niveau reste", "niveaux restent")} à valider`] : []),
      ].join(" et ")}.`,
    );
  }
  return phrases;
}
