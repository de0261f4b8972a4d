import { z } from "zod";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import type { VerdictBonus } from "@/lib/but/regles/bonus";
import { parseNoteActivite, parsePourcentage } from "./saisie";

const facultatif = (lire: (saisie: string) => VerdictBonus) =>
  z.string().transform((saisie, contexte): Centiemes | null => {
    if (saisie.trim() === "") return null;
    const verdict = lire(saisie);
    if (verdict.ok) return verdict.pourcent;
    contexte.addIssue({ code: "custom", message: verdict.message });
    return z.NEVER;
  });

export const entreeBonus = z
  .object({
    inscriptionId: z.string(),
    /** Le bonus corrigé et la version lue ; null pour une activité de plus. */
    lu: z.object({ id: z.string(), version: z.number().int() }).nullable(),
    activite: z
      .string()
      .trim()
      .min(1, "Nommez l'activité : sport, engagement, théâtre…")
      .max(80, "Ce nom est trop long : 80 signes au plus."),
    /** L'un ou l'autre, en texte tel que tapé ; chacun devient un pourcentage. */
    pourcentage: facultatif(parsePourcentage),
    note: facultatif(parseNoteActivite),
  })
  .refine((v) => v.pourcentage !== null || v.note !== null, {
    path: ["pourcentage"],
    message: "Entrez un pourcentage, 0 ou de 0,25 à 5, ou bien une note d'activité sur 20.",
  })
  .refine((v) => v.pourcentage === null || v.note === null || v.pourcentage === v.note, {
    path: ["note"],
    message: "La note d'activité et le pourcentage ne disent pas la même chose : gardez l'un des deux.",
  });

export const entreeRetrait = z.object({
  inscriptionId: z.string(),
  id: z.string(),
  version: z.number().int(),
});
