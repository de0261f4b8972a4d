import "server-only";
import { desc, eq } from "drizzle-orm";
import { read, reglement, semestre } from "@/db";
import { readDossiers } from "@/db/dossiers";
import { lireReglement } from "@/lib/but/modele/reglement";
import { groupBy } from "@/lib/group-by";
import { listSemestres } from "../queries";
import { differencesReglement } from "./differences";

/** Les versions du règlement, la plus récente d'abord, et les classes avec celle qu'elles suivent. */
export async function listReglements() {
  const semestres = await listSemestres();
  return read(async (lecture) => {
    const lignes = await lecture.select().from(reglement).orderBy(desc(reglement.applicableDu), desc(reglement.creeLe));
    const suivis = await lecture
      .select({ id: semestre.id, reglementId: semestre.reglementId, version: semestre.version })
      .from(semestre);
    const suiviDe = new Map(suivis.map((s) => [s.id, s]));
    const classesDe = groupBy(suivis, (s) => s.reglementId);
    const versions = lignes.map(({ id, parametres }) => ({
      id,
      reglement: lireReglement(parametres),
      classes: classesDe.get(id)?.length ?? 0,
    }));
    const nomDe = new Map(versions.map((v) => [v.id, v.reglement.version]));
    return {
      versions,
      classes: semestres.flatMap(({ id, titre, etat }) => {
        const suivi = suiviDe.get(id);
        if (!suivi) return [];
        const { reglementId, version } = suivi;
        return [{ id, titre, etat, version, reglementId, reglement: nomDe.get(reglementId) ?? "" }];
      }),
    };
  });
}

export type Reglements = Awaited<ReturnType<typeof listReglements>>;
export type VersionReglement = Reglements["versions"][number];
export type ClasseReglee = Reglements["classes"][number];

/** Ce que suivre une autre version changerait à une classe, d'après ce qui est publié ; rien n'est enregistré. */
export async function findDifferences(semestreId: string, reglementId: string) {
  return read(async (lecture) => {
    const [nouveau] = await lecture
      .select({ parametres: reglement.parametres })
      .from(reglement)
      .where(eq(reglement.id, reglementId));
    if (!nouveau) return null;
    const { dossiers, competences } = await readDossiers(lecture, { semestreId });
    const { codes, ...differences } = differencesReglement(
      dossiers.map(({ etudiant, cursus }) => ({ etudiant: `${etudiant.nom} ${etudiant.prenom}`, cursus })),
      semestreId,
      lireReglement(nouveau.parametres),
    );
    return {
      ...differences,
      codes: codes.map(({ competenceId, ...code }) => ({
        ...code,
        competence: competences.get(competenceId)?.court ?? competenceId,
      })),
    };
  });
}
