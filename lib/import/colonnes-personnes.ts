import { avecChoix } from "./choix";
import { cleCourriel, cleMots, cleNumero } from "./cles";
import { isAccompagnement } from "./entetes";
import { celluleDe, type Ligne } from "./tableau";
import type { Colonnes, LignesLues } from "./usage";

/** Ce qui peut désigner une personne dans un fichier. */
export type Designation = "numero" | "courriel" | "nom" | "prenom" | "complet" | "suite";

const ENTETES: Readonly<Record<Exclude<Designation, "suite">, RegExp>> = {
  numero:
    /^(numeros?( d)?( etudiants?| etu| etud| apogee| identification| identifiant| carte)?|n etudiants?|n etu|num( etudiants?| etu)?|code( etudiant| apogee| nip)?|apogee|nip|etudid|matricule|student (id|number)|id number|identifiant( etudiant)?|copie|numero de copie|n copie)$/,
  courriel:
    /^(courriels?|e ?mails?|mails?|mel|adresse( de)? (courriel|e ?mail|mail|mel|electronique)|(e ?mail|mail) (address|etudiant|univ\w*))$/,
  nom: /^(nom|noms|nom de famille|nom usuel|nom d usage|nom patronymique|nom de naissance|nom( de l)? etudiant|last ?name|surname|family name)$/,
  prenom: /^(prenoms?|prenom usuel|prenom d usage|prenom( de l)? etudiant|first ?name|given name)$/,
  complet:
    /^((nom|noms) (et )?prenoms?|prenoms? (et )?noms?|nom complet|etudiants?|etudiante?s?|etudiant e|eleves?|apprenant e?|apprenti e?|name|full name|identite|candidats?|nom prenom( de l)? etudiant)$/,
};
/** « N° », « ID » : un numéro d'étudiant, ou le rang dans la liste ; leurs valeurs le disent. */
const NUMERO_PEUT_ETRE = /^(n|no|id)$/;
const LONG = /^[a-z]*\d{5,}$/;

/** Cet en-tête est-il celui d'un numéro, d'une adresse ou d'un nom ? */
export const isDesignation = (cle: string): boolean =>
  Object.values(ENTETES).some((r) => r.test(cle)) || NUMERO_PEUT_ETRE.test(cle);

interface Part {
  readonly remplies: number;
  readonly reconnues: number;
  readonly part: number;
}

interface Recherches<E> {
  readonly duNumero: (texte: string) => readonly E[];
  readonly duCourriel: (texte: string) => readonly E[];
  readonly duComplet: (texte: string) => readonly E[];
  readonly exacts: (nom: string, prenom: string) => readonly E[];
}

const mesure = (lignes: readonly Ligne[], texte: (l: Ligne) => string, reconnu: (t: string) => boolean): Part => {
  const remplies = lignes.map(texte).filter((t) => t.trim() !== "");
  const reconnues = remplies.filter(reconnu).length;
  return { remplies: remplies.length, reconnues, part: remplies.length === 0 ? 0 : reconnues / remplies.length };
};

/** Assez de lignes pour reconnaître une colonne. */
const ECHANTILLON = 400;

const NUMEROS_IGNORES =
  "Les numéros de ce fichier ne sont pas ceux de cette liste : les étudiants y sont reconnus à leur nom ou à leur adresse.";

