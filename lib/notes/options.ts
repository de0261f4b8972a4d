import { queryOptions } from "@tanstack/react-query";
import type { EntreeHistorique, Grille } from "./queries";

async function lire<T>(adresse: string, signal: AbortSignal): Promise<T> {
  const reponse = await fetch(adresse, { signal });
  if (reponse.ok) return (await reponse.json()) as T;
  const corps: unknown = await reponse.json().catch(() => null);
  const dit = typeof corps === "object" && corps !== null && "message" in corps ? corps.message : null;
  throw new Error(typeof dit === "string" ? dit : "Le serveur ne répond pas.");
}

const base = (evaluationId: string): string => `/api/evaluations/${encodeURIComponent(evaluationId)}`;

/** La grille d'une évaluation, relue pour voir arriver les notes des autres. */
export const grilleOptions = (evaluationId: string) =>
  queryOptions({
    queryKey: ["grille", evaluationId],
    queryFn: ({ signal }) => lire<Grille>(`${base(evaluationId)}/notes`, signal),
  });

export const historiqueOptions = (evaluationId: string, inscriptionId: string) =>
  queryOptions({
    queryKey: ["historique", evaluationId, inscriptionId],
    queryFn: ({ signal }) =>
      lire<EntreeHistorique[]>(`${base(evaluationId)}/historique/${encodeURIComponent(inscriptionId)}`, signal),
    staleTime: 0,
  });
