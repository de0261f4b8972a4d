/**
 * Un code QR (ISO/CEI 18004), assez pour une adresse : octets, correction M, versions 1 à 6, masque 0. Chaque version de
 * 2 à 6 n'a qu'un motif d'alignement et des blocs égaux, ce qui tient le tout en une page.
 */
interface Version {
  readonly taille: number;
  readonly blocs: number;
  /** Octets de données et de correction de chaque bloc. */
  readonly donnees: number;
  readonly correction: number;
}

const VERSIONS: readonly Version[] = [
  { taille: 21, blocs: 1, donnees: 16, correction: 10 },
  { taille: 25, blocs: 1, donnees: 28, correction: 16 },
  { taille: 29, blocs: 1, donnees: 44, correction: 26 },
  { taille: 33, blocs: 2, donnees: 32, correction: 18 },
  { taille: 37, blocs: 2, donnees: 43, correction: 24 },
  { taille: 41, blocs: 4, donnees: 27, correction: 16 },
];

/** Quinze bits qui disent « correction M, masque 0 ». */
const FORMAT = 0x5412;

/** Les lignes du code, vrai : noir ; null si le texte est trop long. */
export function codeQr(texte: string): readonly (readonly boolean[])[] | null {
  const octets = [...new TextEncoder().encode(texte)];
  // Quatre bits de mode et huit de longueur : un octet et demi, que la fin complète.
  const version = VERSIONS.find((v) => octets.length + 2 <= v.blocs * v.donnees);
  if (!version) return null;
  const grille = motifs(version.taille);
  const chemin = libres(grille);
  const bits = entrelace(remplit(octets, version.blocs * version.donnees), version).flatMap(enBits);
  chemin.forEach(({ x, y }, i) => {
    const ligne = grille[y];
    if (ligne) ligne[x] = (bits[i] ?? false) !== ((x + y) % 2 === 0);
  });
  return grille.map((ligne) => ligne.map((module) => module ?? false));
}

const enBits = (octet: number): boolean[] => Array.from({ length: 8 }, (_, i) => ((octet >> (7 - i)) & 1) === 1);

/** Mode « octets », longueur, données, fin, puis le remplissage convenu. */
function remplit(octets: readonly number[], total: number): number[] {
  const quartets = [4, octets.length >> 4, octets.length & 15, ...octets.flatMap((o) => [o >> 4, o & 15]), 0];
  const pleins = Array.from(
    { length: quartets.length / 2 },
    (_, i) => ((quartets[2 * i] ?? 0) << 4) | (quartets[2 * i + 1] ?? 0),
  );
  while (pleins.length < total) pleins.push((pleins.length - quartets.length / 2) % 2 === 0 ? 0xec : 0x11);
  return pleins;
}

function entrelace(donnees: readonly number[], { blocs, donnees: taille, correction }: Version): number[] {
  const parts = Array.from({ length: blocs }, (_, b) => donnees.slice(b * taille, (b + 1) * taille));
  const restes = parts.map((part) => corrige(part, correction));
  const tour = (listes: readonly (readonly number[])[], longueur: number): number[] =>
    Array.from({ length: longueur }, (_, i) => listes.map((liste) => liste[i] ?? 0)).flat();
  return [...tour(parts, taille), ...tour(restes, correction)];
}

/** Le produit dans GF(256), polynôme x⁸ + x⁴ + x³ + x² + 1. */
function produit(a: number, b: number): number {
  let resultat = 0;
  for (let i = 7; i >= 0; i--) {
    resultat = (resultat << 1) ^ (resultat & 0x80 ? 0x11d : 0);
    if ((b >> i) & 1) resultat ^= a;
  }
  return resultat;
}

/** Reed-Solomon : le reste des données par le produit des (x − 2ⁱ). */
function corrige(donnees: readonly number[], degre: number): number[] {
  let generateur = [1];
  for (let i = 0, racine = 1; i < degre; i++, racine = produit(racine, 2))
    generateur = [...generateur, 0].map((c, j) => c ^ produit(generateur[j - 1] ?? 0, racine));
  let reste: number[] = Array(degre).fill(0);
  for (const octet of donnees) {
    const tete = octet ^ (reste[0] ?? 0);
    reste = [...reste.slice(1), 0].map((c, j) => c ^ produit(generateur[j + 1] ?? 0, tete));
  }
  return reste;
}

type Grille = (boolean | null)[][];

/** Ce qui ne dépend pas du texte : repères, alignement, cadence, format. Le reste est libre (null). */
function motifs(taille: number): Grille {
  const grille: Grille = Array.from({ length: taille }, () => Array(taille).fill(null));
  const pose = (x: number, y: number, noir: boolean): void => {
    const ligne = grille[y];
    if (ligne && x >= 0 && x < taille) ligne[x] = noir;
  };
  /** Des carrés emboîtés : noirs à ces distances du centre, blancs aux autres. */
  const carres = (cx: number, cy: number, rayon: number, noirs: readonly number[]): void => {
    for (let dy = -rayon; dy <= rayon; dy++)
      for (let dx = -rayon; dx <= rayon; dx++)
        pose(cx + dx, cy + dy, noirs.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let i = 0; i < taille; i++) {
    pose(6, i, i % 2 === 0);
    pose(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [taille - 4, 3],
    [3, taille - 4],
  ] as const)
    carres(x, y, 4, [0, 1, 3]);
  if (taille > 21) carres(taille - 7, taille - 7, 2, [0, 2]);
  for (let i = 0; i < 15; i++) {
    const noir = ((FORMAT >> i) & 1) === 1;
    if (i < 8) {
      pose(8, i < 6 ? i : i + 1, noir);
      pose(taille - 1 - i, 8, noir);
    } else {
      pose(i === 8 ? 7 : 14 - i, 8, noir);
      pose(8, taille - 15 + i, noir);
    }
  }
  pose(8, taille - 8, true);
  return grille;
}

/** Les cases libres dans l'ordre de lecture : deux colonnes à la fois, de droite à gauche, en montant puis en descendant. */
function libres(grille: Grille): { readonly x: number; readonly y: number }[] {
  const taille = grille.length;
  const paires = Array.from({ length: (taille - 1) / 2 }, (_, i) => taille - 1 - 2 * i).map((x) =>
    x <= 6 ? x - 1 : x,
  );
  return paires.flatMap((droite, i) =>
    Array.from({ length: taille }, (_, pas) => (i % 2 === 0 ? taille - 1 - pas : pas)).flatMap((y) =>
      [droite, droite - 1].flatMap((x) => (grille[y]?.[x] === null ? [{ x, y }] : [])),
    ),
  );
}
