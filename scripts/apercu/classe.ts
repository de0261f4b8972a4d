import { z } from "zod";
import { parseNote } from "../../lib/but/modele/note";
import { centiemes } from "../../lib/but/nombres/centiemes";
import type { LigneCible } from "../../lib/notes/cible";
import type { ClasseCible } from "../../lib/notes/import/usage";

const classeSchema = z.object({
  /** En points : 20. */
  bareme: z.number().positive().max(1000),
  titre: z.string().optional(),
  etudiants: z.array(
    z.object({
      numero: z.string(),
      nom: z.string(),
      prenom: z.string(),
      email: z.string().optional(),
      /** La note en place, comme elle se tape ; rien si elle n'est pas saisie. */
      note: z.string().optional(),
      etat: z.enum(["I", "DEM", "DEF"]).optional(),
    }),
  ),
});

/** La classe d'un fichier JSON, comme l'import la verrait : sans base, l'étudiant y est désigné par son numéro. */
export function readClasse(json: string): ClasseCible {
  const { bareme, titre, etudiants } = classeSchema.parse(JSON.parse(json));
  const sur = centiemes(Math.round(bareme * 100));
  const lignes = etudiants.map(({ numero, nom, prenom, note, etat }): LigneCible => {
    const lue = parseNote(note ?? "", sur);
    return {
      inscriptionId: numero,
      numero,
      nom,
      prenom,
      etat: etat ?? "I",
      note: lue.ok && lue.note !== null ? { note: lue.note, version: 1 } : null,
    };
  });
  return {
    toutes: lignes,
    affichees: lignes,
    depart: null,
    videEfface: false,
    courriels: new Map(etudiants.flatMap(({ numero, email }) => (email ? [[numero, email.toLowerCase()]] : []))),
    evaluations: [
      {
        champ: "note",
        evaluationId: "evaluation",
        titre: titre ?? "",
        bareme: sur,
        lignes: new Map(lignes.map((l) => [l.inscriptionId, l])),
      },
    ],
  };
}
