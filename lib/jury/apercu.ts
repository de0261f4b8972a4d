import { planPropositions } from "./plan";
import type { DossierNomme } from "./queries";

/** Ce qu'« Accepter les propositions » enregistrera, étudiant par étudiant. */
export interface Apercu {
  readonly nombre: number;
  readonly etudiants: readonly {
    readonly id: string;
    readonly nom: string;
    readonly lignes: readonly { readonly libelle: string; readonly code: string; readonly raison: string | null }[];
  }[];
}

export function apercuPropositions(dossiers: readonly DossierNomme[], semestreId: string): Apercu {
  const etudiants = dossiers.flatMap(({ dossier: { etudiant }, cursus }) => {
    const { lignes } = planPropositions(cursus, semestreId);
    if (lignes.length === 0) return [];
    return [
      {
        id: etudiant.id,
        nom: `${etudiant.nom} ${etudiant.prenom}`,
        lignes: lignes.map(({ libelle, code, raison }) => ({ libelle, code, raison })),
      },
    ];
  });
  return { nombre: etudiants.reduce((n, e) => n + e.lignes.length, 0), etudiants };
}
