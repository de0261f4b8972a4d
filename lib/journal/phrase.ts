import { formatCourt } from "@/lib/but/nombres/centiemes";
import { ETATS_INSCRIPTION, ETATS_SEMESTRE, formatInstant, ROLES } from "@/lib/libelles";

const MOTS: Readonly<Record<string, string>> = {
  activite: "activité",
  anneeEntree: "année d'entrée",
  anneeUniversitaire: "année universitaire",
  applicableDu: "applicable du",
  confirmee: "confirmée le",
  element: "élément",
  etat: "état",
  evaluation: "évaluation",
  numero: "numéro",
  poles: "pôles",
  prenom: "prénom",
  reglement: "règlement",
  regime: "régime",
  reponse: "réponse",
  role: "rôle",
  roles: "rôles",
};

/** Les clés dont la valeur est un entier de centièmes. */
const CENTIEMES = new Set(["bareme", "coefficient", "moyenne", "poids"]);

/** Ce que l'écran appelle autrement que la base. */
const NOMS: Readonly<Record<string, string>> = { ...ETATS_SEMESTRE, ...ETATS_INSCRIPTION, ...ROLES };

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

function ecrit(cle: string, valeur: unknown): string {
  if (valeur === null || valeur === undefined || valeur === "") return "rien";
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  if (typeof valeur === "number") {
    if (cle === "pourcent") return `${formatCourt(valeur)} %`;
    return CENTIEMES.has(cle) && Number.isInteger(valeur) ? formatCourt(valeur) : String(valeur);
  }
  if (Array.isArray(valeur)) return valeur.length === 0 ? "aucun" : valeur.map((v) => ecrit(cle, v)).join(", ");
  if (typeof valeur === "object") return `(${phraseDe(valeur as Record<string, unknown>)})`;
  const texte = String(valeur);
  if (INSTANT.test(texte)) return formatInstant(texte);
  return cle === "etat" || cle === "role" || cle === "roles" ? (NOMS[texte] ?? texte) : texte;
}

const phraseDe = (objet: Readonly<Record<string, unknown>>): string =>
  Object.entries(objet)
    .map(([cle, valeur]) => `${MOTS[cle] ?? cle} : ${ecrit(cle, valeur)}`)
    .join(" · ");

/** Le JSON d'un avant ou d'un après, en français lisible ; « » quand il n'y en a pas. */
export function phraseJournal(json: string | null): string {
  if (json === null) return "";
  const valeur: unknown = JSON.parse(json);
  if (valeur !== null && typeof valeur === "object" && !Array.isArray(valeur))
    return phraseDe(valeur as Record<string, unknown>);
  return ecrit("", valeur);
}
