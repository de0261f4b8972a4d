import type { Cursus, Niveau, SemestreSuivi } from "@/lib/but/modele/cursus";
import { formatNote } from "@/lib/but/modele/note";
import { formatCourt } from "@/lib/but/nombres/centiemes";

/** Deux parcours d'une même classe ne suivent pas les mêmes UE : dans le fichier, ce sont deux semestres. */
const idDe = (s: SemestreSuivi): string => `${s.id} ${s.ues[0]?.id ?? ""} ${s.ues.at(-1)?.id ?? ""}`;

const enTexte = (valeurs: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(valeurs).map(([cle, v]) => [cle, formatCourt(v)]));

const semestreJson = (s: SemestreSuivi) => ({
  id: idDe(s),
  numero: s.numero,
  annee: s.anneeUniversitaire,
  ues: s.ues.map(({ id, competenceId, ects, poles }) => ({ id, competence: competenceId, ects, poles })),
  elements: s.elements.map((element) => ({
    id: element.id,
    nature: element.nature,
    coefficients: enTexte(element.coefficients),
    evaluations: element.evaluations.map((e) => ({
      id: e.id,
      type: e.type,
      coefficient: formatCourt(e.coefficient),
      bareme: formatCourt(e.bareme),
      poids: enTexte(e.poids),
    })),
  })),
});

const niveauJson = ({ id, competenceId, ordre, annee }: Niveau) => ({ id, competence: competenceId, ordre, annee });

function etudiantJson(id: string, cursus: Cursus) {
  const connus = new Map(cursus.semestres.map((s) => [s.id, idDe(s)]));
  return {
    id,
    forceMajeure: cursus.forceMajeure,
    niveaux: cursus.niveaux.map(niveauJson),
    niveauxAnciens: cursus.niveauxAnciens?.map(niveauJson),
    semestres: cursus.semestres.map((s) => ({
      semestre: idDe(s),
      inscription: s.inscription,
      dispenses: s.ues.filter((ue) => ue.dispensee).map((ue) => ue.id),
      bonus: s.bonus.map(({ activite, pourcent }) => ({ activite, pourcent: formatCourt(pourcent) })),
      notes: Object.fromEntries(
        s.elements.flatMap((element) => element.evaluations.map((e) => [e.id, formatNote(e.note)])),
      ),
    })),
    decisions: [...cursus.decisions]
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.rang - b.rang))
      .map(({ portee, objetId, semestreId, code, moyenneVue }) => ({
        portee,
        objet: objetId,
        semestre: connus.get(semestreId) ?? semestreId,
        code,
        moyenne: moyenneVue === null ? undefined : formatCourt(moyenneVue),
      })),
  };
}

/** Des cursus lus dans la base, écrits au format de la commande « calcul » (docs/calcul.md). */
export function casDe(cursus: ReadonlyMap<string, Cursus>): string {
  const semestres = new Map([...cursus.values()].flatMap((c) => c.semestres.map((s) => [idDe(s), semestreJson(s)])));
  const niveaux = [...cursus.values()][0]?.niveaux ?? [];
  return JSON.stringify({
    niveaux: niveaux.map(niveauJson),
    semestres: [...semestres.values()],
    etudiants: [...cursus].map(([id, c]) => etudiantJson(id, c)),
  });
}
