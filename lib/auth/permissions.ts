import type { EtatSemestre, Role } from "@/db";

/** Qui agit : lu dans la base à chaque requête, jamais dans le jeton. */
export interface Utilisateur {
  readonly id: string;
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
  readonly etudiantId: string | null;
  readonly roles: readonly { readonly role: Role /** null : partout */; readonly semestreId: string | null }[];
  readonly affectations: readonly { readonly semestreId: string; readonly elementId: string }[];
}

/** Sur quoi porte l'action ; ce que l'action n'exige pas reste absent. */
export interface Sujet {
  readonly semestre?: { readonly id: string; readonly etat: EtatSemestre };
  readonly elementId?: string;
  readonly etudiantId?: string;
}

/** À quelles conditions un rôle suffit : partout où il vaut, sur ses élements, sur soi-même. */
type Portee = "partout" | "affectation" | "soi";

interface Regle {
  /** États du semestre où l'action existe, avant tout rôle : un semestre verrouillé refuse à tout le monde. */
  readonly etats?: readonly EtatSemestre[];
  /** D'aucun semestre en particulier : le rôle limité à l'un d'eux y suffit. Une liste ne montre alors que ce qu'il couvre. */
  readonly sansSemestre?: true;
  readonly roles: Partial<Record<Role, Portee>>;
}

/** Avant la délibération : préparation, ouvert, jury, et rouvert après coup. */
const NON_DELIBERE = ["preparation", "ouvert", "jury", "rouvert"] as const;

/** La table des droits : action × état × rôle. Tout passe par elle ; rien d'autre ne décide. */
export const REGLES = {
  "compte:soi": {
    sansSemestre: true,
    roles: {
      etudiant: "partout",
      enseignant: "partout",
      responsable: "partout",
      jury: "partout",
      scolarite: "partout",
    },
  },
  "cursus:soi": { roles: { etudiant: "soi" } },
  "cursus:lire": { roles: { responsable: "partout", jury: "partout", scolarite: "partout" } },

  "enseignement:lire": { roles: { enseignant: "partout" } },
  "element:lire": { roles: { enseignant: "affectation", responsable: "partout" } },
  "evaluation:ecrire": { etats: ["preparation", "ouvert", "rouvert"], roles: { enseignant: "affectation" } },
  "evaluation:publier": { etats: ["ouvert", "rouvert"], roles: { enseignant: "affectation" } },
  "note:ecrire": { etats: ["ouvert", "rouvert"], roles: { enseignant: "affectation" } },
  // Hors de ces états la note ne peut plus changer : demander sa correction ne mènerait à rien.
  "correction:demander": { etats: ["ouvert", "rouvert"], roles: { etudiant: "soi" } },
  "correction:lire": { roles: { enseignant: "partout", responsable: "partout" } },
  "correction:repondre": { etats: ["ouvert", "rouvert"], roles: { enseignant: "affectation" } },

  "jury:lister": { sansSemestre: true, roles: { jury: "partout", responsable: "partout", scolarite: "partout" } },
  "jury:lire": { roles: { jury: "partout", responsable: "partout", scolarite: "partout" } },
  "jury:ouvrir": { etats: ["ouvert"], roles: { jury: "partout", responsable: "partout" } },
  "jury:fermer": { etats: ["jury"], roles: { jury: "partout", responsable: "partout" } },
  "jury:decider": { etats: ["jury", "rouvert"], roles: { jury: "partout" } },
  "jury:deliberer": { etats: ["jury", "rouvert"], roles: { jury: "partout" } },
  "jury:publier": { etats: ["delibere"], roles: { jury: "partout" } },
  "jury:rouvrir": { etats: ["delibere", "publie"], roles: { jury: "partout" } },
  "commentaire:lire": { roles: { jury: "partout", responsable: "partout" } },
  // Après la délibération, le dossier est signé : ce qui s'écrirait ensuite n'aurait pas été sous les yeux du jury.
  "commentaire:ecrire": { etats: NON_DELIBERE, roles: { jury: "partout", responsable: "partout" } },

  "bonus:ecrire": { etats: NON_DELIBERE, roles: { scolarite: "partout", responsable: "partout" } },
  "scolarite:lister": { sansSemestre: true, roles: { scolarite: "partout", responsable: "partout" } },
  "scolarite:lire": { roles: { scolarite: "partout", responsable: "partout" } },
  "etudiant:ecrire": { roles: { scolarite: "partout" } },
  "inscription:ecrire": { etats: NON_DELIBERE, roles: { scolarite: "partout", responsable: "partout" } },
  "promotion:ecrire": { roles: { scolarite: "partout" } },
  "semestre:ouvrir": { etats: ["preparation"], roles: { scolarite: "partout", responsable: "partout" } },
  "reglement:ecrire": { roles: { scolarite: "partout" } },
  "reglement:attacher": { etats: ["preparation", "ouvert"], roles: { scolarite: "partout" } },
  "maquette:ecrire": { roles: { scolarite: "partout" } },
  "compte:gerer": { roles: { scolarite: "partout" } },
  "apogee:ecrire": { roles: { scolarite: "partout" } },
  "diagnostic:lire": { roles: { scolarite: "partout" } },
  "journal:lire": { roles: { scolarite: "partout" } },
} as const satisfies Record<string, Regle>;

export type Action = keyof typeof REGLES;

/** L'état du semestre interdit-il l'action à tout le monde ? */
export function isLocked(action: Action, sujet: Sujet): boolean {
  const { etats }: Regle = REGLES[action];
  return etats !== undefined && (sujet.semestre === undefined || !etats.includes(sujet.semestre.etat));
}

function suffit(portee: Portee, user: Utilisateur, sujet: Sujet): boolean {
  switch (portee) {
    case "partout":
      return true;
    case "soi":
      return user.etudiantId !== null && sujet.etudiantId === user.etudiantId;
    case "affectation":
      return user.affectations.some((a) => a.semestreId === sujet.semestre?.id && a.elementId === sujet.elementId);
  }
}

/** L'utilisateur a-t-il le rôle voulu, ici, quel que soit l'état du semestre ? */
export function hasRight(user: Utilisateur, action: Action, sujet: Sujet): boolean {
  const { roles, sansSemestre }: Regle = REGLES[action];
  return user.roles.some(({ role, semestreId }) => {
    const portee = roles[role];
    // Un rôle limité à un semestre ne vaut pas ailleurs, ni pour ce qui les touche tous.
    const ici = semestreId === null || sansSemestre === true || semestreId === sujet.semestre?.id;
    return portee !== undefined && ici && suffit(portee, user, sujet);
  });
}

/** L'état passe avant le rôle, puis la table tranche. */
export function can(user: Utilisateur, action: Action, sujet: Sujet = {}): boolean {
  return !isLocked(action, sujet) && hasRight(user, action, sujet);
}
