"use server";
import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { type Ecriture, type EtatSemestre, pv, semestre } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { type HeureParis, instantParis } from "@/lib/heure-paris";
import type { EntreeJournal } from "@/lib/journal/entree";
import { ENTREE_DELIBERATION, ENTREE_PUBLICATION_PREVUE, ENTREE_REOUVERTURE, ENTREE_SEMESTRE } from "../input";
import { empreinte, instantanePv } from "../instantane";
import { titreSemestre } from "../libelles";
import { lockSujet, readJury } from "../queries";

interface Changement {
  readonly semestreId: string;
  readonly version: number;
  readonly avant: EtatSemestre;
  readonly apres: EtatSemestre;
  readonly publieLe?: string | null;
  readonly motif?: string;
  readonly details?: object;
}

const DEPASSE = "Ce semestre vient de changer d'état : relisez la page avant de continuer.";

/**
 * Change l'état là où la version lue est encore la bonne, et rend la ligne de journal qui le raconte. Une publication
 * fixée d'avance n'y survit jamais : elle a eu lieu, et `publieLe` la garde, ou elle n'aura pas lieu.
 */
async function changeEtat(tx: Ecriture, changement: Changement): Promise<readonly [EntreeJournal]> {
  const { semestreId, version, avant, apres, publieLe, motif, details } = changement;
  const touches = await tx
    .update(semestre)
    .set({ etat: apres, version: version + 1, publicationPrevueLe: null, ...(publieLe && { publieLe }) })
    .where(and(eq(semestre.id, semestreId), eq(semestre.version, version)))
    .returning({ id: semestre.id });
  if (touches.length === 0) {
    throw new Refus("conflit", DEPASSE);
  }
  return [
    {
      action: "état du semestre changé",
      sujetType: "semestre",
      sujetId: semestreId,
      avant: { etat: avant },
      apres: { etat: apres, ...details },
      motif: motif ?? null,
    },
  ];
}

const sujet = (tx: Ecriture, { semestreId }: { semestreId: string }) => lockSujet(tx, semestreId, "update");

/** ouvert → jury : les enseignants ne saisissent plus. Les contrôles avertissent sans empêcher. */
export const openJury = defineAction({
  action: "jury:ouvrir",
  entree: ENTREE_SEMESTRE,
  sujet,
  run: async ({ tx, sujet: { semestre: lu }, entree }) => ({
    valeur: null,
    trace: await changeEtat(tx, { ...entree, avant: lu.etat, apres: "jury" }),
  }),
});

/** jury → ouvert : une note manque, les enseignants reprennent la main. Les décisions déjà prises restent. */
export const closeJury = defineAction({
  action: "jury:fermer",
  entree: ENTREE_SEMESTRE,
  sujet,
  run: async ({ tx, sujet: { semestre: lu }, entree }) => ({
    valeur: null,
    trace: await changeEtat(tx, { ...entree, avant: lu.etat, apres: "ouvert" }),
  }),
});

