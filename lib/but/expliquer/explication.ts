import { type Centiemes, formatCentiemes } from "../nombres/centiemes";

/** Un terme d'un calcul : une note dans un module, un module dans un pôle, un pôle dans une UE, une UE dans un RCUE. */
export interface Terme {
  readonly libelle: string;
  /** Ce qui est entré dans la division, écrit comme à l'écran : « 12,50 / 20 », « ABS (compte 0) », « 11,33… ». */
  readonly valeur: string;
  /** « 1,50 », « 50 % »… */
  readonly poids: string;
  /** Produit valeur × poids, écrit. */
  readonly contribution: string;
  readonly detail: Explication | null;
}

/**
 * L'arbre qui explique un résultat (règlement 4) : mêmes textes à l'écran, sur le PDF et dans la commande.
 * Tout nombre y est déjà écrit en français, pour que personne n'ait à refaire un arrondi.
 */
export interface Explication {
  readonly sujet: "evaluation" | "module" | "pole" | "ue" | "bonus" | "rcue" | "annee" | "niveau" | "diplome";
  readonly titre: string;
  /** Le résultat arrondi, ou null quand il n'y a pas de moyenne. */
  readonly resultat: Centiemes | null;
  /** La valeur exacte avant l'arrondi : « 12,666… », « 10,0065 ». */
  readonly exact: string | null;
  /** Le calcul en une ligne : « (12,00 × 1 + 13,00 × 2) ÷ 3 ». */
  readonly operation: string | null;
  readonly termes: readonly Terme[];
  readonly ecartes: readonly { readonly libelle: string; readonly raison: string }[];
  /** Phrases complémentaires : bonus, arrondi, seuil, capitalisation, provisoire… */
  readonly remarques: readonly string[];
  /** Points du règlement appliqués : « 2.3 », « 3 », « 4 »… */
  readonly points: readonly string[];
}

/** « 9,53 sur 20 » → texte : le même arbre, en lignes indentées, pour la commande et les documents. */
export function renderExplication(e: Explication, niveau = 0): string {
  const marge = "  ".repeat(niveau);
  const lignes: string[] = [];
  const resultat = e.resultat === null ? "pas de moyenne" : formatCentiemes(e.resultat);
  const sansNombre = e.resultat === null && (e.sujet === "annee" || e.sujet === "diplome" || e.sujet === "niveau");
  const points = e.points.length > 0 ? ` [règlement ${e.points.join(", ")}]` : "";
  lignes.push(`${marge}${e.titre}${sansNombre ? "" : ` : ${resultat}`}${points}`);
  if (e.operation !== null) {
    const exact = e.exact === null ? "" : ` = ${e.exact}`;
    lignes.push(`${marge}  calcul : ${e.operation}${exact}`);
  }
  for (const terme of e.termes) {
    const poids = terme.poids === "" ? "" : ` × ${terme.poids}`;
    const contribution = terme.contribution === "" ? "" : ` = ${terme.contribution}`;
    lignes.push(`${marge}  - ${terme.libelle} : ${terme.valeur}${poids}${contribution}`);
    if (terme.detail) lignes.push(renderExplication(terme.detail, niveau + 2));
  }
  for (const { libelle, raison } of e.ecartes) lignes.push(`${marge}  - écarté : ${libelle} (${raison})`);
  for (const remarque of e.remarques) lignes.push(`${marge}  ${remarque}`);
  return lignes.join("\n");
}
