import "server-only";
import { asc, eq } from "drizzle-orm";
import { anonymat, etudiant, inscription, read } from "@/db";

/** Le numéro de copie de chacun, par nom : pour qui les remet aux étudiants. */
export async function listNumeros(evaluationId: string) {
  return read((lecture) =>
    lecture
      .select({ nom: etudiant.nom, prenom: etudiant.prenom, numero: etudiant.numero, copie: anonymat.numero })
      .from(anonymat)
      .innerJoin(inscription, eq(inscription.id, anonymat.inscriptionId))
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .where(eq(anonymat.evaluationId, evaluationId))
      .orderBy(asc(etudiant.nom), asc(etudiant.prenom), asc(anonymat.numero)),
  );
}
