"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { figes } from "@/lib/rendu/figes";

interface Props {
  /** Change avec le HTML : la même clé, le même contenu. */
  readonly cle: string;
  /** Absent quand le document porte déjà ce HTML. */
  readonly html?: string;
}

/**
 * Du HTML que le serveur a gardé. Next enverrait deux fois ce qu'un composant serveur pose dans la page, en HTML puis en
 * données pour l'hydratation ; ici le navigateur relit le document qu'il vient de recevoir.
 */
export function Fige(props: Props) {
  return <Contenu key={props.cle} {...props} />;
}

function Contenu({ cle, html }: Props) {
  const router = useRouter();
  const [lu] = useState(() => html ?? figes.get(cle) ?? readDocument(cle));
  const contenu = html ?? lu;
  useEffect(() => {
    // Le document n'est pas arrivé entier (une erreur l'a interrompu) : le routeur, lui, reçoit le HTML en données.
    if (contenu === undefined) router.refresh();
    else figes.set(cle, contenu);
  }, [cle, contenu, router]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: du HTML que React vient d'écrire sur le serveur, tout texte échappé
  return <div id={cle} dangerouslySetInnerHTML={{ __html: contenu ?? "" }} />;
}

function readDocument(cle: string): string | undefined {
  // Sur le serveur, un blanc serait pris pour le contenu ; une erreur fait redemander.
  if (typeof document === "undefined") throw new Error(`Le HTML ${cle} n'est plus gardé.`);
  return document.getElementById(cle)?.innerHTML;
}
