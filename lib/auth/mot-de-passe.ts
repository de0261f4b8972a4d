import { hash, verify } from "@node-rs/argon2";

// argon2id est l'algorithme par défaut de la bibliothèque ; son énumération n'existe pas à l'exécution.
const REGLAGES = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Empreinte argon2id d'un mot de passe (réglages conseillés par l'OWASP). */
export function hashMotDePasse(motDePasse: string): Promise<string> {
  return hash(motDePasse, REGLAGES);
}

// Vérifiée quand le compte n'existe pas : la réponse prend le même temps et ne dit pas lequel des deux est faux.
let leurre: Promise<string> | undefined;

export async function isMotDePasse(empreinte: string | undefined, motDePasse: string): Promise<boolean> {
  if (empreinte !== undefined) return verify(empreinte, motDePasse);
  leurre ??= hashMotDePasse("aucun compte");
  await verify(await leurre, motDePasse);
  return false;
}
