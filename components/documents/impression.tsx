"use client";
import { FileDown, Printer } from "lucide-react";
import { type MouseEvent, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import styles from "./impression.module.css";

interface Props {
  /** L'adresse du PDF ; null sur une machine sans Chromium : le navigateur de la personne imprime, le contenu est le même. */
  readonly pdf: string | null;
}

export function Impression({ pdf }: Props) {
  return pdf === null ? <Imprimer /> : <Telecharger pdf={pdf} />;
}

function Imprimer() {
  return (
    <>
      <Button aspect="principal" onClick={printDocument}>
        <Printer size={16} aria-hidden="true" />
        Imprimer
      </Button>
      <p className={styles.aide}>
        Pour un PDF : dans la fenêtre d'impression, choisissez « Enregistrer au format PDF ».
      </p>
    </>
  );
}

/** Le navigateur nomme le fichier comme la page : le temps d'imprimer, la page s'appelle comme le document. */
function printDocument() {
  const nom = document.querySelector("[data-document]")?.getAttribute("data-document");
  const avant = document.title;
  if (nom) document.title = nom;
  window.print();
  document.title = avant;
}

const PANNE = "Le PDF n'est pas arrivé : vérifiez le réseau, puis réessayez.";

function Telecharger({ pdf }: { readonly pdf: string }) {
  const [enCours, setEnCours] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);

  async function download(evenement: MouseEvent) {
    evenement.preventDefault();
    if (enCours) return;
    setEnCours(true);
    setRefus(null);
    setRefus(await telecharge(pdf).catch(() => PANNE));
    setEnCours(false);
  }

  return (
    <>
      {/* Sans script, le lien donne le même fichier. */}
      <LinkButton
        href={pdf}
        download
        prefetch={false}
        aspect="principal"
        aria-disabled={enCours || undefined}
        onClick={download}
      >
        <FileDown size={16} aria-hidden="true" />
        {enCours ? "Préparation du PDF…" : "Télécharger en PDF"}
      </LinkButton>
      <p className={styles.refus} role="alert">
        {refus}
      </p>
    </>
  );
}

/** Rend la raison d'un refus ; null quand le fichier est arrivé. */
async function telecharge(adresse: string): Promise<string | null> {
  const reponse = await fetch(adresse);
  if (!reponse.ok) {
    const corps: unknown = await reponse.json();
    return corps !== null && typeof corps === "object" && "message" in corps ? String(corps.message) : PANNE;
  }
  const nom = /filename\*=UTF-8''([^;]+)/.exec(reponse.headers.get("content-disposition") ?? "")?.[1];
  const url = URL.createObjectURL(await reponse.blob());
  const lien = document.createElement("a");
  lien.href = url;
  lien.download = nom ? decodeURIComponent(nom) : "document.pdf";
  lien.click();
  URL.revokeObjectURL(url);
  return null;
}
