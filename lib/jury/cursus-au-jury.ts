import type { Cursus, SemestreSuivi } from "@/lib/but/modele/cursus";
import type { DecisionEnregistree } from "@/lib/but/modele/decision";
import { anneeDuSemestre, semestresTries } from "@/lib/but/modele/semestres";

/** Les semestres suivis jusqu'à celui du jury : au jury d'un S1, les notes du S2 n'existent pas (règlement 5.2). */
function jusqua(tries: readonly SemestreSuivi[], semestreId: string): readonly SemestreSuivi[] {
  return tries.slice(0, tries.findIndex((s) => s.id === semestreId) + 1);
}

/**
 * Le cursus tel que le jury d'un semestre l'avait devant lui : rien des semestres suivants ni de leurs jurys. C'est ce
 * que signe son PV ; un ADSUP prononcé plus tard ne le fait donc pas différer.
 */
export function cursusAuJury(cursus: Cursus, semestreId: string): Cursus {
  const semestres = jusqua(semestresTries(cursus.semestres), semestreId);
  const connus = new Set(semestres.map((s) => s.id));
  return { ...cursus, semestres, decisions: cursus.decisions.filter((d) => connus.has(d.semestreId)) };
}

/** Le même, avec en plus les décisions d'un jury ultérieur qui portent sur ces semestres-là : celles qui valent aujourd'hui. */
export function cursusDuJury(cursus: Cursus, semestreId: string): Cursus {
  const tries = semestresTries(cursus.semestres);
  const semestres = jusqua(tries, semestreId);
  const connus = new Set(semestres.map((s) => s.id));
  const porteur = (decision: DecisionEnregistree): SemestreSuivi | undefined =>
    jusqua(tries, decision.semestreId).findLast((s) => isConcerne(cursus, decision, s));
  return {
    ...cursus,
    semestres,
    decisions: cursus.decisions.filter(
      (d) => connus.has(d.semestreId) || (d.portee !== "diplome" && connus.has(porteur(d)?.id ?? "")),
    ),
  };
}

function isConcerne(cursus: Cursus, { portee, objetId }: DecisionEnregistree, semestre: SemestreSuivi): boolean {
  if (portee === "ue") return semestre.ues.some((ue) => ue.id === objetId);
  const annee = portee === "rcue" ? cursus.niveaux.find((n) => n.id === objetId)?.annee : Number(objetId);
  return annee === anneeDuSemestre(semestre.numero);
}
