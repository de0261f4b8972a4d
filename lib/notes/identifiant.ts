/** Un uuid v4. `crypto.randomUUID` n'existe pas sur une adresse http:// d'intranet ; `getRandomValues`, partout. */
export function newId(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(octets, (octet, i) => {
    const fixe = i === 6 ? (octet & 0x0f) | 0x40 : i === 8 ? (octet & 0x3f) | 0x80 : octet;
    return fixe.toString(16).padStart(2, "0");
  }).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
