import type { Cursus } from "@/lib/but/modele/cursus";
import { anneeDuSemestre } from "@/lib/but/modele/semestres";
import { verifyPoles } from "@/lib/but/questions/verification";

/** Les UE d'un semestre dont le rapport des pôles n'est pas permis (règlement 2.5), chacune une fois, avec la raison. */
export function polesRefuses(cursus: readonly Cursus[], semestreId: string): readonly string[] {
  const raisons = new Map<string, string>();
  for (const { semestres } of cursus) {
    const semestre = semestres.find((s) => s.id === semestreId);
    if (!semestre) continue;
    const annee = anneeDuSemestre(semestre.numero);
    const autres = semestres
      .filter((s) => s !== semestre && s.numero !== semestre.numero && anneeDuSemestre(s.numero) === annee)
      .flatMap((s) => s.ues);
    for (const ue of semestre.ues) {
      const autre = autres.find((u) => u.competenceId === ue.competenceId) ?? null;
      const refus = verifyPoles(ue, { annee, reglement: semestre.reglement, autre });
      if (refus) raisons.set(ue.id, `${ue.titre ?? ue.id} S${semestre.numero} : ${refus.message}`);
    }
  }
  return [...raisons.values()];
}
