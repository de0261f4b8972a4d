import type { SemestreSuivi, UeSuivie } from "../modele/cursus";
import { type CodeUe, type DecisionEnregistree, isUeAcquise } from "../modele/decision";
import type { Manque } from "../modele/element";
import { AUCUN_MANQUE } from "../modele/element";
import type { ResultatUe } from "../modele/resultats";
import { arrondiOuNull } from "../nombres/arrondi";
import type { Centiemes } from "../nombres/centiemes";
import { depuisCentiemes, type Fraction, plusGrande } from "../nombres/fraction";
import { moyenneAvecBonus, pourcentBonus } from "../regles/bonus";
import { type JournalUe, type MoyenneUe, moyenneUe } from "../regles/ue";
import type { Dossier } from "./decisions-en-vigueur";

/** Une UE d'un semestre pendant le calcul : les valeurs exactes, avant d'être publiées arrondies. */
export interface UeCalculee {
  readonly semestre: SemestreSuivi;
  readonly ue: UeSuivie;
  readonly pourcent: Centiemes;
  /** Ce que donnent les notes de ce semestre, avant et après bonus ; null = pas de moyenne. */
  readonly avantBonus: Fraction | null;
  readonly apresBonus: Fraction | null;
  /** La moyenne qui compte : après bonus, ou la capitalisée si elle est meilleure. */
  readonly exacte: Fraction | null;
  readonly manques: readonly Manque[];
  readonly capitalisee: Capitalisee | null;
  readonly decision: DecisionEnregistree | null;
  readonly acquise: boolean;
  proposition: CodeUe | null;
}

export interface Capitalisee {
  readonly semestreId: string;
  readonly exacte: Fraction | null;
  readonly code: CodeUe;
}

/** Toutes les inscriptions d'un étudiant, dans l'ordre du temps, retrouvées par compétence et numéro de semestre. */
export class Inscriptions {
  private readonly parUe = new Map<string, UeCalculee[]>();
  readonly toutes: UeCalculee[] = [];

  ajoute(calculee: UeCalculee): void {
    const cle = `${calculee.semestre.numero}|${calculee.ue.competenceId}`;
    const liste = this.parUe.get(cle);
    if (liste) liste.push(calculee);
    else this.parUe.set(cle, [calculee]);
    this.toutes.push(calculee);
  }

  de(competenceId: string, numero: number): readonly UeCalculee[] {
    return this.parUe.get(`${numero}|${competenceId}`) ?? [];
  }
}

export function calculeUes(semestres: readonly SemestreSuivi[], dossier: Dossier): Inscriptions {
  const inscriptions = new Inscriptions();
  for (const semestre of semestres) {
    const pourcent = pourcentBonus(semestre.bonus, semestre.reglement.bonus);
    for (const ue of semestre.ues)
      inscriptions.ajoute(
        calculeUe(semestre, ue, pourcent, inscriptions.de(ue.competenceId, semestre.numero), dossier),
      );
  }
  return inscriptions;
}

/**
 * Une UE d'un semestre, bonus et capitalisation compris (règlement 2.5, 2.7, 2.8, 3). Reprise, une UE capitalisée garde
 * la meilleure des deux moyennes, et le bonus de la reprise ne la change pas : c'est la moyenne avant bonus qui
 * concourt. Qui ne la reprend pas (aucune note) n'a rien qui manque.
 */
export function calculeUe(
  semestre: SemestreSuivi,
  ue: UeSuivie,
  pourcent: Centiemes,
  precedentes: readonly UeCalculee[],
  dossier: Dossier,
  journal?: JournalUe,
): UeCalculee {
  const decision = dossier.ue(ue.id, semestre.id);
  const capitalisee = meilleureAcquise(precedentes);
  const acquise = isUeAcquise(decision?.code ?? null);
  const suivie = semestre.inscription === "I" && !ue.dispensee;
  const { moyenne: avantBonus, manques } = suivie ? moyenneUe(semestre.elements, ue, journal) : NON_SUIVIE;
  const applique = capitalisee || !suivie ? (0 as Centiemes) : pourcent;
  const apresBonus =
    avantBonus === null ? null : moyenneAvecBonus(avantBonus, applique, semestre.reglement.bonus.lecture);
  const ancienne = suivie ? (capitalisee?.exacte ?? null) : null;
  return {
    semestre,
    ue,
    pourcent: applique,
    avantBonus,
    apresBonus,
    exacte: ancienne === null || apresBonus === null ? (apresBonus ?? ancienne) : plusGrande(ancienne, apresBonus),
    manques: capitalisee && avantBonus === null ? AUCUN_MANQUE : manques,
    capitalisee,
    decision,
    acquise,
    proposition: null,
  };
}

/** Démission, défaillance, dispense : pas de moyenne, et rien ne manque (règlement 2.7, 2.8). */
const NON_SUIVIE: MoyenneUe = { moyenne: null, manques: AUCUN_MANQUE };

function meilleureAcquise(precedentes: readonly UeCalculee[]): Capitalisee | null {
  let meilleure: Capitalisee | null = null;
  for (const precedente of precedentes) {
    if (!precedente.acquise || !precedente.decision) continue;
    const exacte = moyenneCapitalisee(precedente, precedente.decision);
    if (meilleure?.exacte && (exacte === null || plusGrande(meilleure.exacte, exacte) === meilleure.exacte)) continue;
    meilleure = { semestreId: precedente.semestre.id, exacte, code: precedente.decision.code as CodeUe };
  }
  return meilleure;
}

/** La moyenne vue par le jury fait foi ; l'exacte n'est gardée que si elle s'arrondit encore à elle. */
function moyenneCapitalisee(ue: UeCalculee, decision: DecisionEnregistree): Fraction | null {
  if (decision.moyenneVue === null) return ue.exacte;
  return arrondiOuNull(ue.exacte) === decision.moyenneVue ? ue.exacte : depuisCentiemes(decision.moyenneVue);
}

export const isProvisoire = (ue: UeCalculee): boolean => ue.manques.length > 0;

export function publieUe(calculee: UeCalculee): ResultatUe {
  const { semestre, ue, capitalisee, decision, exacte } = calculee;
  const moyenne = arrondiOuNull(exacte);
  return {
    ueId: ue.id,
    semestreId: semestre.id,
    numero: semestre.numero,
    competenceId: ue.competenceId,
    ects: ue.ects,
    // Une moyenne capitalisée n'a plus de bonus à montrer.
    moyenneAvantBonus: exacte === calculee.apresBonus ? arrondiOuNull(calculee.avantBonus) : moyenne,
    moyenne,
    provisoire: isProvisoire(calculee),
    manques: calculee.manques,
    dispensee: ue.dispensee,
    capitalisee: capitalisee && {
      semestreId: capitalisee.semestreId,
      moyenne: arrondiOuNull(capitalisee.exacte),
    },
    proposition: calculee.proposition,
    decision,
    code: (decision?.code as CodeUe | undefined) ?? null,
    acquise: calculee.acquise,
  };
}
