import { cleMots } from "./cles";
import { type ColonneFichier, listColonnes, planColonnes } from "./colonnes";
import { separe } from "./entete";
import { alertesDe, ditDe, type Lue, parDesignation, parPosition } from "./lignes";
import { celluleDe, type Feuille, type Lecture, type Ligne } from "./tableau";
import type { Colonnes, LigneApercu, Sort, Usage } from "./usage";

/** Ce que la personne a choisi elle-même, ou ce dont on se souvient qu'elle a choisi. */
export interface Choix {
  readonly feuille?: string;
  /** Par champ, le titre de sa colonne ; « » : aucune. */
  readonly colonnes?: ReadonlyMap<string, string>;
}

export interface Apercu<V> {
  readonly feuille: string;
  readonly feuilles: readonly string[];
  readonly fichier: readonly ColonneFichier[];
  readonly colonnes: Colonnes;
  /** De quoi reconnaître ce fichier la prochaine fois. */
  readonly signature: string;
  /** À dire avant tout le reste : des inconnus, un doublon, une surprise. */
  readonly alertes: readonly string[];
  /** Bon à savoir, sans inquiéter. */
  readonly dit: readonly string[];
  readonly lignes: readonly LigneApercu<V>[];
  readonly ecartees: readonly Ligne[];
  readonly position: boolean;
}

export type Import<V> =
  | { readonly ok: true; readonly apercu: Apercu<V> }
  | {
      readonly ok: false;
      readonly message: string;
      /** Une personne peut trancher : les feuilles et les colonnes entre lesquelles choisir. */
      readonly choix: Pick<Apercu<V>, "feuilles" | "feuille" | "fichier" | "colonnes" | "signature"> | null;
    };

const RIEN: Colonnes = new Map();

/** Les titres de colonnes dans leur ordre : deux fichiers du même modèle ont la même. */
export const signatureDe = (entetes: readonly string[]): string =>
  entetes.map(cleMots).join("|").replace(/\|+$/, "").slice(0, 500);

function lisFeuille<E, V>(feuille: Feuille, usage: Usage<E, V>, choix: Choix): Lue {
  const lues = separe(feuille, usage);
  const titres = listColonnes(lues);
  const choisies = new Map(
    [...(choix.colonnes ?? [])].flatMap(([champ, titre]) => {
      if (titre === "") return [[champ, -1] as const];
      const c = titres.find((t) => t.titre === titre) ?? titres.find((t) => cleMots(t.titre) === cleMots(titre));
      return c ? [[champ, c.rang] as const] : [];
    }),
  );
  return { feuille, lues, plan: planColonnes(lues, usage, choisies.size > 0 ? choisies : RIEN) };
}

const designe = <E, V>({ plan }: Lue, { annuaire }: Usage<E, V>): boolean =>
  annuaire.champs.some(({ id }) => plan.colonnes.has(id));

/** La feuille qui porte le tableau : la seule où quelqu'un se reconnaît et où une valeur se lit. */
function choisitFeuille<E, V>(lecture: readonly Feuille[], usage: Usage<E, V>, choix: Choix): Lue | readonly string[] {
  const demandee = lecture.find((f) => f.nom === choix.feuille);
  if (demandee) return lisFeuille(demandee, usage, choix);
  const lues = lecture.map((f) => lisFeuille(f, usage, choix));
  const [seule, ...autres] = lues;
  if (seule && autres.length === 0) return seule;
  const bonnes = lues.filter((l) => designe(l, usage) && l.plan.manquants.length === 0 && isReconnue(l, usage));
  const [bonne, ...plus] = bonnes;
  if (bonne && plus.length === 0) return bonne;
  return (bonnes.length > 0 ? bonnes : lues).map((l) => l.feuille.nom);
}

const isReconnue = <E, V>({ lues, plan }: Lue, { annuaire }: Usage<E, V>): boolean =>
  lues.lignes.some((l) => annuaire.trouve(ditDe(l, plan.colonnes)).trouve);

/**
 * Ce que ferait un fichier, avant de rien écrire ; ou la phrase qui dit pourquoi il ne peut pas être lu seul. Dès que le fichier
 * dit de qui parle chaque ligne, aucune ne se place par sa position.
 */
