import type { Kit } from "./kit";
import type { Programme } from "./programme";
import type { ObjetApogee } from "./types";
import { colonnes, parmi } from "./types";

/** Sous quels codes l'université connaît ce que le programme contient, et ce que deviennent nos codes de jury chez elle. */
export function defineApogee(kit: Kit, { maquette, formation }: Programme) {
  const { table, text, check, index, unique } = kit;
  const { id } = colonnes(kit);

  /** Un objet peut porter plusieurs codes, et un code désigner plusieurs objets. */
  const codeApogee = table(
    "code_apogee",
    {
      id: id(),
      maquetteId: text()
        .notNull()
        .references(() => maquette.id),
      objet: text().$type<ObjetApogee>().notNull(),
      /** « 1 » à « 3 » pour une année ; sinon l'id du semestre de maquette, de l'UE, du niveau ou de l'élément. */
      objetId: text().notNull(),
      code: text().notNull(),
    },
    (t) => [
      unique("code_apogee_unique").on(t.maquetteId, t.objet, t.objetId, t.code),
      index("code_apogee_code").on(t.code),
      check("code_apogee_objet", parmi(t.objet, ["annee", "semestre", "ue", "rcue", "element"])),
    ],
  );

  /** Ce que le département a choisi d'écrire pour un code de jury ; sans ligne, la proposition du programme. */
  const correspondanceApogee = table(
    "correspondance_apogee",
    {
      id: id(),
      formationId: text()
        .notNull()
        .references(() => formation.id),
      code: text().notNull(),
      apogee: text().notNull(),
    },
    (t) => [unique("correspondance_apogee_unique").on(t.formationId, t.code)],
  );

  return { codeApogee, correspondanceApogee };
}
