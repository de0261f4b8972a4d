"use server";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { codeApogee, correspondanceApogee, formation, lockRows, maquette } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { entreeCodes, entreeCorrespondance, entreeFichier } from "./entree";
import { lisFichier } from "./fichier";
import { listObjets } from "./objets";
import { listCodes, loadSource, readCorrespondance } from "./queries";
import { remplis } from "./remplissage";

const tries = (codes: readonly string[]): string => [...codes].sort().join(" ");

/**
 * Enregistre des codes d'objets d'une maquette, tous ou aucun. Chaque changement dit ce qu'il remplace : défaire, c'est
 * envoyer les mêmes retournés. Un code changé entre-temps par un autre est un conflit.
 */
export const saveCodes = defineAction({
  action: "apogee:ecrire",
  entree: entreeCodes,
  async sujet(tx, { maquetteId }) {
    const [ligne] = await lockRows(tx.select().from(maquette).where(eq(maquette.id, maquetteId)), "update");
    return ligne ? { semestre: undefined, maquette: ligne } : null;
  },
  async run({ tx, sujet, entree: { maquetteId, changements } }) {
    const objets = new Map((await listObjets(tx, [maquetteId])).map((o) => [`${o.objet} ${o.objetId}`, o.libelle]));
    const avant: Record<string, string> = {};
    const apres: Record<string, string> = {};
    for (const c of changements) {
      const libelle = objets.get(`${c.objet} ${c.objetId}`);
      if (libelle === undefined)
        throw new Refus("introuvable", "Un de ces objets n'est plus dans la maquette : rechargez la page.");
      const celui = and(
        eq(codeApogee.maquetteId, maquetteId),
        eq(codeApogee.objet, c.objet),
        eq(codeApogee.objetId, c.objetId),
      );
      const actuels = (await tx.select({ code: codeApogee.code }).from(codeApogee).where(celui)).map((l) => l.code);
      if (tries(actuels) === tries(c.apres)) continue;
      if (tries(actuels) !== tries(c.avant))
        throw new Refus(
          "conflit",
          `Les codes de ${libelle} ont changé entre-temps (${tries(actuels) || "aucun"}) : rien n'a été enregistré. Rechargez la page pour les voir.`,
        );
      await tx.delete(codeApogee).where(celui);
      if (c.apres.length > 0)
        await tx
          .insert(codeApogee)
          .values(c.apres.map((code) => ({ id: randomUUID(), maquetteId, objet: c.objet, objetId: c.objetId, code })));
      avant[libelle] = tries(actuels);
      apres[libelle] = tries(c.apres);
    }
    const combien = Object.keys(apres).length;
    if (combien === 0) return { valeur: { combien }, trace: "inchange" };
    const ligne = { action: "codes Apogée saisis", sujetType: "maquette", sujetId: sujet.maquette.id, avant, apres };
    return { valeur: { combien }, trace: [ligne] };
  },
});

/** Ce que deviennent nos codes de jury chez l'université ; vide : la proposition du programme. */
export const saveCorrespondance = defineAction({
  action: "apogee:ecrire",
  entree: entreeCorrespondance,
  async sujet(tx, { formationId }) {
    const [ligne] = await lockRows(tx.select().from(formation).where(eq(formation.id, formationId)), "update");
    return ligne ? { semestre: undefined, formation: ligne } : null;
  },
  async run({ tx, sujet, entree: { formationId, choix } }) {
    const celle = eq(correspondanceApogee.formationId, formationId);
    const lignes = await tx.select().from(correspondanceApogee).where(celle);
    const avant = Object.fromEntries(lignes.map((l) => [l.code, l.apogee]).sort());
    const apres: Readonly<Record<string, string>> = Object.fromEntries(
      choix
        .filter((c) => c.apogee !== "")
        .map((c) => [c.code, c.apogee])
        .sort(),
    );
    if (JSON.stringify(avant) === JSON.stringify(apres)) return { valeur: null, trace: "inchange" };
    await tx.delete(correspondanceApogee).where(celle);
    const nouvelles = Object.entries(apres).map(([code, apogee]) => ({ id: randomUUID(), formationId, code, apogee }));
    if (nouvelles.length > 0) await tx.insert(correspondanceApogee).values(nouvelles);
    const ligne = {
      action: "codes de jury pour Apogée",
      sujetType: "formation",
      sujetId: sujet.formation.id,
      avant,
      apres,
    };
    return { valeur: null, trace: [ligne] };
  },
});

/** Remplit un fichier avec les décisions publiées. Rien n'est changé dans Paliers : le journal garde seulement qui l'a emporté. */
export const fillFichier = defineAction({
  action: "apogee:ecrire",
  entree: entreeFichier,
  async sujet(tx, { formationId }) {
    const [ligne] = await tx.select().from(formation).where(eq(formation.id, formationId));
    return ligne ? { semestre: undefined, formation: ligne } : null;
  },
  async run({ tx, sujet, entree: { nom, contenu } }) {
    const lu = lisFichier(Buffer.from(contenu, "base64"));
    if (!lu.ok) throw new Refus("invalide", lu.message);
    const source = await loadSource(tx, lu.fichier, await listCodes(tx));
    const { octets, inconnus, ...reste } = remplis(lu.fichier, source, await readCorrespondance(tx));
    const { remplies, changees } = reste;
    const ligne = {
      action: "fichier Apogée rempli",
      sujetType: "formation",
      sujetId: sujet.formation.id,
      avant: null,
      apres: { fichier: nom, remplies: remplies.length, changees: changees.length },
    };
    return {
      valeur: {
        titre: lu.fichier.titre,
        etudiants: lu.fichier.etudiants.length,
        ...reste,
        inconnus: inconnus.map(({ ligne, numero, nom, prenom }) => ({ ligne, numero, nom, prenom })),
        contenu: Buffer.from(octets).toString("base64"),
      },
      trace: [ligne],
    };
  },
});
