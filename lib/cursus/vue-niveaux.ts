import type { CompetenceLue, NiveauLu } from "@/db/dossiers";
import type { EtatNiveau, ResultatCursus, ResultatNiveau } from "@/lib/but/modele/resultats";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import type { VueUe } from "./vue-ue";

/** Un palier : un niveau d'une compétence, ses deux UE, son RCUE. */
export interface VueNiveau {
  readonly id: string;
  readonly ordre: number;
  readonly annee: 1 | 2 | 3;
  readonly titre: string;
  readonly etat: EtatNiveau;
  /** Faux : d'après les notes, le jury n'a pas encore publié. */
  readonly decide: boolean;
  /** Moyenne du RCUE : celle que le jury a vue, sinon celle d'aujourd'hui. */
  readonly moyenne: Centiemes | null;
  readonly provisoire: boolean;
  readonly code: string | null;
  /** L'année universitaire du RCUE qui compte, pour en montrer le calcul ; null tant que rien n'est suivi. */
  readonly anneeUniversitaire: string | null;
  /** UE du semestre impair et du semestre pair. */
  readonly impair: VueUe | null;
  readonly pair: VueUe | null;
}

export interface VueCompetence {
  readonly id: string;
  readonly numero: number;
  readonly court: string;
  readonly titre: string;
  /** Dans l'ordre où on les monte : trois, ou deux pour la compétence du parcours. */
  readonly niveaux: readonly VueNiveau[];
}

interface Lectures {
  readonly competences: ReadonlyMap<string, CompetenceLue>;
  readonly niveaux: ReadonlyMap<string, NiveauLu>;
  /** Toutes les UE suivies, dans l'ordre du temps. */
  readonly ues: readonly VueUe[];
}

/** Les compétences du parcours et leurs paliers, dans l'ordre du programme. */
export function vueCompetences(resultat: ResultatCursus, lectures: Lectures): VueCompetence[] {
  const ids = [...new Set(resultat.niveaux.map((n) => n.competenceId))];
  return ids
    .flatMap((id) => lectures.competences.get(id) ?? [])
    .sort((a, b) => a.numero - b.numero)
    .map(({ id, numero, court, titre }) => ({
      id,
      numero,
      court,
      titre,
      niveaux: resultat.niveaux
        .filter((n) => n.competenceId === id)
        .sort((a, b) => a.ordre - b.ordre)
        .map((n) => vueNiveau(n, resultat, lectures)),
    }));
}

function vueNiveau(niveau: ResultatNiveau, resultat: ResultatCursus, lectures: Lectures): VueNiveau {
  const { rcue } = niveau;
  const annee = rcue && resultat.annees.find((a) => a.rcues.includes(rcue));
  const impair = ueDuNiveau(niveau, 0, lectures.ues);
  const pair = ueDuNiveau(niveau, 1, lectures.ues);
  return {
    id: niveau.niveauId,
    ordre: niveau.ordre,
    annee: niveau.annee,
    titre: lectures.niveaux.get(niveau.niveauId)?.titre ?? "",
    etat: niveau.etat,
    decide: niveau.decide,
    moyenne: (rcue?.decision?.moyenneVue as Centiemes | null | undefined) ?? rcue?.moyenne ?? null,
    provisoire: rcue?.provisoire ?? true,
    code: rcue?.code ?? null,
    anneeUniversitaire: annee?.anneeUniversitaire ?? null,
    impair,
    pair,
  };
}

/** L'UE que le RCUE retient ; à défaut la dernière suivie, qu'un redoublement va refaire. */
function ueDuNiveau(niveau: ResultatNiveau, cote: 0 | 1, ues: readonly VueUe[]): VueUe | null {
  const retenue = cote === 0 ? niveau.rcue?.impair : niveau.rcue?.pair;
  const numero = niveau.annee * 2 - 1 + cote;
  const suivies = ues.filter((u) => u.competenceId === niveau.competenceId && u.numero === numero);
  const choisie = retenue && suivies.find((u) => u.ueId === retenue.ueId && u.semestreId === retenue.semestreId);
  return choisie ?? suivies.at(-1) ?? null;
}
