"use client";
import { useState } from "react";
import { figes } from "@/lib/rendu/figes";

interface Props {
  /** Change avec le HTML : la même clé, le même contenu. */
  readonly cle: string;
  /** Absent quand le document porte déjà ce HTML. */
  readonly html?: string;
  readonly hidden?: boolean;
}

/**
 * Du HTML que le serveur a gardé. Next enverrait deux fois ce qu'un composant serveur pose dans la page, en HTML puis en
 * données pour l'hydratation ; ici le navigateur relit le document qu'il vient de recevoir.
 */
export function Fige(props: Props) {
  return <Contenu key={props.cle} {...props} />;
}

function Contenu({ cle, html, hidden }: Props) {
  const [contenu] = useState(() => {
    const connu =
      html ?? figes.get(cle) ?? (typeof document === "undefined" ? null : document.getElementById(cle)?.innerHTML);
    // L'écran d'erreur de Next redemande alors la page, avec son HTML.
    if (connu == null) throw new Error("Le contenu de cette page n'est plus là.");
    if (typeof document !== "undefined") figes.set(cle, connu);
    return connu;
  });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: du HTML que React vient d'écrire sur le serveur, tout texte échappé
  return <div id={cle} hidden={hidden} dangerouslySetInnerHTML={{ __html: contenu }} />;
}
