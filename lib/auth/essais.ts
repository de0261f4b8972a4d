import "server-only";
import { randomUUID } from "node:crypto";
import { and, count, eq, isNull, lt } from "drizzle-orm";
import { essaiConnexion, write } from "@/db";
import { insertJournal } from "@/lib/journal/entree";
import { attente, ESSAIS_APPAREIL, ESSAIS_COMPTE, FENETRE_MS } from "./attente";
import { reseauDe } from "./reseau";
import { signe } from "./secret";

export interface Essai {
  /** L'adresse tapée, en minuscules. */
  readonly email: string;
  /** L'adresse du client, telle que la porte du serveur l'a établie. */
  readonly adresse: string;
  /** Le compte de cette adresse, s'il existe : seulement pour que sa ligne de journal soit la sienne. */
  readonly utilisateurId: string | undefined;
  /** Le jeton de l'appareil déjà venu sur ce compte. */
  readonly appareil: string | null;
}

/**
 * Inscrit un essai dès qu'il arrive, avant d'être vérifié : mille essais lancés ensemble se comptent comme mille essais
 * l'un après l'autre. Dans la base, donc pour toutes les instances ; les comptes et les réseaux n'y sont que des
 * empreintes. Rend combien attendre, en secondes.
 */
export async function recordEssai(essai: Essai, maintenant = new Date()): Promise<{ id: string; attente: number }> {
  const instant = maintenant.toISOString();
  const id = randomUUID();
  const compte = signe("essai:compte", essai.email);
  const reseau = signe("essai:reseau", reseauDe(essai.adresse));
  const appareil = essai.appareil && signe("essai:appareil", essai.appareil);
  return write(async (tx) => {
    await tx.delete(essaiConnexion).where(lt(essaiConnexion.creeLe, new Date(+maintenant - FENETRE_MS).toISOString()));
    await tx.insert(essaiConnexion).values({ id, compte, reseau, appareil, creeLe: instant });
    const combien = async (...conditions: Parameters<typeof and>) => {
      const [ligne] = await tx
        .select({ n: count() })
        .from(essaiConnexion)
        .where(and(...conditions));
      return Number(ligne?.n ?? 0);
    };
    if (appareil) {
      if ((await combien(eq(essaiConnexion.appareil, appareil))) <= ESSAIS_APPAREIL) return { id, attente: 0 };
      await tx.update(essaiConnexion).set({ appareil: null }).where(eq(essaiConnexion.id, id));
    }
    const inconnu = isNull(essaiConnexion.appareil);
    const n = {
      compte: await combien(eq(essaiConnexion.compte, compte), inconnu),
      reseau: await combien(eq(essaiConnexion.reseau, reseau), inconnu),
    };
    // Une ligne par épisode, au premier essai ralenti : la personne la lira, la scolarité aussi.
    if (n.compte === ESSAIS_COMPTE + 1)
      await insertJournal(tx, null, instant, [
        {
          action: "connexions ralenties",
          sujetType: essai.utilisateurId ? "utilisateur" : "connexion",
          sujetId: essai.utilisateurId ?? "adresse sans compte",
          avant: null,
          apres: { essais: n.compte, reseau: reseauDe(essai.adresse) },
        },
      ]);
    return { id, attente: attente(n) };
  });
}

/** Un essai qui a réussi ne compte pas : une salle entière qui se connecte n'est pas une attaque. */
export async function forgetEssai(id: string): Promise<void> {
  await write((tx) => tx.delete(essaiConnexion).where(eq(essaiConnexion.id, id)));
}
