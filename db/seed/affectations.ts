import type { Ecriture } from "../connexion";
import * as t from "../tables";
import { CLASSES } from "./classes";
import { insertAll } from "./lignes";
import { enseignantId, utilisateurId } from "./personnel";
import { cleMaquette, type Maquettes } from "./programme/maquette";

/** La première discipline que reconnaît le titre d'un élément désigne son enseignant. */
const DISCIPLINES: readonly (readonly [RegExp, string])[] = [
  [/affaires|appel d'offres|affaire industrielle/, "COLLIN"],
  [/^Mathématiques/, "BERNARD"],
  [/^Mécanique|^Dimensionnement/, "GIRARD"],
  [/^Anglais/, "MOREAU"],
  [/^Production|^Métrologie|^Fabrication|^Pilotage/, "LAMBERT"],
  [/^Expression|^Projet personnel|^Portfolio|^Découverte/, "FAURE"],
  [/construction mécanique|^Outils pour|^Conception|^Modification/, "ROUSSEL"],
  [/cyberphysiques|robotisé|maquette numérique/, "CHEVALIER"],
  [/matériaux|^Analyse de produit|^Spécification/, "NGUYEN"],
  [/^Organisation|^Répondre|^Fournir/, "PERRIN"],
];

/** Les comptes de la démonstration enseignent en plus, dans les semestres ouverts. Clé : « classe/élément ». */
const EN_PLUS: Readonly<Record<string, readonly string[]>> = {
  "s1-2026/Science des matériaux": ["enseignant"],
  "s1-2026/Mécanique": ["enseignant", "enseignant2"],
  "s1-2026/Projet personnel et professionnel": ["responsable"],
  "s3-2026/Dimensionnement des structures": ["enseignant", "enseignant2"],
  "s3-2026/Projet personnel et professionnel": ["responsable"],
  "s4-2025-alternance/Immersion professionnelle": ["enseignant", "enseignant2"],
  "s5-2026/Dimensionnement des structures": ["enseignant"],
};

export function titulaire(titre: string): string {
  return enseignantId(DISCIPLINES.find(([motif]) => motif.test(titre))?.[1] ?? "DUMONT");
}

export async function seedAffectations(tx: Ecriture, maquettes: Maquettes): Promise<void> {
  const lignes = CLASSES.flatMap((classe) =>
    (maquettes.get(cleMaquette(classe.numero, classe.regime))?.elements ?? []).flatMap((element) => {
      const enPlus = EN_PLUS[`${classe.id}/${element.titre}`] ?? [];
      return [titulaire(element.titre), ...enPlus.map((nom) => utilisateurId(`${nom}@paliers.demo`))].map(
        (utilisateur) => ({
          id: `${classe.id}-${element.id}-${utilisateur}`,
          utilisateurId: utilisateur,
          elementId: element.id,
          semestreId: classe.id,
        }),
      );
    }),
  );
  await insertAll(tx, t.affectation, lignes);
}
