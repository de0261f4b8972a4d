import "server-only";
import { statfsSync, statSync } from "node:fs";
import path from "node:path";
import { and, count, isNull, lt, lte, min } from "drizzle-orm";
import { courriel, read } from "@/db";
import { emplacement } from "@/db/emplacement";
import { listSauvegardes } from "@/db/exploitation/conservation";
import { restantes } from "@/db/migrate";
import { ESSAIS_MAX } from "@/lib/courriel/fenetre";
import { reglageCourriel } from "@/lib/courriel/reglage";
import { findChromium } from "@/lib/documents/pdf/navigateur";
import { lire } from "@/lib/environnement/lecture";
import paquet from "@/package.json";

/** Un contrôle : « bon », « attention » (il marche, mais quelqu'un doit regarder) ou « panne » (ne rien lui envoyer). */
export interface Controle {
  readonly nom: "base" | "migrations" | "disque" | "courriels" | "sauvegardes" | "pdf";
  readonly etat: "bon" | "attention" | "panne";
  /** Ce qui est constaté, en une phrase : aucun secret, aucun nom. */
  readonly constat: string;
  /** Que faire ; null s'il n'y a rien à faire. */
  readonly remede: string | null;
}

const bon = (nom: Controle["nom"], constat: string): Controle => ({ nom, etat: "bon", constat, remede: null });

const mo = (octets: number): string => `${Math.round(octets / 1e6).toLocaleString("fr-FR")} Mo`;

const HEURE = 60 * 60 * 1000;
const DISQUE_BAS = 500e6;
const DISQUE_PLEIN = 50e6;
/** Une sauvegarde par nuit, et un peu de marge. */
const SAUVEGARDE_VIEILLE = 30 * HEURE;

async function controleBase(): Promise<Controle> {
  try {
    await read((l) => l.select({ n: count() }).from(courriel));
  } catch {
    return {
      nom: "base",
      etat: "panne",
      constat: "La base ne répond pas.",
      remede:
        "Vérifiez que PostgreSQL tourne, ou que le fichier de la base est lisible, puis l'adresse dans PALIERS_DB.",
    };
  }
  const lieu = emplacement();
  return bon(
    "base",
    lieu.dialecte === "sqlite" ? `SQLite, ${mo(statSync(lieu.fichier).size)}.` : "PostgreSQL, elle répond.",
  );
}

async function controleMigrations(): Promise<Controle> {
  const restent = await restantes(emplacement()).catch(() => null);
  if (restent === 0) return bon("migrations", "La base est à la version de ce programme.");
  return {
    nom: "migrations",
    etat: "panne",
    constat:
      restent === null ? "La version de la base ne se lit pas." : `${restent} mises à jour de la base attendent.`,
    remede: "Arrêtez ce serveur et relancez-le par « npm start », qui met la base à jour.",
  };
}

function controleDisque(): Controle {
  const lieu = emplacement();
  const dossier =
    lieu.dialecte === "sqlite" ? path.dirname(lieu.fichier) : (lire("PALIERS_SAUVEGARDES") ?? process.cwd());
  const { bavail, bsize } = statfsSync(dossier);
  const libre = bavail * bsize;
  const constat = `${mo(libre)} libres là où Paliers écrit.`;
  if (libre >= DISQUE_BAS) return bon("disque", constat);
  return {
    nom: "disque",
    etat: libre < DISQUE_PLEIN ? "panne" : "attention",
    constat,
    remede: "Libérez de la place ou agrandissez ce disque : une base pleine refuse toute saisie.",
  };
}

async function controleCourriels(maintenant: Date): Promise<Controle> {
  if (!reglageCourriel()) return bon("courriels", "Aucun serveur d'envoi n'est réglé : rien ne part.");
  const [due] = await read((l) =>
    l
      .select({ depuis: min(courriel.prochainEssaiLe), combien: count() })
      .from(courriel)
      .where(
        and(
          isNull(courriel.envoyeLe),
          lt(courriel.essais, ESSAIS_MAX),
          lte(courriel.prochainEssaiLe, maintenant.toISOString()),
        ),
      ),
  );
  const attente = due?.depuis ? maintenant.getTime() - Date.parse(due.depuis) : 0;
  if (attente < HEURE) return bon("courriels", `${due?.combien ?? 0} en attente.`);
  return {
    nom: "courriels",
    etat: "attention",
    constat: `${due?.combien ?? 0} attendent, le plus ancien depuis ${Math.floor(attente / HEURE)} h.`,
    remede: "Vérifiez PALIERS_SMTP et que le serveur d'envoi répond ; le journal garde la raison de chaque échec.",
  };
}

function controleSauvegardes(maintenant: Date): Controle {
  const dossier = lire("PALIERS_SAUVEGARDES");
  const remede =
    "Donnez PALIERS_SAUVEGARDES, un dossier d'un autre disque, ou faites « npm run sauvegarde » chaque nuit.";
  if (!dossier)
    return { nom: "sauvegardes", etat: "attention", constat: "Aucune sauvegarde ne se fait seule.", remede };
  const [derniere] = listSauvegardes(dossier);
  if (!derniere) return { nom: "sauvegardes", etat: "attention", constat: "Aucune sauvegarde encore.", remede };
  const age = maintenant.getTime() - Date.parse(derniere.manifeste.faiteLe);
  const constat = `La dernière a ${Math.floor(age / HEURE)} h, ${mo(derniere.manifeste.octets)}${derniere.manifeste.chiffree ? ", chiffrée" : ""}.`;
  if (age < SAUVEGARDE_VIEILLE) return bon("sauvegardes", constat);
  return {
    nom: "sauvegardes",
    etat: "attention",
    constat,
    remede: "Lisez les traces du service : la nuit dernière a échoué.",
  };
}

function controlePdf(): Controle {
  return findChromium()
    ? bon("pdf", "Un navigateur est là pour faire les PDF.")
    : {
        nom: "pdf",
        etat: "attention",
        constat: "Aucun navigateur n'est installé : les documents s'impriment par celui de la personne.",
        remede: "Installez Chromium, ou donnez son chemin dans CHROMIUM_PATH.",
      };
}

/** Ce qui décide si ce serveur peut recevoir du monde ; rapide, sans secret, à l'adresse publique /api/sante. */
export async function controleSante(maintenant = new Date()): Promise<readonly Controle[]> {
  const base = await controleBase();
  if (base.etat === "panne") return [base];
  return [base, await controleMigrations(), controleDisque(), await controleCourriels(maintenant)];
}

export interface Diagnostic {
  readonly version: string;
  readonly node: string;
  /** Secondes depuis le démarrage de ce processus. */
  readonly ouvertDepuis: number;
  readonly controles: readonly Controle[];
}

/** Tout ce qu'un administrateur veut savoir d'un coup d'œil. */
export async function readDiagnostic(maintenant = new Date()): Promise<Diagnostic> {
  return {
    version: paquet.version,
    node: process.versions.node,
    ouvertDepuis: Math.floor(process.uptime()),
    controles: [...(await controleSante(maintenant)), controleSauvegardes(maintenant), controlePdf()],
  };
}
