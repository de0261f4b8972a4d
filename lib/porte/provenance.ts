import type { IncomingHttpHeaders } from "node:http";

const LECTURES = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Une écriture vient-elle d'une page de ce site ? Le navigateur dit toujours d'où il écrit (Origin) ; sans ce mot, on ne
 * sait pas, donc non. `publique` : l'origine où le service se donne à voir, quand elle est réglée.
 */
export function isProvenanceSure(
  methode: string,
  chemin: string,
  entetes: IncomingHttpHeaders,
  publique: string | null,
): boolean {
  if (LECTURES.has(methode)) return true;
  const { origin, host, "sec-fetch-site": site } = entetes;
  if (site !== undefined && site !== "same-origin") return false;
  // La connexion a son propre jeton contre les demandes forgées, et des outils l'ouvrent sans navigateur.
  if (origin === undefined) return chemin.startsWith("/api/auth/");
  if (publique !== null && origin === publique) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
