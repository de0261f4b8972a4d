"use server";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import {
  affectation,
  type Ecriture,
  element,
  etudiant,
  isUniqueViolation,
  lockRows,
  promotion,
  read,
  role,
  semestre,
  utilisateur,
} from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { hashMotDePasse, isMotDePasse } from "@/lib/auth/mot-de-passe";
import { Refus } from "@/lib/errors";
import type { EntreeJournal } from "@/lib/journal/entree";
import {
  entreeActif,
  entreeAffectation,
  entreeCompte,
  entreeMonMotDePasse,
  entreeMotDePasse,
  entreeRetrait,
  entreeRole,
} from "./entree";

/** Tient le compte jusqu'à la fin de la transaction. */
async function lockCompte(tx: Ecriture, { utilisateurId }: { readonly utilisateurId: string }) {
  const [compte] = await lockRows(
    tx
      .select({ id: utilisateur.id, actif: utilisateur.actif })
      .from(utilisateur)
      .where(eq(utilisateur.id, utilisateurId)),
    "update",
  );
  return compte ? { semestre: undefined, compte } : null;
}

const trace = (id: string, action: string, avant: unknown, apres: unknown): [EntreeJournal] => [
  { action, sujetType: "utilisateur", sujetId: id, avant, apres },
];

/** Ouvre un compte. Le mot de passe n'est gardé que par son empreinte, et n'entre pas au journal. */
export const createCompte = defineAction({
  action: "compte:gerer",
  entree: entreeCompte,
  prepare: ({ entree }) => hashMotDePasse(entree.motDePasse),
  sujet: async () => ({}),
  async run({ tx, prepare: motDePasse, entree: { email, nom, prenom, roles, numeroEtudiant } }) {
    const [sien] = roles.includes("etudiant")
      ? await tx.select({ id: etudiant.id }).from(etudiant).where(eq(etudiant.numero, numeroEtudiant))
      : [];
    if (roles.includes("etudiant") && !sien)
      throw new Refus("invalide", "Étudiant inconnu.", {
        numeroEtudiant: `Aucun étudiant n'a le numéro ${numeroEtudiant} : ajoutez-le d'abord dans Étudiants.`,
      });
    const id = randomUUID();
    try {
      await tx.insert(utilisateur).values({ id, email, nom, prenom, motDePasse, etudiantId: sien?.id ?? null });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Ce compte existe déjà.", {
        [sien ? "numeroEtudiant" : "email"]: "Un compte existe déjà avec cette adresse ou pour cet étudiant.",
      });
    }
    await tx
      .insert(role)
      .values([...new Set(roles)].map((un) => ({ id: randomUUID(), utilisateurId: id, role: un, semestreId: null })));
    return { valeur: { id }, trace: trace(id, "compte ouvert", null, { email, nom, prenom, roles }) };
  },
});

/** Donne un rôle, partout ou pour une seule classe. */
export const insertRole = defineAction({
  action: "compte:gerer",
  entree: entreeRole,
  sujet: lockCompte,
  async run({ tx, entree: { utilisateurId, role: donne, semestreId } }) {
    if (semestreId !== null) {
      const [classe] = await tx.select({ id: semestre.id }).from(semestre).where(eq(semestre.id, semestreId));
      if (!classe) throw new Refus("invalide", "Classe inconnue.", { semestreId: "Cette classe n'existe plus." });
    }
    try {
      await tx.insert(role).values({ id: randomUUID(), utilisateurId, role: donne, semestreId });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Rôle déjà donné.", { role: "Ce compte a déjà ce rôle, dans cette étendue." });
    }
    return {
      valeur: null,
      trace: trace(utilisateurId, "rôle donné", null, { role: donne, classe: semestreId ?? "partout" }),
    };
  },
});

export const removeRole = defineAction({
  action: "compte:gerer",
  entree: entreeRetrait,
  sujet: lockCompte,
  async run({ tx, user, entree: { utilisateurId, id } }) {
    const [retire] = await tx
      .delete(role)
      .where(and(eq(role.id, id), eq(role.utilisateurId, utilisateurId)))
      .returning();
    if (!retire) throw new Refus("conflit", "Ce rôle a déjà été retiré : relisez la page.");
    if (utilisateurId === user.id && retire.role === "scolarite" && retire.semestreId === null)
      throw new Refus("invalide", "Vous ne pouvez pas vous retirer la scolarité : demandez-le à un autre compte.");
    return {
      valeur: null,
      trace: trace(utilisateurId, "rôle retiré", { role: retire.role, classe: retire.semestreId ?? "partout" }, null),
    };
  },
});

