interface Props {
  /** De qui et de quoi, en haut de chaque page. */
  readonly haut: readonly [gauche: string, droite: string];
  /** De quoi rattacher une page isolée à son document, en bas. */
  readonly bas: string;
}

/** Une chaîne CSS : rien de ce qu'elle contient ne peut la fermer. */
const chaine = (texte: string): string =>
  `"${texte.replaceAll(/[\\"<\n]/g, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`;

/**
 * Les marges imprimées, répétées sur chaque page avec « Page x / y », par le navigateur de la personne comme par celui
 * qui fait les PDF. Écrites ici et non dans un module CSS : elles portent le nom du document.
 */
export function Marges({ haut: [gauche, droite], bas }: Props) {
  const police = "font-family: sans-serif; font-size: 7.5pt; color: #444;";
  return (
    <style>{`@page {
  @top-left { content: ${chaine(gauche)}; ${police} }
  @top-right { content: ${chaine(droite)}; ${police} }
  @bottom-left { content: ${chaine(bas)}; ${police} }
  @bottom-right { content: "Page " counter(page) " / " counter(pages); ${police} }
}`}</style>
  );
}
