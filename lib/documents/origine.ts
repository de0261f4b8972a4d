import "server-only";

/** Ce serveur lui-même, là où il écoute (Next pose PORT) ; jamais l'hôte que la requête prétend. */
export function origineLocale(): string {
  const { HOST, PORT } = process.env;
  const hote = !HOST || HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST;
  return `http://${hote.includes(":") ? `[${hote}]` : hote}:${PORT ?? "3000"}`;
}
