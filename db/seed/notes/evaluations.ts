import { type Centiemes, centiemes } from "../../../lib/but/nombres/centiemes";
import type { Ecriture } from "../../connexion";
import * as t from "../../tables";
import { avancement } from "../avancement";
import { AUJOURD_HUI, type Classe } from "../classes";
import { slug } from "../ids";
import { instant, jourOuvre, joursEntre } from "../jours";
import { insertAll } from "../lignes";
import type { ElementMaquette, MaquetteClasse } from "../programme/maquette";
import { evaluationsPrevues, type Prevue } from "./evaluations-types";

export interface EvaluationSemee {
  readonly ligne: typeof t.evaluation.$inferInsert;
  readonly element: ElementMaquette;
  readonly poids: Readonly<Record<string, Centiemes>>;
}

/** Les évaluations d'une classe : toutes publiées si elle est finie, sinon à mi-chemin. */
export async function seedEvaluations(
  tx: Ecriture,
  classe: Classe,
  { elements }: MaquetteClasse,
): Promise<EvaluationSemee[]> {
  const semees = elements.flatMap((element, rang) => {
    const prevues = evaluationsPrevues(classe.id, element.titre, element.nature);
    const etats = avancement(classe, element.titre, element.nature, rang, AUJOURD_HUI);
    return prevues.slice(0, etats.length).map((prevue, i): EvaluationSemee => {
      const etat = etats[i] ?? "brouillon";
      const date = dateDe(classe, etat, rang, (i + 1) / prevues.length);
      const poids = poidsDe(prevue, element);
      return {
        element,
        poids,
        ligne: {
          id: `${classe.id}-${slug(element.titre)}-${i + 1}`,
          semestreId: classe.id,
          elementId: element.id,
          titre: prevue.titre,
          date,
          coefficient: centiemes(prevue.coefficient * 100),
          bareme: centiemes(prevue.bareme * 100),
          type: prevue.type,
          etat,
          publieeLe: etat === "publiee" ? instant(jourOuvre(date, 6), "16:30") : null,
          ordre: i,
          version: etat === "publiee" ? 3 : etat === "saisie" ? 2 : 1,
          creeLe: instant(jourOuvre(date, -21), "08:15"),
        },
      };
    });
  });
  await insertAll(
    tx,
    t.evaluation,
    semees.map((s) => s.ligne),
  );
  await insertAll(
    tx,
    t.poids,
    semees.flatMap(({ ligne, poids }) =>
      Object.entries(poids).map(([ueId, valeur]) => ({
        id: `${ligne.id}-${ueId}`,
        evaluationId: ligne.id,
        ueId,
        valeur,
      })),
    ),
  );
  return semees;
}

/** Une évaluation publiée d'un semestre ouvert est passée depuis assez longtemps ; une prévue est à venir. */
function dateDe(classe: Classe, etat: string, rang: number, part: number): string {
  if (etat === "brouillon") return jourOuvre("2026-11-30", rang % 12);
  if (etat === "saisie") return jourOuvre("2026-11-09", rang % 6);
  const fin = classe.fin < AUJOURD_HUI ? classe.fin : "2026-11-09";
  const duree = joursEntre(classe.debut, fin);
  return jourOuvre(classe.debut, Math.round(duree * (0.1 + 0.85 * part)) + (rang % 9) - 4);
}

function poidsDe({ poids }: Prevue, element: ElementMaquette): Record<string, Centiemes> {
  if (!poids) return {};
  return Object.fromEntries(
    element.ues.map((ue) => [ue.id, centiemes((poids[ue.competence] ?? poids["*"] ?? 1) * 100)]),
  );
}
