import * as t from "@/db";
import type { Utilisateur } from "@/lib/auth/permissions";
import { centiemes } from "@/lib/but/nombres/centiemes";

const INSTANT = "2026-09-01T08:00:00.000Z";
const competence = (numero: number, court: string) => ({ id: court, formationId: "f", numero, court, titre: court });

/** Une classe d'essai : S3 à deux parcours, un élément commun aux deux, un propre à CAI, cinq inscrits, deux enseignants. */
export async function seedClasse(): Promise<void> {
  await t.write(async (tx) => {
    await tx.insert(t.formation).values({ id: "f", code: "GMP", titre: "GMP", etablissement: "IUT" });
    await tx.insert(t.parcours).values([
      { id: "ipi", formationId: "f", code: "IPI", titre: "IPI", ouvert: true },
      { id: "cai", formationId: "f", code: "CAI", titre: "CAI", ouvert: true },
    ]);
    await tx.insert(t.competence).values([competence(1, "Spécifier"), competence(2, "Développer")]);
    await tx.insert(t.reglement).values({
      id: "r",
      formationId: "f",
      version: "1",
      applicableDu: "2026-09-01",
      parametres: "{}",
      creeLe: INSTANT,
    });
    await tx.insert(t.maquette).values({ id: "m", formationId: "f", version: "1", source: "essai" });
    const ms = (id: string) => ({
      id: `ms-${id}`,
      maquetteId: "m",
      numero: 3,
      parcoursId: id,
      regime: "initiale" as const,
    });
    await tx.insert(t.maquetteSemestre).values([
      { ...ms("ipi"), titreImprime: "S3 IPI" },
      { ...ms("cai"), titreImprime: "S3 CAI" },
    ]);
    const ue = (parcours: string, competenceId: string) => ({
      id: `${parcours}-${competenceId}`,
      maquetteSemestreId: `ms-${parcours}`,
      competenceId,
      ects: 5,
      titreImprime: competenceId,
    });
    await tx
      .insert(t.ue)
      .values([ue("ipi", "Spécifier"), ue("cai", "Spécifier"), ue("ipi", "Développer"), ue("cai", "Développer")]);
    const element = (id: string) => ({
      id,
      maquetteId: "m",
      numero: 3,
      regime: "initiale" as const,
      titre: id,
      ordre: 0,
    });
    await tx.insert(t.element).values([
      { ...element("mecanique"), nature: "ressource" as const },
      { ...element("vente"), nature: "ressource" as const },
    ]);
    const coefficient = (ueId: string, elementId: string) => ({
      id: `${ueId}-${elementId}`,
      ueId,
      elementId,
      valeur: centiemes(1000),
      titreImprime: elementId,
      natureImprimee: "Ressource",
    });
    await tx
      .insert(t.coefficient)
      .values([
        coefficient("ipi-Spécifier", "mecanique"),
        coefficient("cai-Spécifier", "mecanique"),
        coefficient("ipi-Développer", "mecanique"),
        coefficient("cai-Développer", "vente"),
      ]);
    await tx.insert(t.promotion).values({ id: "p", maquetteId: "m", titre: "2025", anneeEntree: 2025 });
    await tx.insert(t.semestre).values({
      id: "s",
      promotionId: "p",
      numero: 3,
      anneeUniversitaire: "2026-2027",
      regime: "initiale",
      reglementId: "r",
      etat: "ouvert",
    });
    const eleves = ["alice", "bruno", "chloe", "denis", "emma"];
    await tx
      .insert(t.etudiant)
      .values(eleves.map((id, i) => ({ id, numero: `2200${i}`, nom: id.toUpperCase(), prenom: "Élève" })));
    await tx.insert(t.inscription).values(
      eleves.map((id) => ({
        id: `i-${id}`,
        etudiantId: id,
        semestreId: "s",
        maquetteSemestreId: id === "bruno" ? "ms-cai" : "ms-ipi",
        etat: id === "denis" ? ("DEM" as const) : ("I" as const),
      })),
    );
    await tx.insert(t.utilisateur).values(
      ["durand", "martin", "autre"].map((id) => ({
        id,
        email: `${id}@essai.fr`,
        nom: id.toUpperCase(),
        prenom: "Prof",
        motDePasse: "x",
      })),
    );
    await tx.insert(t.evaluation).values({
      id: "ds",
      semestreId: "s",
      elementId: "mecanique",
      titre: "Devoir surveillé",
      date: "2026-11-01",
      coefficient: centiemes(100),
      bareme: centiemes(2000),
      type: "normale",
      etat: "brouillon",
      ordre: 0,
      creeLe: INSTANT,
    });
  });
}

/** Un enseignant tel que la session le rendrait ; « autre » n'est affecté à rien. */
export const enseignant = (id: "durand" | "martin" | "autre"): Utilisateur => ({
  id,
  email: `${id}@essai.fr`,
  nom: id.toUpperCase(),
  prenom: "Prof",
  etudiantId: null,
  roles: [{ role: "enseignant", semestreId: null }],
  affectations: id === "autre" ? [] : [{ semestreId: "s", elementId: "mecanique" }],
});
