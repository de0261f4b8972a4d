import "server-only";
import { Fige } from "@/components/fige";
import { figes } from "@/lib/rendu/figes";
import { SYMBOLES } from "./dessins";

const CLE = "symboles";

/** Les dessins des icônes ; le document racine les porte. */
export function Symboles() {
  figes.set(CLE, SYMBOLES);
  return <Fige cle={CLE} hidden />;
}
