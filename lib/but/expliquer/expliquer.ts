import { calculCursus } from "../cursus/calcul";
import type { Cursus } from "../modele/cursus";
import { explicationAnnee, explicationRcue } from "./annee";
import type { Explication } from "./explication";
import { explicationModule } from "./module";
import { explicationUe } from "./ue";

/** Lève RangeError si le semestre, l'UE, l'élément ou le niveau n'est pas au dossier. */
function introuvable(quoi: string): never {
  throw new RangeError(`${quoi} n'est pas au dossier de l'étudiant`);
}

export function expliquerModule(cursus: Cursus, semestreId: string, elementId: string, ueId: string): Explication {
  const element = cursus.semestres.find((s) => s.id === semestreId)?.elements.find((e) => e.id === elementId);
  return element ? explicationModule(element, ueId) : introuvable(`L'élément ${elementId}`);
}

/** La moyenne d'une UE jusqu'à sa proposition : pôles, modules, bonus, arrondi, seuil, compensation. */
export function expliquerUe(cursus: Cursus, semestreId: string, ueId: string): Explication {
  const calcul = calculCursus(cursus);
  const calculee = calcul.inscriptions.toutes.find((ue) => ue.semestre.id === semestreId && ue.ue.id === ueId);
  return calculee ? explicationUe(calcul, calculee) : introuvable(`L'UE ${ueId}`);
}

export function expliquerRcue(cursus: Cursus, niveauId: string, anneeUniversitaire?: string): Explication {
  const calcul = calculCursus(cursus);
  const annee = calcul.annees.findLast(
    (a) =>
      (anneeUniversitaire === undefined || a.anneeUniversitaire === anneeUniversitaire) &&
      a.rcues.some((r) => r.niveau.id === niveauId),
  );
  const rcue = annee?.rcues.find((r) => r.niveau.id === niveauId);
  return annee && rcue ? explicationRcue(calcul, annee.reglement, rcue) : introuvable(`Le niveau ${niveauId}`);
}

/** La dernière fois que l'étudiant a suivi cette année, ou celle de l'année universitaire donnée. */
export function expliquerAnnee(cursus: Cursus, annee: 1 | 2 | 3, anneeUniversitaire?: string): Explication {
  const calcul = calculCursus(cursus);
  const calculee = calcul.annees.findLast(
    (a) => a.annee === annee && (anneeUniversitaire === undefined || a.anneeUniversitaire === anneeUniversitaire),
  );
  return calculee ? explicationAnnee(calcul, calculee) : introuvable(`BUT${annee}`);
}
