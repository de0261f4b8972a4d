import { resultatCursus } from "../../lib/but/cursus/resultats";
import { expliquerDiplome } from "../../lib/but/expliquer/diplome";
import { renderExplication } from "../../lib/but/expliquer/explication";
import { expliquerAnnee } from "../../lib/but/expliquer/expliquer";
import type { Cursus } from "../../lib/but/modele/cursus";
import type { ResultatCursus, ResultatUe } from "../../lib/but/modele/resultats";
import { formatCentiemes, formatCourt } from "../../lib/but/nombres/centiemes";

const moyenne = (c: number | null): string => (c === null ? "pas de moyenne" : formatCentiemes(c));

function ligneUe(ue: ResultatUe): string {
  const bonus =
    ue.moyenneAvantBonus !== ue.moyenne && ue.moyenneAvantBonus !== null
      ? ` (${formatCentiemes(ue.moyenneAvantBonus)} avant bonus)`
      : "";
  const suite = [
    ue.dispensee ? "dispensée" : `${moyenne(ue.moyenne)}${bonus}`,
    ...(ue.capitalisee ? ["déjà acquise"] : []),
    ...(ue.provisoire ? ["provisoire"] : []),
    ...(ue.proposition ? [`proposition ${ue.proposition}`] : []),
    ...(ue.code ? [`décision ${ue.code}`] : []),
    `${ue.ects} ECTS`,
  ];
  return `    ${ue.ueId} : ${suite.join(", ")}`;
}

/** Les résultats d'un étudiant en texte, puis l'explication de chaque année. */
export function rapport(cursus: Cursus, avecExplications: boolean): string {
  const resultat = resultatCursus(cursus);
  return [
    `Étudiant ${cursus.etudiantId}`,
    ...resultat.semestres.flatMap((semestre) => [
      `  S${semestre.numero} ${semestre.anneeUniversitaire}${semestre.inscription === "I" ? "" : ` (${semestre.inscription})`}${
        semestre.bonus > 0 ? `, bonus ${formatCourt(semestre.bonus)} %` : ""
      }`,
      ...semestre.ues.map(ligneUe),
    ]),
    ...lignesAnnees(resultat, cursus),
    `  ECTS acquis par décision : ${resultat.ectsAcquis} / ${resultat.ectsTotal}`,
    ...(resultat.adsupProposes.length > 0
      ? [`  ADSUP à enregistrer : ${resultat.adsupProposes.map((a) => a.ueId).join(", ")}`]
      : []),
    ...(resultat.dut ? [`  DUT proposé : ${resultat.dut}`] : []),
    ...(resultat.but ? [`  BUT proposé : ${resultat.but}`] : []),
    ...resultat.manque.map((phrase) => `  Manque : ${phrase}`),
    ...(avecExplications
      ? [
          ...resultat.annees.map(({ annee, anneeUniversitaire }) => expliquerAnnee(cursus, annee, anneeUniversitaire)),
          expliquerDiplome(cursus, "DUT"),
          expliquerDiplome(cursus, "BUT"),
        ].map((explication) => renderExplication(explication, 1))
      : []),
  ].join("\n");
}

function lignesAnnees(resultat: ResultatCursus, cursus: Cursus): string[] {
  const nom = (niveauId: string): string => cursus.niveaux.find((n) => n.id === niveauId)?.titre ?? niveauId;
  return resultat.annees.flatMap((annee) => [
    `  BUT${annee.annee} ${annee.anneeUniversitaire} : ${annee.proposition ? `proposition ${annee.proposition}` : "pas de proposition"}${
      annee.code ? `, décision ${annee.code}` : ""
    } (${annee.acquis} RCUE acquis sur ${annee.rcues.length}, ${annee.sousLeSeuil} sous le seuil de passage)`,
    ...annee.rcues.map(
      (rcue) =>
        `    RCUE ${nom(rcue.niveauId)} : ${moyenne(rcue.moyenne)}${rcue.provisoire ? ", provisoire" : ""}${
          rcue.proposition ? `, proposition ${rcue.proposition}` : ""
        }${rcue.code ? `, décision ${rcue.code}` : ""}`,
    ),
  ]);
}