/** Confie un élément d'une classe à un enseignant. */
export const insertAffectation = defineAction({
  action: "compte:gerer",
  entree: entreeAffectation,
  sujet: lockCompte,
  async run({ tx, entree: { utilisateurId, semestreId, elementId } }) {
    const [connu] = await tx
      .select({ titre: element.titre })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(element, and(eq(element.maquetteId, promotion.maquetteId), eq(element.numero, semestre.numero)))
      .where(and(eq(semestre.id, semestreId), eq(element.id, elementId)));
    if (!connu)
      throw new Refus("invalide", "Élément inconnu.", {
        elementId: "Cet élément n'est pas enseigné dans cette classe.",
      });
    try {
      await tx.insert(affectation).values({ id: randomUUID(), utilisateurId, semestreId, elementId });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Déjà confié.", { elementId: "Cet élément lui est déjà confié dans cette classe." });
    }
    return {
      valeur: null,
      trace: trace(utilisateurId, "élément confié", null, { element: connu.titre, classe: semestreId }),
    };
  },
});

export const removeAffectation = defineAction({
  action: "compte:gerer",
  entree: entreeRetrait,
  sujet: lockCompte,
  async run({ tx, entree: { utilisateurId, id } }) {
    const [retiree] = await tx
      .delete(affectation)
      .where(and(eq(affectation.id, id), eq(affectation.utilisateurId, utilisateurId)))
      .returning();
    if (!retiree) throw new Refus("conflit", "Cette affectation a déjà été retirée : relisez la page.");
    return {
      valeur: null,
      trace: trace(utilisateurId, "élément retiré", { element: retiree.elementId, classe: retiree.semestreId }, null),
    };
  },
});

const fermeSessions = { sessionVersion: sql`${utilisateur.sessionVersion} + 1` };

/** Ferme un compte et ses sessions, ou le rouvre ; rien de ce qu'il a fait ne disparaît. */
export const saveActif = defineAction({
  action: "compte:gerer",
  entree: entreeActif,
  sujet: lockCompte,
  async run({ tx, user, sujet, entree: { utilisateurId, actif } }) {
    if (utilisateurId === user.id) throw new Refus("invalide", "Vous ne pouvez pas fermer votre propre compte.");
    if (sujet.compte.actif === actif) return { valeur: null, trace: "inchange" };
    await tx
      .update(utilisateur)
      .set({ actif, ...fermeSessions })
      .where(eq(utilisateur.id, utilisateurId));
    return {
      valeur: null,
      trace: trace(utilisateurId, actif ? "compte rouvert" : "compte fermé", { actif: !actif }, { actif }),
    };
  },
});

/** Donne un nouveau mot de passe : toutes les sessions de la personne se ferment. */
export const resetMotDePasse = defineAction({
  action: "compte:gerer",
  entree: entreeMotDePasse,
  prepare: ({ entree }) => hashMotDePasse(entree.motDePasse),
  sujet: lockCompte,
  async run({ tx, prepare: motDePasse, entree: { utilisateurId } }) {
    await tx
      .update(utilisateur)
      .set({ motDePasse, ...fermeSessions })
      .where(eq(utilisateur.id, utilisateurId));
    return { valeur: null, trace: trace(utilisateurId, "mot de passe réinitialisé", null, null) };
  },
});

/** Change son propre mot de passe ; les autres sessions se ferment. */
export const saveMonMotDePasse = defineAction({
  action: "compte:soi",
  entree: entreeMonMotDePasse,
  async prepare({ user, entree }) {
    const [compte] = await read((l) =>
      l.select({ empreinte: utilisateur.motDePasse }).from(utilisateur).where(eq(utilisateur.id, user.id)),
    );
    if (!compte || !(await isMotDePasse(compte.empreinte, entree.actuel)))
      throw new Refus("invalide", "Mot de passe actuel incorrect.", {
        actuel: "Ce n'est pas votre mot de passe actuel.",
      });
    return { lue: compte.empreinte, nouvelle: await hashMotDePasse(entree.nouveau) };
  },
  sujet: async () => ({}),
  async run({ tx, user, prepare: { lue, nouvelle } }) {
    const touches = await tx
      .update(utilisateur)
      .set({ motDePasse: nouvelle, ...fermeSessions })
      .where(and(eq(utilisateur.id, user.id), eq(utilisateur.motDePasse, lue)))
      .returning({ id: utilisateur.id });
    if (touches.length === 0) throw new Refus("conflit", "Votre mot de passe vient d'être changé ailleurs.");
    return { valeur: null, trace: trace(user.id, "mot de passe changé", null, null) };
  },
});
