import { and, asc, eq } from "drizzle-orm";
import { decision, read, semestre } from "@/db";
import type { Portee } from "@/lib/but/modele/decision";
import { acceptPropositions, saveDecisions } from "../actions";
import { apercuPropositions } from "../apercu";
import { saveDeliberation } from "../cycle/actions";
import { type Choix, cleConsequence, planifie } from "../plan";
import { loadDossiers } from "../queries";

export const etatDe = async (id: string) =>
  (await read((l) => l.select().from(semestre).where(eq(semestre.id, id))))[0];

/** Ce semestre tel que l'écran vient de le lire. */
export async function cible(semestreId: string) {
  return { semestreId, version: (await etatDe(semestreId))?.version ?? 0 };
}

/** Ce que l'écran enverrait pour ces choix, lu maintenant. */
export async function preparerActe(semestreId: string, etudiantId: string, choix: readonly Choix[]) {
  const dossiers = await loadDossiers(semestreId);
  const cursus = dossiers.find((d) => d.dossier.etudiant.id === etudiantId)?.cursus;
  if (!cursus) throw new Error(etudiantId);
  const plan = planifie(cursus, semestreId, choix);
  return {
    semestreId,
    etudiantId,
    choix: choix.map((c) => {
      const objet = plan.objets.find((o) => o.portee === c.portee && o.objetId === c.objetId);
      return {
        ...c,
        rang: objet?.rang ?? 0,
        moyenne: objet?.moyenne ?? null,
        proposition: objet?.proposition ?? null,
      };
    }),
    consequences: plan.lignes.filter((l) => l.raison !== null).map(cleConsequence),
  };
}

export const preparer = (
  semestreId: string,
  etudiantId: string,
  portee: Portee,
  objetId: string,
  code: string,
  motif: string | null = null,
) => preparerActe(semestreId, etudiantId, [{ portee, objetId, code, motif }]);

export const decider = async (...choix: Parameters<typeof preparer>) => saveDecisions(await preparer(...choix));

export async function accepter(semestreId: string) {
  const { nombre } = apercuPropositions(await loadDossiers(semestreId), semestreId);
  return acceptPropositions({ semestreId, nombre });
}

export const deliberer = async (semestreId: string) =>
  saveDeliberation({ ...(await cible(semestreId)), president: "RENAUD Catherine", membres: "LEGRAND Antoine" });

export const decisions = (etudiantId: string, objetId: string) =>
  read((l) =>
    l
      .select()
      .from(decision)
      .where(and(eq(decision.etudiantId, etudiantId), eq(decision.objetId, objetId)))
      .orderBy(asc(decision.rang)),
  );
