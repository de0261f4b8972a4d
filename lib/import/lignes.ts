import type { Plan } from "./colonnes";
import { celluleDe, type Feuille, type Ligne } from "./tableau";
import type { Colonnes, Creation, Dit, LigneApercu, LignesLues, Sort, Usage } from "./usage";

/** Une feuille, ses lignes séparées et ses colonnes attribuées. */
export interface Lue {
  readonly feuille: Feuille;
  readonly lues: LignesLues;
  readonly plan: Plan;
}

export const ditDe = (ligne: Ligne, colonnes: Colonnes): Dit =>
  new Map([...colonnes].map(([champ, c]) => [champ, celluleDe(ligne, c)]));

const ligneVide = { cle: null, nuance: null, avant: "", apres: "", propose: false, valeur: null } as const;

function inconnue<E, V>(ligne: Ligne, dit: Dit, raison: string, { annuaire, champs }: Usage<E, V>): LigneApercu<V> {
  const lu = champs.map((c) => dit.get(c.id)?.texte ?? "").find((t) => t !== "") ?? "";
  const champ = champs.find((c) => dit.has(c.id))?.id ?? "";
  return { ...ligneVide, ligne: ligne.numero, qui: annuaire.designe(dit) || "?", champ, sort: "inconnue", lu, raison };
}

function versLignes<V>(
  { numero }: Ligne,
  { cle, qui, effets }: Creation<V>,
  nuance: string | null = null,
): LigneApercu<V>[] {
  return effets.map((effet) => ({ ...effet, ligne: numero, cle, qui, nuance, propose: effet.propose ?? false }));
}

const effets = <E, V>(ligne: Ligne, dit: Dit, e: E, nuance: string | null, { annuaire, lit }: Usage<E, V>) =>
  versLignes(ligne, { cle: annuaire.cle(e), qui: annuaire.qui(e), effets: lit(e, dit, ligne) }, nuance);

const DECALEE =
  "Cette ligne a plus de cellules que l'en-tête : un séparateur de trop a pu la décaler. Corrigez-la dans le fichier.";

export function parDesignation<E, V>({ feuille, lues, plan }: Lue, usage: Usage<E, V>): LigneApercu<V>[] {
  const { annuaire, champs } = usage;
  const lignes: LigneApercu<V>[] = [];
  for (const ligne of lues.lignes) {
    const dit = ditDe(ligne, plan.colonnes);
    const trouve = annuaire.trouve(dit);
    const cree = trouve.trouve || trouve.muet ? null : (usage.cree?.(dit, ligne) ?? null);
    if (trouve.trouve || cree) {
      const faits = cree
        ? versLignes(ligne, cree)
        : trouve.trouve
          ? effets(ligne, dit, trouve.enregistrement, trouve.nuance, usage)
          : [];
      lignes.push(...(isDecalee(feuille, lues, ligne) ? faits.map((f) => refusee(f, DECALEE)) : faits));
    } else if (!trouve.muet || champs.some((c) => (dit.get(c.id)?.texte ?? "") !== ""))
      lignes.push(inconnue(ligne, dit, trouve.raison, usage));
  }
  return sansDoublons(lignes, usage.plusieurs === true);
}

const refusee = <V>(l: LigneApercu<V>, raison: string): LigneApercu<V> => ({
  ...l,
  sort: "refusee",
  raison,
  valeur: null,
});

const isDecalee = ({ origine }: Feuille, { entetes }: LignesLues, { cellules }: Ligne): boolean =>
  origine === "texte" && entetes.length > 0 && cellules.slice(entetes.length).some((c) => c.texte !== "");

/** Un enregistrement deux fois : on ne sait laquelle de ses lignes est la bonne, aucune ne s'écrit. */
function sansDoublons<V>(lignes: readonly LigneApercu<V>[], plusieurs: boolean): LigneApercu<V>[] {
  const vues = new Map<string, Set<number>>();
  const quoi = ({ cle, champ }: LigneApercu<V>) => (plusieurs ? `${cle} ${champ}` : cle);
  for (const l of lignes) {
    const de = quoi(l);
    if (l.cle !== null && de !== null) vues.set(de, (vues.get(de) ?? new Set()).add(l.ligne));
  }
  return lignes.map((l) => {
    const fois = l.cle === null ? null : vues.get(quoi(l) ?? "");
    if (!fois || fois.size < 2) return l;
    return refusee(l, `Plusieurs fois dans ce fichier (lignes ${[...fois].join(", ")}) : gardez une seule ligne.`);
  });
}

export function parPosition<E, V>({ lues, plan }: Lue, usage: Usage<E, V>): LigneApercu<V>[] {
  const debut = lues.lignes[0]?.numero ?? 1;
  return lues.lignes.flatMap((ligne) => {
    const dit = ditDe(ligne, plan.colonnes);
    const e = usage.parPosition?.place(ligne.numero - debut) ?? null;
    if (e === null)
      return [
        { ...inconnue(ligne, dit, "Il n'y a plus de ligne à cette place.", usage), qui: "Après la dernière ligne" },
      ];
    return effets(ligne, dit, e, null, usage);
  });
}

/** Plus de quelques inconnus, ou quelqu'un deux fois : à lire avant tout le reste. */
export function alertesDe<V>(lignes: readonly LigneApercu<V>[]): string[] {
  const alertes: string[] = [];
  const doubles = new Map(
    lignes.filter((l) => l.raison?.startsWith("Plusieurs fois dans ce fichier")).map((l) => [l.cle, l.qui]),
  );
  if (doubles.size > 0) {
    const [premier, ...autres] = doubles.values();
    alertes.push(
      autres.length === 0
        ? `${premier} est plusieurs fois dans ce fichier : gardez une seule ligne par personne, puis réessayez.`
        : `${doubles.size} personnes sont plusieurs fois dans ce fichier (${[premier, ...autres].slice(0, 5).join(", ")}…) : gardez une seule ligne par personne.`,
    );
  }
  const sorts = new Map<number, Sort>();
  for (const l of lignes) sorts.set(l.ligne, l.sort);
  const inconnues = [...sorts.values()].filter((s) => s === "inconnue").length;
  if (inconnues > 3 || inconnues * 2 > sorts.size)
    alertes.unshift(
      `${inconnues} lignes sur ${sorts.size} ne désignent personne de cette liste à coup sûr : vérifiez que c'est le bon fichier.`,
    );
  return alertes;
}
