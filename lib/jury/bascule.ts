import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import type { EvaluationNotee, Note } from "@/lib/but/modele/note";
import type { ResultatRcue, ResultatUe } from "@/lib/but/modele/resultats";
import { type Centiemes, centiemes } from "@/lib/but/nombres/centiemes";
import {
  avecNote,
  type Besoin,
  type EvaluationOuverte,
  evaluationsOuvertes,
  noteNecessaire,
} from "@/lib/but/questions/besoin";
import { cursusDuJury } from "./cursus-au-jury";
import { anneeDuJury, cleObjet, type ObjetJury, objetsDuJury } from "./objets";

/** Le plus petit changement d'une seule note qui donnerait une autre proposition à un objet du jury. */
export interface Bascule {
  readonly objet: string;
  readonly libelle: string;
  readonly de: string;
  readonly vers: string;
  readonly evaluation: { readonly element: string; readonly titre: string; readonly numero: number };
  readonly avant: Note;
  readonly apres: Centiemes;
  readonly bareme: Centiemes;
}

export interface Bascules {
  readonly trouvees: readonly Bascule[];
  /** Ce qu'aucune note à elle seule ne ferait réussir. */
  readonly aucune: readonly string[];
}

interface Candidate extends EvaluationOuverte {
  readonly evaluation: EvaluationNotee;
  readonly element: string;
  readonly numero: number;
  readonly valeur: number;
}

interface Trouvee {
  readonly candidate: Candidate;
  readonly note: number;
  /** En centièmes du barème de cette évaluation. */
  readonly ecart: number;
}

/**
 * « Qu'est-ce qui ferait changer la proposition ? » : pour l'année (ou chaque UE d'un semestre impair), la note à monter
 * et la note à baisser ; pour chaque UE et RCUE non acquis, la note à monter. Le calcul est celui des résultats : la
 * proposition change à cette note, pas à un centième de moins.
 */
export function bascules(complet: Cursus, semestreId: string): Bascules {
  const cursus = cursusDuJury(complet, semestreId);
  const objets = objetsDuJury(cursus, resultatCursus(cursus), semestreId).filter((o) => o.portee !== "diplome");
  const isImpair = objets.every((o) => o.portee === "ue");
  const trouvees: Bascule[] = [];
  const aucune: string[] = [];
  for (const objet of objets) {
    if (objet.proposition === null) continue;
    const monte = plusPetite(cursus, semestreId, objet, isEchec(objet.proposition) ? 1 : 0);
    if (monte) trouvees.push(monte);
    else if (isEchec(objet.proposition)) aucune.push(objet.libelle);
    const baisse = plusPetite(cursus, semestreId, objet, objet.portee === "annee" || isImpair ? -1 : 0);
    if (baisse) trouvees.push(baisse);
  }
  return { trouvees, aucune };
}

const isEchec = (proposition: string): boolean => ["AJ", "PASD", "RED", "NAR"].includes(proposition);

function plusPetite(cursus: Cursus, semestreId: string, objet: ObjetJury, sens: 1 | 0 | -1): Bascule | null {
  if (sens === 0) return null;
  const cle = cleObjet(objet);
  const propositionAvec = (candidate: Candidate, note: number): string | null => {
    const change = avecNote(cursus, [candidate], note, candidate.evaluation.bareme);
    const objets = objetsDuJury(change, resultatCursus(change), semestreId);
    return objets.find((o) => cleObjet(o) === cle)?.proposition ?? null;
  };
  let meilleure: Trouvee | null = null;
  for (const candidate of candidates(cursus, objet)) {
    const { valeur } = candidate;
    const change = (ecart: number): boolean => propositionAvec(candidate, valeur + sens * ecart) !== objet.proposition;
    let suffit = plusGrandEcart(candidate, sens, meilleure);
    // Croissant en chaque note : si le plus grand écart utile ne change rien, aucun plus petit ne le fera.
    if (suffit < 1 || !change(suffit)) continue;
    let echoue = 0;
    while (suffit - echoue > 1) {
      const milieu = Math.floor((suffit + echoue) / 2);
      if (change(milieu)) suffit = milieu;
      else echoue = milieu;
    }
    meilleure = { candidate, note: valeur + sens * suffit, ecart: suffit };
  }
  if (!meilleure) return null;
  const { candidate, note } = meilleure;
  const { evaluation, element, numero } = candidate;
  return {
    objet: cle,
    libelle: objet.libelle,
    de: objet.proposition ?? "",
    vers: propositionAvec(candidate, note) ?? "",
    evaluation: { element, titre: evaluation.titre, numero },
    avant: evaluation.note,
    apres: centiemes(note),
    bareme: evaluation.bareme,
  };
}