/** jury ou rouvert → délibéré : verrouille et signe l'instantané de toutes les entrées, résultats et décisions. */
export const saveDeliberation = defineAction({
  action: "jury:deliberer",
  entree: ENTREE_DELIBERATION,
  sujet,
  run: async ({ tx, user, sujet: { semestre: lu }, entree, instant }) => {
    const { semestreId, president, membres } = entree;
    const { dossiers, lignes, controles } = await readJury(tx, lu);
    const bloquants = controles.filter((c) => c.ton === "bloquant");
    if (bloquants.length > 0) {
      throw new Refus(
        "invalide",
        `Le jury ne peut pas délibérer : ${bloquants.map((c) => c.titre).join(", ")}. Revenez à « ouvert » pour les faire compléter.`,
        { bloquants },
      );
    }
    const restants = lignes.filter((l) => l.aDecider.length > 0);
    if (restants.length > 0) {
      const noms = restants.slice(0, 5).map((l) => `${l.nom} ${l.prenom} (${l.aDecider.join(", ")})`);
      throw new Refus(
        "invalide",
        `Il reste à décider pour ${restants.length} étudiant${restants.length > 1 ? "s" : ""} : ${noms.join(" ; ")}${restants.length > 5 ? "…" : "."}`,
        { restants: restants.map(({ etudiantId, aDecider }) => ({ etudiantId, aDecider })) },
      );
    }
    const [dernier] = await tx
      .select({ numero: pv.numero })
      .from(pv)
      .where(eq(pv.semestreId, semestreId))
      .orderBy(desc(pv.numero))
      .limit(1);
    const numero = (dernier?.numero ?? 0) + 1;
    const entete = {
      semestreId,
      titre: titreSemestre(lu),
      numero,
      reglementVersion: lu.reglementVersion,
      president,
      membres,
      delibereLe: instant,
    };
    const instantane = instantanePv(entete, dossiers);
    const sha256 = empreinte(instantane);
    await tx.insert(pv).values({
      id: randomUUID(),
      semestreId,
      numero,
      instantane,
      sha256,
      reglementVersion: lu.reglementVersion,
      president,
      membres,
      auteurId: user.id,
      creeLe: instant,
    });
    const { version } = entree;
    const details = { pv: numero, sha256 };
    return {
      valeur: { numero, sha256 },
      trace: await changeEtat(tx, { semestreId, version, avant: lu.etat, apres: "delibere", details }),
    };
  },
});

/** délibéré → publié : à partir de cet instant les étudiants voient les décisions. */
export const publishDecisions = defineAction({
  action: "jury:publier",
  entree: ENTREE_SEMESTRE,
  sujet,
  run: async ({ tx, sujet: { semestre: lu }, entree, instant }) => ({
    valeur: null,
    trace: await changeEtat(tx, { ...entree, avant: lu.etat, apres: "publie", publieLe: instant }),
  }),
});

/** Fixe, change ou annule l'heure de la publication, tant qu'elle n'est pas passée : aucune tâche n'aura à tourner. */
export const savePublicationPrevue = defineAction({
  action: "jury:publier",
  entree: ENTREE_PUBLICATION_PREVUE,
  sujet,
  run: async ({ tx, sujet: { semestre: lu }, entree, instant }) => {
    const { semestreId, version } = entree;
    const prevue = entree.prevue && instantPrevu(entree.prevue, instant);
    if (prevue === lu.publicationPrevueLe) return { valeur: prevue, trace: "inchange" };
    const touches = await tx
      .update(semestre)
      .set({ publicationPrevueLe: prevue, version: version + 1 })
      .where(and(eq(semestre.id, semestreId), eq(semestre.version, version)))
      .returning({ id: semestre.id });
    if (touches.length === 0) throw new Refus("conflit", DEPASSE);
    return {
      valeur: prevue,
      trace: [
        {
          action: prevue ? "publication fixée" : "publication fixée annulée",
          sujetType: "semestre",
          sujetId: semestreId,
          avant: { publication: lu.publicationPrevueLe },
          apres: { publication: prevue },
        },
      ],
    };
  },
});

function instantPrevu(heure: HeureParis, maintenant: string): string {
  const prevue = instantParis(heure);
  if (prevue === null)
    throw new Refus("invalide", "Cette heure n'existe pas ce jour-là.", {
      "prevue.heure": "Cette heure n'existe pas ce jour-là : choisissez-en une autre.",
    });
  if (prevue <= maintenant)
    throw new Refus("invalide", "Cette heure est déjà passée.", {
      "prevue.heure": "Cette heure est passée : choisissez-en une à venir, ou publiez dès maintenant.",
    });
  return prevue;
}

/** délibéré ou publié → rouvert : demande un motif ; la prochaine délibération fera un PV de plus. */
export const reopenSemestre = defineAction({
  action: "jury:rouvrir",
  entree: ENTREE_REOUVERTURE,
  sujet,
  run: async ({ tx, sujet: { semestre: lu }, entree }) => ({
    valeur: null,
    // Une publication fixée et atteinte devient la dernière publication : ce que les étudiants ont vu, ils le voient encore.
    trace: await changeEtat(tx, { ...entree, avant: lu.etat, apres: "rouvert", publieLe: lu.publieLe }),
  }),
});
