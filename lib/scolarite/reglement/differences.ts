import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus } from "@/lib/but/modele/cursus";
import type { Reglement } from "@/lib/but/modele/reglement";
import type { ResultatCursus, ResultatUe } from "@/lib/but/modele/resultats";
import type { Centiemes } from "@/lib/but/nombres/centiemes";

/** Une UE qui passe d'un code à l'autre. */
export interface UeChangee {
  readonly etudiant: string;
  readonly competenceId: string;
  readonly numero: number;
  readonly avant: { readonly moyenne: Centiemes | null; readonly code: string | null };
  readonly apres: { readonly moyenne: Centiemes | null; readonly code: string | null };
}

/** Ce qu'une autre version du règlement changerait aux résultats d'une classe, d'après ce qui est publié aujourd'hui. */
export interface Differences {
  readonly etudiants: number;
  readonly ues: number;
  readonly moyennes: number;
  readonly codes: readonly UeChangee[];
  readonly rcues: number;
  readonly annees: number;
}

export function differencesReglement(
  cursus: readonly { readonly etudiant: string; readonly cursus: Cursus }[],
  semestreId: string,
  reglement: Reglement,
): Differences {
  const total = { etudiants: cursus.length, ues: 0, moyennes: 0, rcues: 0, annees: 0 };
  const codes: UeChangee[] = [];
  for (const { etudiant, cursus: actuel } of cursus) {
    const change: Cursus = {
      ...actuel,
      semestres: actuel.semestres.map((s) => (s.id === semestreId ? { ...s, reglement } : s)),
    };
    const avant = resultatCursus(actuel);
    const apres = resultatCursus(change);
    const uesApres = uesDe(apres);
    for (const [i, ue] of uesDe(avant).entries()) {
      const autre = uesApres[i];
      if (!autre) continue;
      const vue = { avant: valeur(ue, actuel), apres: valeur(autre, change) };
      if (ue.semestreId === semestreId) total.ues += 1;
      if (ue.moyenne !== autre.moyenne) total.moyennes += 1;
      if (vue.avant.code !== vue.apres.code)
        codes.push({ etudiant, competenceId: ue.competenceId, numero: ue.numero, ...vue });
    }
    total.rcues += compte(rcuesDe(avant), rcuesDe(apres));
    total.annees += compte(
      avant.annees.map((a) => a.proposition),
      apres.annees.map((a) => a.proposition),
    );
  }
  return { ...total, codes };
}

const uesDe = (r: ResultatCursus) => r.semestres.flatMap((s) => s.ues);
const rcuesDe = (r: ResultatCursus) => r.annees.flatMap((a) => a.rcues.map((rcue) => rcue.proposition));
const compte = (a: readonly unknown[], b: readonly unknown[]): number => a.filter((v, i) => v !== b[i]).length;

/** La proposition ; tant qu'elle est provisoire, ce que dit la moyenne du jour au regard du seuil. */
function valeur(ue: ResultatUe, { semestres }: Cursus): UeChangee["avant"] {
  const { moyenne, proposition } = ue;
  const seuil = semestres.find((s) => s.id === ue.semestreId)?.reglement.seuilAcquisition;
  const code = proposition ?? (moyenne === null || seuil === undefined ? null : moyenne >= seuil ? "ADM" : "AJ");
  return { moyenne, code };
}
