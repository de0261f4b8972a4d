import "server-only";
import { and, desc, eq, inArray, like, or } from "drizzle-orm";
import {
  codeApogee,
  correspondanceApogee,
  etudiant,
  formation,
  inscription,
  type Lecture,
  maquette,
  maquetteSemestre,
  promotion,
  read,
  semestre,
} from "@/db";
import { type Dossier, type Dossiers, readDossiers } from "@/db/dossiers";
import type { ObjetApogee } from "@/db/schema/types";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { ResultatCursus } from "@/lib/but/modele/resultats";
import { arrondiOuNull } from "@/lib/but/nombres/arrondi";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import { moyenneModule } from "@/lib/but/regles/module";
import { groupBy } from "@/lib/group-by";
import type { Correspondance } from "./correspondance";
import type { FichierApogee } from "./fichier";
import { listObjets, type ObjetMaquette } from "./objets";
import type { Connu, Resultat, Source } from "./remplissage";

/** Un code et ce qu'il désigne. */
export interface CodeObjet {
  readonly maquetteId: string;
  readonly objet: ObjetApogee;
  readonly objetId: string;
  readonly code: string;
}

export const listCodes = (l: Lecture): Promise<readonly CodeObjet[]> =>
  l
    .select({
      maquetteId: codeApogee.maquetteId,
      objet: codeApogee.objet,
      objetId: codeApogee.objetId,
      code: codeApogee.code,
    })
    .from(codeApogee);

export async function readCorrespondance(l: Lecture): Promise<Correspondance> {
  const lignes = await l.select().from(correspondanceApogee);
  return new Map(lignes.map((c) => [c.code, c.apogee]));
}

const RIEN: Resultat = { note: null, code: null, raison: null };
const SANS_DECISION: Resultat = { ...RIEN, raison: "aucune décision de jury publiée" };
/** Parti ou défaillant : un code, jamais de note (règlement 2.7). */
const SANS_NOTE: ReadonlySet<string> = new Set(["DEM", "DEF", "ABAN"]);

const decide = (d: { readonly code: string; readonly moyenneVue: number | null } | null): Resultat => {
  if (!d) return SANS_DECISION;
  const note = d.moyenneVue === null || SANS_NOTE.has(d.code) ? null : formatCentiemes(d.moyenneVue);
  return { note, code: d.code, raison: null };
};

interface Lu {
  readonly dossier: Dossier;
  readonly resultat: ResultatCursus;
}

/** La moyenne d'un élément vue de ses UE, dans un semestre dont les décisions sont publiées. */
function resultatElement(
  { dossier }: Lu,
  dossiers: Dossiers,
  elementId: string,
  semestreIds: ReadonlySet<string>,
): Resultat | null {
  const suivi = dossier.cursus.semestres.find(
    (s) => semestreIds.has(s.id) && s.elements.some((e) => e.id === elementId),
  );
  const element = suivi?.elements.find((e) => e.id === elementId);
  if (!suivi || !element) return null;
  if (dossiers.semestres.get(suivi.id)?.etat !== "publie") return SANS_DECISION;
  if (suivi.inscription !== "I") return RIEN;
  const notes = new Set(
    suivi.ues
      .filter((ue) => (element.coefficients[ue.id] ?? 0) > 0 && !ue.dispensee)
      .map((ue) => arrondiOuNull(moyenneModule(element, ue.id).moyenne)),
  );
  if (notes.size > 1) return { ...RIEN, raison: "sa moyenne diffère d'une UE à l'autre : Apogée n'en attend qu'une" };
  const [note] = notes;
  return { ...RIEN, note: note === null || note === undefined ? null : formatCentiemes(note) };
}

function resultatObjet(
  lu: Lu,
  dossiers: Dossiers,
  { objet, objetId }: CodeObjet,
  annee: string,
  /** Numéro de chaque semestre de maquette. */
  numeros: ReadonlyMap<string, number>,
): Resultat | null {
  const cetteAnnee = (anneeUniversitaire: string) => anneeUniversitaire.startsWith(annee);
  const semestres = lu.resultat.semestres.filter((s) =>
    cetteAnnee(dossiers.semestres.get(s.id)?.anneeUniversitaire ?? ""),
  );
  switch (objet) {
    case "ue": {
      const ue = semestres.flatMap((s) => s.ues).find((u) => u.ueId === objetId);
      if (!ue) return null;
      return ue.dispensee ? RIEN : decide(ue.decision);
    }
    case "rcue": {
      const rcue = lu.resultat.annees
        .filter((a) => cetteAnnee(a.anneeUniversitaire))
        .flatMap((a) => a.rcues)
        .find((r) => r.niveauId === objetId);
      return rcue ? decide(rcue.decision) : null;
    }
    case "annee": {
      const voulue = lu.resultat.annees.find((a) => String(a.annee) === objetId && cetteAnnee(a.anneeUniversitaire));
      // La loi ne connaît pas de moyenne d'année (règlement 5.11).
      return voulue ? { ...decide(voulue.decision), note: null } : null;
    }
    case "semestre":
      // Ni moyenne ni décision de semestre dans la loi : sa note et son résultat restent vides.
      return semestres.some((s) => s.numero === numeros.get(objetId)) ? RIEN : null;
    case "element":
      return resultatElement(lu, dossiers, objetId, new Set(semestres.map((s) => s.id)));
  }
}

