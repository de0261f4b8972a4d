import { readdirSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { gabarits } from "./ecrans";

/** Les gabarits de toutes les routes qui rendent des données ou un fichier, lus dans app. */
function routes(): readonly string[] {
  return readdirSync("app/api", { recursive: true, encoding: "utf8" })
    .filter((f) => /^route\.tsx?$/.test(path.basename(f)) && !f.startsWith("auth"))
    .map((f) => `/api/${path.dirname(f).split(path.sep).join("/")}`)
    .sort();
}

/** Chaque gabarit, rempli de toutes les façons : les siennes, et celles d'un autre. */
export function adresses(valeurs: Readonly<Record<string, readonly string[]>>): string[] {
  const remplit = (gabarit: string): string[] => {
    const trou = /\[(?:\.\.\.)?(\w+)\]/.exec(gabarit);
    if (!trou) return [gabarit];
    return (valeurs[trou[1] ?? ""] ?? ["inconnu"]).flatMap((v) => remplit(gabarit.replace(trou[0], v)));
  };
  return [...gabarits(), ...routes()].flatMap(remplit);
}

export interface Page {
  readonly statut: number;
  /** Ce qu'un lecteur reçoit, sans ce qui n'est que de la tuyauterie. */
  readonly texte: string;
  /** Tout ce qui a été envoyé, données de React comprises. */
  readonly brut: string;
}

/** Le texte et les tracés d'un PDF : ses flux, dépliés. */
function flux(pdf: Buffer): string {
  const morceaux: string[] = [];
  for (let debut = pdf.indexOf("stream\n"); debut >= 0; debut = pdf.indexOf("stream\n", debut + 1)) {
    const fin = pdf.indexOf("endstream", debut);
    try {
      morceaux.push(inflateSync(pdf.subarray(debut + 7, fin)).toString("latin1"));
    } catch {
      // Une image ou des métadonnées en clair.
    }
  }
  return morceaux.join("\n");
}

async function lis(reponse: APIResponse): Promise<Page> {
  const type = reponse.headers()["content-type"] ?? "";
  if (type.includes("application/pdf")) {
    const texte = flux(await reponse.body());
    return { statut: reponse.status(), texte, brut: texte };
  }
  // Tiré au sort à chaque réponse et dit dans son en-tête : lui seul est ôté, où qu'il soit.
  const nonce = /'nonce-([^']+)'/.exec(reponse.headers()["content-security-policy"] ?? "")?.[1];
  const lu = await reponse.text();
  const brut = nonce ? lu.replaceAll(nonce, "") : lu;
  const texte = type.includes("text/html") ? brut.replaceAll(/<script\b[\s\S]*?<\/script>|<!-- -->/g, "") : brut;
  return { statut: reponse.status(), texte, brut };
}

const liens = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"#]*)/g)].flatMap((m) => {
    const lien = (m[1] ?? "").replaceAll("&amp;", "&");
    return /^\/(_next|api\/auth)/.test(lien) || /\.\w{2,4}$/.test(lien) ? [] : [lien];
  });

const ENSEMBLE = 4;

/**
 * Tout ce que ce compte atteint, par les liens ou en tapant l'adresse : chaque page, ce que React en demande au serveur,
 * chaque route, chaque fichier.
 */
export async function visite(
  requete: APIRequestContext,
  departs: readonly string[],
  { suivre = true } = {},
): Promise<Map<string, Page>> {
  const vues = new Map<string, Page>();
  const file = [...departs];
  const connues = new Set(file);
  const voit = async (adresse: string): Promise<void> => {
    const page = await lis(await requete.get(adresse, { timeout: 60_000 }));
    vues.set(adresse, page);
    if (page.statut >= 400 || adresse.startsWith("/api/")) return;
    const donnees = await lis(await requete.get(adresse, { headers: { RSC: "1" }, timeout: 60_000 }));
    vues.set(`${adresse} (données)`, { ...donnees, texte: "" });
    for (const lien of suivre ? liens(page.brut) : []) {
      if (connues.has(lien)) continue;
      connues.add(lien);
      file.push(lien);
    }
  };
  const pages = () => file.filter((adresse) => !adresse.startsWith("/api/"));
  while (file.length > 0) {
    // Un seul document à la fois par compte : les routes attendent que les pages soient toutes vues.
    const suivantes = pages().length > 0 ? pages().slice(0, ENSEMBLE) : file.slice(0, 1);
    for (const adresse of suivantes) file.splice(file.indexOf(adresse), 1);
    await Promise.all(suivantes.map(voit));
  }
  return vues;
}
