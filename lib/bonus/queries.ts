import "server-only";
import { asc, eq } from "drizzle-orm";
import { bonus, etudiant, groupe, inscription, inscriptionGroupe, promotion, read, reglement, semestre } from "@/db";
import { readDossiers } from "@/db/dossiers";
import { semestreEffectif } from "@/db/visibilite";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { BonusActivite } from "@/lib/but/modele/cursus";
import { lireReglement } from "@/lib/but/modele/reglement";
import type { ResultatUe } from "@/lib/but/modele/resultats";
import { type Centiemes, centiemes } from "@/lib/but/nombres/centiemes";
import { pourcentBonus } from "@/lib/but/regles/bonus";
import { groupBy } from "@/lib/group-by";
import { titreSemestre } from "@/lib/libelles";

/** Les étudiants d'un semestre avec leurs activités et le total qui s'applique ; null si le semestre n'existe pas. */
export async function findBonusSemestre(semestreId: string) {
  return read(async (l) => {
    const [ligne] = await l
      .select({ semestre, promotion: promotion.titre, parametres: reglement.parametres })
      .from(semestre)
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
      .where(eq(semestre.id, semestreId));
    if (!ligne) return null;
    const regle = lireReglement(ligne.parametres).bonus;
    const inscrits = await l
      .select({
        id: inscription.id,
        etat: inscription.etat,
        nom: etudiant.nom,
        prenom: etudiant.prenom,
        numero: etudiant.numero,
      })
      .from(inscription)
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .where(eq(inscription.semestreId, semestreId))
      .orderBy(asc(etudiant.nom), asc(etudiant.prenom), asc(etudiant.id));
    const groupes = await l
      .select({ inscriptionId: inscriptionGroupe.inscriptionId, nom: groupe.nom })
      .from(inscriptionGroupe)
      .innerJoin(groupe, eq(groupe.id, inscriptionGroupe.groupeId))
      .where(eq(groupe.semestreId, semestreId))
      .orderBy(asc(groupe.nom));
    const lignes = await l
      .select({ inscriptionId: bonus.inscriptionId, activite: bonus.activite, pourcent: bonus.pourcent })
      .from(bonus)
      .innerJoin(inscription, eq(inscription.id, bonus.inscriptionId))
      .where(eq(inscription.semestreId, semestreId))
      .orderBy(asc(bonus.activite));
    const activitesDe = groupBy(lignes, (b) => b.inscriptionId);
    const groupesDe = groupBy(groupes, (g) => g.inscriptionId);
    return {
      id: ligne.semestre.id,
      etat: semestreEffectif(ligne.semestre).etat,
      titre: titreSemestre({ ...ligne.semestre, promotion: ligne.promotion }),
      regle,
      inscrits: inscrits.map((i) => {
        const activites = activitesDe.get(i.id) ?? [];
        return {
          ...i,
          groupes: (groupesDe.get(i.id) ?? []).map((g) => g.nom),
          activites,
          total: pourcentBonus(activites, regle),
        };
      }),
    };
  });
}

const PAS = 25;

/** Une UE d'un étudiant, avant bonus et pour chaque bonus possible : l'écran montre l'effet avant d'enregistrer. */
export interface EffetUe {
  readonly ueId: string;
  readonly competence: string;
  readonly titre: string;
  readonly confirmee: boolean;
  readonly avant: Centiemes | null;
  /** La moyenne pour un bonus de 0 ; 0,25 ; … 5 %, au rang pourcent ÷ 25. */
  readonly selon: readonly (Centiemes | null)[];
  readonly provisoire: boolean;
  readonly dispensee: boolean;
  readonly capitalisee: boolean;
}

/** Le bonus d'une inscription et ce qu'il fait à chaque UE ; null si l'inscription n'existe pas. */
export async function findBonusInscription(inscriptionId: string) {
  return read(async (l) => {
    const [ligne] = await l
      .select({ inscription, etudiant, semestre, promotion: promotion.titre, parametres: reglement.parametres })
      .from(inscription)
      .innerJoin(etudiant, eq(etudiant.id, inscription.etudiantId))
      .innerJoin(semestre, eq(semestre.id, inscription.semestreId))
      .innerJoin(promotion, eq(promotion.id, semestre.promotionId))
      .innerJoin(reglement, eq(reglement.id, semestre.reglementId))
      .where(eq(inscription.id, inscriptionId));
    if (!ligne) return null;
    const activites = await l
      .select({ id: bonus.id, activite: bonus.activite, pourcent: bonus.pourcent, version: bonus.version })
      .from(bonus)
      .where(eq(bonus.inscriptionId, inscriptionId))
      .orderBy(asc(bonus.activite));
    const lus = await readDossiers(
      l,
      { etudiantIds: [ligne.etudiant.id], dansSemestre: ligne.semestre.id },
      { decisions: "toutes" },
    );
    const cursus = lus.dossiers[0]?.cursus;
    const regle = lireReglement(ligne.parametres).bonus;

    const uesAvec = (essai: readonly BonusActivite[]): readonly ResultatUe[] => {
      if (!cursus) return [];
      const semestres = cursus.semestres.map((s) => (s.id === ligne.semestre.id ? { ...s, bonus: essai } : s));
      return resultatCursus({ ...cursus, semestres }).semestres.find((s) => s.id === ligne.semestre.id)?.ues ?? [];
    };
    const essais = Array.from({ length: regle.plafond / PAS + 1 }, (_, rang) =>
      uesAvec([{ activite: "essai", pourcent: centiemes(rang * PAS) }]),
    );
    const effets = (essais[0] ?? []).map((ue, i): EffetUe => {
      const competence = lus.competences.get(ue.competenceId);
      return {
        ueId: ue.ueId,
        competence: competence?.court ?? "",
        titre: competence?.titre ?? "",
        confirmee: lus.ues.get(ue.ueId)?.confirmee ?? false,
        avant: ue.moyenneAvantBonus,
        selon: essais.map((ues) => ues[i]?.moyenne ?? null),
        provisoire: ue.provisoire,
        dispensee: ue.dispensee,
        capitalisee: ue.capitalisee !== null,
      };
    });
    return {
      id: inscriptionId,
      etat: ligne.inscription.etat,
      etudiant: { id: ligne.etudiant.id, nom: ligne.etudiant.nom, prenom: ligne.etudiant.prenom },
      semestre: {
        id: ligne.semestre.id,
        etat: semestreEffectif(ligne.semestre).etat,
        titre: titreSemestre({ ...ligne.semestre, promotion: ligne.promotion }),
      },
      regle,
      seuil: lireReglement(ligne.parametres).seuilAcquisition,
      activites,
      effets,
    };
  });
}

export type BonusInscription = NonNullable<Awaited<ReturnType<typeof findBonusInscription>>>;
