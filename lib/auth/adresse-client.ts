/**
 * L'adresse de qui fait la requête. La porte du serveur (lib/porte) a déjà récrit cet en-tête : une seule adresse, vue par
 * ce serveur ou par un mandataire déclaré, jamais celle que la requête prétend.
 */
export const adresseClient = (entetes: Headers): string =>
  entetes.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
