import { randomBytes } from "node:crypto";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { lire } from "@/lib/environnement/lecture";
import { adresseReelle, lireMandataires } from "@/lib/environnement/mandataires";
import { HSTS, politique } from "./politique";
import { isProvenanceSure } from "./provenance";

/**
 * Ce que toute requête traverse avant Next. Ici, et non dans un « proxy.ts », qui coûte le cinquième du débit des pages :
 * - l'adresse du client est établie, et l'en-tête qui la prétendait est récrit ;
 * - la page reçoit un nonce neuf, que Next pose sur ses scripts en le lisant dans l'en-tête de la requête ;
 * - une écriture qui ne vient pas d'une page de ce site est refusée, avant toute lecture.
 */
export function openPorte(): (requete: IncomingMessage, reponse: ServerResponse) => boolean {
  const mandataires = lireMandataires(lire("PALIERS_MANDATAIRES") ?? "");
  const url = lire("PALIERS_URL");
  const publique = url === undefined ? null : new URL(url).origin;
  const chiffre = publique?.startsWith("https:") === true;
  return (requete, reponse) => {
    const { headers } = requete;
    const chaine = headers["x-forwarded-for"];
    headers["x-forwarded-for"] = adresseReelle(
      requete.socket.remoteAddress,
      Array.isArray(chaine) ? chaine.join(",") : chaine,
      mandataires,
    );
    const regle = politique(randomBytes(16).toString("base64"));
    headers["content-security-policy"] = regle;
    delete headers["content-security-policy-report-only"];
    reponse.setHeader("Content-Security-Policy", regle);
    if (chiffre) reponse.setHeader("Strict-Transport-Security", HSTS);
    if (isProvenanceSure(requete.method ?? "GET", requete.url ?? "/", headers, publique)) return true;
    reponse.statusCode = 403;
    reponse.setHeader("content-type", "text/plain; charset=utf-8");
    reponse.end(
      "Cette demande ne vient pas d'une page de Paliers : rien n'a été fait. Ouvrez Paliers, puis réessayez.\n",
    );
    return false;
  };
}

const global_ = globalThis as { paliersPorte?: boolean };

/** Pose la porte devant le serveur de ce processus. Next ouvre le sien lui-même : on passe devant chacune de ses requêtes. */
export function installPorte(): void {
  if (global_.paliersPorte) return;
  global_.paliersPorte = true;
  const passe = openPorte();
  const { emit } = Server.prototype;
  Server.prototype.emit = function (this: Server, evenement: string | symbol, ...reste: unknown[]): boolean {
    if (evenement === "request" && !passe(reste[0] as IncomingMessage, reste[1] as ServerResponse)) return true;
    return (emit as (...a: unknown[]) => boolean).call(this, evenement, ...reste);
  } as typeof emit;
}