/** Les étudiants du fichier, et ceux qui suivaient cette année-là une maquette dont il porte des codes. */
async function listConcernes(
  l: Lecture,
  fichier: FichierApogee,
  maquetteIds: readonly string[],
): Promise<readonly Connu[]> {
  const annees = [...new Set(fichier.colonnes.map((c) => c.annee))].filter((a) => /^\d{4}$/.test(a));
  const colonnes = { id: etudiant.id, numero: etudiant.numero, nom: etudiant.nom, prenom: etudiant.prenom };
  const inscrits =
    annees.length === 0 || maquetteIds.length === 0
      ? []
      : await l
          .selectDistinct({ ...colonnes, numeroSemestre: semestre.numero })
          .from(etudiant)
          .innerJoin(inscription, eq(inscription.etudiantId, etudiant.id))
          .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
          .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
          .where(
            and(
              inArray(promotion.maquetteId, [...maquetteIds]),
              or(...annees.map((a) => like(semestre.anneeUniversitaire, `${a}-%`))),
            ),
          );
  const nus = fichier.etudiants.map((e) => e.numero.replace(/^0+(?=.)/, ""));
  const cites = (await l.select(colonnes).from(etudiant)).filter((e) => nus.includes(e.numero.replace(/^0+(?=.)/, "")));
  return [
    ...new Map(
      [...cites, ...inscrits].map(({ id, numero, nom, prenom }) => [id, { id, numero, nom, prenom }]),
    ).values(),
  ];
}

/** Ce que la base sait des codes de ce fichier : le publié et rien d'autre. */
export async function loadSource(l: Lecture, fichier: FichierApogee, codes: readonly CodeObjet[]): Promise<Source> {
  const demandes = new Set(fichier.colonnes.map((c) => c.code));
  const utiles = codes.filter((c) => demandes.has(c.code));
  const etudiants = await listConcernes(l, fichier, [...new Set(utiles.map((c) => c.maquetteId))]);
  const dossiers = await readDossiers(l, { etudiantIds: etudiants.map((e) => e.id) });
  const numeros = new Map(
    (await l.select({ id: maquetteSemestre.id, numero: maquetteSemestre.numero }).from(maquetteSemestre)).map((s) => [
      s.id,
      s.numero,
    ]),
  );
  const lus = groupBy(
    dossiers.dossiers.map((dossier) => ({ dossier, resultat: resultatCursus(dossier.cursus) })),
    ({ dossier }) => dossier.etudiant.id,
  );
  return {
    etudiants,
    codes: new Set(utiles.map((c) => c.code)),
    resultat(etudiantId, code, annee) {
      for (const lu of lus.get(etudiantId) ?? [])
        for (const objet of utiles.filter((c) => c.code === code)) {
          const resultat = resultatObjet(lu, dossiers, objet, annee, numeros);
          if (resultat) return resultat;
        }
      return null;
    },
  };
}

export interface EcranApogee {
  readonly maquettes: readonly { readonly id: string; readonly formationId: string; readonly titre: string }[];
  readonly choisie: { readonly id: string; readonly formationId: string } | null;
  readonly objets: readonly (ObjetMaquette & { readonly codes: readonly string[] })[];
  readonly correspondance: Readonly<Record<string, string>>;
}

/** Ce que montre l'écran Apogée : les objets d'une maquette et leurs codes, la dernière version si aucune n'est demandée. */
export async function readEcranApogee(maquetteId: string | undefined): Promise<EcranApogee> {
  return read(async (l) => {
    const versions = await l
      .select({ id: maquette.id, formationId: maquette.formationId, version: maquette.version, code: formation.code })
      .from(maquette)
      .innerJoin(formation, eq(formation.id, maquette.formationId))
      .orderBy(desc(maquette.version));
    const choisie = versions.find((v) => v.id === maquetteId) ?? versions[0] ?? null;
    const codes = choisie ? (await listCodes(l)).filter((c) => c.maquetteId === choisie.id) : [];
    const codesDe = groupBy(codes, (c) => `${c.objet} ${c.objetId}`);
    return {
      maquettes: versions.map((v) => ({ id: v.id, formationId: v.formationId, titre: `${v.code} ${v.version}` })),
      choisie,
      objets: (choisie ? await listObjets(l, [choisie.id]) : []).map((o) => ({
        ...o,
        codes: (codesDe.get(`${o.objet} ${o.objetId}`) ?? []).map((c) => c.code).sort(),
      })),
      correspondance: Object.fromEntries(await readCorrespondance(l)),
    };
  });
}
