import type { Cursus, Niveau, SemestreSuivi, UeSuivie } from "../lib/but/modele/cursus";
import type { DecisionEnregistree } from "../lib/but/modele/decision";
import type { ElementNote } from "../lib/but/modele/element";
import type { EvaluationNotee, Note } from "../lib/but/modele/note";
import { lireReglement, type Reglement } from "../lib/but/modele/reglement";
import type { Centiemes } from "../lib/but/nombres/centiemes";
import { groupBy } from "../lib/group-by";
import type { Lecture } from "./connexion";
import { type Etendue, type FiltreEtudiants, readLignes } from "./lignes-dossiers";
import type * as t from "./tables";
import { semestreEffectif } from "./visibilite";

export interface CompetenceLue {
  readonly id: string;
  readonly numero: number;
  readonly court: string;
  readonly titre: string;
}

export interface NiveauLu extends Niveau {
  readonly titre: string;
}

export interface SemestreLu {
  readonly id: string;
  readonly numero: number;
  readonly anneeUniversitaire: string;
  readonly regime: string;
  readonly etat: typeof t.semestre.$inferSelect.etat;
  readonly promotion: string;
}

export interface UeLue {
  readonly id: string;
  readonly competenceId: string;
  readonly numero: number;
  readonly ects: number;
  readonly confirmee: boolean;
}

export interface InscriptionLue {
  readonly id: string;
  readonly semestreId: string;
  /** Code du parcours suivi : « IPI », « CAI » ; null en tronc commun. */
  readonly parcours: string | null;
}

export interface Dossier {
  readonly etudiant: { readonly id: string; readonly numero: string; readonly nom: string; readonly prenom: string };
  readonly inscriptions: readonly InscriptionLue[];
  readonly cursus: Cursus;
}

/** Les dossiers demandés, triés par nom, et ce qu'il faut pour nommer ce qu'ils contiennent. */
export interface Dossiers {
  readonly dossiers: readonly Dossier[];
  readonly competences: ReadonlyMap<string, CompetenceLue>;
  readonly niveaux: ReadonlyMap<string, NiveauLu>;
  readonly semestres: ReadonlyMap<string, SemestreLu>;
  readonly ues: ReadonlyMap<string, UeLue>;
}

/**
 * Lit des cursus entiers en un nombre fixe de requêtes, quel que soit le nombre d'étudiants. Sans `etendue`, seules les
 * évaluations et les décisions publiées existent : rien d'autre n'est lu, donc rien d'autre ne peut fuir.
 */
