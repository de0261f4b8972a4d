import type { Cursus } from "../modele/cursus";
import type { CodeAnnee, CodeRcue } from "../modele/decision";
import type { ResultatAnnee, ResultatCursus, ResultatRcue, ResultatUe } from "../modele/resultats";
import { arrondiOuNull } from "../nombres/arrondi";
import { pourcentBonus } from "../regles/bonus";
import { calculCursus } from "./calcul";
import { bilanDiplomes } from "./diplomes";
import { acquisParLeHaut, bilanNiveaux } from "./niveaux";
import type { RcueCalcule } from "./rcues";
import { publieUe, type UeCalculee } from "./ues";

/**
 * Tous les résultats d'un étudiant, d'après ses notes publiées et les décisions enregistrées (règlement 2 à 5).
 * Pur et indépendant de l'ordre des semestres, évaluations et décisions. Les propositions viennent des notes ; codes,
 * ECTS et diplômes ne viennent que des décisions.
 * @throws RangeError si un pourcentage de bonus n'est pas permis (règlement 3)
 */
export function resultatCursus(c: Cursus): ResultatCursus {
  const calcul = calculCursus(c);
  const publiees = new Map<UeCalculee, ResultatUe>();
  for (const ue of calcul.inscriptions.toutes) publiees.set(ue, publieUe(ue));
  const publiee = (ue: UeCalculee | null): ResultatUe | null => (ue && publiees.get(ue)) ?? null;

  const rcuesPublies = new Map<RcueCalcule, ResultatRcue>();
  const annees = calcul.annees.map((annee): ResultatAnnee => {
    const rcues = annee.rcues.map((rcue) => {
      const resultat = publieRcue(rcue, annee.annee, publiee);
      rcuesPublies.set(rcue, resultat);
      return resultat;
    });
    return {
      annee: annee.annee,
      anneeUniversitaire: annee.anneeUniversitaire,
      semestreImpairId: annee.impair?.id ?? null,
      semestrePairId: annee.pair?.id ?? null,
      rcues,
      competences: annee.competences,
      acquis: annee.acquis,
      sousLeSeuil: annee.sousLeSeuil,
      proposition: annee.proposition,
      decision: annee.decision,
      code: (annee.decision?.code as CodeAnnee | undefined) ?? null,
      manques: annee.manques,
    };
  });
  const niveaux = bilanNiveaux(calcul);
  return {
    etudiantId: c.etudiantId,
    semestres: calcul.semestres.map((semestre) => ({
      id: semestre.id,
      numero: semestre.numero,
      anneeUniversitaire: semestre.anneeUniversitaire,
      inscription: semestre.inscription,
      bonus: pourcentBonus(semestre.bonus, semestre.reglement.bonus),
      ues: calcul.inscriptions.toutes.filter((ue) => ue.semestre === semestre).map((ue) => publieUeConnue(ue)),
    })),
    annees,
    niveaux: niveaux.map(({ niveau, etat, decide, rcue }) => ({
      niveauId: niveau.id,
      competenceId: niveau.competenceId,
      ordre: niveau.ordre,
      annee: niveau.annee,
      etat,
      decide,
      rcue: (rcue && rcuesPublies.get(rcue)) ?? null,
    })),
    adsupProposes: acquisParLeHaut(calcul, niveaux),
    ...bilanDiplomes(calcul, niveaux),
  };

  function publieUeConnue(ue: UeCalculee): ResultatUe {
    return publiees.get(ue) ?? publieUe(ue);
  }
}

function publieRcue(
  rcue: RcueCalcule,
  annee: 1 | 2 | 3,
  publiee: (ue: UeCalculee | null) => ResultatUe | null,
): ResultatRcue {
  return {
    niveauId: rcue.niveau.id,
    competenceId: rcue.niveau.competenceId,
    annee,
    impair: publiee(rcue.impair),
    pair: publiee(rcue.pair),
    moyenne: arrondiOuNull(rcue.exacte),
    provisoire: rcue.provisoire,
    proposition: rcue.proposition,
    decision: rcue.decision,
    code: (rcue.decision?.code as CodeRcue | undefined) ?? null,
  };
}
