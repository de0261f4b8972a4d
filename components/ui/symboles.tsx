import { SYMBOLES } from "./dessins";

/** Les dessins des icônes ; le document racine les porte. */
export function Symboles() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: les tracés de lucide, connus à la construction
  return <svg style={{ display: "none" }} aria-hidden="true" dangerouslySetInnerHTML={{ __html: SYMBOLES }} />;
}
