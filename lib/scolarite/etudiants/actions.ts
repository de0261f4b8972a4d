"use server";
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import {
  type Ecriture,
  etudiant,
  groupe,
  inscription,
  inscriptionGroupe,
  isUniqueViolation,
  lockRows,
  maquetteSemestre,
  promotion,
  semestre,
} from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { lockInscription, lockSemestre } from "../queries";
import { entreeEtat, entreeEtudiant, entreeInscription, entreeSuivi } from "./entree";

/** Ajoute un étudiant, ou corrige son identité. */
export const saveEtudiant = defineAction({
  action: "etudiant:ecrire",
  entree: entreeEtudiant,
  async sujet(tx, { id }) {
    if (id === null) return { etudiantId: undefined, avant: null };
    const [avant] = await lockRows(tx.select().from(etudiant).where(eq(etudiant.id, id)), "update");
    return avant ? { etudiantId: avant.id, avant } : null;
  },
  async run({ tx, sujet: { avant }, entree: { numero, nom, prenom } }) {
    const apres = { numero, nom, prenom };
    const id = avant?.id ?? randomUUID();
    if (avant && avant.numero === numero && avant.nom === nom && avant.prenom === prenom)
      return { valeur: { id }, trace: "inchange" };
    try {
      if (avant) await tx.update(etudiant).set(apres).where(eq(etudiant.id, id));
      else await tx.insert(etudiant).values({ id, ...apres });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Ce numéro est déjà pris.", {
        numero: `Le numéro ${numero} est déjà celui d'un autre étudiant.`,
      });
    }
    return {
      valeur: { id },
      trace: [
        {
          action: avant ? "identité corrigée" : "étudiant ajouté",
          sujetType: "etudiant",
          sujetId: id,
          avant: avant && { numero: avant.numero, nom: avant.nom, prenom: avant.prenom },
          apres,
        },
      ],
    };
  },
});

/** Le programme choisi doit être celui de ce semestre, et les groupes ceux de cette classe. */
async function verifySuivi(
  tx: Ecriture,
  semestreId: string,
  maquetteSemestreId: string,
  groupeIds: readonly string[],
): Promise<{ programme: string; groupes: string[] }> {
  const [programme] = await tx
    .select({ titre: maquetteSemestre.titreImprime })
    .from(semestre)
    .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
    .innerJoin(
      maquetteSemestre,
      and(eq(maquetteSemestre.maquetteId, promotion.maquetteId), eq(maquetteSemestre.numero, semestre.numero)),
    )
    .where(and(eq(semestre.id, semestreId), eq(maquetteSemestre.id, maquetteSemestreId)));
  if (!programme)
    throw new Refus("invalide", "Ce programme n'est pas celui de cette classe.", {
      maquetteSemestreId: "Choisissez un programme du même semestre que la classe.",
    });
  const connus = await tx
    .select({ id: groupe.id, nom: groupe.nom })
    .from(groupe)
    .where(and(eq(groupe.semestreId, semestreId), inArray(groupe.id, [...groupeIds])));
  if (connus.length !== new Set(groupeIds).size)
    throw new Refus("invalide", "Un des groupes n'est pas de cette classe : relisez la page.");
  return { programme: programme.titre, groupes: connus.map((g) => g.nom).sort() };
}

async function insertGroupes(tx: Ecriture, inscriptionId: string, groupeIds: readonly string[]): Promise<void> {
  const lignes = [...new Set(groupeIds)].map((groupeId) => ({ id: randomUUID(), inscriptionId, groupeId }));
  if (lignes.length > 0) await tx.insert(inscriptionGroupe).values(lignes);
}

/** Inscrit un étudiant dans une classe, avec son programme et ses groupes. */
export const inscrireEtudiant = defineAction({
  action: "inscription:ecrire",
  entree: entreeInscription,
  async sujet(tx, { semestreId, etudiantId }) {
    const [connu] = await tx.select({ id: etudiant.id }).from(etudiant).where(eq(etudiant.id, etudiantId));
    return connu ? lockSemestre(tx, semestreId) : null;
  },
  async run({ tx, entree: { etudiantId, semestreId, maquetteSemestreId, groupeIds } }) {
    const choix = await verifySuivi(tx, semestreId, maquetteSemestreId, groupeIds);
    const id = randomUUID();
    try {
      await tx.insert(inscription).values({ id, etudiantId, semestreId, maquetteSemestreId, etat: "I" });
    } catch (erreur) {
      if (!isUniqueViolation(erreur)) throw erreur;
      throw new Refus("invalide", "Déjà inscrit.", { semestreId: "Cet étudiant est déjà inscrit dans cette classe." });
    }
    await insertGroupes(tx, id, groupeIds);
    return {
      valeur: { id },
      trace: [{ action: "inscription faite", sujetType: "inscription", sujetId: id, avant: null, apres: choix }],
    };
  },
});

/** Change le programme suivi ou les groupes d'une inscription. */
export const saveSuivi = defineAction({
  action: "inscription:ecrire",
  entree: entreeSuivi,
  sujet: (tx, { inscriptionId }) => lockInscription(tx, inscriptionId),
  async run({ tx, sujet, entree: { inscriptionId, maquetteSemestreId, groupeIds } }) {
    const choix = await verifySuivi(tx, sujet.semestre.id, maquetteSemestreId, groupeIds);
    const [ancien] = await tx
      .select({ titre: maquetteSemestre.titreImprime })
      .from(inscription)
      .innerJoin(maquetteSemestre, eq(maquetteSemestre.id, inscription.maquetteSemestreId))
      .where(eq(inscription.id, inscriptionId));
    const retires = await tx
      .delete(inscriptionGroupe)
      .where(eq(inscriptionGroupe.inscriptionId, inscriptionId))
      .returning({ groupeId: inscriptionGroupe.groupeId });
    const noms = await tx
      .select({ nom: groupe.nom })
      .from(groupe)
      .where(
        inArray(
          groupe.id,
          retires.map((r) => r.groupeId),
        ),
      );
    await insertGroupes(tx, inscriptionId, groupeIds);
    await tx.update(inscription).set({ maquetteSemestreId }).where(eq(inscription.id, inscriptionId));
    const avant = { programme: ancien?.titre ?? null, groupes: noms.map((g) => g.nom).sort() };
    return {
      valeur: null,
      trace:
        JSON.stringify(avant) === JSON.stringify(choix)
          ? "inchange"
          : [{ action: "inscription modifiée", sujetType: "inscription", sujetId: inscriptionId, avant, apres: choix }],
    };
  },
});

/** Inscrit, démissionnaire ou défaillant (règlement 2.7), avec le motif. */
export const saveEtat = defineAction({
  action: "inscription:ecrire",
  entree: entreeEtat,
  sujet: (tx, { inscriptionId }) => lockInscription(tx, inscriptionId),
  async run({ tx, entree: { inscriptionId, lu, etat, motif } }) {
    if (lu === etat) return { valeur: null, trace: "inchange" };
    const touchees = await tx
      .update(inscription)
      .set({ etat })
      .where(and(eq(inscription.id, inscriptionId), eq(inscription.etat, lu)))
      .returning({ id: inscription.id });
    if (touchees.length === 0)
      throw new Refus("conflit", "L'état de cette inscription a changé entre-temps : relisez la page.");
    return {
      valeur: null,
      trace: [
        {
          action: "état changé",
          sujetType: "inscription",
          sujetId: inscriptionId,
          avant: { etat: lu },
          apres: { etat },
          motif,
        },
      ],
    };
  },
});
