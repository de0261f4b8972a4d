import type { Ecriture } from "../connexion";
import { seedAffectations } from "./affectations";
import { CLASSES, seedPromotions } from "./classes";
import { seedEvaluations } from "./evaluations";
import { seedInscriptions } from "./inscriptions";
import { seedJury } from "./jury";
import { cleMaquette, readMaquettes } from "./maquette";
import { seedNotes } from "./notes";
import { seedEtudiants, seedPersonnel } from "./personnel";

/**
 * Le département de démonstration : toujours le même, au 22 novembre 2026. Les classes se remplissent dans l'ordre du
 * temps, et chaque jury passé décide avec ce qui existait alors.
 */
export async function seedDemonstration(tx: Ecriture, motDePasse: string): Promise<void> {
  await seedPersonnel(tx, motDePasse);
  await seedEtudiants(tx, motDePasse);
  await seedPromotions(tx);
  const maquettes = await readMaquettes(tx);
  await seedAffectations(tx, maquettes);
  for (const classe of CLASSES) {
    const maquette = maquettes.get(cleMaquette(classe.numero, classe.regime));
    if (!maquette) throw new Error(`Aucune maquette pour ${classe.id}`);
    const inscrits = await seedInscriptions(tx, classe, maquette);
    const evaluations = await seedEvaluations(tx, classe, maquette);
    await seedNotes(tx, classe, inscrits, evaluations);
    if (classe.jury) await seedJury(tx, classe, classe.jury);
  }
}
