import { adressePublique, lire } from "@/lib/environnement/lecture";

/** Par où partent les courriels, au nom de qui, et l'adresse publique que leurs liens ouvrent. */
export interface ReglageCourriel {
  readonly smtp: string;
  readonly expediteur: string;
  readonly adresse: string;
}

/** Sans serveur d'envoi réglé, rien ne s'inscrit dans la file et rien n'est proposé. */
export function reglageCourriel(env: NodeJS.ProcessEnv = process.env): ReglageCourriel | null {
  const smtp = lire("PALIERS_SMTP", env);
  const expediteur = lire("PALIERS_EXPEDITEUR", env);
  return smtp && expediteur ? { smtp, expediteur, adresse: adressePublique(env) } : null;
}
