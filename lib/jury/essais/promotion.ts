import * as t from "@/db";
import type { Utilisateur } from "@/lib/auth/permissions";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { centiemes } from "@/lib/but/nombres/centiemes";

const INSTANT = "2024-01-01T08:00:00.000Z";
const COMPETENCES = ["A", "B"] as const;
const NUMEROS = [1, 2, 3, 4] as const;

/** Notes sur 20 par UE (A1 : compétence A, semestre 1) : un élément et une évaluation chacune, la note est la moyenne. */
const NOTES: Readonly<Record<string, Readonly<Record<string, number | null>>>> = {
  alice: { A1: 12, B1: 12, A2: 12, B2: 12 },
  bruno: { A1: 9, B1: 12, A2: 11, B2: 12 },
  chloe: { A1: 12, B1: 12, A2: 12, B2: null },
  david: { A1: 8, B1: 12, A2: 8, B2: 12, A3: 12, B3: 12, A4: 12, B4: 12 },
};

export const personne = (id: string, ...roles: t.Role[]): Utilisateur => ({
  id,
  email: `${id}@exemple.fr`,
  nom: id.toUpperCase(),
  prenom: "Dominique",
  etudiantId: null,
  roles: roles.map((role) => ({ role, semestreId: null })),
  affectations: NUMEROS.flatMap((n) => COMPETENCES.map((c) => ({ semestreId: `s${n}`, elementId: `el-${c}${n}` }))),
});

export const PERSONNES = {
  jury: personne("jury", "jury"),
  collegue: personne("collegue", "jury"),
  tout: personne("tout", "jury", "responsable", "scolarite", "enseignant"),
};

/** Deux compétences à deux niveaux, S1 à S4, quatre étudiants : de quoi suivre un jury de bout en bout. */
export async function seedPromotion(): Promise<void> {
  await t.write(async (tx) => {
    await tx.insert(t.utilisateur).values(Object.values(PERSONNES).map((p) => ({ ...p, motDePasse: "-" })));
    await tx.insert(t.formation).values({ id: "f", code: "GMP", titre: "GMP", etablissement: "IUT" });
    await tx.insert(t.reglement).values({
      id: "r",
      formationId: "f",
      version: REGLEMENT_DEFAUT.version,
      applicableDu: REGLEMENT_DEFAUT.applicableDu,
      parametres: JSON.stringify(REGLEMENT_DEFAUT),
      creeLe: INSTANT,
    });
    await tx.insert(t.maquette).values({ id: "m", formationId: "f", version: "1", source: "essai" });
    await tx.insert(t.promotion).values({ id: "p", maquetteId: "m", titre: "GMP 2023", anneeEntree: 2023 });
    for (const [i, c] of COMPETENCES.entries()) {
      await tx.insert(t.competence).values({ id: c, formationId: "f", numero: i + 1, court: c, titre: c });
      await tx
        .insert(t.niveau)
        .values([1, 2].map((annee) => ({ id: `${c}-n${annee}`, competenceId: c, ordre: annee, annee, titre: "" })));
    }
    for (const [id] of Object.entries(NOTES))
      await tx.insert(t.etudiant).values({ id, numero: id, nom: id.toUpperCase(), prenom: "Camille" });
    for (const numero of NUMEROS) await seedSemestre(tx, numero);
  });
}

async function seedSemestre(tx: t.Ecriture, numero: number): Promise<void> {
  const regime = "commun" as const;
  const semestreId = `s${numero}`;
  await tx.insert(t.maquetteSemestre).values({ id: `m${numero}`, maquetteId: "m", numero, regime, titreImprime: "" });
  await tx.insert(t.semestre).values({
    id: semestreId,
    promotionId: "p",
    numero,
    anneeUniversitaire: numero <= 2 ? "2023-2024" : "2024-2025",
    regime,
    reglementId: "r",
    etat: "ouvert",
  });
  const suivis = Object.keys(NOTES).filter((e) => `A${numero}` in (NOTES[e] ?? {}));
  await tx.insert(t.inscription).values(
    suivis.map((e) => ({
      id: `${e}-${semestreId}`,
      etudiantId: e,
      semestreId,
      maquetteSemestreId: `m${numero}`,
      etat: "I" as const,
    })),
  );
  for (const c of COMPETENCES) {
    const id = `${c}${numero}`;
    const commun = { titreImprime: id };
    await tx
      .insert(t.ue)
      .values({ id, maquetteSemestreId: `m${numero}`, competenceId: c, ects: 15, confirmeeLe: INSTANT, ...commun });
    await tx
      .insert(t.element)
      .values({ id: `el-${id}`, maquetteId: "m", numero, regime, titre: id, nature: "ressource", ordre: 0 });
    await tx.insert(t.coefficient).values({
      id: `co-${id}`,
      ueId: id,
      elementId: `el-${id}`,
      valeur: centiemes(100),
      natureImprimee: "Ressource",
      ...commun,
    });
    await tx.insert(t.evaluation).values({
      id: `ev-${id}`,
      semestreId,
      elementId: `el-${id}`,
      titre: "Examen",
      date: "2024-01-10",
      coefficient: centiemes(100),
      bareme: centiemes(2000),
      type: "normale",
      etat: "publiee",
      publieeLe: INSTANT,
      ordre: 0,
      creeLe: INSTANT,
    });
    await tx.insert(t.note).values(
      suivis.flatMap((e) => {
        const note = NOTES[e]?.[id];
        return note === null || note === undefined ? [] : [ligneNote(e, id, note * 100)];
      }),
    );
  }
}

export const ligneNote = (etudiantId: string, ueId: string, valeur: number) => ({
  id: `n-${etudiantId}-${ueId}`,
  evaluationId: `ev-${ueId}`,
  inscriptionId: `${etudiantId}-s${ueId.slice(1)}`,
  valeur: centiemes(valeur),
  version: 1,
  modifieeLe: INSTANT,
  modifieePar: "tout",
});
