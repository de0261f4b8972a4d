import { type NomIcone, SYMBOLES } from "./dessins";

/**
 * Une icône décorative, par référence au dessin posé une fois dans la page : un badge répété trois cents fois ne répète pas
 * son tracé, et se rend sans React côté client. Le texte voisin dit toujours la même chose.
 */
export function Icone({ nom, taille = 16 }: { readonly nom: NomIcone; readonly taille?: number }) {
  return (
    <svg width={taille} height={taille} aria-hidden="true">
      <use href={`#i-${nom}`} />
    </svg>
  );
}

/** Les dessins eux-mêmes ; le document racine les porte. */
export function Symboles() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: les tracés de lucide, connus à la construction
  return <svg style={{ display: "none" }} aria-hidden="true" dangerouslySetInnerHTML={{ __html: SYMBOLES }} />;
}
