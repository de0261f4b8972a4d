import { calculCursus } from "../cursus/calcul";
import { bilanDiplomes } from "../cursus/diplomes";
import { bilanNiveaux, nomNiveau, uesNonAcquises } from "../cursus/niveaux";
import type { Cursus } from "../modele/cursus";
import { ECTS_BUT, ECTS_DUT } from "../modele/reglement";
import type { EtatNiveau } from "../modele/resultats";
import type { Explication } from "./explication";

const ETATS: Readonly<Record<EtatNiveau, string>> = {
  "a-venir": "pas encore commencé",
  "en-cours": "en cours",
  acquis: "acquis",
  compensation: "acquis par compensation",
  superieur: "acquis par le niveau supérieur (ADSUP)",
  jury: "acquis par décision du jury",
  "a-repasser": "à repasser",
  demission: "interrompu, démission",
  defaillance: "interrompu, défaillance",
  abandon: "interrompu, abandon",
};

/** Ce que les notes disent déjà, avant le jury. */
const D_APRES_NOTES: ReadonlySet<EtatNiveau> = new Set(["acquis", "compensation", "superieur"]);

/** Pourquoi le DUT ou le BUT est proposé, ou ce qui y manque (règlement 5.8) : d'après les décisions seules. */
export function expliquerDiplome(cursus: Cursus, diplome: "DUT" | "BUT"): Explication {
  const calcul = calculCursus(cursus);
  const bilans = bilanNiveaux(calcul).filter(({ niveau }) => diplome === "BUT" || niveau.annee <= 2);
  const resultat = bilanDiplomes(calcul, bilanNiveaux(calcul));
  const [code, decision] =
    diplome === "BUT" ? [resultat.but, resultat.decisionBut] : [resultat.dut, resultat.decisionDut];
  const requis = diplome === "BUT" ? ECTS_BUT : ECTS_DUT;
  return {
    sujet: "diplome",
    titre: `${diplome} : ${code === null ? "pas de proposition" : `proposition ${code}`}`,
    resultat: null,
    exact: null,
    operation: null,
    termes: bilans.map(({ niveau, etat, decide }) => ({
      libelle: nomNiveau(niveau),
      valeur: ETATS[etat],
      poids: "",
      contribution: !decide && D_APRES_NOTES.has(etat) ? "d'après les notes, pas encore décidé" : "",
      detail: null,
    })),
    ecartes: bilans.flatMap(({ niveau }) =>
      uesNonAcquises(calcul, niveau).map(({ ue, semestre }) => ({
        libelle: `${ue.titre ?? ue.id} (S${semestre.numero})`,
        raison: "pas acquise par une décision",
      })),
    ),
    remarques: [
      `${resultat.ectsAcquis} ECTS acquis par décision ; le ${diplome} en demande ${requis}${
        diplome === "DUT" ? ", toutes les UE de S1 à S4" : ", chaque niveau du parcours validé"
      } (5.8).`,
      ...(decision ? [`Décision du jury : ${decision.code}.`] : []),
    ],
    points: ["5.8"],
  };
}
