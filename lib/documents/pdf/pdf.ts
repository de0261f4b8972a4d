import "server-only";
import { setTimeout as attendre } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { origineLocale } from "@/lib/environnement/lecture";
import { FileAttente } from "./file-attente";
import { findChromium } from "./navigateur";

/** Le navigateur n'a pas rendu de PDF : absent, tombé, ou trop lent. */
export class PdfIndisponible extends Error {
  override readonly name = "PdfIndisponible";
}

const LIMITE = 60_000;
const PANNE =
  "Le PDF n'a pas pu être préparé : réessayez, ou imprimez la page avec votre navigateur (Ctrl+P, puis « Enregistrer au format PDF »).";

// Next peut charger ce module plusieurs fois dans un même processus ; la file doit rester unique.
const global_ = globalThis as { paliersPdf?: FileAttente };
global_.paliersPdf ??= new FileAttente(12);
const file = global_.paliersPdf;

interface DemandePdf {
  /** Un chemin de ce site, fait par nous (chemins.ts) : jamais une adresse reçue. */
  readonly chemin: string;
  /** La session de qui demande : la page passe par son propre garde, avec ses droits à lui. */
  readonly session: readonly { readonly name: string; readonly value: string }[];
  readonly demandeur: string;
}

interface Pdf {
  readonly octets: Uint8Array;
  /** Le nom que la page se donne. */
  readonly titre: string;
}

/**
 * Imprime une de nos pages en PDF balisé, par le Chromium de la machine : la même page, les mêmes styles d'impression
 * que l'impression du navigateur, donc le même contenu. Le navigateur et son profil ne survivent pas à l'appel.
 * @throws PdfIndisponible, FileOccupee
 */
export async function renderPdf(demande: DemandePdf): Promise<Pdf> {
  const executablePath = findChromium();
  if (executablePath === null) throw new PdfIndisponible(PANNE);
  return file.run(demande.demandeur, async () => {
    const { chromium } = await import("playwright-core");
    let navigateur: Browser | undefined;
    try {
      // Les signaux d'arrêt sont ceux du serveur : le navigateur n'y répond pas à sa place.
      navigateur = await chromium.launch({
        executablePath,
        timeout: LIMITE / 2,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
      const fin = new AbortController();
      return await Promise.race([
        print(navigateur, demande),
        attendre(LIMITE, undefined, { signal: fin.signal }).then(() => {
          throw new PdfIndisponible(PANNE);
        }),
      ]).finally(() => fin.abort());
    } catch (cause) {
      if (cause instanceof PdfIndisponible) throw cause;
      throw new PdfIndisponible(PANNE, { cause });
    } finally {
      await navigateur?.close().catch(() => undefined);
    }
  });
}

async function print(navigateur: Browser, { chemin, session }: DemandePdf): Promise<Pdf> {
  const origine = origineLocale();
  // Sans script : la page se lit sans, et ce navigateur n'exécute rien.
  const contexte = await navigateur.newContext({
    javaScriptEnabled: false,
    colorScheme: "light",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
  });
  await contexte.addCookies(
    session.map(({ name, value }) => ({
      name,
      value,
      domain: new URL(origine).hostname,
      path: "/",
      httpOnly: true,
      secure: name.startsWith("__Host-"),
    })),
  );
  const page = await contexte.newPage();
  await page.goto(`${origine}${chemin}`, { waitUntil: "load", timeout: LIMITE });
  const titre = await page.evaluate(async () => {
    await document.fonts.ready;
    const nom = document.querySelector("[data-document]")?.getAttribute("data-document");
    if (nom) document.title = nom;
    return nom ?? null;
  });
  // Sans ce nom, c'est la page de connexion ou « Introuvable » qui a répondu.
  if (titre === null) throw new PdfIndisponible(PANNE);
  const octets = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  return { octets: new Uint8Array(octets), titre };
}
