import type { ReactNode } from "react";

/** Une page qui n'a qu'une chose à dire. Son style est global : chaque page porte ces écrans d'avance, sans feuille de plus. */
export function MessagePage({ titre, children }: { readonly titre: string; readonly children: ReactNode }) {
  return (
    <div className="message-page">
      <h1>{titre}</h1>
      {children}
    </div>
  );
}
