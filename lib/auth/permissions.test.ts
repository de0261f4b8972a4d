import { describe, expect, test } from "vitest";
import type { EtatSemestre, Role } from "@/db";
import { type Action, can, REGLES, type Sujet, type Utilisateur } from "./permissions";

const ETATS: readonly EtatSemestre[] = ["preparation", "ouvert", "jury", "delibere", "publie", "rouvert"];
const ROLES: readonly Role[] = ["etudiant", "enseignant", "responsable", "jury", "scolarite"];

const SEMESTRE = "s1";
const ELEMENT = "mecanique";

/** Chaque rôle dans sa meilleure situation : l'étudiant devant lui-même, l'enseignant devant son élément. */
function utilisateur(role: Role, semestreId: string | null = null): Utilisateur {
  return {
    id: role,
    email: `${role}@exemple.fr`,
    nom: role,
    prenom: "",
    etudiantId: role === "etudiant" ? "e1" : null,
    roles: [{ role, semestreId }],
    affectations: role === "enseignant" ? [{ semestreId: SEMESTRE, elementId: ELEMENT }] : [],
  };
}

function sujet(etat: EtatSemestre): Sujet {
  return { semestre: { id: SEMESTRE, etat }, elementId: ELEMENT, etudiantId: "e1" };
}

// La table attendue, écrite à la main : pour chaque action, qui peut, et dans quels états du semestre.
// e étudiant, p enseignant, r responsable, j jury, s scolarité. P préparation, O ouvert, J jury, D délibéré, U publié, R rouvert.
const ATTENDU: Record<Action, readonly [roles: string, etats: string]> = {
  "compte:soi": ["eprjs", "POJDUR"],
  "cursus:soi": ["e", "POJDUR"],
  "cursus:lire": ["rjs", "POJDUR"],
  "enseignement:lire": ["p", "POJDUR"],
  "element:lire": ["pr", "POJDUR"],
  "evaluation:ecrire": ["p", "POR"],
  "evaluation:publier": ["p", "OR"],
  "note:ecrire": ["p", "OR"],
  "correction:demander": ["e", "OR"],
  "correction:lire": ["pr", "POJDUR"],
  "correction:repondre": ["p", "OR"],
  "jury:lister": ["rjs", "POJDUR"],
  "jury:lire": ["rjs", "POJDUR"],
  "jury:ouvrir": ["rj", "O"],
  "jury:fermer": ["rj", "J"],
  "jury:decider": ["j", "JR"],
  "jury:deliberer": ["j", "JR"],
  "jury:publier": ["j", "D"],
  "jury:rouvrir": ["j", "DU"],
  "commentaire:lire": ["rj", "POJDUR"],
  "commentaire:ecrire": ["rj", "POJR"],
  "bonus:ecrire": ["rs", "POJR"],
  "scolarite:lister": ["rs", "POJDUR"],
  "scolarite:lire": ["rs", "POJDUR"],
  "etudiant:ecrire": ["s", "POJDUR"],
  "inscription:ecrire": ["rs", "POJR"],
  "promotion:ecrire": ["s", "POJDUR"],
  "semestre:ouvrir": ["rs", "P"],
  "reglement:ecrire": ["s", "POJDUR"],
  "reglement:attacher": ["s", "PO"],
  "maquette:ecrire": ["s", "POJDUR"],
  "compte:gerer": ["s", "POJDUR"],
  "journal:lire": ["s", "POJDUR"],
  "apogee:ecrire": ["s", "POJDUR"],
  "diagnostic:lire": ["s", "POJDUR"],
};

const LETTRE_ROLE: Record<Role, string> = {
  etudiant: "e",
  enseignant: "p",
  responsable: "r",
  jury: "j",
  scolarite: "s",
};
const LETTRE_ETAT: Record<EtatSemestre, string> = {
  preparation: "P",
  ouvert: "O",
  jury: "J",
  delibere: "D",
  publie: "U",
  rouvert: "R",
};

describe("la table des droits : action × rôle × état", () => {
  for (const action of Object.keys(REGLES) as Action[]) {
    test(action, () => {
      const [roles, etats] = ATTENDU[action];
      for (const role of ROLES) {
        for (const etat of ETATS) {
          const attendu = roles.includes(LETTRE_ROLE[role]) && etats.includes(LETTRE_ETAT[etat]);
          expect(can(utilisateur(role), action, sujet(etat)), `${role} en ${etat}`).toBe(attendu);
        }
      }
    });
  }
});

test("un étudiant ne lit que lui-même", () => {
  expect(can(utilisateur("etudiant"), "cursus:soi", { etudiantId: "e2" })).toBe(false);
  expect(can(utilisateur("etudiant"), "cursus:soi", {})).toBe(false);
});

test("un enseignant n'écrit que dans ses éléments, et dans la bonne classe", () => {
  const ouvert = sujet("ouvert");
  expect(can(utilisateur("enseignant"), "note:ecrire", { ...ouvert, elementId: "anglais" })).toBe(false);
  expect(can(utilisateur("enseignant"), "note:ecrire", { ...ouvert, semestre: { id: "s9", etat: "ouvert" } })).toBe(
    false,
  );
});

test("un rôle limité à un semestre ne vaut pas ailleurs", () => {
  const jury = utilisateur("jury", SEMESTRE);
  expect(can(jury, "jury:decider", sujet("jury"))).toBe(true);
  expect(can(jury, "jury:decider", { semestre: { id: "s9", etat: "jury" } })).toBe(false);
  expect(can(jury, "cursus:lire", {})).toBe(false);
});

test.each([
  ["etudiant", ["compte:soi"]],
  ["enseignant", ["compte:soi"]],
  ["responsable", ["compte:soi", "jury:lister", "scolarite:lister"]],
  ["jury", ["compte:soi", "jury:lister"]],
  ["scolarite", ["compte:soi", "jury:lister", "scolarite:lister"]],
] as const)("limité à un semestre, le rôle %s n'ouvre sans semestre que son compte et ses listes", (role, ouvertes) => {
  const actions = (Object.keys(REGLES) as Action[]).filter((action) => can(utilisateur(role, SEMESTRE), action, {}));
  expect(actions.sort()).toEqual([...ouvertes].sort());
});

test("un semestre verrouillé refuse toute écriture à tous, même à qui a tous les rôles", () => {
  const tous: Utilisateur = {
    ...utilisateur("enseignant"),
    etudiantId: "e1",
    roles: ROLES.map((role) => ({ role, semestreId: null })),
  };
  for (const etat of ["delibere", "publie"] as const) {
    for (const action of [
      "note:ecrire",
      "evaluation:ecrire",
      "evaluation:publier",
      "jury:decider",
      "commentaire:ecrire",
      "bonus:ecrire",
    ] as const) {
      expect(can(tous, action, sujet(etat)), `${action} en ${etat}`).toBe(false);
    }
  }
});

test("une action liée à un semestre se refuse quand aucun semestre n'est donné", () => {
  expect(can(utilisateur("jury"), "jury:decider")).toBe(false);
});
