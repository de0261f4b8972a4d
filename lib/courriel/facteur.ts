import { inArray } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { courriel, write } from "@/db";
import { insertJournal } from "@/lib/journal/entree";
import { ESSAIS_MAX } from "./fenetre";
import { composeResume } from "./message";
import { claimEnvois, type Envoi } from "./queries";
import type { ReglageCourriel } from "./reglage";

/** Rien n'attend sans fin un serveur muet. */
const DELAIS = { connectionTimeout: "10000", greetingTimeout: "10000", socketTimeout: "20000" };
/** Le serveur d'envoi lui-même est en cause, pas le destinataire : inutile d'essayer les suivants. */
const PANNES = new Set(["ECONNECTION", "ETIMEDOUT", "EDNS", "ESOCKET", "EAUTH", "ETLS"]);

function openTransport({ smtp, expediteur }: ReglageCourriel) {
  const adresse = new URL(smtp);
  for (const [cle, valeur] of Object.entries({ ...DELAIS, pool: "true", maxConnections: "1" }))
    if (!adresse.searchParams.has(cle)) adresse.searchParams.set(cle, valeur);
  return createTransport(adresse.href, { from: expediteur, disableFileAccess: true, disableUrlAccess: true });
}

type Transport = ReturnType<typeof openTransport>;

async function send(transport: Transport, { adresse, expediteur }: ReglageCourriel, envoi: Envoi): Promise<void> {
  const { sujet, texte, desabonnement } = composeResume({ ...envoi, adresse });
  await transport.sendMail({
    to: envoi.email,
    subject: sujet,
    text: texte,
    // Le même identifiant à chaque essai : reçu deux fois après un arrêt net, il ne se montre qu'une.
    messageId: `<${envoi.ids[0]}@${expediteur.replace(/^.*@|>.*$/g, "")}>`,
    list: { unsubscribe: { url: desabonnement, comment: "Ne plus recevoir ce résumé" } },
    headers: { "Auto-Submitted": "auto-generated" },
  });
}

const saveEnvoye = (envoi: Envoi, instant: string) =>
  write((tx) =>
    tx
      .update(courriel)
      .set({ envoyeLe: instant, erreur: null })
      .where(inArray(courriel.id, [...envoi.ids])),
  );

/** Garde la raison de l'échec ; au dernier essai, la scolarité la lit dans le journal. */
const saveEchec = (envoi: Envoi, erreur: string, instant: string) =>
  write(async (tx) => {
    await tx
      .update(courriel)
      .set({ erreur })
      .where(inArray(courriel.id, [...envoi.ids]));
    if (envoi.essai < ESSAIS_MAX) return;
    await insertJournal(tx, null, instant, [
      {
        action: "courriel abandonné",
        sujetType: "utilisateur",
        sujetId: envoi.utilisateurId,
        avant: null,
        apres: { essais: envoi.essai, erreur },
      },
    ]);
  });

const raison = (erreur: unknown): string => (erreur instanceof Error ? erreur.message : String(erreur)).slice(0, 300);

const isPanne = (erreur: unknown): boolean => PANNES.has((erreur as { code?: string } | null)?.code ?? "");

/** Envoie tout ce qui est dû à cet instant ; rend ce qui est parti et ce qui a échoué. */
export async function distribute(
  reglage: ReglageCourriel,
  instant: string,
): Promise<{ readonly partis: number; readonly echecs: number }> {
  const transport = openTransport(reglage);
  let partis = 0;
  let echecs = 0;
  let panne: string | null = null;
  try {
    for (;;) {
      const envois = await write((tx) => claimEnvois(tx, instant));
      for (const envoi of envois) {
        const erreur =
          panne ??
          (await send(transport, reglage, envoi).then(
            () => null,
            (e: unknown) => e,
          ));
        if (erreur === null) {
          await saveEnvoye(envoi, instant);
          partis++;
          continue;
        }
        if (isPanne(erreur)) panne = raison(erreur);
        await saveEchec(envoi, raison(erreur), instant);
        echecs++;
      }
      if (envois.length === 0 || panne !== null) return { partis, echecs };
    }
  } finally {
    transport.close();
  }
}

const MINUTE = 60_000;
const global_ = globalThis as { paliersFacteur?: NodeJS.Timeout };

/** Passe au démarrage puis chaque minute, un tour à la fois ; deux processus se partagent la file sans se gêner. */
export function startFacteur(reglage: ReglageCourriel): void {
  if (global_.paliersFacteur) return;
  let enTour = false;
  const tour = async () => {
    if (enTour) return;
    enTour = true;
    try {
      const { echecs } = await distribute(reglage, new Date().toISOString());
      if (echecs > 0) console.error(`Courriels : ${echecs} n'ont pas pu partir, ils seront repris.`);
    } catch (erreur) {
      console.error("Courriels : le tour a échoué, le suivant reprendra.", erreur);
    } finally {
      enTour = false;
    }
  };
  global_.paliersFacteur = setInterval(tour, MINUTE);
  global_.paliersFacteur.unref();
  void tour();
}
