"use server";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { coefficient, type Ecriture, element, inscription, lockRows, semestre, ue } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { Refus } from "@/lib/errors";
import type { EntreeJournal } from "@/lib/journal/entree";
import { entreeCoefficient, entreeConfirmation, entreePoles } from "./entree";
import type { Poles } from "./poles";

/**
 * Ce qui est confirmé, ou sur quoi un jury a déjà décidé, ne change pas sans qu'on dise pourquoi. Les décisions prises
 * gardent leur instantané.
 */
async function requireMotif(
  tx: Ecriture,
  laUe: { readonly maquetteSemestreId: string; readonly confirmeeLe: string | null },
  motif: string,
): Promise<void> {
  if (motif !== "") return;
  const [decidee] = await tx
    .select({ id: semestre.id })
    .from(inscription)
    .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
    .where(
      and(
        eq(inscription.maquetteSemestreId, laUe.maquetteSemestreId),
        inArray(semestre.etat, ["delibere", "publie", "rouvert"]),
      ),
    )
    .limit(1);
  if (!decidee && laUe.confirmeeLe === null) return;
  throw new Refus("invalide", "Dites pourquoi : ce changement a besoin d'un motif.", {
    motif: decidee
      ? "Un jury a déjà décidé avec ces nombres : dites pourquoi ils changent."
      : "Cette UE est confirmée : dites pourquoi elle change.",
  });
}

/** Corrige un coefficient d'un élément dans une UE (règlement 2.6). */
export const saveCoefficient = defineAction({
  action: "maquette:ecrire",
  entree: entreeCoefficient,
  async sujet(tx, { id }) {
    const [ligne] = await lockRows(
      tx
        .select({ coefficient, ue, elementId: element.id, titre: element.titre })
        .from(coefficient)
        .innerJoin(ue, eq(ue.id, coefficient.ueId))
        .innerJoin(element, eq(element.id, coefficient.elementId))
        .where(eq(coefficient.id, id)),
      "update",
    );
    return ligne ?? null;
  },
  async run({ tx, sujet, entree: { id, version, valeur, motif } }) {
    const { coefficient: avant, titre } = sujet;
    if (avant.version !== version) {
      throw new Refus(
        "conflit",
        `Ce coefficient a été corrigé entre-temps : il vaut ${formatCourt(avant.valeur)}, vous proposiez ${formatCourt(valeur)}.`,
        { actuel: avant.valeur, version: avant.version },
      );
    }
    if (avant.valeur === valeur) return { valeur: { version }, trace: "inchange" };
    await requireMotif(tx, sujet.ue, motif);
    const touches = await tx
      .update(coefficient)
      .set({ valeur, version: version + 1 })
      .where(and(eq(coefficient.id, id), eq(coefficient.version, version)))
      .returning({ id: coefficient.id });
    if (touches.length === 0) throw new Refus("conflit", "Ce coefficient a été corrigé entre-temps : relisez la page.");
    return {
      valeur: { version: version + 1 },
      trace: [
        {
          action: "coefficient corrigé",
          sujetType: "ue",
          sujetId: avant.ueId,
          avant: { element: titre, coefficient: avant.valeur },
          apres: { element: titre, coefficient: valeur },
          motif: motif || null,
        },
      ],
    };
  },
});

const polesDe = (u: { poleRessource: number | null; poleSae: number | null }): Poles =>
  u.poleRessource === null || u.poleSae === null ? null : { ressource: u.poleRessource, sae: u.poleSae };

const memesPoles = (a: Poles, b: Poles): boolean => a?.ressource === b?.ressource && a?.sae === b?.sae;

/** Change les pôles d'une UE : 40 à 60 % chacun, ou une seule moyenne pondérée (règlement 2.5). */
export const savePoles = defineAction({
  action: "maquette:ecrire",
  entree: entreePoles,
  async sujet(tx, { ueId }) {
    const [ligne] = await lockRows(tx.select().from(ue).where(eq(ue.id, ueId)), "update");
    return ligne ? { semestre: undefined, ue: ligne } : null;
  },
  async run({ tx, sujet, entree: { ueId, lus, poles, motif } }) {
    const avant = polesDe(sujet.ue);
    if (!memesPoles(avant, lus))
      throw new Refus("conflit", "Les pôles de cette UE ont été modifiés entre-temps.", { actuel: avant });
    if (memesPoles(avant, poles)) return { valeur: null, trace: "inchange" };
    await requireMotif(tx, sujet.ue, motif);
    await tx
      .update(ue)
      .set({ poleRessource: poles?.ressource ?? null, poleSae: poles?.sae ?? null })
      .where(eq(ue.id, ueId));
    return {
      valeur: null,
      trace: [
        {
          action: "pôles modifiés",
          sujetType: "ue",
          sujetId: ueId,
          avant: { poles: avant },
          apres: { poles },
          motif: motif || null,
        },
      ],
    };
  },
});

/** Confirme, au nom du département, les coefficients et pôles que l'écran montrait ; s'ils ont changé, rien n'est confirmé. */
export const confirmUes = defineAction({
  action: "maquette:ecrire",
  entree: entreeConfirmation,
  async sujet(tx, { maquetteSemestreId }) {
    const ues = await lockRows(
      tx.select().from(ue).where(eq(ue.maquetteSemestreId, maquetteSemestreId)).orderBy(ue.id),
      "update",
    );
    return ues.length > 0 ? { semestre: undefined, ues } : null;
  },
  async run({ tx, user, sujet, entree, instant }) {
    const connues = new Map(sujet.ues.map((u) => [u.id, u]));
    const coefficients = await tx
      .select({ id: coefficient.id, ueId: coefficient.ueId, version: coefficient.version })
      .from(coefficient)
      .where(
        inArray(
          coefficient.ueId,
          entree.ues.map((u) => u.id),
        ),
      );
    const vues = new Set(entree.ues.flatMap((u) => u.coefficients.map((c) => `${c.id} ${c.version}`)));
    const change =
      coefficients.some((c) => !vues.has(`${c.id} ${c.version}`)) ||
      entree.ues.some((vue) => {
        const actuelle = connues.get(vue.id);
        return !actuelle || !memesPoles(polesDe(actuelle), vue.poles);
      });
    if (change)
      throw new Refus(
        "conflit",
        "Un coefficient ou un pôle a changé pendant votre lecture : la page montre maintenant les valeurs actuelles, relisez-les avant de confirmer.",
      );

    const aConfirmer = entree.ues.map((u) => u.id).filter((id) => connues.get(id)?.confirmeeLe === null);
    if (aConfirmer.length === 0) return { valeur: 0, trace: "inchange" };
    const touchees = await tx
      .update(ue)
      .set({ confirmeeLe: instant, confirmeePar: user.id })
      .where(and(inArray(ue.id, aConfirmer), isNull(ue.confirmeeLe)))
      .returning({ id: ue.id });
    const [premiere, ...autres] = touchees.map(
      (u): EntreeJournal => ({
        action: "UE confirmée",
        sujetType: "ue",
        sujetId: u.id,
        avant: { confirmee: null },
        apres: { confirmee: instant },
      }),
    );
    return { valeur: touchees.length, trace: premiere ? [premiere, ...autres] : "inchange" };
  },
});
