import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { bonus, etudiant, inscription, type Lecture, promotion, read, reglement, semestre, utilisateur } from "@/db";
import { readDossiers } from "@/db/dossiers";
import { semestreEffectif } from "@/db/visibilite";
import { can, type Utilisateur } from "@/lib/auth/permissions";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import { lireReglement } from "@/lib/but/modele/reglement";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { groupBy } from "@/lib/group-by";
import { type LotVu, listLots } from "@/lib/import/lots/queries";
import { titreMaquetteSemestre } from "@/lib/libelles";
import type { BonusLu } from "./entree";
import type { InscritBonus } from "./usage";

/** Une liste vaut pour toutes les classes de la même moitié d'année : un étudiant n'y est qu'une fois. */
export async function findMoitie(l: Lecture, semestreId: string) {
  const [choisi] = await l.select().from(semestre).where(eq(semestre.id, semestreId));
  if (!choisi) return null;
  const classes = await l
    .select({ semestre, promotion: promotion.titre, parametres: reglement.parametres })
    .from(semestre)
    .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
    .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
    .where(eq(semestre.anneeUniversitaire, choisi.anneeUniversitaire))
    .orderBy(asc(semestre.numero), asc(semestre.id));
  return { choisi, classes: classes.filter((c) => c.semestre.numero % 2 === choisi.numero % 2) };
}

export interface EcranImportBonus {
  readonly semestreId: string;
  /** « semestres impairs 2026-2027 » */
  readonly moitie: string;
  /** Les classes où cette personne peut encore saisir un bonus. */
  readonly classes: readonly string[];
  readonly inscrits: readonly InscritBonus[];
  readonly lots: readonly LotVu[];
}

export const cibleLot = (anneeUniversitaire: string, numero: number): string =>
  `${anneeUniversitaire} ${numero % 2 === 1 ? "impairs" : "pairs"}`;

/** Ceux à qui une liste peut apporter un bonus, avec ceux qu'ils ont déjà ; null si le semestre n'existe pas. */
async function readEcranImport(l: Lecture, user: Utilisateur, semestreId: string): Promise<EcranImportBonus | null> {
  const moitie = await findMoitie(l, semestreId);
  if (!moitie) return null;
  const { choisi, classes } = moitie;
  const ouvertes = classes.filter(({ semestre: s }) => can(user, "bonus:ecrire", { semestre: semestreEffectif(s) }));
  const titres = new Map(
    ouvertes.map(({ semestre: s, promotion: p }) => [
      s.id,
      `${titreMaquetteSemestre({ ...s, parcours: null })} · ${p}`,
    ]),
  );
  const inscrits = await l
    .select({ inscription, etudiant, email: utilisateur.email })
    .from(inscription)
    .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
    .leftJoin(utilisateur, eq(utilisateur.etudiantId, etudiant.id))
    .where(and(inArray(inscription.semestreId, [...titres.keys()]), eq(inscription.etat, "I")))
    .orderBy(asc(etudiant.nom), asc(etudiant.prenom), asc(etudiant.id));
  const activites = groupBy(
    await l
      .select({ bonus })
      .from(bonus)
      .innerJoin(inscription, eq(inscription.id, bonus.inscriptionId))
      .where(inArray(inscription.semestreId, [...titres.keys()])),
    (b) => b.bonus.inscriptionId,
  );
  const uniques = [...new Map(inscrits.map((i) => [i.inscription.id, i])).values()];
  return {
    semestreId,
    moitie: `semestres ${choisi.numero % 2 === 1 ? "impairs" : "pairs"} ${choisi.anneeUniversitaire}`,
    classes: [...titres.values()],
    inscrits: uniques.map(({ inscription: i, etudiant: e, email }) => ({
      inscriptionId: i.id,
      numero: e.numero,
      nom: e.nom,
      prenom: e.prenom,
      courriel: email,
      classe: titres.get(i.semestreId) ?? "",
      activites: (activites.get(i.id) ?? []).map(({ bonus: { id, activite, pourcent, version } }) => ({
        id,
        activite,
        pourcent,
        version,
      })),
    })),
    lots: await listLots(l, "bonus", [cibleLot(choisi.anneeUniversitaire, choisi.numero)]),
  };
}

/** Une UE qu'une liste ferait bouger. */
export interface EffetBonus {
  readonly inscriptionId: string;
  readonly etudiant: string;
  readonly competence: string;
  readonly avant: Centiemes | null;
  readonly apres: Centiemes | null;
  /** Elle atteindrait le seuil, ou ne l'atteindrait plus. */
  readonly bascule: boolean;
  readonly provisoire: boolean;
}

/** Chaque UE que ces bonus feraient bouger, par le même calcul que partout : les bascules d'abord. */
export async function listEffets(l: Lecture, lignes: readonly BonusLu[]): Promise<readonly EffetBonus[]> {
  const parInscription = groupBy(lignes, (b) => b.inscriptionId);
  const touchees = await l
    .select({ inscription, parametres: reglement.parametres })
    .from(inscription)
    .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
    .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
    .where(inArray(inscription.id, [...parInscription.keys()]));
  const { dossiers, competences } = await readDossiers(
    l,
    { etudiantIds: touchees.map((t) => t.inscription.etudiantId) },
    { decisions: "toutes" },
  );
  const effets = touchees.flatMap(({ inscription: i, parametres }): EffetBonus[] => {
    const dossier = dossiers.find(
      (d) => d.etudiant.id === i.etudiantId && d.inscriptions.some((suivie) => suivie.semestreId === i.semestreId),
    );
    if (!dossier) return [];
    const { seuilAcquisition: seuil } = lireReglement(parametres);
    const apportes = parInscription.get(i.id) ?? [];
    const remplaces = new Set(apportes.map((b) => b.activite));
    const semestres = dossier.cursus.semestres.map((s) =>
      s.id === i.semestreId ? { ...s, bonus: [...s.bonus.filter((b) => !remplaces.has(b.activite)), ...apportes] } : s,
    );
    const ues = (cursus: typeof dossier.cursus) =>
      resultatCursus(cursus).semestres.find((s) => s.id === i.semestreId)?.ues ?? [];
    const avant = new Map(ues(dossier.cursus).map((u) => [u.ueId, u.moyenne]));
    return ues({ ...dossier.cursus, semestres }).flatMap((u) => {
      const etait = avant.get(u.ueId) ?? null;
      if (etait === u.moyenne) return [];
      const atteint = (m: Centiemes | null) => m !== null && m >= seuil;
      return [
        {
          inscriptionId: i.id,
          etudiant: `${dossier.etudiant.nom} ${dossier.etudiant.prenom}`,
          competence: competences.get(u.competenceId)?.court ?? "",
          avant: etait,
          apres: u.moyenne,
          bascule: atteint(etait) !== atteint(u.moyenne),
          provisoire: u.provisoire,
        },
      ];
    });
  });
  return effets.sort(
    (a, b) =>
      Number(b.bascule) - Number(a.bascule) ||
      a.etudiant.localeCompare(b.etudiant, "fr") ||
      (a.competence < b.competence ? -1 : 1),
  );
}

/** Ce que montre l'écran d'import pour cette classe et celles de la même moitié d'année. */
export const findEcranImport = (user: Utilisateur, semestreId: string): Promise<EcranImportBonus | null> =>
  read((l) => readEcranImport(l, user, semestreId));
