import "server-only";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { headers } from "next/headers";
import type { ReactElement } from "react";
import { figes } from "./figes";

type RenduStatique = (element: ReactElement) => string;

/** Un millier d'accueils d'étudiants, une trentaine de kilo-octets chacun. */
const GARDES = 1000;

const connus = new Map<string, { readonly empreinte: string; readonly fige: string }>();

/** Ce que Fige montre : la clé d'un HTML gardé, ou le HTML lui-même quand rien n'est gardé. */
export interface Rendu {
  readonly cle: string;
  readonly html: string;
  readonly garde: boolean;
}

/**
 * Le HTML d'un écran fait pour être lu, gardé tant que son empreinte est la même : le refaire coûte dix fois l'envoyer.
 * `rend` ne donne que des composants sans état, sans « use client » ni next/link ; un autre lèverait au premier rendu.
 * Empreinte null : rien n'est gardé. Rendu null : la page n'existe pas, et rien n'est gardé non plus.
 */
export async function renderFige(
  cle: string,
  empreinte: string | null,
  rend: () => Promise<ReactElement | null>,
): Promise<Rendu | null> {
  const connu = connus.get(cle);
  const garde = connu?.empreinte === empreinte ? figes.get(connu.fige) : undefined;
  if (connu && garde !== undefined) return { cle: connu.fige, html: garde, garde: true };
  const element = await rend();
  if (!element) return null;
  const html = toAscii(renderToStaticMarkup(element));
  // Deux étudiants peuvent avoir le même HTML, mais jamais la même clé : oublier l'un n'ôte rien à l'autre.
  const fige = `fige-${createHash("sha256").update(`${cle}\n${html}`).digest("base64url").slice(0, 22)}`;
  if (empreinte === null) return { cle: fige, html, garde: false };
  // La plus ancienne clé d'une Map est la première : retirée puis remise, celle-ci redevient la plus récente.
  forget(cle);
  connus.set(cle, { empreinte, fige });
  figes.set(fige, html);
  const [premiere] = connus.keys();
  if (connus.size > GARDES && premiere !== undefined) forget(premiere);
  return { cle: fige, html, garde: true };
}

/** La même page, en références de caractères : une chaîne d'un octet par signe part six fois plus vite, à chaque demande. */
function toAscii(html: string): string {
  return html.replaceAll(/[\u0080-\u{10FFFF}]/gu, (signe) => `&#${signe.codePointAt(0)};`);
}

function forget(cle: string): void {
  const connu = connus.get(cle);
  if (!connu) return;
  connus.delete(cle);
  figes.delete(connu.fige);
}

/**
 * Ce qu'il faut donner à Fige : un document qui s'ouvre portera ce HTML, que rien ne sert d'envoyer une seconde fois ; le
 * routeur de Next, lui, n'ouvre pas de document. Sans l'en-tête (http hors de cette machine), le HTML est donné.
 */
export async function propsFige({
  cle,
  html,
  garde,
}: Rendu): Promise<{ readonly cle: string; readonly html?: string }> {
  const isDocument = (await headers()).get("sec-fetch-dest") === "document";
  return garde && isDocument ? { cle } : { cle, html };
}

let charge: RenduStatique | undefined;

/** Next refuse react-dom/server dans une page ; chargé à côté, c'est le même React, qui ne rend ici que des fonctions. */
function renderToStaticMarkup(element: ReactElement): string {
  charge ??= (
    createRequire(`${process.cwd()}/package.json`)("react-dom/server") as { renderToStaticMarkup: RenduStatique }
  ).renderToStaticMarkup;
  return charge(element);
}
