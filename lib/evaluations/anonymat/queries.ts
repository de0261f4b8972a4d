import "server-only";
import { eq } from "drizzle-orm";
import { anonymat, etudiant, inscription, read } from "@/db";

const collateur = new Intl.Collator("fr");

/** Le numéro de copie de chacun, par nom : pour qui les remet aux étudiants. */
export async function listNumeros(evaluationId: string) {
  const numeros = await read((lecture) =>
    lecture
      .select({ nom: etudiant.nom, prenom: etudiant.prenom, numero: etudiant.numero, copie: anonymat.numero })
      .from(anonymat)
      .innerJoin(inscription, eq(inscription.id, anonymat.inscriptionId))
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .where(eq(anonymat.evaluationId, evaluationId)),
  );
  return numeros.sort(
    (a, b) => collateur.compare(a.nom, b.nom) || collateur.compare(a.prenom, b.prenom) || a.copie - b.copie,
  );
}
