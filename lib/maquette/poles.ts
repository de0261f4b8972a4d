import { REGLEMENT_DEFAUT, type Reglement } from "@/lib/but/modele/reglement";

/** En pour cent ; null : l'UE n'a qu'une seule moyenne pondérée (règlement 2.5). */
export type Poles = { readonly ressource: number; readonly sae: number } | null;

type Verdict = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Les pôles d'une UE : chacun entre les bornes légales, 100 à eux deux (règlement 2.5, point 4.3 de l'arrêté). */
export function verifyPoles(poles: Poles, { minimum, maximum }: Reglement["poles"] = REGLEMENT_DEFAUT.poles): Verdict {
  if (poles === null) return { ok: true };
  const { ressource, sae } = poles;
  if (!Number.isInteger(ressource) || !Number.isInteger(sae))
    return { ok: false, message: "Un pôle est un nombre entier de pour cent." };
  if (ressource + sae !== 100)
    return { ok: false, message: `${ressource} et ${sae} font ${ressource + sae} : les deux pôles font 100 ensemble.` };
  if (Math.min(ressource, sae) < minimum || Math.max(ressource, sae) > maximum)
    return {
      ok: false,
      message: `${ressource} et ${sae} : chaque pôle pèse de ${minimum} à ${maximum} % (règlement, point 2.5).`,
    };
  return { ok: true };
}
