"use server";
import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { bonus, type Ecriture, inscription, lockRows, lotImport, semestre } from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import { defineAction } from "@/lib/auth/guard";
import { can, type Utilisateur } from "@/lib/auth/permissions";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { Refus } from "@/lib/errors";
import {
  type LigneEcrite,
  listLignes,
  lockLot,
  markAnnule,
  recordLot,
  verifyDefaisable,
} from "@/lib/import/lots/ecriture";
import type { EntreeJournal } from "@/lib/journal/entree";
import { type BonusLu, entreeAnnulation, entreeEffets, entreeImport } from "./entree";
import { cibleLot, findMoitie, listEffets } from "./queries";

const PERIME =
  "Cette liste touche une classe qui n'accepte plus de bonus, ou quelqu'un qui l'a quittée : rien n'a été enregistré. Relisez le fichier.";

async function lockClasse(tx: Ecriture, semestreId: string) {
  const [ligne] = await lockRows(tx.select().from(semestre).where(eq(semestre.id, semestreId)), "share");
  return ligne ? { semestre: { id: ligne.id, etat: semestreEffectif(ligne).etat }, classe: ligne } : null;
}

/** Tous ces inscrits sont dans une classe de la même moitié d'année où cette personne peut saisir un bonus. @throws Refus sinon */
async function verifyInscrits(
  tx: Ecriture,
  user: Utilisateur,
  semestreId: string,
  lignes: readonly BonusLu[],
): Promise<void> {
  const moitie = await findMoitie(tx, semestreId);
  const permis = new Set(
    moitie?.classes
      .filter(({ semestre: s }) => can(user, "bonus:ecrire", { semestre: semestreEffectif(s) }))
      .map((c) => c.semestre.id),
  );
  const ids = [...new Set(lignes.map((b) => b.inscriptionId))];
  const trouves = await lockRows(
    tx
      .select({ id: inscription.id, semestreId: inscription.semestreId, etat: inscription.etat })
      .from(inscription)
      .where(inArray(inscription.id, ids)),
    "share",
  );
  if (trouves.length !== ids.length || trouves.some((i) => i.etat !== "I" || !permis.has(i.semestreId)))
    throw new Refus("conflit", PERIME);
}

/** Ce qu'une liste ferait à chaque UE, avant de rien écrire. */
export const previewBonus = defineAction({
  action: "bonus:ecrire",
  entree: entreeEffets,
  sujet: (tx, { semestreId }) => lockClasse(tx, semestreId),
  async run({ tx, user, entree: { semestreId, bonus: lignes } }) {
    await verifyInscrits(tx, user, semestreId, lignes);
    return { valeur: await listEffets(tx, lignes), trace: "inchange" };
  },
});

const change = (b: { readonly activite: string; readonly pourcent: Centiemes }) => ({
  activite: b.activite,
  pourcent: b.pourcent,
});

