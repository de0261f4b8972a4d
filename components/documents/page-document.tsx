import { notFound } from "next/navigation";
import { SansInscription } from "@/components/cursus/sans-inscription";
import { adresseVerification } from "@/lib/documents/adresse";
import { findChromium } from "@/lib/documents/pdf/navigateur";
import { type Demande, loadDocument } from "@/lib/documents/queries";
import { VueDocument } from "./vue-document";

interface Props {
  readonly demande: Demande;
  readonly personnel: boolean;
}

/** Le corps commun des pages de document, pour l'étudiant comme pour le personnel ; la page a déjà passé le garde. */
export async function PageDocument({ demande, personnel }: Props) {
  const document = await loadDocument(demande);
  if (!document && demande.semestreId !== undefined) notFound();
  if (!document) return <SansInscription />;
  return (
    <VueDocument
      document={document}
      personnel={personnel}
      chromium={findChromium() !== null}
      verification={document.delivre && adresseVerification(document.delivre.code)}
    />
  );
}
