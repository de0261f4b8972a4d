import "server-only";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

interface Mesures {
  readonly registre: Registry;
  readonly durees: Histogram<"genre" | "nom" | "issue">;
  readonly attente: Gauge;
}

const global_ = globalThis as { paliersMesures?: Mesures };

/** Ce que Prometheus lit : durées par écran, action et route, courriels en attente, et ce que Node dit de lui-même. */
export function mesures(): Mesures {
  if (global_.paliersMesures) return global_.paliersMesures;
  const registre = new Registry();
  collectDefaultMetrics({ register: registre });
  const durees = new Histogram({
    name: "paliers_duree_secondes",
    help: "Durée d'une page, d'une action ou d'une route",
    labelNames: ["genre", "nom", "issue"] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registre],
  });
  const attente = new Gauge({
    name: "paliers_courriels_en_attente",
    help: "Courriels dus qui ne sont pas encore partis",
    registers: [registre],
  });
  global_.paliersMesures = { registre, durees, attente };
  return global_.paliersMesures;
}
