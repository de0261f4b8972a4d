/**
 * Le code de vérification d'un document : quinze symboles tirés au sort (75 bits) et un symbole de contrôle, par groupes
 * de quatre. L'alphabet n'a ni 0, ni O, ni 1, ni I : un code se lit sur papier et se tape sans hésiter.
 */
export const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

const HASARD = 15;
const LONGUEUR = HASARD + 1;

/**
 * Le reste d'un polynôme sur GF(32) en son générateur (x⁵ + x² + 1). Il change dès qu'un seul symbole change, ou que deux
 * symboles échangent leurs places : les fautes que fait une main qui recopie.
 */
function reste(symboles: readonly number[]): number {
  return symboles.reduce((r, s) => (((r << 1) ^ (r & 16 ? 0b100101 : 0)) & 31) ^ s, 0);
}

const groupe = (code: string): string => code.match(/.{4}/g)?.join("-") ?? code;

/** @param octets au moins quinze, tirés au sort : chacun donne cinq bits */
export function makeCode(octets: Uint8Array): string {
  if (octets.length < HASARD) throw new RangeError(`${octets.length} octets ne suffisent pas à un code`);
  const symboles = [...octets.subarray(0, HASARD)].map((o) => o & 31);
  const controle = reste([...symboles, 0]);
  return groupe([...symboles, controle].map((s) => ALPHABET[s]).join(""));
}

/** Le code tel que la base le garde, d'après ce qu'une personne a tapé ; null si ce ne peut pas en être un. */
export function parseCode(saisie: string): string | null {
  const lettres = [...saisie.toUpperCase().replaceAll(/[\s\u2010-\u2015.-]/g, "")];
  const symboles = lettres.map((l) => ALPHABET.indexOf(l));
  if (lettres.length !== LONGUEUR || symboles.includes(-1) || reste(symboles) !== 0) return null;
  return groupe(lettres.join(""));
}
