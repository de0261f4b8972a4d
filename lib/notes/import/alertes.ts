import { formatCourt } from "@/lib/but/nombres/centiemes";
import type { LigneApercu } from "@/lib/import/usage";
import type { EvaluationCible } from "../cible";

/** Assez de notes pour qu'une ressemblance ne soit plus un hasard. */
const ASSEZ = 5;

const nombre = (texte: string): number | null =>
  /^\d{1,6}([.,]\d{1,6})?$/.test(texte) ? Number(texte.replace(",", ".")) : null;

/** Ce qui surprend sur toute une colonne de notes, une phrase chacune. */
export function alertesNotes(
  lignes: readonly LigneApercu<unknown>[],
  { bareme, titre }: Pick<EvaluationCible, "bareme" | "titre">,
  seule: boolean,
): string[] {
  const ou = seule ? "" : `« ${titre} » : `;
  const sur = formatCourt(bareme);
  const lues = lignes.filter((l) => l.lu !== "");
  const nombres = lues.map((l) => nombre(l.lu.replace(/\s*\/\s*\d+$/, ""))).filter((n) => n !== null);
  const alertes: string[] = [];
  const trop = nombres.filter((n) => n * 100 > bareme).length;
  if (nombres.length >= 3 && trop * 3 >= nombres.length * 2)
    alertes.push(`${ou}les deux tiers des notes dépassent ${sur} : ce fichier n'est sans doute pas noté sur ${sur}.`);
  const [premiere] = nombres;
  if (nombres.length >= ASSEZ && nombres.every((n) => n === premiere))
    alertes.push(
      `${ou}toutes les notes du fichier sont égales à ${lues[0]?.lu} : vérifiez que c'est la bonne colonne.`,
    );
  else if (nombres.length >= ASSEZ && bareme === 2000 && Math.max(...nombres) <= 10 && nombres.some((n) => n > 0))
    alertes.push(
      `${ou}aucune note ne dépasse 10 alors que l'évaluation est sur 20 : vérifiez que ce fichier n'est pas noté sur 10.`,
    );
  return alertes.map((a) => a.charAt(0).toUpperCase() + a.slice(1));
}
