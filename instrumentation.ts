/** Au démarrage du serveur : un environnement qui convient, puis ce que le serveur fait seul (sauvegardes, courriels). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { refusDemarrage } = await import("./lib/environnement/lecture");
    const refus = refusDemarrage();
    if (refus.length > 0) {
      console.error(refus.join("\n"));
      process.exit(1);
    }
    const { startSauvegardes } = await import("./lib/sauvegarde/planification");
    startSauvegardes();
    const { reglageCourriel } = await import("./lib/courriel/reglage");
    const reglage = reglageCourriel();
    if (!reglage) return;
    const { startFacteur } = await import("./lib/courriel/facteur");
    startFacteur(reglage);
  }
}
