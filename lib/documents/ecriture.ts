import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { document, type Ecriture, etudiant, lockRows } from "@/db";
import type { Trace } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { makeCode } from "./code";
import { type Demande, readDocument } from "./queries";
import { TITRES_DOCUMENT } from "./types";

/** L'étudiant du document, verrouillé : deux demandes à la fois ne donnent pas deux codes au même contenu. */
export async function lockEtudiant(tx: Ecriture, etudiantId: string): Promise<{ etudiantId: string } | null> {
  const [trouve] = await lockRows(
    tx.select({ id: etudiant.id }).from(etudiant).where(eq(etudiant.id, etudiantId)),
    "update",
  );
  return trouve ? { etudiantId: trouve.id } : null;
}

/**
 * Remet un document : sa ligne, et le code qui la désigne. Ouvrir ou imprimer une page n'écrit rien ; c'est la demande
 * qui date le document, et laisse au journal qui l'a faite. Le même contenu garde son code.
 */
export async function insertDocument(
  tx: Ecriture,
  demande: Demande,
  instant: string,
): Promise<{ readonly valeur: { readonly code: string }; readonly trace: Trace }> {
  const lu = await readDocument(tx, demande);
  if (!lu) throw new Refus("introuvable", "Ce semestre n'est pas au dossier : rechargez la page.");
  if (lu.empechement !== null) throw new Refus("invalide", `${lu.empechement} Le document attendra cette publication.`);
  if (lu.delivre) return { valeur: { code: lu.delivre.code }, trace: "inchange" };
  const { type, etudiantId } = demande;
  const { semestreId, sha256 } = lu;
  const ligne = { id: randomUUID(), code: makeCode(randomBytes(15)), type, etudiantId, semestreId, sha256 };
  await tx.insert(document).values({ ...ligne, creeLe: instant });
  return {
    valeur: { code: ligne.code },
    trace: [
      {
        action: "document remis",
        sujetType: "etudiant",
        sujetId: etudiantId,
        avant: null,
        apres: { document: TITRES_DOCUMENT[type], ...(semestreId && { semestre: `S${lu.semestre.numero}` }) },
      },
    ],
  };
}
