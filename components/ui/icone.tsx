import type { NomIcone } from "./dessins";

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
