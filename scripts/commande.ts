import { ErreurPaliers } from "../db/erreurs";

/**
 * Lance une commande : un refus prévu s'affiche en une phrase et sort en 1. `main` importe lui-même la base, car un
 * PALIERS_DB refusé l'est dès cet import.
 */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (erreur) {
    if (!(erreur instanceof ErreurPaliers)) throw erreur;
    console.error(erreur.message);
    process.exitCode = 1;
  }
}
