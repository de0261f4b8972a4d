import type { Cursus } from "@/lib/but/cursus";
import { semestresTries } from "@/lib/but/dossier";

/**
 * Le cursus tel que le jury d'un semestre l'avait devant lui : rien des semestres suivants ni de leurs jurys. Un ADSUP
 * prononcé plus tard ne fait donc pas différer un PV passé.
 */
export function cursusAuJury(cursus: Cursus, semestreId: string): Cursus {
  const tries = semestresTries(cursus.semestres);
  const semestres = tries.slice(0, tries.findIndex((s) => s.id === semestreId) + 1);
  const connus = new Set(semestres.map((s) => s.id));
  return { ...cursus, semestres, decisions: cursus.decisions.filter((d) => connus.has(d.semestreId)) };
}
