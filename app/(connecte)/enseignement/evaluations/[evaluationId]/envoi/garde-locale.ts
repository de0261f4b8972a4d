import type { Passe } from "@/lib/notes/entree";
import type { Cellule, FileEnvoi } from "@/lib/notes/envoi";

/**
 * Où cet appareil garde ce qu'une personne tape dans une évaluation. Une entrée par case : deux onglets de la même personne
 * ne s'effacent pas l'un l'autre, et un renvoi en double est reconnu par le serveur.
 */
export const tiroirDe = (userId: string, evaluationId: string, passe: Passe): string =>
  `paliers:${passe === "seconde" ? "seconde" : "saisie"}:${userId}:${evaluationId}:`;

/** Ce que cet appareil gardait dans ce tiroir. */
export function loadFile(tiroir: string): FileEnvoi {
  const file: Record<string, Cellule> = {};
  try {
    for (const cle of Object.keys(localStorage)) {
      const texte = cle.startsWith(tiroir) ? localStorage.getItem(cle) : null;
      if (texte) file[cle.slice(tiroir.length)] = JSON.parse(texte) as Cellule;
    }
  } catch {
    // Stockage interdit ou illisible : la saisie continue, sans la garde du disque.
  }
  return file;
}

/** N'écrit que les cases qui ont changé. */
export function storeFile(tiroir: string, avant: FileEnvoi, apres: FileEnvoi): void {
  try {
    for (const [id, cellule] of Object.entries(apres))
      if (avant[id] !== cellule) localStorage.setItem(tiroir + id, JSON.stringify(cellule));
    for (const id of Object.keys(avant)) if (!(id in apres)) localStorage.removeItem(tiroir + id);
  } catch {
    // Voir loadFile.
  }
}
