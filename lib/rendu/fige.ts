import "server-only";
import { createRequire } from "node:module";
import type { ReactElement } from "react";

type Rendu = (element: ReactElement) => string;

/** Un millier d'accueils d'étudiants, une cinquantaine de kilo-octets chacun. */
const GARDES = 1000;

const connus = new Map<string, { readonly empreinte: string; readonly html: string }>();

/**
 * Le HTML d'un écran fait pour être lu, gardé tant que son empreinte est la même : le refaire coûte dix fois l'envoyer.
 * `rend` ne donne que des composants sans état, sans « use client » ni next/link ; un autre lèverait au premier rendu.
 * Empreinte null : rien n'est gardé. Rendu null : la page n'existe pas, et rien n'est gardé non plus.
 */
export async function renderFige(
  cle: string,
  empreinte: string | null,
  rend: () => Promise<ReactElement | null>,
): Promise<string | null> {
  const connu = connus.get(cle);
  if (connu && connu.empreinte === empreinte) return connu.html;
  const element = await rend();
  if (!element) return null;
  const html = renderToStaticMarkup(element);
  if (empreinte !== null) {
    // La plus ancienne clé d'une Map est la première : retirée puis remise, celle-ci redevient la plus récente.
    connus.delete(cle);
    connus.set(cle, { empreinte, html });
    const [premiere] = connus.keys();
    if (connus.size > GARDES && premiere !== undefined) connus.delete(premiere);
  }
  return html;
}

let charge: Rendu | undefined;

/** Next refuse react-dom/server dans une page ; chargé à côté, c'est le même React, qui ne rend ici que des fonctions. */
function renderToStaticMarkup(element: ReactElement): string {
  charge ??= (createRequire(`${process.cwd()}/package.json`)("react-dom/server") as { renderToStaticMarkup: Rendu })
    .renderToStaticMarkup;
  return charge(element);
}
