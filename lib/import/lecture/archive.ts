import { unzipSync } from "fflate";

/** Un classeur de 5 000 lignes, déplié, en fait quelques Mo. */
const DEPLIE_MAX = 30_000_000;
const ENTREES_MAX = 2000;

export class ArchiveRefusee extends Error {}

const TROP_GRAND = "Ce classeur est trop grand une fois déplié : gardez-y la seule feuille à importer, puis réessayez.";

export interface Archive {
  readonly noms: ReadonlySet<string>;
  /** Le texte d'une entrée dépliée ; null si elle n'y est pas. */
  lit(nom: string): string | null;
}

/**
 * Une archive zip, dont on ne déplie que les entrées utiles, jamais plus que ce qu'elles annoncent ni que la limite : une
 * bombe est refusée à sa taille annoncée, et celle qui ment est coupée là.
 */
export function openArchive(octets: Uint8Array, utile: (nom: string) => boolean): Archive {
  const noms = new Set<string>();
  let total = 0;
  const deplies = unzipSync(octets, {
    filter: ({ name, originalSize }) => {
      noms.add(name);
      if (noms.size > ENTREES_MAX) throw new ArchiveRefusee(TROP_GRAND);
      if (!utile(name)) return false;
      total += originalSize;
      if (total > DEPLIE_MAX) throw new ArchiveRefusee(TROP_GRAND);
      return true;
    },
  });
  return {
    noms,
    lit: (nom) => {
      const contenu = deplies[nom];
      return contenu ? new TextDecoder().decode(contenu) : null;
    },
  };
}
