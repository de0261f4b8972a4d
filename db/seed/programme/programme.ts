import type { NatureElement } from "../../../lib/but/modele/element";
import { REGLEMENT_DEFAUT } from "../../../lib/but/modele/reglement";
import { coefficientsParDefaut } from "../../../lib/but/regles/coefficients";
import type { Ecriture } from "../../connexion";
import type { Regime } from "../../schema/types";
import * as t from "../../tables";
import * as ids from "../ids";
import { insertAll } from "../lignes";
import { competences, type LigneImprimee, programmeImprime, type SemestreImprime, type UeImprimee } from "./imprime";

export const REGLEMENT_VERSION = REGLEMENT_DEFAUT.version;
export const REGLEMENT_ID = `gmp-reglement-${REGLEMENT_DEFAUT.version}`;

const NATURES: Record<LigneImprimee["nature"], NatureElement> = {
  Ressource: "ressource",
  SAÉ: "sae",
  Portfolio: "portfolio",
  Stage: "stage",
};
const RANG_NATURE: Record<NatureElement, number> = { ressource: 0, sae: 1, portfolio: 2, stage: 3 };

/** La page imprime parfois le portfolio comme une SAÉ ou un stage : `coefficient.natureImprimee` garde ce qu'elle dit. */
export function natureDe(ligne: LigneImprimee): NatureElement {
  return ligne.canonique === "Portfolio" ? "portfolio" : NATURES[ligne.nature];
}

/** Inscrit la formation, son référentiel, sa maquette imprimée et le règlement par défaut ; aucun compte, aucun étudiant. */
export async function seedProgramme(tx: Ecriture): Promise<void> {
  await tx.insert(t.formation).values({
    id: ids.FORMATION_ID,
    code: "GMP",
    titre: "Génie mécanique et productique",
    etablissement: "IUT Le Creusot",
  });
  await tx.insert(t.reglement).values({
    id: REGLEMENT_ID,
    formationId: ids.FORMATION_ID,
    version: REGLEMENT_DEFAUT.version,
    applicableDu: REGLEMENT_DEFAUT.applicableDu,
    parametres: JSON.stringify(REGLEMENT_DEFAUT),
    creeLe: `${REGLEMENT_DEFAUT.applicableDu}T00:00:00.000Z`,
  });
  await seedReferentiel(tx);
  await seedMaquette(tx);
}

/** Le référentiel national, pour les seuls parcours que le département affiche. */
async function seedReferentiel(tx: Ecriture): Promise<void> {
  const affiches = new Set(programmeImprime.parcours.map((p) => p.code));
  const retenues = competences.filter((c) => c.parcours === null || affiches.has(c.parcours));
  await insertAll(
    tx,
    t.parcours,
    programmeImprime.parcours.map((p) => ({
      id: ids.parcoursId(p.code),
      formationId: ids.FORMATION_ID,
      code: p.code,
      titre: competences.find((c) => c.parcours === p.code)?.parcours_titre ?? p.titre,
      ouvert: p.ouvert_2026_2027,
    })),
  );
  await insertAll(
    tx,
    t.competence,
    retenues.map((c) => ({
      id: ids.competenceId(c.court),
      formationId: ids.FORMATION_ID,
      parcoursId: c.parcours === null ? null : ids.parcoursId(c.parcours),
      numero: c.numero,
      court: c.court,
      titre: c.titre,
    })),
  );
  const niveaux = retenues.flatMap((c) => c.niveaux.map((n) => ({ ...n, court: c.court })));
  await insertAll(
    tx,
    t.niveau,
    niveaux.map((n) => ({
      id: ids.niveauId(n.court, n.ordre),
      competenceId: ids.competenceId(n.court),
      ordre: n.ordre,
      annee: n.annee,
      titre: n.titre,
    })),
  );
  await insertAll(
    tx,
    t.apprentissageCritique,
    niveaux.flatMap((n) =>
      n.apprentissages_critiques.map((ac) => ({
        id: ids.slug(ac.code),
        niveauId: ids.niveauId(n.court, n.ordre),
        code: ac.code,
        libelle: ac.libelle,
      })),
    ),
  );
}