export async function readDossiers(
  lecture: Lecture,
  filtre: FiltreEtudiants,
  etendue: Etendue = {},
): Promise<Dossiers> {
  const { inscriptions, ues, coefficients, niveaux, evaluations, poids, notes, bonus, dispenses, decisions } =
    await readLignes(lecture, filtre, etendue);

  const reglements = new Map<string, Reglement>();
  const reglementDe = (parametres: string): Reglement => {
    const connu = reglements.get(parametres) ?? lireReglement(parametres);
    reglements.set(parametres, connu);
    return connu;
  };
  const poidsParEvaluation = groupBy(poids, (p) => p.evaluationId);
  const poidsDe = new Map(
    evaluations.map((e) => [
      e.id,
      Object.fromEntries((poidsParEvaluation.get(e.id) ?? []).map((p) => [p.ueId, p.valeur])),
    ]),
  );
  const evaluationsDe = groupBy(evaluations, (e) => `${e.semestreId} ${e.elementId}`);
  const uesDe = groupBy(ues, (u) => u.ue.maquetteSemestreId);
  const lignesDe = groupBy(coefficients, (c) => c.maquetteSemestreId);
  const elementsDe = new Map(
    [...lignesDe].map(([maquetteSemestreId, lignes]) => [
      maquetteSemestreId,
      [...groupBy(lignes, (l) => l.element.id).values()].flatMap((memes) => {
        const element = memes[0]?.element;
        if (!element) return [];
        const parUe = Object.fromEntries(memes.map((l) => [l.ueId, l.valeur])) as Record<string, Centiemes>;
        return [{ element, coefficients: parUe }];
      }),
    ]),
  );
  const notesDe = new Map(
    [...groupBy(notes, (n) => n.inscriptionId)].map(([id, lignes]) => [
      id,
      new Map(lignes.map((n): [string, Note] => [n.evaluationId, n.valeur ?? n.code])),
    ]),
  );
  const bonusDe = groupBy(bonus, (b) => b.inscriptionId);
  const dispensesDe = groupBy(dispenses, (d) => d.inscriptionId);
  const decisionsDe = groupBy(decisions, (d) => d.decision.etudiantId);

  const semestreSuivi = (ligne: (typeof inscriptions)[number]): SemestreSuivi => {
    const { inscription, semestre } = ligne;
    const dispensees = new Set(dispensesDe.get(inscription.id)?.map((d) => d.ueId));
    const sesNotes = notesDe.get(inscription.id);
    const maquetteSemestreId = inscription.maquetteSemestreId ?? "";
    return {
      id: semestre.id,
      numero: semestre.numero as SemestreSuivi["numero"],
      anneeUniversitaire: semestre.anneeUniversitaire,
      inscription: inscription.etat,
      reglement: reglementDe(ligne.parametres),
      ues: (uesDe.get(maquetteSemestreId) ?? []).map(
        ({ ue }): UeSuivie => ({
          id: ue.id,
          competenceId: ue.competenceId,
          ects: ue.ects,
          poles:
            ue.poleRessource === null || ue.poleSae === null ? null : { ressource: ue.poleRessource, sae: ue.poleSae },
          dispensee: dispensees.has(ue.id),
        }),
      ),
      elements: (elementsDe.get(maquetteSemestreId) ?? []).map(
        ({ element, coefficients }): ElementNote => ({
          id: element.id,
          titre: element.titre,
          nature: element.nature,
          coefficients,
          evaluations: (evaluationsDe.get(`${semestre.id} ${element.id}`) ?? []).map(
            (e): EvaluationNotee => ({
              id: e.id,
              titre: e.titre,
              date: e.date,
              type: e.type,
              coefficient: e.coefficient,
              bareme: e.bareme,
              poids: poidsDe.get(e.id) ?? {},
              note: sesNotes?.get(e.id) ?? null,
            }),
          ),
        }),
      ),
      bonus: (bonusDe.get(inscription.id) ?? []).map((b) => ({ activite: b.activite, pourcent: b.pourcent })),
    };
  };

  /**
   * Un cursus est celui d'une formation : un étudiant réorienté a un dossier par formation, la dernière d'abord, et n'y
   * apporte ni les niveaux, ni les années, ni les ECTS d'une autre. Un semestre demandé choisit la sienne.
   */
  const semestreDemande = "semestreId" in filtre ? filtre.semestreId : filtre.dansSemestre;
  const dossiersDe = (toutes: typeof inscriptions): Dossier[] =>
    [...groupBy(toutes, (l) => l.formationId).values()]
      .filter((lignes) => semestreDemande === undefined || lignes.some((l) => l.semestre.id === semestreDemande))
      .sort((a, b) => rangDernier(toutes, b) - rangDernier(toutes, a))
      .flatMap((lignes) => dossier(lignes, toutes));

  const dossier = (lignes: typeof inscriptions, toutes: typeof inscriptions): Dossier[] => {
    const premiere = lignes[0];
    if (!premiere) return [];
    const { formationId } = premiere;
    const ailleurs = new Set(toutes.filter((l) => l.formationId !== formationId).map((l) => l.semestre.id));
    const { id, numero, nom, prenom, forceMajeure } = premiere.etudiant;
    const parcoursId = lignes.findLast((l) => l.parcoursId)?.parcoursId ?? null;
    const quittes = new Set(lignes.flatMap((l) => (l.parcoursId && l.parcoursId !== parcoursId ? [l.parcoursId] : [])));
    const deLaFormation = niveaux.filter((n) => n.competence.formationId === formationId);
    const anciens = deLaFormation.filter(
      (n) => n.competence.parcoursId !== null && quittes.has(n.competence.parcoursId),
    );
    return [
      {
        etudiant: { id, numero, nom, prenom },
        inscriptions: lignes.map((l) => ({
          id: l.inscription.id,
          semestreId: l.semestre.id,
          parcours: l.parcours,
        })),
        cursus: {
          etudiantId: id,
          niveaux: deLaFormation
            .filter((n) => n.competence.parcoursId === null || n.competence.parcoursId === parcoursId)
            .map((n) => niveauLu(n.niveau)),
          ...(anciens.length > 0 && { niveauxAnciens: anciens.map((n) => niveauLu(n.niveau)) }),
          semestres: lignes.map(semestreSuivi),
          decisions: (decisionsDe.get(id) ?? [])
            .filter((d) => !ailleurs.has(d.decision.semestreId))
            .map((d) => decisionEnregistree(d.decision, `${d.nom} ${d.prenom}`)),
          forceMajeure,
        },
      },
    ];
  };

  return {
    dossiers: [...groupBy(inscriptions, (i) => i.etudiant.id).values()].flatMap(dossiersDe),
    competences: new Map(
      niveaux.map(({ competence: { id, numero, court, titre } }) => [id, { id, numero, court, titre }]),
    ),
    niveaux: new Map(niveaux.map(({ niveau }) => [niveau.id, niveauLu(niveau)])),
    semestres: new Map(
      inscriptions.map(({ semestre: s, promotion }) => [
        s.id,
        {
          id: s.id,
          numero: s.numero,
          anneeUniversitaire: s.anneeUniversitaire,
          regime: s.regime,
          etat: semestreEffectif(s).etat,
          promotion,
        },
      ]),
    ),
    ues: new Map(
      ues.map(({ ue, numero }) => [
        ue.id,
        { id: ue.id, competenceId: ue.competenceId, numero, ects: ue.ects, confirmee: ue.confirmeeLe !== null },
      ]),
    ),
  };
}

/** Les lignes viennent dans l'ordre du temps : la place de la dernière d'une formation dit quand on l'a suivie. */
const rangDernier = <T>(toutes: readonly T[], siennes: readonly T[]): number =>
  toutes.lastIndexOf(siennes[siennes.length - 1] as T);

function niveauLu(n: typeof t.niveau.$inferSelect): NiveauLu {
  return { id: n.id, competenceId: n.competenceId, ordre: n.ordre, annee: n.annee as Niveau["annee"], titre: n.titre };
}

function decisionEnregistree(d: typeof t.decision.$inferSelect, auteur: string): DecisionEnregistree {
  return {
    id: d.id,
    portee: d.portee,
    objetId: d.objetId,
    semestreId: d.semestreId,
    code: d.code,
    proposition: d.proposition,
    motif: d.motif,
    moyenneVue: d.moyenneVue,
    auteur,
    date: d.creeLe,
    rang: d.rang,
  };
}
