import { queryOptions } from "@tanstack/react-query";
import type { Comparaison } from "./double/queries";
import type { Passe } from "./entree";
import type { EntreeHistorique } from "./histoire/queries";
import type { ContexteImport } from "./import/queries";
import type { Grille } from "./queries";

async function lire<T>(adresse: string, signal: AbortSignal): Promise<T> {
  const reponse = await fetch(adresse, { signal });
  if (reponse.ok) return (await reponse.json()) as T;
  const corps: unknown = await reponse.json().catch(() => null);
  const dit = typeof corps === "object" && corps !== null && "message" in corps ? corps.message : null;
  throw new Error(typeof dit === "string" ? dit : "Le serveur ne répond pas.");
}

const base = (evaluationId: string): string => `/api/evaluations/${encodeURIComponent(evaluationId)}`;

/** La grille d'une évaluation, relue pour voir arriver les notes des autres. */
export const grilleOptions = (evaluationId: string, passe: Passe = "premiere") =>
  queryOptions({
    queryKey: ["grille", evaluationId, passe],
    queryFn: ({ signal }) => lire<Grille>(`${base(evaluationId)}/${passe === "seconde" ? "seconde" : "notes"}`, signal),
  });

export const comparaisonOptions = (evaluationId: string) =>
  queryOptions({
    queryKey: ["comparaison", evaluationId],
    queryFn: ({ signal }) => lire<Comparaison>(`${base(evaluationId)}/comparaison`, signal),
  });

export const historiqueOptions = (evaluationId: string, inscriptionId: string) =>
  queryOptions({
    queryKey: ["historique", evaluationId, inscriptionId],
    queryFn: ({ signal }) =>
      lire<EntreeHistorique[]>(`${base(evaluationId)}/historique/${encodeURIComponent(inscriptionId)}`, signal),
    staleTime: 0,
  });

/** Ce qu'un import de notes demande de plus que la grille ; relu à chaque ouverture. */
export const importOptions = (semestreId: string, elementId: string) =>
  queryOptions({
    queryKey: ["import", semestreId, elementId],
    queryFn: ({ signal }) =>
      lire<ContexteImport>(
        `/api/imports/notes/${encodeURIComponent(semestreId)}/${encodeURIComponent(elementId)}`,
        signal,
      ),
    staleTime: 0,
  });
