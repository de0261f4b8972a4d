import { createHash } from "node:crypto";
import { jsonCanonique } from "@/lib/but/modele/json-canonique";
import type { Contenu, DecisionDocument, DocumentLu, SemestreDocument } from "./types";

/**
 * L'empreinte de ce qu'un document affirme : qui, quels résultats, par quelles décisions ; ni la mise en page, ni le nom
 * de l'établissement. Elle est signée sur des papiers déjà remis : changer cette forme dirait « périmés » des documents
 * exacts. Une forme nouvelle prendrait le numéro 2, et celle-ci resterait pour vérifier les anciens.
 */
export function empreinteDocument({ etudiant, contenu }: Pick<DocumentLu, "etudiant" | "contenu">): string {
  const { numero, nom, prenom } = etudiant;
  const affirme = jsonCanonique({
    forme: 1,
    type: contenu.type,
    etudiant: { numero, nom, prenom },
    ...affirmations(contenu),
  });
  return createHash("sha256").update(affirme).digest("hex");
}

function affirmations(contenu: Contenu): object {
  switch (contenu.type) {
    case "releve":
      return {
        semestre: affirmeSemestre(contenu.semestre),
        elements: contenu.elements.map((e) => [e.id, e.moyennes.map((m) => [m.ueId, m.moyenne])]),
        niveaux: contenu.niveaux.map(affirmeDecision),
        annee: contenu.annee && affirmeDecision(contenu.annee),
      };
    case "cursus":
      return {
        annees: contenu.annees.map((a) => [
          a.annee,
          a.anneeUniversitaire,
          a.semestres.map(affirmeSemestre),
          a.niveaux.map(affirmeDecision),
          a.decision && affirmeDecision(a.decision),
        ]),
        diplomes: contenu.diplomes.map(affirmeDecision),
        ects: contenu.ects.acquis,
      };
    case "attestation":
      return { niveaux: contenu.niveaux.map((n) => [...affirmeDecision(n), n.ects]) };
  }
}

const affirmeDecision = ({ objetId, moyenne, code, date }: DecisionDocument) => [objetId, moyenne, code, date];

const affirmeSemestre = ({ id, numero, anneeUniversitaire, inscription, ues }: SemestreDocument) => ({
  id,
  numero,
  anneeUniversitaire,
  inscription,
  ues: ues.map((ue) => [
    ue.ueId,
    ue.ects,
    ue.moyenne,
    ue.avantBonus,
    ue.decision && [ue.decision.code, ue.decision.date],
    ue.sansMoyenne,
  ]),
});
