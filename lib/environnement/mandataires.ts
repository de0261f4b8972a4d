import { BlockList, isIP, isIPv4 } from "node:net";

/** « ::ffff:192.0.2.1 », la forme d'une adresse IPv4 sur une prise IPv6, est l'adresse IPv4. */
const nue = (adresse: string): string => adresse.trim().replace(/^::ffff:(?=\d+\.)/i, "");

const familles = (adresse: string) => (isIPv4(adresse) ? "ipv4" : "ipv6");

/**
 * Les serveurs frontaux déclarés : adresses ou réseaux, séparés par des virgules (« 127.0.0.1, 10.0.0.0/8 »).
 * @throws Error si l'un n'est ni une adresse ni un réseau
 */
export function lireMandataires(texte: string): BlockList {
  const liste = new BlockList();
  for (const un of texte.split(",").map((m) => m.trim())) {
    if (un === "") continue;
    const [adresse = "", bits] = un.split("/");
    if (isIP(adresse) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) throw new Error(un);
    if (bits === undefined) liste.addAddress(adresse, familles(adresse));
    else liste.addSubnet(adresse, Number(bits), familles(adresse));
  }
  return liste;
}

/**
 * L'adresse de qui fait la requête. Seul un mandataire déclaré est cru, et seulement sur ce qu'il a vu lui-même : on
 * remonte la chaîne depuis sa fin jusqu'au premier qui n'en est pas un. Ce qu'un client y écrit d'avance ne change rien.
 */
export function adresseReelle(prise: string | undefined, chaine: string | undefined, mandataires: BlockList): string {
  let vue = nue(prise ?? "");
  const restants = (chaine ?? "").split(",").map(nue);
  while (isIP(vue) !== 0 && mandataires.check(vue, familles(vue))) {
    const suivante = restants.pop();
    if (suivante === undefined || isIP(suivante) === 0) break;
    vue = suivante;
  }
  return vue;
}

/** La liste se lit-elle ? */
export function isMandataires(texte: string): boolean {
  try {
    lireMandataires(texte);
    return true;
  } catch {
    return false;
  }
}
