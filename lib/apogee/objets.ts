import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import { coefficient, competence, element, type Lecture, maquette, maquetteSemestre, niveau, parcours, ue } from "@/db";
import type { ObjetApogee } from "@/db/schema/types";
import { cleNom } from "@/lib/import/cles";
import { titreMaquetteSemestre } from "@/lib/libelles";

/** Un objet d'une maquette qui peut porter un code. */
export interface ObjetMaquette {
  readonly maquetteId: string;
  readonly objet: ObjetApogee;
  readonly objetId: string;
  /** « BUT1 », « S1 », « S1/Spécifier », « S3 IPI initiale/Innover », « S1/Mécanique » : comme on l'écrit dans un fichier de codes. */
  readonly libelle: string;
}

/** Tout ce qui peut porter un code dans ces maquettes, dans l'ordre du programme. */
export async function listObjets(l: Lecture, maquetteIds?: readonly string[]): Promise<readonly ObjetMaquette[]> {
  const parmiElles = maquetteIds ? inArray(maquette.id, [...maquetteIds]) : undefined;
  const semestres = await l
    .select({
      maquetteId: maquette.id,
      formationId: maquette.formationId,
      id: maquetteSemestre.id,
      numero: maquetteSemestre.numero,
      regime: maquetteSemestre.regime,
      parcours: parcours.code,
    })
    .from(maquetteSemestre)
    .innerJoin(maquette, eq(maquette.id, maquetteSemestre.maquetteId))
    .leftJoin(parcours, eq(parcours.id, maquetteSemestre.parcoursId))
    .where(parmiElles)
    .orderBy(asc(maquetteSemestre.numero), asc(parcours.code), asc(maquetteSemestre.regime));
  const ues = await l
    .select({
      id: ue.id,
      maquetteSemestreId: ue.maquetteSemestreId,
      court: competence.court,
      competenceId: competence.id,
    })
    .from(ue)
    .innerJoin(competence, eq(competence.id, ue.competenceId))
    .orderBy(asc(competence.numero));
  const elements = await l
    .selectDistinct({
      id: element.id,
      titre: element.titre,
      ordre: element.ordre,
      maquetteSemestreId: ue.maquetteSemestreId,
    })
    .from(coefficient)
    .innerJoin(ue, eq(ue.id, coefficient.ueId))
    .innerJoin(element, eq(element.id, coefficient.elementId))
    .orderBy(asc(element.ordre));
  const niveaux = await l
    .select({ id: niveau.id, annee: niveau.annee, court: competence.court, formationId: competence.formationId })
    .from(niveau)
    .innerJoin(competence, eq(competence.id, niveau.competenceId))
    .orderBy(asc(niveau.annee), asc(competence.numero));

  const objets: ObjetMaquette[] = [];
  for (const [maquetteId, formationId] of new Map(semestres.map((s) => [s.maquetteId, s.formationId]))) {
    for (const annee of [1, 2, 3]) {
      const libelle = `BUT${annee}`;
      objets.push({ maquetteId, objet: "annee", objetId: String(annee), libelle });
      for (const n of niveaux.filter((n) => n.annee === annee && n.formationId === formationId))
        objets.push({ maquetteId, objet: "rcue", objetId: n.id, libelle: `${libelle}/${n.court}` });
    }
    for (const s of semestres.filter((s) => s.maquetteId === maquetteId)) {
      const libelle = titreMaquetteSemestre(s);
      objets.push({ maquetteId, objet: "semestre", objetId: s.id, libelle });
      for (const u of ues.filter((u) => u.maquetteSemestreId === s.id))
        objets.push({ maquetteId, objet: "ue", objetId: u.id, libelle: `${libelle}/${u.court}` });
      for (const e of elements.filter((e) => e.maquetteSemestreId === s.id))
        objets.push({ maquetteId, objet: "element", objetId: e.id, libelle: `${libelle}/${e.titre}` });
    }
  }
  return objets;
}

/** Les objets qu'un libellé désigne, casse, accents et ponctuation mis à part : un par maquette qui en a un. */
export function trouveObjets(objets: readonly ObjetMaquette[], libelle: string): readonly ObjetMaquette[] {
  const parts = (texte: string) => texte.split("/").map(cleNom).join("/");
  const cherche = parts(libelle);
  return objets.filter((o) => parts(o.libelle) === cherche);
}
