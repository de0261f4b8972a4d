import { hash } from "@node-rs/argon2";
import { formation, read, write } from "..";
import { MOT_DE_PASSE_DEMONSTRATION } from "../comptes-demonstration";
import { seedDemonstration } from "./demonstration";
import { seedProgramme } from "./programme/programme";

export type Semis = "programme" | "demonstration";

/**
 * Remplit une base vide, en une transaction : le programme seul, ou le département de démonstration entier.
 * @returns false si la base contenait déjà une formation : rien n'est alors écrit
 */
export async function seedBase(semis: Semis): Promise<boolean> {
  if ((await read((l) => l.select({ id: formation.id }).from(formation).limit(1))).length > 0) return false;
  // L'empreinte est lente à dessein : une seule pour tous les comptes, et hors de la transaction.
  const motDePasse = semis === "demonstration" ? await hash(MOT_DE_PASSE_DEMONSTRATION) : "";
  await write(async (tx) => {
    await seedProgramme(tx);
    if (semis === "demonstration") await seedDemonstration(tx, motDePasse);
  });
  return true;
}
