const commence = (octets: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((o, i) => octets[i] === o);

/** Sans marque d'ordre, un texte latin en UTF-16 a un octet nul sur deux, toujours du même côté. */
function utf16SansMarque(octets: Uint8Array): "utf-16le" | "utf-16be" | null {
  const vus = Math.min(octets.length - (octets.length % 2), 2000);
  if (vus < 4) return null;
  let [pairs, impairs] = [0, 0];
  for (let i = 0; i < vus; i += 2) {
    if (octets[i] === 0) pairs += 1;
    if (octets[i + 1] === 0) impairs += 1;
  }
  if (impairs * 4 > vus && pairs === 0) return "utf-16le";
  return pairs * 4 > vus && impairs === 0 ? "utf-16be" : null;
}

/** UTF-16 s'il s'annonce ou se reconnaît, UTF-8 s'il est valide, sinon Windows-1252, celui d'un Excel français. */
export function decode(octets: Uint8Array): string {
  const utf16 = commence(octets, [0xff, 0xfe])
    ? "utf-16le"
    : commence(octets, [0xfe, 0xff])
      ? "utf-16be"
      : utf16SansMarque(octets);
  if (utf16) return new TextDecoder(utf16).decode(octets);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder("windows-1252").decode(octets);
  }
}
