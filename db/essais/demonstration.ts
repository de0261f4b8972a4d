import { resultatCursus } from "../../lib/but/cursus/resultats";
import type { ResultatAnnee, ResultatCursus, ResultatUe } from "../../lib/but/modele/resultats";
import { etudiant, read } from "..";
import { type Dossier, readDossiers } from "../dossiers";

export interface Lu extends Dossier {
  readonly resultat: ResultatCursus;
}

/** Pour les tests : tous les dossiers de la base, calculés, et de quoi nommer ce qu'on y cherche. */
export class Demonstration {
  private constructor(
    readonly tous: readonly Lu[],
    private readonly courts: ReadonlyMap<string, string>,
  ) {}

  static async read(): Promise<Demonstration> {
    const etudiants = await read((l) => l.select({ id: etudiant.id }).from(etudiant));
    const etudiantIds = etudiants.map((e) => e.id);
    const { dossiers, competences } = await read((l) => readDossiers(l, { etudiantIds }, { decisions: "toutes" }));
    return new Demonstration(
      dossiers.map((d) => ({ ...d, resultat: resultatCursus(d.cursus) })),
      new Map([...competences.values()].map(({ id, court }) => [id, court])),
    );
  }

  dossier(nom: string, prenom: string): Lu {
    const trouve = this.tous.find(({ etudiant: e }) => e.nom === nom && e.prenom === prenom);
    if (!trouve) throw new Error(`${nom} ${prenom} n'existe pas`);
    return trouve;
  }

  inscrits(semestreId: string): Lu[] {
    return this.tous.filter((d) => d.inscriptions.some((i) => i.semestreId === semestreId));
  }

  ue({ resultat }: Lu, semestreId: string, court: string): ResultatUe {
    const ues = resultat.semestres.find((s) => s.id === semestreId)?.ues;
    const trouvee = ues?.find((u) => this.courts.get(u.competenceId) === court);
    if (!trouvee) throw new Error(`${court} n'est pas suivie en ${semestreId}`);
    return trouvee;
  }
}

/** La dernière fois qu'un étudiant a suivi cette année du BUT. */
export function annee({ resultat }: Lu, quelle: 1 | 2 | 3): ResultatAnnee {
  const trouvee = resultat.annees.findLast((a) => a.annee === quelle);
  if (!trouvee) throw new Error(`pas de BUT${quelle}`);
  return trouvee;
}