/** Les colonnes qui désignent, d'après leurs titres et d'après les personnes qui s'y reconnaissent ; et ce qu'il faut en dire. */
export function devinePersonnes<E>(
  { entetes, lignes: toutes }: LignesLues,
  choisies: Colonnes,
  { duNumero, duCourriel, duComplet, exacts }: Recherches<E>,
): { colonnes: Colonnes; dit: readonly string[] } {
  const lignes = toutes.slice(0, ECHANTILLON);
  const largeur = Math.max(0, entetes.length, ...lignes.map((l) => l.cellules.length));
  const cles = Array.from({ length: largeur }, (_, c) => cleMots(entetes[c] ?? ""));
  const texte = (c: number) => (l: Ligne) => celluleDe(l, c).texte;
  const toutesColonnes = cles.map((_, c) => c).filter((c) => !isAccompagnement(cles[c] ?? ""));
  const nommee = (champ: Exclude<Designation, "suite">): number[] =>
    toutesColonnes.filter((c) => ENTETES[champ].test(cles[c] ?? ""));
  const libre = (c: number): boolean => cles[c] === "";
  const meilleure = (notees: readonly (readonly [number, number])[]): number | undefined =>
    notees.reduce<readonly [number, number] | null>((m, n) => (n[1] > 0 && (!m || n[1] > m[1]) ? n : m), null)?.[0];

  const numeros = toutesColonnes.map((c) => {
    const cle = cles[c] ?? "";
    const m = mesure(lignes, texte(c), (t) => duNumero(t).length > 0);
    const longs = mesure(lignes, texte(c), (t) => LONG.test(cleNumero(t)));
    const sur = ENTETES.numero.test(cle) || (NUMERO_PEUT_ETRE.test(cle) && longs.part >= 0.5);
    const possible = m.remplies > 0 && (sur || (m.reconnues > 0 && m.part >= 0.5));
    return { colonne: c, m, note: possible ? m.part * 3 + (sur ? 2 : 0) : 0 };
  });
  const numero = meilleure(numeros.map(({ colonne, note }) => [colonne, note] as const));
  const partNumero = numeros.find((n) => n.colonne === numero)?.m.part ?? 0;

  const courriel = meilleure(
    toutesColonnes.map((c) => {
      const m = mesure(lignes, texte(c), (t) => cleCourriel(t) !== "");
      const connus = mesure(lignes, texte(c), (t) => duCourriel(t).length > 0);
      return [c, m.part >= 0.5 ? 1 + connus.part : 0] as const;
    }),
  );

  const ensemble = (a: number, b: number) =>
    mesure(
      lignes,
      (l) => `${celluleDe(l, a).texte} ${celluleDe(l, b).texte}`,
      (t) => duComplet(t).length > 0,
    );
  const seul = (c: number) => mesure(lignes, texte(c), (t) => duComplet(t).length > 0);
  const noms = devineNoms();

  function devineNoms(): Colonnes {
    const [nom, prenom] = [nommee("nom")[0], nommee("prenom")[0]];
    if (nom !== undefined && prenom !== undefined) return enDeux(nom, prenom, true);
    const [complet] = nommee("complet");
    const tete = complet ?? nom;
    if (tete !== undefined) {
      // Un titre fusionné au-dessus de deux colonnes laisse la seconde sans en-tête.
      const suite = tete + 1;
      if (libre(suite) && ensemble(tete, suite).part > seul(tete).part) return enDeux(tete, suite, false);
      return new Map([[complet !== undefined || seul(tete).reconnues > 0 ? "complet" : "nom", tete]]);
    }
    const paires = toutesColonnes
      .filter((c) => c + 1 < largeur && c !== numero && c + 1 !== numero)
      .map((c) => [c, Math.max(ensemble(c, c + 1).part, 0)] as const);
    const seules = toutesColonnes.map((c) => [c, seul(c).part] as const);
    const [paire, une] = [meilleure(paires), meilleure(seules)];
    const part = (liste: readonly (readonly [number, number])[], c: number | undefined) =>
      liste.find(([x]) => x === c)?.[1] ?? 0;
    if (une !== undefined && part(seules, une) >= Math.max(0.5, part(paires, paire)))
      return new Map([["complet", une]]);
    if (paire !== undefined && part(paires, paire) >= 0.5) return enDeux(paire, paire + 1, false);
    return new Map();
  }

  /**
   * Deux colonnes, l'une le nom et l'autre le prénom : les lignes qui ne se lisent que dans un sens disent lequel. Si elles se
   * contredisent, ou si rien ne tranche sans titre, l'ordre ne distingue personne : « JEAN Paul » et « PAUL Jean » sont refusés.
   */
  function enDeux(a: number, b: number, titrees: boolean): Colonnes {
    const [droit, inverse] = [
      [a, b],
      [b, a],
    ].map(
      ([n = 0, p = 0]) =>
        toutes.filter((l) => {
          const [nom, prenom] = [celluleDe(l, n).texte, celluleDe(l, p).texte];
          return exacts(nom, prenom).length > 0 && exacts(prenom, nom).length === 0;
        }).length,
    );
    const sens = (nom: number, prenom: number): Colonnes =>
      new Map([
        ["nom", nom],
        ["prenom", prenom],
      ]);
    if (inverse === 0 && (droit || titrees)) return sens(a, b);
    if (droit === 0 && inverse) return sens(b, a);
    return new Map([
      ["complet", a],
      ["suite", b],
    ]);
  }

  const partNoms = noms.has("suite")
    ? ensemble(noms.get("complet") ?? 0, noms.get("suite") ?? 0).part
    : noms.has("complet")
      ? seul(noms.get("complet") ?? 0).part
      : noms.has("prenom")
        ? ensemble(noms.get("nom") ?? 0, noms.get("prenom") ?? 0).part
        : 0;
  const partCourriel =
    courriel === undefined ? 0 : mesure(lignes, texte(courriel), (t) => duCourriel(t).length > 0).part;
  const colonnes = new Map<string, number>();
  const dit: string[] = [];
  // Un numéro d'une autre nature (INE, rang) dont aucun ne se reconnaît, quand la plupart des noms se reconnaissent.
  const numeroEtranger = numero !== undefined && partNumero === 0 && Math.max(partNoms, partCourriel) >= 0.5;
  if (numeroEtranger) dit.push(NUMEROS_IGNORES);
  else if (numero !== undefined) colonnes.set("numero", numero);
  const courrielEtranger = partCourriel === 0 && Math.max(partNoms, partNumero) >= 0.5;
  if (courriel !== undefined && !courrielEtranger) colonnes.set("courriel", courriel);
  for (const [champ, c] of noms) if (c !== numero && c !== courriel) colonnes.set(champ, c);

  if (choisies.size > 0) return { colonnes: avecChoix(colonnes, choisies), dit: [] };
  return { colonnes, dit };
}
