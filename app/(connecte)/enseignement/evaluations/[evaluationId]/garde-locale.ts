import type { Cellule, FileEnvoi } from "@/lib/notes/envoi";

// Une entrée par case : deux onglets de la même personne ne s'effacent pas l'un l'autre, et un renvoi en double est
// reconnu par le serveur.
const prefixe = (userId: string, evaluationId: string): string => `paliers:saisie:${userId}:${evaluationId}:`;

/** Ce que cet appareil gardait pour cette personne et cette évaluation. */
export function loadFile(userId: string, evaluationId: string): FileEnvoi {
  const debut = prefixe(userId, evaluationId);
  const file: Record<string, Cellule> = {};
  try {
    for (const cle of Object.keys(localStorage)) {
      const texte = cle.startsWith(debut) ? localStorage.getItem(cle) : null;
      if (texte) file[cle.slice(debut.length)] = JSON.parse(texte) as Cellule;
    }
  } catch {
    // Stockage interdit ou illisible : la saisie continue, sans la garde du disque.
  }
  return file;
}

/** N'écrit que les cases qui ont changé. */
export function storeFile(userId: string, evaluationId: string, avant: FileEnvoi, apres: FileEnvoi): void {
  const debut = prefixe(userId, evaluationId);
  try {
    for (const [id, cellule] of Object.entries(apres))
      if (avant[id] !== cellule) localStorage.setItem(debut + id, JSON.stringify(cellule));
    for (const id of Object.keys(avant)) if (!(id in apres)) localStorage.removeItem(debut + id);
  } catch {
    // Voir loadFile.
  }
}
