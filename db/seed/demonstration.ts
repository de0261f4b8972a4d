import type { Ecriture } from "../connexion";
import { seedComptes } from "./personnel";

/** Le département de démonstration : toujours le même, au 22 novembre 2026. */
export async function seedDemonstration(tx: Ecriture, motDePasse: string): Promise<void> {
  await seedComptes(tx, motDePasse);
}
