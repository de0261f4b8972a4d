const isDev = process.env.NODE_ENV === "development";

/**
 * Ce que le navigateur a le droit de charger : tout vient de ce serveur, aucune police, aucun script, aucune mesure
 * d'ailleurs, et aucun cadre autour. Un script écrit dans la page ne s'exécute que s'il porte `nonce`, tiré à chaque
 * réponse : celui qu'une saisie ferait apparaître ne le connaît pas.
 */
export const politique = (nonce: string): string =>
  [
    "default-src 'self'",
    // En développement, React a besoin d'eval pour ses traces.
    `script-src 'self' 'nonce-${nonce}'${isDev ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    // React pose des attributs style ; ils n'exécutent rien.
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Deux ans : ensuite seulement le navigateur accepterait de nouveau http. */
export const HSTS = "max-age=63072000";
