import type { Cursus, Niveau, SemestreSuivi } from "../modele/cursus";
import type { DecisionEnregistree } from "../modele/decision";
import { anneeDuSemestre } from "../modele/semestres";

const isSuiviDans = ({ competenceId, annee }: Niveau, { numero, ues }: SemestreSuivi): boolean =>
  anneeDuSemestre(numero) === annee && ues.some((ue) => ue.competenceId === competenceId);

/**
 * Les décisions en vigueur d'un étudiant, rangées par l'inscription qu'elles jugent. Une même UE suivie deux fois a deux
 * inscriptions : une décision vaut pour celle du semestre dont le jury a siégé, sinon (ADSUP prononcé par un jury
 * ultérieur) pour la dernière qui précède ce semestre. Le plus grand rang fait foi (règlement 5.10).
 */
export class Dossier {
  private readonly parCle = new Map<string, DecisionEnregistree>();
  private readonly rangSemestre = new Map<string, number>();
  private readonly semestres: readonly SemestreSuivi[];

  constructor(cursus: Cursus, semestres: readonly SemestreSuivi[]) {
    this.semestres = semestres;
    semestres.forEach((semestre, i) => {
      this.rangSemestre.set(semestre.id, i);
    });
    // Un niveau dont aucune UE n'est au dossier (venu d'ailleurs, ou jamais suivi avant un changement de parcours) n'est
    // d'aucune de ses années : sa décision est hors dossier.
    const annees = new Map(
      [...(cursus.niveauxAnciens ?? []), ...cursus.niveaux]
        .filter((niveau) => semestres.some((semestre) => isSuiviDans(niveau, semestre)))
        .map((niveau) => [niveau.id, niveau.annee]),
    );
    for (const decision of cursus.decisions) {
      const porteur = this.porteur(decision, annees);
      const cle = `${decision.portee}|${decision.objetId}|${porteur}`;
      const autre = this.parCle.get(cle);
      if (!autre || decision.rang > autre.rang || (decision.rang === autre.rang && decision.date > autre.date))
        this.parCle.set(cle, decision);
    }
  }

  private porteur(decision: DecisionEnregistree, annees: ReadonlyMap<string, number>): string {
    if (decision.portee === "diplome") return "";
    const concerne = this.concerne(decision, annees);
    const jury = this.rangSemestre.get(decision.semestreId) ?? this.semestres.length;
    const semestre = this.semestres[jury];
    if (semestre && concerne(semestre)) return this.cleDe(decision, semestre);
    const precedent = this.semestres.slice(0, jury).findLast(concerne) ?? this.semestres.findLast(concerne);
    return precedent ? this.cleDe(decision, precedent) : "";
  }

  private concerne(
    decision: DecisionEnregistree,
    annees: ReadonlyMap<string, number>,
  ): (semestre: SemestreSuivi) => boolean {
    if (decision.portee === "ue") return (semestre) => semestre.ues.some((ue) => ue.id === decision.objetId);
    const annee = decision.portee === "rcue" ? annees.get(decision.objetId) : Number(decision.objetId);
    return (semestre) => annee === anneeDuSemestre(semestre.numero);
  }

  private cleDe(decision: DecisionEnregistree, semestre: SemestreSuivi): string {
    return decision.portee === "ue" ? semestre.id : semestre.anneeUniversitaire;
  }

  ue(ueId: string, semestreId: string): DecisionEnregistree | null {
    return this.parCle.get(`ue|${ueId}|${semestreId}`) ?? null;
  }

  rcue(niveauId: string, anneeUniversitaire: string): DecisionEnregistree | null {
    return this.parCle.get(`rcue|${niveauId}|${anneeUniversitaire}`) ?? null;
  }

  /** Décision sur un niveau dont aucune UE n'est au dossier : équivalence, ou ADSUP après un changement de parcours. */
  rcueHorsDossier(niveauId: string): DecisionEnregistree | null {
    return this.parCle.get(`rcue|${niveauId}|`) ?? null;
  }

  annee(annee: number, anneeUniversitaire: string): DecisionEnregistree | null {
    return this.parCle.get(`annee|${annee}|${anneeUniversitaire}`) ?? null;
  }

  diplome(diplome: "DUT" | "BUT"): DecisionEnregistree | null {
    return this.parCle.get(`diplome|${diplome}|`) ?? null;
  }
}
