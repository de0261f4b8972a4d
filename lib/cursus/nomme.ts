import type { CompetenceLue } from "@/db/dossiers";
import type { Cursus, Niveau } from "@/lib/but/modele/cursus";

/** Le même cursus, avec les noms que lisent les phrases et les explications de lib/but : le nom court des compétences. */
export function nommeCursus(cursus: Cursus, competences: ReadonlyMap<string, CompetenceLue>): Cursus {
  const nom = (competenceId: string): string => competences.get(competenceId)?.court ?? competenceId;
  const nommeNiveau = (niveau: Niveau): Niveau => ({ ...niveau, titre: nom(niveau.competenceId) });
  return {
    ...cursus,
    niveaux: cursus.niveaux.map(nommeNiveau),
    ...(cursus.niveauxAnciens && { niveauxAnciens: cursus.niveauxAnciens.map(nommeNiveau) }),
    semestres: cursus.semestres.map((semestre) => ({
      ...semestre,
      ues: semestre.ues.map((ue) => ({ ...ue, titre: nom(ue.competenceId) })),
    })),
  };
}
