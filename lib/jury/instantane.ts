import { createHash } from "node:crypto";
import type { Dossier } from "@/db/dossiers";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import type { DecisionEnregistree, Portee } from "@/lib/but/modele/decision";
import { jsonCanonique } from "@/lib/but/modele/json-canonique";
import type { ResultatCursus } from "@/lib/but/modele/resultats";
import { cursusAuJury } from "./cursus-au-jury";
import { cleObjet, objetsDuJury } from "./objets";

/** Ce qu'un PV garde d'une décision : assez pour l'imprimer et la comparer sans rien recalculer. */
export interface DecisionPv {
  readonly portee: Portee;
  readonly objetId: string;
  readonly code: string;
  readonly proposition: string | null;
  readonly motif: string | null;
  readonly moyenneVue: number | null;
}

export interface EtudiantPv {
  readonly etudiant: { readonly id: string; readonly numero: string; readonly nom: string; readonly prenom: string };
  readonly decisions: readonly DecisionPv[];
  readonly resultats: Pick<ResultatCursus, "ectsAcquis" | "ectsTotal" | "passageS3" | "passageS5">;
}

export interface EntetePv {
  readonly semestreId: string;
  readonly titre: string;
  readonly numero: number;
  readonly reglementVersion: string;
  readonly president: string;
  readonly membres: string;
  readonly delibereLe: string;
}

/**
 * L'instantané d'une délibération (règlement 5.10) : pour chaque étudiant, toutes les entrées du calcul, les résultats
 * qu'elles donnent et les décisions de ce jury. Recalculer `resultatCursus(entrees)` y retrouve `resultats`.
 */
export function instantanePv(entete: EntetePv, dossiers: readonly { dossier: Dossier; cursus: Cursus }[]): string {
  const etudiants = dossiers.map(({ dossier, cursus }) => {
    const entrees = cursusAuJury(cursus, entete.semestreId);
    const resultats = resultatCursus(entrees);
    const { semestreId } = entete;
    return {
      etudiant: dossier.etudiant,
      parcours: dossier.inscriptions.find((i) => i.semestreId === semestreId)?.parcours ?? null,
      entrees,
      resultats,
      decisions: decisionsDuPv(entrees, resultats, semestreId),
    };
  });
  return jsonCanonique({ ...entete, etudiants });
}

/** Les décisions en vigueur de ce que ce jury juge, puis celles qu'il a prises sur les années passées (ADSUP). */
function decisionsDuPv(entrees: Cursus, resultats: ResultatCursus, semestreId: string): DecisionPv[] {
  const retenues = new Map<string, DecisionEnregistree>();
  for (const { decision } of objetsDuJury(entrees, resultats, semestreId))
    if (decision) retenues.set(cleObjet(decision), decision);
  const jugees = new Set(retenues.keys());
  for (const d of entrees.decisions) {
    const cle = cleObjet(d);
    if (d.semestreId === semestreId && !jugees.has(cle) && d.rang > (retenues.get(cle)?.rang ?? 0))
      retenues.set(cle, d);
  }
  return [...retenues.values()].map(({ portee, objetId, code, proposition, motif, moyenneVue }) => ({
    portee,
    objetId,
    code,
    proposition,
    motif,
    moyenneVue,
  }));
}

export const empreinte = (texte: string): string => createHash("sha256").update(texte).digest("hex");

export function lireInstantane(texte: string): readonly EtudiantPv[] {
  return (JSON.parse(texte) as { etudiants: readonly EtudiantPv[] }).etudiants;
}

/** Un résultat qui n'est plus celui du PV. */
export interface Difference {
  readonly etudiantId: string;
  readonly nom: string;
  readonly objet: string;
  /** Moyennes en centièmes. */
  readonly auPv: number | null;
  readonly aujourdhui: number | null;
}

/** Ce que les notes, coefficients et bonus d'aujourd'hui donneraient d'autre que le PV. Rien n'est réécrit. */
export function differencesPv(
  pv: readonly EtudiantPv[],
  dossiers: readonly { dossier: Dossier; cursus: Cursus }[],
  semestreId: string,
): Difference[] {
  const duPv = new Map(pv.map((e) => [e.etudiant.id, e]));
  return dossiers.flatMap(({ dossier, cursus }): Difference[] => {
    const { etudiant } = dossier;
    const garde = duPv.get(etudiant.id);
    const nom = `${etudiant.nom} ${etudiant.prenom}`;
    if (!garde) return [{ etudiantId: etudiant.id, nom, objet: "absent du PV", auPv: null, aujourdhui: null }];
    const entrees = cursusAuJury(cursus, semestreId);
    const objets = new Map(objetsDuJury(entrees, resultatCursus(entrees), semestreId).map((o) => [cleObjet(o), o]));
    return garde.decisions.flatMap((d): Difference[] => {
      const objet = objets.get(cleObjet(d));
      // L'année et le diplôme découlent des décisions : seules les moyennes disent qu'une note ou un bonus a changé.
      if (!objet || d.portee === "annee" || d.portee === "diplome" || d.moyenneVue === objet.moyenne) return [];
      return [{ etudiantId: etudiant.id, nom, objet: objet.libelle, auPv: d.moyenneVue, aujourdhui: objet.moyenne }];
    });
  });
}
