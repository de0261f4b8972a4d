import "server-only";
import { headers } from "next/headers";
import { RateLimiterMemory } from "rate-limiter-flexible";

/**
 * Un code ne se devine pas (75 bits) ; ces bornes gardent la page publique de faire travailler le serveur pour rien. Celle
 * par adresse gêne un curieux, celle de tous tient même contre qui écrit de fausses adresses dans l'en-tête.
 */
const parAdresse = new RateLimiterMemory({ points: 30, duration: 10 * 60 });
const pourTous = new RateLimiterMemory({ points: 300, duration: 60 });

/** Une vérification de plus est-elle permise à qui fait cette requête ? */
export async function consumeVerification(): Promise<boolean> {
  // La dernière adresse est celle que le mandataire le plus proche a vue lui-même.
  const adresse = (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  try {
    await parAdresse.consume(adresse);
    await pourTous.consume("tous");
    return true;
  } catch (depassement) {
    if (depassement instanceof Error) throw depassement;
    return false;
  }
}
