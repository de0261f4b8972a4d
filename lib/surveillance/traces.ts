import "server-only";
import { destination, type Logger, pino } from "pino";
import { lire } from "@/lib/environnement/lecture";

const NIVEAUX = { aucune: "silent", erreurs: "warn", toutes: "info" } as const;

// Next peut charger ce module plusieurs fois dans un même processus.
const global_ = globalThis as { paliersTraces?: Logger };

/**
 * Les traces du service, une ligne JSON par événement sur la sortie d'erreur. Jamais un nom, une note, une adresse ni un
 * paramètre d'adresse : l'écran par son gabarit, la personne par ses rôles.
 */
export function traces(): Logger {
  global_.paliersTraces ??= pino(
    { base: null, level: NIVEAUX[lire("PALIERS_TRACES")], timestamp: pino.stdTimeFunctions.isoTime },
    destination({ fd: 2, sync: true }),
  );
  return global_.paliersTraces;
}
