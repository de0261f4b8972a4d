import { readdirSync } from "node:fs";
import path from "node:path";

/** Les gabarits d'adresse de tous les écrans, lus dans app : un écran nouveau est vérifié sans qu'on y pense. */
export function gabarits(): readonly string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((fichier) => path.basename(fichier) === "page.tsx")
    .map(
      (fichier) =>
        `/${path
          .dirname(fichier)
          .split(path.sep)
          .filter((s) => s !== "." && !/^\(.*\)$/.test(s))
          .join("/")}`,
    )
    .sort();
}

/** Le gabarit le plus précis d'un chemin : « /jury/s4 » → « /jury/[semestreId]». */
export function gabaritDe(chemin: string, tous: readonly string[]): string | undefined {
  const segments = chemin.split("/");
  const convient = (gabarit: string) => {
    const modele = gabarit.split("/");
    return (
      modele.length === segments.length &&
      modele.every((m, i) => (m.startsWith("[") ? segments[i] !== "" : m === segments[i]))
    );
  };
  const fixes = (gabarit: string) => gabarit.split("/").filter((m) => !m.startsWith("[")).length;
  return tous.filter(convient).sort((a, b) => fixes(b) - fixes(a))[0];
}
