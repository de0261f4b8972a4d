"use server";
import { randomUUID } from "node:crypto";
import { and, eq, inArray, max } from "drizzle-orm";
import { decision, type Ecriture, inscription } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { jsonCanonique } from "@/lib/but/modele/json-canonique";
import { isMotifRequis } from "@/lib/but/regles/codes-permis";
import { Refus } from "@/lib/errors";
import type { EntreeJournal } from "@/lib/journal/entree";
import { ENTREE_DECISIONS, ENTREE_PROPOSITIONS } from "./input";
import { cleObjet, type ObjetJury } from "./objets";
import { cleConsequence, type LignePlan, type Plan, planifie, planPropositions } from "./plan";
import { lockSujet, lockSujetEtudiant, readDossiersNommes } from "./queries";

interface Acte {
  readonly semestreId: string;
  readonly etudiantId: string;
  readonly reglementVersion: string;
  readonly auteurId: string;
  readonly instant: string;
}

type NouvelleDecision = typeof decision.$inferInsert;

const PAR_INSERTION = 500;

const lignesDecision = ({ lignes }: Plan, acte: Acte): NouvelleDecision[] =>
  lignes.map((ligne) => ({
    id: randomUUID(),
    etudiantId: acte.etudiantId,
    semestreId: acte.semestreId,
    portee: ligne.portee,
    objetId: ligne.objetId,
    rang: ligne.rang + 1,
    code: ligne.code,
    proposition: ligne.proposition,
    motif: ligne.motif,
    moyenneVue: ligne.moyenne,
    instantane: jsonCanonique(ligne.resultat),
    reglementVersion: acte.reglementVersion,
    auteurId: acte.auteurId,
    creeLe: acte.instant,
  }));

/**
 * « BUT1 » ou « BUT » se décident dans chaque formation d'un étudiant réorienté, et le rang est unique par étudiant et par
 * objet : il repart après celui de l'autre formation, que ce cursus ne montre pas.
 */
async function apresAutresFormations(tx: Ecriture, lignes: readonly NouvelleDecision[]): Promise<NouvelleDecision[]> {
  const [premiere] = lignes;
  if (!premiere) return [];
  const inscrits = tx
    .select({ id: inscription.etudiantId })
    .from(inscription)
    .where(eq(inscription.semestreId, premiere.semestreId));
  const derniers = await tx
    .select({
      etudiantId: decision.etudiantId,
      portee: decision.portee,
      objetId: decision.objetId,
      rang: max(decision.rang),
    })
    .from(decision)
    .where(and(inArray(decision.etudiantId, inscrits), inArray(decision.portee, ["annee", "diplome"])))
    .groupBy(decision.etudiantId, decision.portee, decision.objetId);
  const rangs = new Map(derniers.map((d) => [`${d.etudiantId} ${cleObjet(d)}`, Number(d.rang)]));
  return lignes.map((l) => ({ ...l, rang: Math.max(l.rang, (rangs.get(`${l.etudiantId} ${cleObjet(l)}`) ?? 0) + 1) }));
}

async function insertDecisions(tx: Ecriture, decidees: readonly NouvelleDecision[]): Promise<void> {
  const lignes = await apresAutresFormations(tx, decidees);
  for (let i = 0; i < lignes.length; i += PAR_INSERTION)
    await tx.insert(decision).values(lignes.slice(i, i + PAR_INSERTION));
}

const codesParObjet = (lignes: readonly LignePlan[], code: (ligne: LignePlan) => string | null) =>
  Object.fromEntries(lignes.map((ligne) => [cleObjet(ligne), code(ligne)]));

const entreeJournal = (action: string, { lignes }: Plan, { etudiantId, semestreId }: Acte): EntreeJournal => ({
  action,
  sujetType: "etudiant",
  sujetId: etudiantId,
  avant: { semestreId, decisions: codesParObjet(lignes, (l) => l.avant) },
  apres: { semestreId, decisions: codesParObjet(lignes, (l) => l.code) },
  motif: lignes.flatMap((l) => (l.raison === null && l.motif ? [`${l.libelle} : ${l.motif}`] : [])).join(" ; ") || null,
});

/**
 * Enregistre les décisions d'un étudiant et tout ce qu'elles entraînent, en un acte. Deux membres qui décident en même
 * temps passent l'un après l'autre ; le second apprend ce que le premier a décidé.
 */
