import "server-only";
import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import {
  competence,
  dispense,
  etudiant,
  groupe,
  inscription,
  inscriptionGroupe,
  maquetteSemestre,
  parcours,
  promotion,
  read,
  semestre,
  ue,
} from "@/db";
import { groupBy } from "@/lib/group-by";
import { titreMaquetteSemestre, titreSemestre } from "@/lib/libelles";
import { listSemestres } from "../queries";
import { motsDe, sansAccent } from "./recherche";

export const PAR_PAGE = 50;

/** Une page d'étudiants : ceux dont chaque mot cherché est dans le nom, le prénom ou le numéro, avec leurs inscriptions. */
export async function listEtudiants(filtre: { q: string; semestreId: string | undefined; page: number }) {
  return read(async (l) => {
    const texte = sansAccent(sql`${etudiant.nom} || ' ' || ${etudiant.prenom} || ' ' || ${etudiant.numero}`);
    const conditions: SQL[] = motsDe(filtre.q).map((mot) => sql`${texte} like ${`%${mot}%`} escape '!'`);
    if (filtre.semestreId) {
      const inscrits = l
        .select({ id: inscription.etudiantId })
        .from(inscription)
        .where(eq(inscription.semestreId, filtre.semestreId));
      conditions.push(inArray(etudiant.id, inscrits));
    }
    const [compte] = await l
      .select({ total: count() })
      .from(etudiant)
      .where(and(...conditions));
    const etudiants = await l
      .select()
      .from(etudiant)
      .where(and(...conditions))
      .orderBy(asc(etudiant.nom), asc(etudiant.prenom), asc(etudiant.id))
      .limit(PAR_PAGE)
      .offset((filtre.page - 1) * PAR_PAGE);
    const ids = etudiants.map((e) => e.id);
    const inscriptions = await readInscriptions(l, inArray(inscription.etudiantId, ids));
    const de = groupBy(inscriptions, (i) => i.etudiantId);
    return {
      total: compte?.total ?? 0,
      etudiants: etudiants.map((e) => ({ ...e, inscriptions: de.get(e.id) ?? [] })),
    };
  });
}

type Lecture = Parameters<Parameters<typeof read>[0]>[0];

/** Des inscriptions et leurs groupes, de la plus récente à la plus ancienne : deux requêtes. */
async function readInscriptions(l: Lecture, condition: SQL) {
  const lignes = await l
    .select({ inscription, semestre, promotion: promotion.titre, maquetteSemestre, parcours: parcours.code })
    .from(inscription)
    .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
    .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
    .leftJoin(maquetteSemestre, eq(maquetteSemestre.id, inscription.maquetteSemestreId))
    .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
    .where(condition)
    .orderBy(desc(semestre.anneeUniversitaire), desc(semestre.numero));
  const groupes = await l
    .select({ inscriptionId: inscriptionGroupe.inscriptionId, id: groupe.id, nom: groupe.nom })
    .from(inscriptionGroupe)
    .innerJoin(groupe, eq(groupe.id, inscriptionGroupe.groupeId))
    .innerJoin(inscription, eq(inscription.id, inscriptionGroupe.inscriptionId))
    .where(condition)
    .orderBy(asc(groupe.nom));
  const de = groupBy(groupes, (g) => g.inscriptionId);
  return lignes.map((x) => ({
    id: x.inscription.id,
    etudiantId: x.inscription.etudiantId,
    etat: x.inscription.etat,
    maquetteSemestreId: x.inscription.maquetteSemestreId,
    parcours: x.parcours,
    promotion: x.promotion,
    numero: x.semestre.numero,
    semestreId: x.semestre.id,
    etatSemestre: x.semestre.etat,
    titre: titreSemestre({ ...x.semestre, promotion: x.promotion }),
    programme: x.maquetteSemestre && titreMaquetteSemestre({ ...x.maquetteSemestre, parcours: x.parcours }),
    groupes: de.get(x.inscription.id) ?? [],
  }));
}

/** Le dossier administratif d'un étudiant, et de quoi l'inscrire ; null s'il n'existe pas. */
export async function findEtudiantAdministratif(etudiantId: string) {
  const semestres = await listSemestres();
  return read(async (l) => {
    const [identite] = await l.select().from(etudiant).where(eq(etudiant.id, etudiantId));
    if (!identite) return null;
    const condition = eq(inscription.etudiantId, etudiantId);
    const inscriptions = await readInscriptions(l, condition);
    const dispenses = await l
      .select({ id: dispense.id, inscriptionId: dispense.inscriptionId, ueId: dispense.ueId, motif: dispense.motif })
      .from(dispense)
      .innerJoin(inscription, eq(inscription.id, dispense.inscriptionId))
      .where(condition);
    const ues = await l
      .select({ id: ue.id, maquetteSemestreId: ue.maquetteSemestreId, competence: competence.court })
      .from(ue)
      .innerJoin(competence, eq(competence.id, ue.competenceId))
      .where(
        inArray(
          ue.maquetteSemestreId,
          inscriptions.flatMap((i) => i.maquetteSemestreId ?? []),
        ),
      )
      .orderBy(asc(competence.numero));
    const programmes = await l
      .select({ maquetteSemestre, parcours: parcours.code })
      .from(maquetteSemestre)
      .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
      .orderBy(asc(maquetteSemestre.numero), asc(parcours.code), desc(maquetteSemestre.regime));
    const groupes = await l
      .select({ id: groupe.id, nom: groupe.nom, semestreId: groupe.semestreId })
      .from(groupe)
      .orderBy(asc(groupe.nom));
    const dispensesDe = groupBy(dispenses, (d) => d.inscriptionId);
    const uesDe = groupBy(ues, (u) => u.maquetteSemestreId);
    const nomUe = new Map(ues.map((u) => [u.id, u.competence]));
    const groupesDe = groupBy(groupes, (g) => g.semestreId);
    const classes = semestres.map((s) => ({
      ...s,
      groupes: (groupesDe.get(s.id) ?? []).map(({ id, nom }) => ({ id, nom })),
      // Le régime de la classe d'abord, sans interdire l'autre : un alternant peut suivre une classe initiale.
      programmes: programmes
        .filter((p) => p.maquetteSemestre.maquetteId === s.maquetteId && p.maquetteSemestre.numero === s.numero)
        .map((p) => ({
          id: p.maquetteSemestre.id,
          titre: titreMaquetteSemestre({ ...p.maquetteSemestre, parcours: p.parcours }),
          deLaClasse: p.maquetteSemestre.regime === s.regime,
        }))
        .sort((a, b) => Number(b.deLaClasse) - Number(a.deLaClasse)),
    }));
    return {
      ...identite,
      classes,
      inscriptions: inscriptions.map((i) => ({
        ...i,
        classe: classes.find((c) => c.id === i.semestreId),
        ues: (uesDe.get(i.maquetteSemestreId ?? "") ?? []).map((u) => ({ id: u.id, competence: u.competence })),
        dispenses: (dispensesDe.get(i.id) ?? []).map((d) => ({ ...d, competence: nomUe.get(d.ueId) ?? d.ueId })),
      })),
    };
  });
}

export type EtudiantAdministratif = NonNullable<Awaited<ReturnType<typeof findEtudiantAdministratif>>>;
export type InscriptionAdministrative = EtudiantAdministratif["inscriptions"][number];
export type ClasseOuverte = EtudiantAdministratif["classes"][number];
