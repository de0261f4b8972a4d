import { z } from "zod";
import { type Centiemes, centiemes } from "@/lib/but/nombres/centiemes";
import { parseDecimal } from "@/lib/but/nombres/decimal";

/** Un nombre tapé, en centièmes. Les bornes larges ici ; celles de l'arrêté dans verifyReglement. */
const decimal = (nom: string, max: number) =>
  z.string().transform((saisie, contexte): Centiemes => {
    const lu = parseDecimal(saisie, { nom, min: 0, max, decimales: 2 });
    if (lu.ok) return lu.valeur;
    contexte.addIssue({ code: "custom", message: lu.message });
    return z.NEVER;
  });

const entier = (nom: string, max: number) =>
  z.string().transform((saisie, contexte): number => {
    const lu = parseDecimal(saisie, { nom, min: 0, max: centiemes(max * 100), decimales: 0 });
    if (lu.ok) return lu.valeur / 100;
    contexte.addIssue({ code: "custom", message: lu.message });
    return z.NEVER;
  });

/** Une version de plus : la copie d'une autre, changée. Les seuils de l'arrêté ne se choisissent pas. */
export const entreeReglement = z.object({
  copieDe: z.string(),
  version: z.string().trim().min(1, "Nommez la version, par exemple « 2027-1 ».").max(40, "40 signes au plus."),
  applicableDu: z.iso.date("Choisissez le jour où cette version s'applique."),
  bonus: z.object({
    lecture: z.enum(["multiplicatif", "points"]),
    cumul: z.enum(["somme", "meilleur"]),
    plafond: decimal("Plafond du bonus", 500),
  }),
  rcue: z.enum(["simple", "ects"]),
  polesBut3: z.enum(["par-ue", "deux-ue"]),
  poles: z.object({ minimum: entier("Part la plus petite", 100), maximum: entier("Part la plus grande", 100) }),
  redoublements: z.object({
    parSemestre: entier("Redoublements d'un semestre", 9),
    total: entier("Redoublements en tout", 9),
  }),
  afficherRang: z.boolean(),
  afficherClasse: z.boolean(),
});

export const entreeRattachement = z.object({
  semestreId: z.string(),
  version: z.number().int(),
  reglementId: z.string().min(1, "Choisissez une version."),
});
