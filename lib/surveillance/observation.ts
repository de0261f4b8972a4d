import "server-only";
import { randomBytes } from "node:crypto";
import type { Role } from "@/db";
import { mesures } from "./mesures";
import { traces } from "./traces";

/** Au-delà, une réponse se remarque ; ms. */
const LENTE = 1_000;
const GARDEES = 20;

export interface Lenteur {
  /** Instant ISO 8601 UTC. */
  readonly le: string;
  readonly genre: Genre;
  readonly nom: string;
  /** ms */
  readonly duree: number;
}

type Genre = "page" | "action" | "route";

/** Ce que l'observé apprend en chemin : les rôles de qui demande. */
export interface Vu {
  roles?: readonly { readonly role: Role }[];
}

const global_ = globalThis as { paliersLenteurs?: Lenteur[] };
const lentes = (): Lenteur[] => {
  global_.paliersLenteurs ??= [];
  return global_.paliersLenteurs;
};

/** Les dernières réponses lentes de ce processus, la plus récente d'abord. */
export const listLenteurs = (): readonly Lenteur[] => lentes().toReversed();

/** Next sort d'une page par une exception : une redirection ou une page introuvable n'est pas une panne. */
const isSortie = (erreur: unknown): boolean =>
  typeof (erreur as { digest?: unknown } | null)?.digest === "string" &&
  (erreur as { digest: string }).digest.startsWith("NEXT_");

/**
 * Mesure une page, une action ou une route et en laisse la trace. `vu` reçoit les rôles de qui la demande, une fois connus.
 * @param nom le gabarit d'adresse ou le nom du droit, jamais une adresse réelle
 */
export async function observe<T>(genre: Genre, nom: string, fn: (vu: Vu) => Promise<T>): Promise<T> {
  const debut = performance.now();
  const vu: Vu = {};
  let issue = "faite";
  try {
    return await fn(vu);
  } catch (erreur) {
    issue = isSortie(erreur) ? "ailleurs" : "panne";
    throw erreur;
  } finally {
    const duree = performance.now() - debut;
    mesures().durees.observe({ genre, nom, issue }, duree / 1_000);
    const ligne = { id: randomBytes(6).toString("hex"), genre, nom, issue, duree: Math.round(duree) };
    const roles = [...new Set(vu.roles?.map((r) => r.role))].sort();
    if (duree >= LENTE) {
      lentes().push({ le: new Date().toISOString(), genre, nom, duree: Math.round(duree) });
      if (lentes().length > GARDEES) lentes().shift();
      traces().warn({ ...ligne, roles }, "réponse lente");
    } else traces().info({ ...ligne, roles });
  }
}
