/** Par où partent les courriels, au nom de qui, et l'adresse publique que leurs liens ouvrent. */
export interface ReglageCourriel {
  readonly smtp: string;
  readonly expediteur: string;
  readonly adresse: string;
}

/** Le réglage donné par l'environnement, ou la raison pour laquelle rien ne part ; null quand personne n'a rien réglé. */
export function lireReglage(env: NodeJS.ProcessEnv = process.env): ReglageCourriel | string | null {
  const { PALIERS_SMTP: smtp, PALIERS_EXPEDITEUR: expediteur } = env;
  const adresse = env.PALIERS_URL || env.NEXTAUTH_URL;
  if (!smtp && !expediteur) return null;
  if (!smtp)
    return "PALIERS_SMTP manque : donnez l'adresse du serveur d'envoi, comme smtp://utilisateur:secret@smtp.exemple.fr:587.";
  if (!/^smtps?:\/\/./.test(smtp) || !URL.canParse(smtp))
    return "PALIERS_SMTP n'est pas une adresse de serveur d'envoi : elle commence par smtp:// ou smtps://.";
  if (!expediteur) return "PALIERS_EXPEDITEUR manque : donnez l'adresse au nom de qui partent les courriels.";
  if (!/^[^@]*[^@\s]+@[^@\s]+$/.test(expediteur)) return "PALIERS_EXPEDITEUR n'est pas une adresse de courriel.";
  if (!adresse) return "PALIERS_URL manque : les liens des courriels ne sauraient pas où mener.";
  return { smtp, expediteur, adresse: adresse.replace(/\/+$/, "") };
}

/** Le réglage s'il est complet ; sinon rien ne s'inscrit dans la file et rien n'est proposé. */
export function reglageCourriel(env?: NodeJS.ProcessEnv): ReglageCourriel | null {
  const lu = lireReglage(env);
  return typeof lu === "object" ? lu : null;
}
