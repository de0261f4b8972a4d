import { type SQL, sql } from "drizzle-orm";

const ACCENTS: readonly (readonly [string, string])[] = [
  ["a", "àâä"],
  ["c", "ç"],
  ["e", "éèêë"],
  ["i", "îï"],
  ["o", "ôö"],
  ["u", "ùûü"],
  ["oe", "œ"],
].flatMap(([simple = "", accentues = ""]) =>
  [...accentues, ...accentues.toLocaleUpperCase("fr-FR")].map((a) => [a, simple] as const),
);

/** Un texte SQL en minuscules sans accents : lower() de SQLite ignore « É », et LIKE de PostgreSQL distingue tout. */
export function sansAccent(texte: SQL): SQL {
  return ACCENTS.reduce(
    (interieur, [accentue, simple]) => sql`replace(${interieur}, ${accentue}, ${simple})`,
    sql`lower(${texte})`,
  );
}

/** Les mots cherchés, pliés de la même façon, sans rien qui soit un joker de LIKE. */
export function motsDe(recherche: string): string[] {
  return recherche
    .toLowerCase()
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .split(/\s+/)
    .filter((mot) => mot !== "")
    .map((mot) => mot.replaceAll(/[%_!]/g, "!$&"));
}