export function prepareImport<E, V>(lecture: Lecture, usage: Usage<E, V>, choix: Choix = {}): Import<V> {
  if (!lecture.ok) return { ok: false, message: lecture.message, choix: null };
  const feuilles = lecture.feuilles.map((f) => f.nom);
  const choisie = choisitFeuille(lecture.feuilles, usage, choix);
  if (!("plan" in choisie)) {
    const message = `Ce classeur a plusieurs feuilles remplies (${choisie.join(", ")}) : choisissez celle qui est à importer.`;
    return { ok: false, message, choix: { feuilles, feuille: "", fichier: [], colonnes: RIEN, signature: "" } };
  }
  const { feuille, lues, plan } = choisie;
  const fichier = listColonnes(lues);
  const refus = (message: string): Import<V> => ({
    ok: false,
    message,
    choix: { feuilles, feuille: feuille.nom, fichier, colonnes: plan.colonnes, signature: signatureDe(lues.entetes) },
  });
  const titres = new Set(fichier.map((f) => cleMots(f.titre)));
  const absente = [...(choix.colonnes?.values() ?? [])].find((t) => t !== "" && !titres.has(cleMots(t)));
  if (absente !== undefined)
    return refus(
      `Ce fichier n'a pas de colonne « ${absente} » : ses colonnes sont ${fichier.map((f) => `« ${f.titre} »`).join(", ")}.`,
    );
  const etranger = usage.refuse?.({ ...lues, lignes: feuille.lignes });
  if (etranger) return { ok: false, message: etranger, choix: null };
  if (lues.lignes.length === 0)
    return { ok: false, message: "Ce fichier n'a que des en-têtes : il n'y a rien à importer.", choix: null };
  const titre = (c: number) => fichier.find((f) => f.rang === c)?.titre ?? "";
  const [doute] = plan.doutes.filter((d) => d.champ.requis);
  if (doute)
    return refus(
      `Ce fichier a plusieurs colonnes qui peuvent être « ${doute.champ.titre} » (${doute.colonnes.map(titre).join(", ")}) : choisissez la bonne.`,
    );
  const [manquant] = plan.manquants;
  if (manquant)
    return refus(`Aucune colonne de ce fichier ne se reconnaît comme « ${manquant.titre} » : choisissez-la.`);

  for (const champ of usage.champs) {
    const interdit = champ.refuse?.(lues.entetes[plan.colonnes.get(champ.id) ?? -1] ?? "");
    if (interdit) return refus(interdit);
  }

  const nue = !designe(choisie, usage);
  if (nue && !isNue(choisie, usage))
    return refus(
      "Ce fichier ne dit pas de qui parle chaque ligne : choisissez la colonne des numéros ou des noms, ou ajoutez-la.",
    );
  const formule = lues.lignes.find((l) => [...plan.colonnes.values()].some((c) => celluleDe(l, c).sorte === "formule"));
  if (formule)
    return refus(
      `Ligne ${formule.numero} : ce fichier contient une formule dont le résultat n'est pas enregistré. Ouvrez-le dans votre tableur, enregistrez-le, ou remplacez-la par sa valeur, puis réessayez.`,
    );
  const lignes = nue ? parPosition(choisie, usage) : parDesignation(choisie, usage);
  return {
    ok: true,
    apercu: {
      feuille: feuille.nom,
      feuilles,
      fichier,
      colonnes: plan.colonnes,
      signature: signatureDe(lues.entetes),
      alertes: [...alertesDe(lignes), ...(usage.alertes?.(lignes, lues) ?? [])],
      dit: [...(feuilles.length > 1 ? [`Feuille lue : « ${feuille.nom} ».`] : []), ...plan.dit],
      lignes,
      ecartees: lues.ecartees,
      position: nue,
    },
  };
}

/**
 * Rien que des valeurs, collées depuis une case : alors seulement l'ordre compte. Une colonne de trop en ferait un numéro de
 * liste ; sauf quand chaque champ a déjà la sienne et qu'elle dépasse à droite.
 */
function isNue<E, V>({ feuille, lues, plan }: Lue, { champs, parPosition }: Usage<E, V>): boolean {
  if (feuille.origine !== "presse-papiers" || !parPosition) return false;
  const prises = new Set(plan.colonnes.values());
  const enTrop = listColonnes(lues).filter((c) => !prises.has(c.rang));
  if (enTrop.length === 0) return prises.size > 0;
  const derniere = Math.max(-1, ...prises);
  return (
    champs.length > 1 &&
    champs.every((c) => plan.colonnes.has(c.id)) &&
    enTrop.every(({ rang }) => rang > derniere && lues.lignes.every((l) => parPosition.valeur(celluleDe(l, rang))))
  );
}

/** Ce qui demande un regard vient d'abord ; au sein d'un même sort, l'ordre du fichier. */
export const ORDRE: readonly Sort[] = ["refusee", "inconnue", "changee", "effacee", "nouvelle", "identique", "vide"];

export function parRegard<V>(lignes: readonly LigneApercu<V>[]): readonly LigneApercu<V>[] {
  const poids = (l: LigneApercu<V>): number => {
    const sort = ORDRE.indexOf(l.sort);
    return (l.propose || l.nuance) && sort > 1 ? 1.5 : sort;
  };
  return lignes.toSorted((a, b) => poids(a) - poids(b));
}

/** Ce qui s'écrira si la personne applique. */
export const isApplicable = <V>(
  l: LigneApercu<V>,
): l is LigneApercu<V> & { readonly cle: string; readonly valeur: V } =>
  l.cle !== null && l.valeur !== null && (l.sort === "nouvelle" || l.sort === "changee" || l.sort === "effacee");
