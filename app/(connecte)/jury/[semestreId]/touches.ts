/** D'un étudiant à l'autre au clavier : flèches, début, fin. Rend vrai si la touche a servi. */
export function deplace(touche: string, cible: EventTarget, dans: HTMLElement): boolean {
  const liens = [...dans.querySelectorAll<HTMLElement>("tbody a[href]")];
  const ici = liens.indexOf(cible as HTMLElement);
  const isRecherche = cible instanceof HTMLInputElement && cible.type === "search";
  if (ici < 0 && !(isRecherche && touche === "ArrowDown")) return false;
  const vers = voisin(touche, ici, liens.length);
  if (vers === null) return false;
  liens[vers]?.focus();
  return true;
}

function voisin(touche: string, ici: number, nombre: number): number | null {
  switch (touche) {
    case "ArrowDown":
      return Math.min(ici + 1, nombre - 1);
    case "ArrowUp":
      return Math.max(ici - 1, 0);
    case "Home":
      return 0;
    case "End":
      return nombre - 1;
    default:
      return null;
  }
}

/** Une touche seule ne vaut que hors d'un champ et sans fenêtre ouverte : ailleurs elle s'écrit. */
export function isToucheLibre({ target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || document.querySelector("dialog[open]")) return false;
  return !(target instanceof Element && target.closest("input, select, textarea, [contenteditable]"));
}