async function seedMaquette(tx: Ecriture): Promise<void> {
  await tx.insert(t.maquette).values({
    id: ids.MAQUETTE_ID,
    formationId: ids.FORMATION_ID,
    version: "2026-2027",
    source: programmeImprime.source,
  });
  const semestres = programmeImprime.semestres.map((s) => ({ ...s, id: semestreId(s) }));
  await insertAll(
    tx,
    t.maquetteSemestre,
    semestres.map((s) => ({
      id: s.id,
      maquetteId: ids.MAQUETTE_ID,
      numero: s.numero,
      parcoursId: s.parcours === null ? null : ids.parcoursId(s.parcours),
      regime: regimeDe(s),
      titreImprime: s.intitule,
    })),
  );
  await insertAll(
    tx,
    t.ue,
    semestres.flatMap((s) =>
      s.ues.map((u) => ({
        id: ids.ueId(s.id, u.competence),
        maquetteSemestreId: s.id,
        competenceId: ids.competenceId(u.competence),
        ects: u.ects,
        poleRessource: 50,
        poleSae: 50,
        titreImprime: u.titre,
        mentionImprimee: mentionDe(u),
      })),
    ),
  );
  await insertAll(tx, t.element, elements());
  await insertAll(
    tx,
    t.coefficient,
    semestres.flatMap((s) => s.ues.flatMap((u) => coefficients(s, u))),
  );
}

function regimeDe(s: SemestreImprime): Regime {
  return s.regime ?? "commun";
}

function semestreId(s: SemestreImprime): string {
  return ids.maquetteSemestreId(s.numero, regimeDe(s), s.parcours);
}

function mentionDe(u: UeImprimee): string | null {
  const h = u.heures_ligne_competence;
  return h ? `${h.td} h de TD et ${h.tp} h de TP sur la ligne de la compétence` : null;
}

/** Un élément par enseignement, numéro et régime : les parcours qui le suivent partagent ses évaluations. */
function elements() {
  const connus = new Map<string, { numero: number; regime: Regime; titre: string; nature: NatureElement }>();
  for (const s of programmeImprime.semestres) {
    for (const ligne of s.ues.flatMap((u) => u.elements)) {
      const regime = regimeDe(s);
      const id = ids.elementId(s.numero, regime, ligne.canonique);
      if (!connus.has(id)) {
        connus.set(id, { numero: s.numero, regime, titre: ligne.canonique, nature: natureDe(ligne) });
      }
    }
  }
  return [...connus]
    .sort(([, a], [, b]) => RANG_NATURE[a.nature] - RANG_NATURE[b.nature])
    .map(([id, e], ordre) => ({ id, maquetteId: ids.MAQUETTE_ID, ...e, ordre }));
}

function coefficients(s: SemestreImprime, u: UeImprimee) {
  const ueId = ids.ueId(semestreId(s), u.competence);
  const lignes = u.elements.map((ligne) => ({ nature: natureDe(ligne), heures: ligne.heures }));
  const valeurs = coefficientsParDefaut(lignes);
  return u.elements.flatMap((ligne, i) => {
    const valeur = valeurs[i];
    if (valeur === undefined) return [];
    return [
      {
        id: `${ueId}-${ids.slug(ligne.canonique)}`,
        ueId,
        elementId: ids.elementId(s.numero, regimeDe(s), ligne.canonique),
        valeur,
        heuresCm: ligne.heures.cm,
        heuresTd: ligne.heures.td,
        heuresTp: ligne.heures.tp,
        heuresPosition: ligne.heures_position,
        titreImprime: ligne.titre,
        natureImprimee: ligne.nature,
      },
    ];
  });
}
