import { resultatCursus } from "../../lib/but/cursus/resultats";
import type { Cursus } from "../../lib/but/modele/cursus";
import type { DecisionEnregistree, Portee } from "../../lib/but/modele/decision";
import { jsonCanonique } from "../../lib/but/modele/json-canonique";
import type { ResultatCursus, ResultatRcue, ResultatUe } from "../../lib/but/modele/resultats";
import { consequences } from "../../lib/but/questions/consequences";
import type * as t from "../tables";
import { type Classe, heureDuJury } from "./classes";
import { PRESIDENTE_JURY } from "./personnel";
import { REGLEMENT_VERSION } from "./programme/programme";

export type LigneDecision = typeof t.decision.$inferInsert;

/** Un RCUE que le jury accorde malgré sa moyenne, et pourquoi (règlement 5.9). */
export interface Accord {
  readonly niveauId: string;
  readonly motif: string;
}

interface Prise {
  readonly portee: Portee;
  readonly objetId: string;
  readonly code: string;
  readonly motif?: string;
}

const cleObjet = ({ portee, objetId }: Pick<DecisionEnregistree, "portee" | "objetId">): string =>
  `${portee} ${objetId}`;

/** Ce qu'un jury passé a décidé pour un étudiant : les propositions de lib/but et leurs conséquences. */
export class Deliberation {
  readonly lignes: LigneDecision[] = [];
  /** Avec les décisions prises jusque-là. */
  cursus: Cursus;
  private readonly depart: ResultatCursus;

  constructor(
    cursus: Cursus,
    private readonly classe: Classe,
    private readonly jury: string,
  ) {
    this.cursus = cursus;
    this.depart = resultatCursus(cursus);
  }

  /** Le jury du semestre impair ne juge que des UE ; celui du semestre pair juge l'année. */
  decide(accord: Accord | null): void {
    if (this.classe.numero % 2 === 0) this.decideRcues(accord);
    this.decideUes();
    if (this.classe.numero % 2 === 0) this.decideAnnee();
  }

  private decideRcues(accord: Accord | null): void {
    for (const rcue of this.annee(this.depart)?.rcues ?? []) {
      const accorde = accord?.niveauId === rcue.niveauId ? accord : null;
      const code = accorde ? "ADJ" : rcue.proposition;
      if (code === null) continue;
      const decision = { portee: "rcue", objetId: rcue.niveauId, semestreId: this.classe.id, code } as const;
      const suites = consequences(this.cursus, decision);
      this.prend({ ...decision, motif: accorde?.motif });
      for (const { portee, objetId, code, raison } of suites) this.prend({ portee, objetId, code, motif: raison });
    }
  }

  private decideUes(): void {
    const courant = resultatCursus(this.cursus);
    for (const semestre of courant.semestres) {
      if (semestre.anneeUniversitaire !== this.classe.annee) continue;
      for (const { ueId, proposition, decision, acquise } of semestre.ues) {
        if (proposition !== null && !acquise && decision?.code !== proposition)
          this.prend({ portee: "ue", objetId: ueId, code: proposition });
      }
    }
  }

  private decideAnnee(): void {
    const annee = this.annee(resultatCursus(this.cursus));
    if (annee?.proposition) this.prend({ portee: "annee", objetId: String(annee.annee), code: annee.proposition });
    const { dut, decisionDut } = resultatCursus(this.cursus);
    if (dut && !decisionDut) this.prend({ portee: "diplome", objetId: "DUT", code: dut });
  }

  /** Ce que ce jury laisse décidé : ses UE et celles du semestre impair, RCUE, année, diplôme, puis les années passées. */
  enVigueur() {
    const resultat = resultatCursus(this.cursus);
    const annee = this.annee(resultat);
    const semestres = resultat.semestres.filter((s) => s.id === this.classe.id || s.id === annee?.semestreImpairId);
    const objets = [...semestres.flatMap((s) => s.ues), ...(annee ? [...annee.rcues, annee] : [])];
    const jugees = [...objets.map((o) => o.decision), annee ? resultat.decisionDut : null].filter((d) => d !== null);
    const connues = new Set(jugees.map(cleObjet));
    const passees = this.cursus.decisions.filter((d) => d.semestreId === this.classe.id && !connues.has(cleObjet(d)));
    return [...jugees, ...passees].map(({ portee, objetId, code, proposition, motif, moyenneVue }) => ({
      portee,
      objetId,
      code,
      proposition,
      motif,
      moyenneVue,
    }));
  }

  private annee(resultat: ResultatCursus) {
    return resultat.annees.find((a) => a.semestrePairId === this.classe.id);
  }

  private prend({ portee, objetId, code, motif }: Prise): void {
    const vu = this.vu(portee, objetId);
    const proposition = vu?.proposition ?? null;
    const rang = 1 + Math.max(0, ...this.memeObjet(portee, objetId).map((d) => d.rang));
    const ligne = {
      id: `d-${this.cursus.etudiantId}-${portee}-${objetId}-${rang}`,
      etudiantId: this.cursus.etudiantId,
      semestreId: this.classe.id,
      portee,
      objetId,
      rang,
      code,
      proposition,
      motif: code === proposition ? null : (motif ?? null),
      moyenneVue: vu && "moyenne" in vu ? vu.moyenne : null,
      instantane: jsonCanonique(vu),
      reglementVersion: REGLEMENT_VERSION,
      auteurId: PRESIDENTE_JURY,
      creeLe: heureDuJury(this.jury),
    };
    this.lignes.push(ligne);
    const enregistree: DecisionEnregistree = { ...ligne, auteur: "", date: ligne.creeLe };
    this.cursus = { ...this.cursus, decisions: [...this.cursus.decisions, enregistree] };
  }

  private memeObjet(portee: Portee, objetId: string): DecisionEnregistree[] {
    return this.cursus.decisions.filter((d) => d.portee === portee && d.objetId === objetId);
  }

  /** Ce que le jury a sous les yeux : le résultat de l'objet avant toute décision de cette séance. */
  private vu(portee: Portee, objetId: string): ResultatUe | ResultatRcue | { proposition: string | null } | null {
    switch (portee) {
      case "ue":
        return this.depart.semestres.flatMap((s) => s.ues).findLast((ue) => ue.ueId === objetId) ?? null;
      case "rcue":
        return this.depart.annees.flatMap((a) => a.rcues).findLast((r) => r.niveauId === objetId) ?? null;
      case "annee":
        return this.annee(resultatCursus(this.cursus)) ?? null;
      case "diplome":
        return { proposition: resultatCursus(this.cursus).dut };
    }
  }
}
