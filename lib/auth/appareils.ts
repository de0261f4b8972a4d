import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { signe } from "./secret";

/** Plusieurs personnes partagent parfois un poste : les derniers comptes qui s'y sont connectés, pas plus. */
const COMPTES_PAR_APPAREIL = 8;

const FORME = /^[\w-]{22}\.[\w-]{43}$/;

const preuve = (jeton: string, utilisateurId: string) => signe("appareil", `${jeton}\0${utilisateurId}`);

function isEgal(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

const entrees = (cookie: string | undefined): string[] =>
  (cookie ?? "")
    .split("~")
    .filter((e) => FORME.test(e))
    .slice(-COMPTES_PAR_APPAREIL);

/**
 * Le jeton de cet appareil pour ce compte, s'il s'y est déjà connecté ; null sinon. Ce jeton n'ouvre rien : il évite
 * seulement d'attendre derrière les essais des autres. Le cookie ne nomme personne.
 */
export function appareilConnu(cookie: string | undefined, utilisateurId: string): string | null {
  for (const entree of entrees(cookie)) {
    const [jeton = "", signature = ""] = entree.split(".");
    if (isEgal(preuve(jeton, utilisateurId), signature)) return jeton;
  }
  return null;
}

/** Le cookie à poser après une connexion réussie : l'appareil sera reconnu pour ce compte aussi. */
export function rememberAppareil(cookie: string | undefined, utilisateurId: string): string {
  if (appareilConnu(cookie, utilisateurId)) return entrees(cookie).join("~");
  const jeton = randomBytes(16).toString("base64url");
  return [...entrees(cookie), `${jeton}.${preuve(jeton, utilisateurId)}`].slice(-COMPTES_PAR_APPAREIL).join("~");
}
