import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { consultation, type Ecriture, type Lecture } from "@/db";
import type { Consultation } from "./objets";

const JOUR = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

/** Une ligne par personne, par objet et par jour de Paris : relire dix fois le même dossier n'en fait qu'une. */
export function ligneConsultation(utilisateurId: string, { etudiantId, objet }: Consultation, instant: string) {
  return { etudiantId, utilisateurId, objet, jour: JOUR.format(new Date(instant)) };
}

type Ligne = ReturnType<typeof ligneConsultation>;

/** Déjà inscrite aujourd'hui ? Une lecture d'index évite de prendre l'unique écrivain pour rien. */
export async function isInscrite(
  lecture: Lecture,
  { etudiantId, utilisateurId, objet, jour }: Ligne,
): Promise<boolean> {
  const lignes = await lecture
    .select({ id: consultation.id })
    .from(consultation)
    .where(
      and(
        eq(consultation.etudiantId, etudiantId),
        eq(consultation.utilisateurId, utilisateurId),
        eq(consultation.objet, objet),
        eq(consultation.jour, jour),
      ),
    );
  return lignes.length > 0;
}

export async function insertConsultation(tx: Ecriture, ligne: Ligne, instant: string): Promise<void> {
  await tx
    .insert(consultation)
    .values({ id: randomUUID(), ...ligne, creeLe: instant })
    .onConflictDoNothing();
}