/** Jusqu'où cette note peut aller en demandant moins, en part de son barème, qu'une autre déjà trouvée. */
function plusGrandEcart(
  { valeur, evaluation: { bareme } }: Candidate,
  sens: number,
  meilleure: Trouvee | null,
): number {
  const place = sens > 0 ? bareme - valeur : valeur;
  if (meilleure === null) return place;
  return Math.min(place, Math.floor((meilleure.ecart * bareme - 1) / meilleure.candidate.evaluation.bareme));
}

/** Les notes obtenues dans les UE de l'objet ; une absence vaut 0 et peut monter. */
function candidates(cursus: Cursus, { portee, resultat }: ObjetJury): Candidate[] {
  const toutes = uesDe(portee, resultat).flatMap(({ semestreId, ueId }) => {
    const semestre = cursus.semestres.find((s) => s.id === semestreId);
    return (semestre?.elements ?? [])
      .filter((element) => element.coefficients[ueId])
      .flatMap((element) =>
        element.evaluations.flatMap((evaluation): Candidate[] => {
          const valeur = evaluation.note === "ABS" ? 0 : evaluation.note;
          if (typeof valeur !== "number") return [];
          const ou = { semestreId, elementId: element.id, evaluationId: evaluation.id };
          return [{ ...ou, evaluation, element: element.titre, numero: semestre?.numero ?? 0, valeur }];
        }),
      );
  });
  // Un élément nourrit plusieurs UE : sa note n'est essayée qu'une fois.
  return [...new Map(toutes.map((c) => [`${c.semestreId} ${c.evaluationId}`, c])).values()];
}

type UeDuSemestre = Pick<ResultatUe, "semestreId" | "ueId">;

function uesDe(portee: ObjetJury["portee"], resultat: unknown): UeDuSemestre[] {
  const duRcue = ({ impair, pair }: ResultatRcue) => [impair, pair].flatMap((ue) => ue ?? []);
  switch (portee) {
    case "ue":
      return [resultat as ResultatUe];
    case "rcue":
      return duRcue(resultat as ResultatRcue);
    case "annee":
      return (resultat as { rcues: readonly ResultatRcue[] }).rcues.flatMap(duRcue);
    case "diplome":
      return [];
  }
}

export interface BesoinAnnee {
  readonly objectif: "ADM" | "passage";
  readonly besoin: Besoin;
  readonly evaluations: number;
}

/** Tant que des notes manquent : celle, partout la même, qui donnerait l'année entière, ou le passage. */
export function besoinsAnnee(complet: Cursus, semestreId: string): BesoinAnnee[] {
  const cursus = cursusDuJury(complet, semestreId);
  const annee = anneeDuJury(resultatCursus(cursus), semestreId);
  if (!annee || annee.proposition !== null) return [];
  const ouvertes = [annee.semestreImpairId, annee.semestrePairId].flatMap((id) =>
    id ? evaluationsOuvertes(cursus, id) : [],
  );
  if (ouvertes.length === 0) return [];
  const { anneeUniversitaire } = annee;
  const objectifs = annee.annee === 3 ? (["ADM"] as const) : (["ADM", "passage"] as const);
  return objectifs.map((objectif) => ({
    objectif,
    besoin: noteNecessaire(cursus, { portee: "annee", annee: annee.annee, objectif, anneeUniversitaire }, ouvertes),
    evaluations: ouvertes.length,
  }));
}
