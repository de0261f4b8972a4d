/** Au démarrage du serveur : le facteur des courriels, si le département en a réglé un. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { lireReglage } = await import("./lib/courriel/reglage");
    const reglage = lireReglage();
    if (typeof reglage === "string") console.error(`Courriels : ${reglage} Rien ne partira d'ici là.`);
    if (reglage === null || typeof reglage === "string") return;
    const { startFacteur } = await import("./lib/courriel/facteur");
    startFacteur(reglage);
  }
}
