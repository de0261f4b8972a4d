import { type Correspondance, codeApogee } from "./correspondance";
import { type Colonne, type Ecrit, ecrisFichier, type FichierApogee, type LigneEtudiant } from "./fichier";

/** Ce que Paliers sait d'un objet pour un étudiant : une note affichée, un code décidé, ou la raison de n'avoir rien. */
export interface Resultat {
  /** « 12,50 » ; null : aucune. */
  readonly note: string | null;
  /** Le code publié du jury ; null : aucun, ou l'objet n'en a pas. */
  readonly code: string | null;
  /** Pourquoi il n'y a rien à écrire, s'il devrait y avoir quelque chose. */
  readonly raison: string | null;
}

/** De qui l'on parle dans Paliers. */
export interface Connu {
  readonly id: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
}

/** Ce que la base répond au fichier. */
export interface Source {
  /** Tous les étudiants concernés : ceux du fichier et ceux des classes de cette année. */
  readonly etudiants: readonly Connu[];
  /** Les codes Apogée connus. */
  readonly codes: ReadonlySet<string>;
  /** null : cet étudiant n'a pas suivi cet objet cette année-là. */
  resultat(etudiantId: string, code: string, annee: string): Resultat | null;
}

export interface Cellule {
  readonly ligne: number;
  readonly numero: string;
  readonly personne: string;
  readonly code: string;
  readonly type: string;
  readonly avant: string;
  readonly apres: string;
}

export interface Remplissage {
  readonly remplies: readonly Cellule[];
  /** Déjà remplies autrement : l'ancienne valeur et la nouvelle. */
  readonly changees: readonly Cellule[];
  /** Dans le fichier, mais pas dans Paliers. */
  readonly inconnus: readonly LigneEtudiant[];
  /** Dans Paliers, ils ont suivi cette année-là un objet du fichier ; ils n'y sont pas. */
  readonly absents: readonly Connu[];
  /** Objets du fichier dont aucun objet de Paliers ne porte le code. */
  readonly codesInconnus: readonly { readonly code: string; readonly titre: string }[];
  /** Ce qui reste vide et qui ne devrait pas, avec la raison. */
  readonly refus: readonly {
    readonly ligne: number;
    readonly personne: string;
    readonly code: string;
    readonly raison: string;
  }[];
  readonly octets: Uint8Array;
}

const sansZeros = (numero: string): string => numero.replace(/^0+(?=.)/, "");

/** Retrouve par le numéro, zéros de tête ou non quand c'est sans équivoque. */
function annuaire(etudiants: readonly Connu[]): (numero: string) => Connu | undefined {
  const exacts = new Map(etudiants.map((e) => [e.numero, e]));
  const parReste = new Map<string, Connu[]>();
  for (const e of etudiants) parReste.set(sansZeros(e.numero), [...(parReste.get(sansZeros(e.numero)) ?? []), e]);
  return (numero) => {
    const proches = parReste.get(sansZeros(numero)) ?? [];
    return exacts.get(numero) ?? (proches.length === 1 ? proches[0] : undefined);
  };
}

type Valeur = { readonly valeur: string } | { readonly raison: string } | null;

/** Une colonne N, B ou R pour un résultat ; null : rien à y écrire. */
function valeurDe(type: string, r: Resultat, choisis: Correspondance, permis: ReadonlySet<string> | null): Valeur {
  switch (type) {
    case "N":
      return r.note === null ? null : { valeur: r.note };
    case "B":
      return r.note === null ? null : { valeur: "20" };
    case "R": {
      if (r.code === null) return null;
      const code = codeApogee(r.code, choisis, permis);
      if (code !== null) return { valeur: code };
      return {
        raison: `le code ${choisis.get(r.code) ?? r.code} n'est pas permis par ce fichier : choisissez-en un autre pour ${r.code} dans la table des codes`,
      };
    }
    default:
      return null;
  }
}

/**
 * Remplit un fichier Apogée avec ce que les jurys ont publié. Une cellule que Paliers ne sait pas remplir garde ce qu'elle
 * contient ; rien d'autre que les cellules remplies ne change d'un octet.
 */
export function remplis(fichier: FichierApogee, source: Source, choisis: Correspondance): Remplissage {
  const trouve = annuaire(source.etudiants);
  const remplies: Cellule[] = [];
  const changees: Cellule[] = [];
  const refus: Remplissage["refus"][number][] = [];
  const ecrits: Ecrit[] = [];
  const inconnus: LigneEtudiant[] = [];
  const vus = new Set<string>();
  const connues = fichier.colonnes.filter((c) => source.codes.has(c.code));
  for (const etudiant of fichier.etudiants) {
    const connu = trouve(etudiant.numero);
    if (!connu) {
      inconnus.push(etudiant);
      continue;
    }
    vus.add(connu.id);
    const personne = `${etudiant.nom} ${etudiant.prenom}`;
    const dites = new Set<string>();
    for (const colonne of connues) {
      const r = source.resultat(connu.id, colonne.code, colonne.annee);
      const raison = r?.raison ?? null;
      if (raison !== null && !dites.has(`${colonne.code} ${raison}`)) {
        dites.add(`${colonne.code} ${raison}`);
        refus.push({ ligne: etudiant.ligne, personne, code: colonne.code, raison });
      }
      const valeur = r && valeurDe(colonne.type, r, choisis, fichier.resultats);
      if (!valeur) continue;
      if ("raison" in valeur) {
        refus.push({ ligne: etudiant.ligne, personne, code: colonne.code, raison: valeur.raison });
        continue;
      }
      const cellule = celluleDe(etudiant, personne, colonne, valeur.valeur);
      if (cellule.avant === cellule.apres) continue;
      (cellule.avant === "" ? remplies : changees).push(cellule);
      ecrits.push({ ligne: etudiant.ligne, rang: colonne.rang, valeur: valeur.valeur });
    }
  }
  const titres = new Map<string, string>();
  for (const c of fichier.colonnes) if (!source.codes.has(c.code)) titres.set(c.code, titres.get(c.code) || c.titre);
  return {
    remplies,
    changees,
    inconnus,
    absents: source.etudiants.filter(
      (e) => !vus.has(e.id) && connues.some((c) => source.resultat(e.id, c.code, c.annee) !== null),
    ),
    codesInconnus: [...titres].map(([code, titre]) => ({ code, titre })),
    refus,
    octets: ecrisFichier(fichier, ecrits),
  };
}

function celluleDe(etudiant: LigneEtudiant, personne: string, { code, type, rang }: Colonne, apres: string): Cellule {
  const avant = (etudiant.cellules[rang] ?? "").trim();
  return { ligne: etudiant.ligne, numero: etudiant.numero, personne, code, type, avant, apres };
}
