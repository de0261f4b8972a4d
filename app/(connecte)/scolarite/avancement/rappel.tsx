"use client";
import { Check, Copy, MessageSquareText } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import type { ElementAvance } from "@/lib/completude/queries";
import { texteRappel } from "@/lib/completude/rappel";
import styles from "./avancement.module.css";

interface Props {
  readonly element: ElementAvance;
  readonly classe: string;
  readonly aujourdhui: string;
}

/** Le rappel prêt à envoyer, à relire avant de le copier. Sans presse-papiers, le texte est là, déjà choisi. */
export function Rappel({ element, classe, aujourdhui }: Props) {
  const [ouvert, setOuvert] = useState(false);
  const [copie, setCopie] = useState<"fait" | "refuse" | null>(null);
  const zone = useRef<HTMLTextAreaElement>(null);
  const texte = texteRappel(element, classe, aujourdhui, (id) => {
    const chemin = `/enseignement/evaluations/${id}`;
    return typeof window === "undefined" ? chemin : window.location.origin + chemin;
  });
  if (texte === null) return null;

  const copier = async () => {
    try {
      await navigator.clipboard.writeText(texte);
      setCopie("fait");
    } catch {
      zone.current?.select();
      setCopie("refuse");
    }
  };
  const destinataires = element.enseignants.map((e) => e.email).join(", ");
  return (
    <>
      <Button
        petit
        onClick={() => {
          setCopie(null);
          setOuvert(true);
        }}
        aria-label={`Rappel pour ${element.titre}`}
      >
        <MessageSquareText size={16} aria-hidden="true" />
        Rappel
      </Button>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre={`Rappel pour ${element.titre}`}>
        <div className={styles.rappel}>
          <p className={styles.doux}>
            {destinataires ? `À envoyer à : ${destinataires}` : "Aucun enseignant n'est affecté à cet élément."}
          </p>
          <Textarea ref={zone} label="Texte du rappel" value={texte} readOnly rows={11} />
          <div className={styles.boutons}>
            <Button aspect="principal" onClick={copier} data-premier>
              {copie === "fait" ? <Check size={18} aria-hidden="true" /> : <Copy size={18} aria-hidden="true" />}
              Copier le texte
            </Button>
            <p role="status">
              {copie === "fait" && "Texte copié."}
              {copie === "refuse" && "Le texte est choisi : copiez-le avec Ctrl+C."}
            </p>
          </div>
        </div>
      </Dialog>
    </>
  );
}
