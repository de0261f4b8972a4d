import "server-only";
import { adressePublique } from "@/lib/environnement/lecture";
import { cheminVerification } from "./chemins";

/** L'adresse publique imprimée sur un document : celle que le département annonce, à défaut ce serveur. */
export function adresseVerification(code?: string): string {
  return `${new URL(adressePublique()).origin}${cheminVerification(code)}`;
}
