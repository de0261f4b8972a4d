import * as t from "@/db";
import { MAQUETTE_ID, maquetteSemestreId, ueId } from "@/db/seed/ids";
import { insertAll } from "@/db/seed/lignes";
import { cleMaquette, type ElementMaquette, readMaquettes } from "@/db/seed/programme/maquette";
import { REGLEMENT_ID } from "@/db/seed/programme/programme";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { type Passage, PERSONNAGES } from "./parcours-complet-personnages";
import { PERSONNES } from "./promotion";

const INSTANT = "2021-01-01T08:00:00.000Z";

/** Une classe de la promotion entrée cette année-là. */
export interface Classe {
  readonly id: string;
  readonly entree: number;
  readonly numero: number;
  readonly rentree: number;
}

const classesDe = (entree: number, numeros: readonly number[]): Classe[] =>
  numeros.map((numero) => {
    const rentree = entree + Math.ceil(numero / 2) - 1;
    return { id: `s${numero}-${rentree}`, entree, numero, rentree };
  });

/** Dans l'ordre où leurs jurys siègent : trois promotions, dont les suivantes accueillent les redoublants. */
export const CLASSES: readonly Classe[] = [
  ...classesDe(2021, [1, 2, 3, 4, 5, 6]),
  ...classesDe(2022, [1, 2, 3, 4, 5, 6]),
  ...classesDe(2023, [3, 4, 5, 6]),
].sort((a, b) => a.rentree - b.rentree || a.numero - b.numero);

/** Les personnages et les membres du jury, sur le programme imprimé ; aucune classe encore. */
export async function seedPersonnages(): Promise<void> {
  await t.write(async (tx) => {
    await insertAll(
      tx,
      t.utilisateur,
      Object.values(PERSONNES).map((p) => ({ ...p, motDePasse: "-" })),
    );
    await insertAll(
      tx,
      t.promotion,
      [2021, 2022, 2023].map((annee) => ({
        id: `promotion-${annee}`,
        maquetteId: MAQUETTE_ID,
        titre: `GMP ${annee}`,
        anneeEntree: annee,
      })),
    );
    await insertAll(
      tx,
      t.etudiant,
      PERSONNAGES.map(({ id, forceMajeure = false }) => ({
        id,
        numero: id,
        nom: id.toUpperCase(),
        prenom: "Camille",
        forceMajeure,
      })),
    );
  });
}

const regimeDe = (numero: number) => (numero <= 2 ? "commun" : "initiale");
const maquetteDe = ({ numero, parcours }: Passage): string =>
  maquetteSemestreId(numero, regimeDe(numero), parcours ?? null);
const evaluationId = (classe: Classe, element: string, competenceId: string) =>
  `ev-${classe.id}-${element}-${competenceId}`;

/** Innover ou Commercialiser, celle du parcours est la cinquième. */
const moyenneDe = ({ moyennes }: Passage, competence: string) => {
  const rang = ["Spécifier", "Développer", "Réaliser", "Exploiter"].indexOf(competence);
  return moyennes[rang < 0 ? 4 : rang];
};

/** L'UE d'un passage, par le nom court de sa compétence. */
export const ueDe = (passage: Passage, court: string): string => ueId(maquetteDe(passage), court);

/**
 * Ouvre une classe à son heure : ses inscrits du moment, et pour chaque enseignement une évaluation publiée par
 * compétence qu'il nourrit. Une UE dont toutes les notes valent m a m pour moyenne, pôles et coefficients réels compris.
 */
export async function seedClasse(classe: Classe): Promise<void> {
  const regime = regimeDe(classe.numero);
  const inscrits = PERSONNAGES.flatMap((p) =>
    p.suit
      .filter((s) => s.numero === classe.numero && s.rentree === classe.rentree)
      .map((passage) => ({ personnage: p, passage, inscriptionId: `${p.id}-${classe.id}` })),
  );
  await t.write(async (tx) => {
    await tx.insert(t.semestre).values({
      id: classe.id,
      promotionId: `promotion-${classe.entree}`,
      numero: classe.numero,
      anneeUniversitaire: `${classe.rentree}-${classe.rentree + 1}`,
      regime,
      reglementId: REGLEMENT_ID,
      etat: "ouvert",
    });
    await insertAll(
      tx,
      t.inscription,
      inscrits.map(({ personnage, passage, inscriptionId }) => ({
        id: inscriptionId,
        etudiantId: personnage.id,
        semestreId: classe.id,
        maquetteSemestreId: maquetteDe(passage),
        etat: passage.etat ?? ("I" as const),
      })),
    );
    const maquette = (await readMaquettes(tx)).get(cleMaquette(classe.numero, regime));
    const paires = (maquette?.elements ?? []).flatMap((element) =>
      [...new Set(element.ues.map((ue) => ue.competenceId))].map((competenceId) => ({ element, competenceId })),
    );
    await insertAll(
      tx,
      t.evaluation,
      paires.map(({ element, competenceId }, ordre) => ligneEvaluation(classe, element, competenceId, ordre)),
    );
    await insertAll(
      tx,
      t.poids,
      paires.flatMap(({ element, competenceId }) =>
        element.ues.map((ue) => ({
          id: `${evaluationId(classe, element.id, competenceId)}-${ue.id}`,
          evaluationId: evaluationId(classe, element.id, competenceId),
          ueId: ue.id,
          valeur: centiemes(ue.competenceId === competenceId ? 100 : 0),
        })),
      ),
    );
    const notes = inscrits.flatMap(({ passage, inscriptionId }) =>
      paires.flatMap(({ element, competenceId }) => {
        const suivie = element.ues.find(
          (ue) => ue.competenceId === competenceId && ue.maquetteSemestreId === maquetteDe(passage),
        );
        const moyenne = suivie && moyenneDe(passage, suivie.competence);
        if (moyenne === undefined || moyenne === null) return [];
        const evaluation = evaluationId(classe, element.id, competenceId);
        return [
          {
            id: `${inscriptionId}-${evaluation}`,
            evaluationId: evaluation,
            inscriptionId,
            ...(typeof moyenne === "number" ? { valeur: centiemes(Math.round(moyenne * 100)) } : { code: moyenne }),
            version: 1,
            modifieeLe: INSTANT,
            modifieePar: PERSONNES.tout.id,
          },
        ];
      }),
    );
    await insertAll(tx, t.note, notes);
    for (const { passage, inscriptionId } of inscrits) {
      const { bonus, dispense } = passage;
      if (bonus)
        await tx
          .insert(t.bonus)
          .values({ id: `bonus-${inscriptionId}`, inscriptionId, activite: "Sport", pourcent: centiemes(bonus * 100) });
      if (dispense)
        await tx.insert(t.dispense).values({
          id: `dispense-${inscriptionId}`,
          inscriptionId,
          ueId: ueDe(passage, dispense),
          motif: "Acquis professionnels",
        });
    }
  });
}

const ligneEvaluation = (classe: Classe, element: ElementMaquette, competenceId: string, ordre: number) => ({
  id: evaluationId(classe, element.id, competenceId),
  semestreId: classe.id,
  elementId: element.id,
  titre: `Examen, ${competenceId}`,
  date: `${classe.rentree}-12-01`,
  coefficient: centiemes(100),
  bareme: centiemes(2000),
  type: "normale" as const,
  etat: "publiee" as const,
  publieeLe: INSTANT,
  ordre,
  creeLe: INSTANT,
});
