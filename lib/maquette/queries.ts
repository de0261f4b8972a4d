import "server-only";
import { asc, count, desc, eq, isNotNull } from "drizzle-orm";
import {
  coefficient,
  competence,
  element,
  inscription,
  maquette,
  maquetteSemestre,
  parcours,
  promotion,
  read,
  semestre,
  ue,
  utilisateur,
} from "@/db";
import { semestreEffectif } from "@/db/visibilite";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { groupBy } from "@/lib/group-by";
import { formatJour, isDecide, titreMaquetteSemestre, titreSemestre } from "@/lib/libelles";
import type { Poles } from "./poles";

/** Les semestres imprimés de chaque maquette, avec ce qui reste à confirmer. */
export async function listMaquettes() {
  return read(async (l) => {
    const semestres = await l
      .select({
        id: maquetteSemestre.id,
        maquetteId: maquetteSemestre.maquetteId,
        version: maquette.version,
        source: maquette.source,
        numero: maquetteSemestre.numero,
        regime: maquetteSemestre.regime,
        parcours: parcours.code,
        parcoursTitre: parcours.titre,
        titreImprime: maquetteSemestre.titreImprime,
      })
      .from(maquetteSemestre)
      .innerJoin(maquette, eq(maquette.id, maquetteSemestre.maquetteId))
      .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
      .orderBy(desc(maquette.version), asc(maquetteSemestre.numero), asc(parcours.code), desc(maquetteSemestre.regime));
    const ues = await l
      .select({ maquetteSemestreId: ue.maquetteSemestreId, ects: ue.ects, confirmeeLe: ue.confirmeeLe })
      .from(ue);
    const inscrits = await l
      .select({ maquetteSemestreId: inscription.maquetteSemestreId, nombre: count() })
      .from(inscription)
      .where(isNotNull(inscription.maquetteSemestreId))
      .groupBy(inscription.maquetteSemestreId);
    const uesDe = groupBy(ues, (u) => u.maquetteSemestreId);
    const inscritsDe = new Map(inscrits.map((i) => [i.maquetteSemestreId, i.nombre]));
    return semestres.map((s) => {
      const siennes = uesDe.get(s.id) ?? [];
      return {
        ...s,
        titre: titreMaquetteSemestre(s),
        ues: siennes.length,
        ects: siennes.reduce((somme, u) => somme + u.ects, 0),
        aConfirmer: siennes.filter((u) => u.confirmeeLe === null).length,
        inscrits: inscritsDe.get(s.id) ?? 0,
      };
    });
  });
}

export interface CelluleMaquette {
  readonly id: string;
  readonly ueId: string;
  readonly version: number;
  readonly valeur: Centiemes;
  /** « 10 h TD · 8 h TP », ou null quand la page n'imprime pas d'heures. */
  readonly heures: string | null;
  /** Ce que la page imprime, quand elle dit autre chose que l'application. */
  readonly imprime: string | null;
}

interface LigneHeures {
  readonly heuresCm: number | null;
  readonly heuresTd: number | null;
  readonly heuresTp: number | null;
  readonly heuresPosition: "printed" | "inferred" | null;
}

function heures(c: LigneHeures): string | null {
  const parts = [
    ["CM", c.heuresCm],
    ["TD", c.heuresTd],
    ["TP", c.heuresTp],
  ].flatMap(([nom, h]) => (h === null ? [] : [`${h} h ${nom}`]));
  if (parts.length === 0) return null;
  return parts.join(" · ") + (c.heuresPosition === "inferred" ? " (colonne déduite)" : "");
}

const NATURES_IMPRIMEES: Readonly<Record<string, string>> = {
  ressource: "Ressource",
  sae: "SAÉ",
  portfolio: "Portfolio",
  stage: "Stage",
};

