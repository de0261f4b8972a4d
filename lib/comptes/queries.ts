import "server-only";
import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { affectation, element, etudiant, read, role, semestre, utilisateur } from "@/db";
import { groupBy } from "@/lib/group-by";
import { motsDe, sansAccent } from "@/lib/scolarite/etudiants/recherche";
import { listSemestres } from "@/lib/scolarite/queries";

export const COMPTES_PAR_PAGE = 50;

/** Ce qu'on montre d'un compte : jamais l'empreinte du mot de passe. */
const COLONNES = {
  id: utilisateur.id,
  email: utilisateur.email,
  nom: utilisateur.nom,
  prenom: utilisateur.prenom,
  actif: utilisateur.actif,
};

export async function listComptes(filtre: { q: string; page: number }) {
  return read(async (l) => {
    const texte = sansAccent(sql`${utilisateur.nom} || ' ' || ${utilisateur.prenom} || ' ' || ${utilisateur.email}`);
    const conditions: SQL[] = motsDe(filtre.q).map((mot) => sql`${texte} like ${`%${mot}%`} escape '!'`);
    const [compte] = await l
      .select({ total: count() })
      .from(utilisateur)
      .where(and(...conditions));
    const comptes = await l
      .select(COLONNES)
      .from(utilisateur)
      .where(and(...conditions))
      .orderBy(asc(utilisateur.nom), asc(utilisateur.prenom), asc(utilisateur.id))
      .limit(COMPTES_PAR_PAGE)
      .offset((filtre.page - 1) * COMPTES_PAR_PAGE);
    const ids = comptes.map((c) => c.id);
    const roles = await l
      .select({ utilisateurId: role.utilisateurId, role: role.role, semestreId: role.semestreId })
      .from(role)
      .where(inArray(role.utilisateurId, ids))
      .orderBy(asc(role.role));
    const affectations = await l
      .select({ utilisateurId: affectation.utilisateurId, nombre: count() })
      .from(affectation)
      .where(inArray(affectation.utilisateurId, ids))
      .groupBy(affectation.utilisateurId);
    const rolesDe = groupBy(roles, (r) => r.utilisateurId);
    const affectationsDe = new Map(affectations.map((a) => [a.utilisateurId, a.nombre]));
    return {
      total: compte?.total ?? 0,
      comptes: comptes.map((c) => ({
        ...c,
        roles: rolesDe.get(c.id) ?? [],
        affectations: affectationsDe.get(c.id) ?? 0,
      })),
    };
  });
}

/** Un compte, ses rôles, ses éléments, et de quoi lui en donner d'autres ; null s'il n'existe pas. */
export async function findCompteGere(id: string) {
  const semestres = await listSemestres();
  return read(async (l) => {
    const [compte] = await l
      .select({ ...COLONNES, numeroEtudiant: etudiant.numero })
      .from(utilisateur)
      .leftJoin(etudiant, eq(etudiant.id, utilisateur.etudiantId))
      .where(eq(utilisateur.id, id));
    if (!compte) return null;
    const roles = await l
      .select({ id: role.id, role: role.role, semestreId: role.semestreId })
      .from(role)
      .where(eq(role.utilisateurId, id))
      .orderBy(asc(role.role));
    const affectations = await l
      .select({ id: affectation.id, semestreId: affectation.semestreId, element: element.titre })
      .from(affectation)
      .innerJoin(element, eq(element.id, affectation.elementId))
      .innerJoin(semestre, eq(semestre.id, affectation.semestreId))
      .where(eq(affectation.utilisateurId, id))
      .orderBy(asc(semestre.anneeUniversitaire), asc(semestre.numero), asc(element.ordre));
    const elements = await l
      .select({
        id: element.id,
        titre: element.titre,
        maquetteId: element.maquetteId,
        numero: element.numero,
        regime: element.regime,
      })
      .from(element)
      .orderBy(asc(element.ordre));
    const titreDe = new Map(semestres.map((s) => [s.id, s.titre]));
    return {
      ...compte,
      roles: roles.map((r) => ({ ...r, classe: r.semestreId === null ? null : (titreDe.get(r.semestreId) ?? "") })),
      affectations: affectations.map((a) => ({ ...a, classe: titreDe.get(a.semestreId) ?? "" })),
      classes: semestres.map((s) => ({
        id: s.id,
        titre: s.titre,
        elements: elements
          .filter((e) => e.maquetteId === s.maquetteId && e.numero === s.numero && e.regime === s.regime)
          .map((e) => ({ id: e.id, titre: e.titre })),
      })),
    };
  });
}

export type CompteGere = NonNullable<Awaited<ReturnType<typeof findCompteGere>>>;
