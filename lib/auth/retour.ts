/** N'existe pas (RFC 2606) : sert seulement à lire une adresse comme le navigateur la lira. */
const ICI = "http://paliers.invalid";

/**
 * Où aller après la connexion : un chemin de ce site, sinon « / ». L'adresse se lit comme le navigateur la lit (il ôte
 * tabulations et fins de ligne, et prend « \ » pour « / »), puis se récrit : ce qui part est ce qui a été vérifié.
 */
export function cheminInterne(valeur: unknown): string {
  if (typeof valeur !== "string" || !valeur.startsWith("/") || !URL.canParse(valeur, ICI)) return "/";
  const lue = new URL(valeur, ICI);
  const chemin = `${lue.pathname}${lue.search}${lue.hash}`;
  // « /.//autre-site.exemple » garde notre origine, mais son chemin seul désigne un autre site.
  return lue.origin === ICI && !chemin.startsWith("//") ? chemin : "/";
}