function imprime(e: { titre: string; nature: string }, c: { titreImprime: string; natureImprimee: string }) {
  const differences = [
    c.titreImprime === e.titre ? null : `« ${c.titreImprime} »`,
    c.natureImprimee === NATURES_IMPRIMEES[e.nature] ? null : c.natureImprimee,
  ].filter((d) => d !== null);
  return differences.length > 0 ? differences.join(", ") : null;
}

/** Un semestre du programme : ses UE, la matrice de ses coefficients, les classes qui le suivent. null s'il n'existe pas. */
export async function findMaquetteSemestre(id: string) {
  return read(async (l) => {
    const [ligne] = await l
      .select({ semestre: maquetteSemestre, maquette, parcours: parcours.code, parcoursTitre: parcours.titre })
      .from(maquetteSemestre)
      .innerJoin(maquette, eq(maquette.id, maquetteSemestre.maquetteId))
      .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
      .where(eq(maquetteSemestre.id, id));
    if (!ligne) return null;
    const ues = await l
      .select({ ue, competence, nom: utilisateur.nom, prenom: utilisateur.prenom })
      .from(ue)
      .innerJoin(competence, eq(competence.id, ue.competenceId))
      .leftJoin(utilisateur, eq(utilisateur.id, ue.confirmeePar))
      .where(eq(ue.maquetteSemestreId, id))
      .orderBy(asc(competence.numero));
    const lignes = await l
      .select({ coefficient, element })
      .from(coefficient)
      .innerJoin(ue, eq(ue.id, coefficient.ueId))
      .innerJoin(element, eq(element.id, coefficient.elementId))
      .where(eq(ue.maquetteSemestreId, id))
      .orderBy(asc(element.ordre), asc(element.id));
    const classes = await l
      .select({ semestre, promotion: promotion.titre, inscrits: count() })
      .from(inscription)
      .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .where(eq(inscription.maquetteSemestreId, id))
      .groupBy(semestre.id, promotion.titre)
      .orderBy(desc(semestre.anneeUniversitaire), asc(promotion.titre));
    return {
      id,
      titre: titreMaquetteSemestre({ ...ligne.semestre, parcours: ligne.parcours }),
      titreImprime: ligne.semestre.titreImprime,
      version: ligne.maquette.version,
      parcoursTitre: ligne.parcoursTitre,
      ues: ues.map(({ ue: u, competence: c, nom, prenom }) => ({
        id: u.id,
        court: c.court,
        titre: c.titre,
        titreImprime: u.titreImprime,
        imprimeAutrement: u.titreImprime !== c.titre && u.titreImprime !== c.court,
        mentionImprimee: u.mentionImprimee,
        ects: u.ects,
        poles: (u.poleRessource === null || u.poleSae === null
          ? null
          : { ressource: u.poleRessource, sae: u.poleSae }) as Poles,
        confirmee: u.confirmeeLe && `${formatJour(u.confirmeeLe)}${nom ? ` par ${prenom} ${nom}` : ""}`,
      })),
      elements: [...groupBy(lignes, (x) => x.element.id).values()].flatMap((memes) => {
        const e = memes[0]?.element;
        if (!e) return [];
        return [
          {
            id: e.id,
            titre: e.titre,
            nature: e.nature,
            cellules: memes.map(
              ({ coefficient: c }): CelluleMaquette => ({
                id: c.id,
                ueId: c.ueId,
                version: c.version,
                valeur: c.valeur,
                heures: heures(c),
                imprime: imprime(e, c),
              }),
            ),
          },
        ];
      }),
      classes: classes.map((c) => ({
        id: c.semestre.id,
        titre: titreSemestre({ ...c.semestre, promotion: c.promotion }),
        etat: semestreEffectif(c.semestre).etat,
        inscrits: c.inscrits,
        decidee: isDecide(c.semestre.etat) || c.semestre.etat === "rouvert",
      })),
    };
  });
}

export type MaquetteSemestreLu = NonNullable<Awaited<ReturnType<typeof findMaquetteSemestre>>>;
export type UeMaquette = MaquetteSemestreLu["ues"][number];
