import "server-only";
import { cheminVerification } from "./chemins";
import { origineLocale } from "./origine";

/** L'adresse publique imprimée sur un document : celle que le département annonce (NEXTAUTH_URL), à défaut ce serveur. */
export function adresseVerification(code?: string): string {
  const { NEXTAUTH_URL } = process.env;
  const origine = NEXTAUTH_URL && URL.canParse(NEXTAUTH_URL) ? new URL(NEXTAUTH_URL).origin : origineLocale();
  return `${origine}${cheminVerification(code)}`;
}
