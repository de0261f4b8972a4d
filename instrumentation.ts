/** Au démarrage du serveur : un environnement qui convient, la porte, puis ce que le serveur fait seul (sauvegardes, courriels). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { refusDemarrage } = await import("./lib/environnement/lecture");
    const refus = refusDemarrage();
    if (refus.length > 0) {
      console.error(refus.join("\n"));
      process.exit(1);
    }
    const { installPorte } = await import("./lib/porte/porte");
    installPorte();
    const { startSauvegardes } = await import("./lib/sauvegarde/planification");
    startSauvegardes();
    const { reglageCourriel } = await import("./lib/courriel/reglage");
    const reglage = reglageCourriel();
    if (!reglage) return;
    const { startFacteur } = await import("./lib/courriel/facteur");
    startFacteur(reglage);
  }
}

/** Une panne laisse sa référence, celle que l'écran d'erreur montre, avec l'écran par son gabarit ; jamais l'adresse demandée. */
export async function onRequestError(
  erreur: unknown,
  _: unknown,
  contexte: { readonly routePath: string; readonly routeType: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { traces } = await import("./lib/surveillance/traces");
  const { digest, name, stack } = erreur as { digest?: string; name?: string; stack?: string };
  // La pile dit où ; le message, lui, peut citer une valeur saisie.
  const ou = stack
    ?.split("\n")
    .filter((l) => l.trimStart().startsWith("at "))
    .slice(0, 8);
  traces().error({ reference: digest, genre: contexte.routeType, nom: contexte.routePath, erreur: name, ou }, "panne");
}
