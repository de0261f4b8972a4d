import type { Ecriture } from "@/db";
import * as t from "@/db";
import { seedProgramme } from "@/db/seed/programme/programme";
import { centiemes } from "@/lib/but/nombres/centiemes";

/**
 * Pour les tests de données : le programme imprimé et une classe de S1, deux étudiants inscrits, une note publiée de
 * 9,53 dans un élément. Les identifiants sont courts et fixes : classe « c-1 », inscriptions « i-1 » et « i-2 ».
 */
export async function insertClasse(tx: Ecriture): Promise<void> {
  await seedProgramme(tx);
  const [maquette] = await tx.select({ id: t.maquette.id }).from(t.maquette);
  const [regle] = await tx.select({ id: t.reglement.id }).from(t.reglement);
  const [element] = await tx.select({ id: t.element.id }).from(t.element).orderBy(t.element.ordre).limit(1);
  if (!maquette || !regle || !element) throw new Error("programme absent");
  await tx.insert(t.utilisateur).values({
    id: "u-essai",
    email: "essai@exemple.fr",
    nom: "ESSAI",
    prenom: "Ève",
    motDePasse: "",
  });
  await tx
    .insert(t.promotion)
    .values({ id: "p-1", maquetteId: maquette.id, titre: "Promotion 2026", anneeEntree: 2026 });
  await tx.insert(t.semestre).values({
    id: "c-1",
    promotionId: "p-1",
    numero: 1,
    anneeUniversitaire: "2026-2027",
    regime: "commun",
    reglementId: regle.id,
    etat: "ouvert",
  });
  await tx.insert(t.etudiant).values([
    { id: "e-1", numero: "26001", nom: "ABADIE", prenom: "Lou" },
    { id: "e-2", numero: "26002", nom: "BOYER", prenom: "Noé" },
  ]);
  await tx.insert(t.inscription).values(
    ["1", "2"].map((n) => ({
      id: `i-${n}`,
      etudiantId: `e-${n}`,
      semestreId: "c-1",
      maquetteSemestreId: "s1-commun",
      etat: "I" as const,
    })),
  );
  await tx.insert(t.evaluation).values({
    id: "ev-1",
    semestreId: "c-1",
    elementId: element.id,
    titre: "Devoir",
    date: "2026-10-01",
    coefficient: centiemes(100),
    bareme: centiemes(2000),
    type: "normale",
    etat: "publiee",
    publieeLe: "2026-10-05T08:00:00.000Z",
    ordre: 1,
    creeLe: "2026-09-20T08:00:00.000Z",
  });
  await tx.insert(t.note).values({
    id: "n-1",
    evaluationId: "ev-1",
    inscriptionId: "i-1",
    valeur: centiemes(953),
    version: 1,
    modifieeLe: "2026-10-05T08:00:00.000Z",
    modifieePar: "u-essai",
  });
}
