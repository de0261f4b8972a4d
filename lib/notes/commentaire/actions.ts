"use server";
import { and, eq } from "drizzle-orm";
import { inscription, utilisateur } from "@/db";
import { defineAction } from "@/lib/auth/guard";
import { Refus } from "@/lib/errors";
import { verifyActive } from "@/lib/evaluations/ecriture";
import { lockSujetEvaluation } from "@/lib/evaluations/queries";
import { isSuivi } from "@/lib/evaluations/suivi";
import { nomComplet } from "@/lib/libelles";
import { HORS_CLASSE } from "../examen";
import { findInscriptions } from "../histoire/queries";
import { readCommentaires, writeCommentaires } from "./ecriture";
import { type CommentaireLu, entreeCommentaire } from "./entree";

const MOTIF_REQUIS = "Évaluation publiée : donnez le motif du changement.";

/**
 * Enregistre le commentaire d'une note. Il suit la première saisie : la seconde, à l'aveugle, n'en a pas. Dans un examen
 * anonyme il se rattache à la copie, sans dire de qui elle est.
 */
export const saveCommentaire = defineAction({
  action: "note:ecrire",
  entree: entreeCommentaire,
  sujet: (tx, { evaluationId }) => lockSujetEvaluation(tx, evaluationId),
  async run({ tx, user, sujet, entree: { cle, texte, versionLue, motif }, instant }) {
    const { evaluation: e } = sujet;
    verifyActive(e);
    if (e.etat === "publiee" && !motif) throw new Refus("invalide", MOTIF_REQUIS, { motif: MOTIF_REQUIS });
    const inscriptionId = (await findInscriptions(tx, e, [cle])).get(cle) ?? "";
    const [suivie] = await tx
      .select({ etat: inscription.etat })
      .from(inscription)
      .where(and(eq(inscription.id, inscriptionId), isSuivi(tx, sujet.semestre.id, sujet.elementId)));
    if (suivie?.etat !== "I") throw new Refus("invalide", HORS_CLASSE);
    const contexte = { tx, user, sujet, instant };
    const changement = { inscriptionId, texte, versionLue, source: "cellule" as const };
    const { ecrits, conflits } = await writeCommentaires(contexte, [changement], e.etat === "publiee" ? motif : null);
    if (conflits.length > 0) {
      const autre = (await readCommentaires(contexte, [inscriptionId])).get(inscriptionId);
      const [auteur] = await tx
        .select()
        .from(utilisateur)
        .where(eq(utilisateur.id, autre?.modifiePar ?? ""));
      throw new Refus("conflit", "Ce commentaire a changé entre-temps : comparez, puis enregistrez de nouveau.", {
        autre: autre && {
          texte: autre.texte,
          version: autre.version,
          le: autre.modifieLe,
          par: auteur ? nomComplet(auteur) : "",
        },
      });
    }
    const version = ecrits[0]?.version ?? versionLue;
    const lu: CommentaireLu | null = texte === "" ? null : { texte, version, le: instant, par: nomComplet(user) };
    if (ecrits.length === 0) return { valeur: { commentaire: lu, version }, trace: "inchange" };
    return { valeur: { commentaire: lu, version }, trace: "note_historique" };
  },
});
