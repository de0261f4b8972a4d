import { isIPv4, isIPv6 } from "node:net";

/** Les huit groupes d'une adresse IPv6, sa forme courte développée. */
function groupes(ipv6: string): string[] {
  const [gauche = "", droite] = new URL(`http://[${ipv6}]`).hostname.slice(1, -1).split("::");
  const debut = gauche.split(":").filter(Boolean);
  const fin = (droite ?? "").split(":").filter(Boolean);
  return [...debut, ...Array.from({ length: 8 - debut.length - fin.length }, () => "0"), ...fin];
}

/**
 * Le réseau d'une adresse, que change de rôle qui change d'adresse : les 24 premiers bits en IPv4, les 64 premiers en
 * IPv6, où un seul abonné en possède autant d'adresses qu'il veut.
 */
export function reseauDe(adresse: string): string {
  const nue = adresse.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIPv4(nue)) return `${nue.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIPv6(nue)) return `${groupes(nue).slice(0, 4).join(":")}::/64`;
  return "inconnu";
}
