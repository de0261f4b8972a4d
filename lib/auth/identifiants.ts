import "server-only";
import { setTimeout as patienter } from "node:timers/promises";
import { appareilConnu, rememberAppareil } from "./appareils";
import { forgetEssai, recordEssai } from "./essais";
import { FileVerifications } from "./file-verifications";
import { isMotDePasse } from "./mot-de-passe";
import { findCompte } from "./queries";
import { reseauDe } from "./reseau";

// Next peut charger ce module plusieurs fois dans un même processus ; la file doit rester unique.
const global_ = globalThis as { paliersVerifications?: FileVerifications };
global_.paliersVerifications ??= new FileVerifications(2);
const file = global_.paliersVerifications;

export interface Identifiants {
  readonly email: string;
  readonly motDePasse: string;
  readonly adresse: string;
  /** Le cookie des comptes qui se sont déjà connectés sur cet appareil. */
  readonly appareils: string | undefined;
}

/**
 * Qui est-ce ? Jamais de refus pour cause d'essais : une attente de 20 secondes au plus, la même que le compte existe ou
 * non, et nulle sur un appareil où ce compte s'est déjà connecté. Rend null si l'adresse ou le mot de passe est faux.
 */
export async function verifyIdentifiants(
  { email: tapee, motDePasse, adresse, appareils }: Identifiants,
  attendre: (secondes: number) => Promise<unknown> = (s) => patienter(s * 1000),
): Promise<{ readonly id: string; readonly sessionVersion: number; readonly appareils: string } | null> {
  const email = tapee.trim().toLowerCase();
  const avant = await findCompte(email);
  const appareil = avant ? appareilConnu(appareils, avant.id) : null;
  const essai = await recordEssai({ email, adresse, utilisateurId: avant?.id, appareil });
  if (essai.attente > 0) await attendre(essai.attente);
  // Relu après l'attente : le compte a pu être fermé, son mot de passe changé.
  const compte = essai.attente > 0 ? await findCompte(email) : avant;
  const juste = await file.run(appareil ?? reseauDe(adresse), () => isMotDePasse(compte?.motDePasse, motDePasse));
  if (!compte || !juste) return null;
  await forgetEssai(essai.id);
  return { id: compte.id, sessionVersion: compte.sessionVersion, appareils: rememberAppareil(appareils, compte.id) };
}
