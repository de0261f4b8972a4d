import styles from "./import.module.css";

/** Où en est la lecture d'un fichier long. @param part entre 0 et 1 */
export function Attente({ part, texte }: { readonly part: number; readonly texte: string }) {
  return (
    <div className={styles.attente} role="status">
      <label>
        {texte}
        <progress value={part} max={1} />
      </label>
    </div>
  );
}