export const saveDecisions = defineAction({
  action: "jury:decider",
  entree: ENTREE_DECISIONS,
  sujet: (tx, { semestreId, etudiantId }) => lockSujetEtudiant(tx, semestreId, etudiantId),
  run: async ({ tx, user, sujet, entree, instant }) => {
    const { semestreId, etudiantId, choix } = entree;
    const { dossiers } = await readDossiersNommes(tx, { etudiantIds: [etudiantId], dansSemestre: semestreId });
    const cursus = dossiers[0]?.cursus;
    if (!cursus) throw new Refus("introuvable", "Introuvable.");
    const plan = planifie(cursus, semestreId, choix);
    const objets = new Map(plan.objets.map((o) => [cleObjet(o), o]));
    refuseConflits(choix, objets);
    for (const c of choix) verifieChoix(c, objets.get(cleObjet(c)));
    const attendues = plan.lignes.filter((l) => l.raison !== null).map(cleConsequence);
    if (attendues.sort().join() !== [...entree.consequences].sort().join()) {
      throw new Refus(
        "conflit",
        "Ce que ces décisions entraînent a changé depuis votre lecture : rien n'a été enregistré. Relisez la page.",
      );
    }
    const acte = {
      semestreId,
      etudiantId,
      reglementVersion: sujet.semestre.reglementVersion,
      auteurId: user.id,
      instant,
    };
    await insertDecisions(tx, lignesDecision(plan, acte));
    return { valeur: { nombre: plan.lignes.length }, trace: [entreeJournal("décisions enregistrées", plan, acte)] };
  },
});

type ChoixVu = (typeof ENTREE_DECISIONS)["_output"]["choix"][number];

function refuseConflits(choix: readonly ChoixVu[], objets: ReadonlyMap<string, ObjetJury>): void {
  const conflits = choix.flatMap((c) => {
    const objet = objets.get(cleObjet(c));
    if (!objet || objet.rang === c.rang || !objet.decision) return [];
    const { code, auteur, date, motif } = objet.decision;
    return [{ libelle: objet.libelle, votre: c.code, actuel: code, auteur, date, motif }];
  });
  if (conflits.length === 0) return;
  const phrases = conflits.map((c) => `${c.libelle} : vous ${c.votre}, ${c.auteur} ${c.actuel}`);
  throw new Refus(
    "conflit",
    `Un autre membre a décidé entre-temps : rien de votre saisie n'a été enregistré. ${phrases.join(" ; ")}.`,
    { conflits },
  );
}

function verifieChoix(choix: ChoixVu, objet: ObjetJury | undefined): void {
  if (!objet) throw new Refus("invalide", "Ce jury ne décide pas de cet objet : relisez la page.");
  if (!objet.codes.includes(choix.code)) {
    throw new Refus(
      "invalide",
      `${objet.libelle} : ${choix.code} n'est pas un code permis ici. Choisissez parmi ${objet.codes.join(", ")}.`,
    );
  }
  if (objet.moyenne !== choix.moyenne || objet.proposition !== choix.proposition) {
    throw new Refus(
      "conflit",
      `${objet.libelle} : le résultat a changé depuis votre lecture, rien n'a été enregistré. Relisez la page.`,
    );
  }
  if (isMotifRequis(objet.proposition, choix.code) && !choix.motif) {
    throw new Refus(
      "invalide",
      objet.proposition
        ? `${objet.libelle} : ${choix.code} n'est pas la proposition (${objet.proposition}), donnez-en le motif.`
        : `${objet.libelle} : sans proposition, donnez le motif de ${choix.code}.`,
      { [cleObjet(choix)]: "Donnez le motif." },
    );
  }
}

/** Accepte d'un coup toutes les propositions qui n'ont pas encore de décision ; celles prises à la main ne bougent pas. */
export const acceptPropositions = defineAction({
  action: "jury:decider",
  entree: ENTREE_PROPOSITIONS,
  sujet: (tx, { semestreId }) => lockSujet(tx, semestreId, "update"),
  run: async ({ tx, user, sujet, entree, instant }) => {
    const { semestreId } = entree;
    const { dossiers } = await readDossiersNommes(tx, { semestreId });
    const plans = dossiers.flatMap(({ dossier, cursus }) => {
      const plan = planPropositions(cursus, semestreId);
      const acte: Acte = {
        semestreId,
        etudiantId: dossier.etudiant.id,
        reglementVersion: sujet.semestre.reglementVersion,
        auteurId: user.id,
        instant,
      };
      return plan.lignes.length > 0 ? [{ plan, acte }] : [];
    });
    const decisions = plans.flatMap(({ plan, acte }) => lignesDecision(plan, acte));
    if (decisions.length !== entree.nombre) {
      throw new Refus(
        "conflit",
        `La liste a changé (${decisions.length} décisions au lieu de ${entree.nombre}) : rien n'a été enregistré. Relisez-la, puis acceptez.`,
      );
    }
    await insertDecisions(tx, decisions);
    const [premiere, ...suite] = plans.map(({ plan, acte }) => entreeJournal("propositions acceptées", plan, acte));
    return { valeur: { nombre: decisions.length }, trace: premiere ? [premiere, ...suite] : "inchange" };
  },
});
