import type { Cellule, LigneJury } from "../ligne";
import type { ColonneCompetence } from "../queries";

export type CelluleFeuille =
  | { readonly value: string; readonly fontWeight?: "bold" }
  | { readonly value: number; readonly format: string }
  | null;

const gras = (value: string): CelluleFeuille => ({ value, fontWeight: "bold" });
const texte = (value: string): CelluleFeuille => (value === "" ? null : { value });
const nombre = (centiemes: number | null): CelluleFeuille =>
  centiemes === null ? null : { value: centiemes / 100, format: "0.00" };

/** La table du jury telle qu'un tableur la lit : des nombres là où il y a des moyennes, un code par case. */
export function feuilleJury(
  lignes: readonly LigneJury[],
  colonnes: readonly ColonneCompetence[],
  numero: number,
): readonly (readonly CelluleFeuille[])[] {
  const pair = numero % 2 === 0;
  const sous = pair ? [`S${numero - 1}`, `S${numero}`, "RCUE"] : [`S${numero}`];
  const cases = (l: LigneJury, n: number): (Cellule | undefined)[] =>
    pair ? [l.impaires[n], l.ues[n], l.rcues[n]] : [l.ues[n]];
  const entete = [
    ...["Numéro", "NOM Prénom", "État", "Parcours", "Groupes", "Bonus (%)"],
    ...colonnes.flatMap((c) => sous.flatMap((s) => [`${c.titre} ${s}`, `${c.titre} ${s}, code`])),
    ...(pair ? [`BUT${numero / 2}`, "Passage", "Diplômes"] : []),
    "À décider",
  ];
  return [
    entete.map(gras),
    ...lignes.map((l) => [
      texte(l.numero),
      texte(`${l.nom} ${l.prenom}`),
      texte(l.inscription === "I" ? "" : l.inscription),
      texte(l.parcours ?? ""),
      texte(l.groupes.join(", ")),
      l.bonus > 0 ? nombre(l.bonus) : null,
      ...colonnes.flatMap((c) => cases(l, c.numero).flatMap((k) => [nombre(k?.moyenne ?? null), texte(codeDe(k))])),
      ...(pair
        ? [
            texte(codeDe(l.annee ?? undefined)),
            texte(l.passage ? `${l.passage.vers} ${l.passage.ouvert ? "oui" : "non"}` : ""),
            texte(l.diplomes.map((d) => `${d.nom} ${d.code ?? `${d.proposition} (proposition)`}`).join(", ")),
          ]
        : []),
      texte(l.aDecider.join(", ")),
    ]),
  ];
}

function codeDe(cellule: Cellule | undefined): string {
  if (!cellule) return "";
  if (cellule.dispensee) return "dispense";
  if (cellule.code) return cellule.code;
  return cellule.proposition ? `${cellule.proposition} (proposition)` : cellule.provisoire ? "provisoire" : "";
}