/** Écrit une liste de bonus d'un coup, chacun avec sa ligne de journal, et le lot qui saura les défaire (règlement 3). */
export const importBonus = defineAction({
  action: "bonus:ecrire",
  entree: entreeImport,
  sujet: (tx, { semestreId }) => lockClasse(tx, semestreId),
  async run({ tx, user, sujet, entree, instant }) {
    const { lotId, fichier, signature, lignes, ecartees, semestreId } = entree;
    const [deja] = await tx.select().from(lotImport).where(eq(lotImport.id, lotId));
    if (deja) return { valeur: { ecrites: deja.ecrites }, trace: "inchange" };
    await verifyInscrits(tx, user, semestreId, entree.bonus);
    const ecrites: LigneEcrite[] = [];
    const journal: EntreeJournal[] = [];
    const enPlace = new Map(
      (
        await tx
          .select()
          .from(bonus)
          .where(inArray(bonus.inscriptionId, [...new Set(entree.bonus.map((b) => b.inscriptionId))]))
      ).map((b) => [`${b.inscriptionId} ${b.activite}`, b]),
    );
    for (const b of entree.bonus) {
      const present = enPlace.get(`${b.inscriptionId} ${b.activite}`);
      if ((present?.id ?? null) !== (b.lu?.id ?? null) || (present && present.version !== b.lu?.version))
        throw new Refus(
          "conflit",
          `Ligne ${b.ligne} : ce bonus a changé depuis l'aperçu. Rien n'a été enregistré : relisez le fichier.`,
        );
      const id = present?.id ?? randomUUID();
      const version = (present?.version ?? 0) + 1;
      if (present) await tx.update(bonus).set({ pourcent: b.pourcent, version }).where(eq(bonus.id, id));
      else await tx.insert(bonus).values({ id, inscriptionId: b.inscriptionId, ...change(b), version });
      ecrites.push({
        ligne: b.ligne,
        sujetType: "bonus",
        sujetId: id,
        versionAvant: version - 1,
        versionApres: version,
        avant: present ? { pourcent: present.pourcent } : null,
      });
      journal.push({
        action: present ? "bonus corrigé" : "bonus saisi",
        sujetType: "inscription",
        sujetId: b.inscriptionId,
        avant: present ? change(present) : null,
        apres: { ...change(b), fichier },
      });
    }
    const { anneeUniversitaire, numero } = sujet.classe;
    await recordLot(
      tx,
      {
        id: lotId,
        usage: "bonus",
        cible: cibleLot(anneeUniversitaire, numero),
        semestreId,
        fichier,
        signature,
        lignes,
        ecartees,
        utilisateurId: user.id,
        instant,
      },
      ecrites,
    );
    const lot: EntreeJournal = {
      action: "bonus importés",
      sujetType: "lot_import",
      sujetId: lotId,
      avant: null,
      apres: { fichier, bonus: ecrites.length },
    };
    return { valeur: { ecrites: ecrites.length }, trace: [lot, ...journal] };
  },
});

/** Défait une liste entière tant qu'aucun de ses bonus n'a changé depuis : chacun revient à ce qu'il était. */
export const undoBonus = defineAction({
  action: "bonus:ecrire",
  entree: entreeAnnulation,
  async sujet(tx, { lotId }) {
    const lot = await lockLot(tx, lotId);
    const classe = lot?.usage === "bonus" && lot.semestreId ? await lockClasse(tx, lot.semestreId) : null;
    return lot && classe ? { ...classe, lot } : null;
  },
  async run({ tx, user, sujet: { lot }, instant }) {
    const lignes = await listLignes(tx, lot.id);
    const presents = await tx
      .select({ bonus, semestre })
      .from(bonus)
      .innerJoin(inscription, eq(inscription.id, bonus.inscriptionId))
      .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
      .where(
        inArray(
          bonus.id,
          lignes.map((l) => l.sujetId),
        ),
      );
    if (presents.some(({ semestre: s }) => !can(user, "bonus:ecrire", { semestre: semestreEffectif(s) })))
      throw new Refus(
        "verrouille",
        "Une classe de cette liste n'accepte plus de changement : ses bonus restent tels quels.",
      );
    await verifyDefaisable(tx, lot, new Map(presents.map(({ bonus: b }) => [b.id, b.version])));
    const versions = new Map<string, number>();
    const journal: EntreeJournal[] = [];
    for (const { bonus: b } of presents) {
      const brut = lignes.find((l) => l.sujetId === b.id)?.avant ?? null;
      const avant = brut === null ? null : (JSON.parse(brut) as { pourcent: typeof b.pourcent });
      if (avant)
        await tx
          .update(bonus)
          .set({ pourcent: avant.pourcent, version: b.version + 1 })
          .where(eq(bonus.id, b.id));
      else await tx.delete(bonus).where(eq(bonus.id, b.id));
      versions.set(b.id, avant ? b.version + 1 : 0);
      journal.push({
        action: avant ? "bonus corrigé" : "bonus retiré",
        sujetType: "inscription",
        sujetId: b.inscriptionId,
        avant: change(b),
        apres: avant ? { activite: b.activite, pourcent: avant.pourcent } : null,
      });
    }
    await markAnnule(tx, lot, { utilisateurId: user.id, instant }, versions);
    const ligne: EntreeJournal = {
      action: "import de bonus annulé",
      sujetType: "lot_import",
      sujetId: lot.id,
      avant: { fichier: lot.fichier, bonus: lot.ecrites },
      apres: null,
    };
    return { valeur: { defaites: versions.size }, trace: [ligne, ...journal] };
  },
});
