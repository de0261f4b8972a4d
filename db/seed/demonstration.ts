import type { Ecriture } from "../connexion";
import { seedAffectations } from "./affectations";
import { CLASSES, seedPromotions } from "./classes";
import { seedInscriptions } from "./inscriptions";
import { seedJury } from "./jury";
import { seedEvaluations } from "./notes/evaluations";
import { seedNotes } from "./notes/notes";
import { seedEtudiants, seedPersonnel } from "./personnel";
import { cleMaquette, readMaquettes } from "./programme/maquette";

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
