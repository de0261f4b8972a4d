import type { Resultat } from "@/lib/errors";
import { Notice } from "./ui/notice";
import { erreursDe } from "./use-envoi";

/** Le refus d'un formulaire entier ; rien quand chaque champ dit déjà sa raison. */
export function RefusGeneral({ resultat }: { readonly resultat: Resultat<unknown> | null }) {
  if (!resultat || resultat.ok || Object.keys(erreursDe(resultat)).length > 0) return null;
  return (
    <Notice ton="danger" role="alert">
      {resultat.message}
    </Notice>
  );
}
