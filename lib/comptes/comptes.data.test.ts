import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { affectation, journal, read, role, utilisateur, write } from "@/db";
import { isMotDePasse } from "@/lib/auth/mot-de-passe";
import { insertClasse } from "@/lib/essais/classe";
import { compte, session } from "@/lib/essais/session";
import {
  createCompte,
  insertAffectation,
  insertRole,
  removeAffectation,
  removeRole,
  resetMotDePasse,
  saveActif,
  saveMonMotDePasse,
} from "./actions";
import { findCompteGere, listComptes } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const FICHE = {
  email: " Jean.Petit@IUT.fr",
  nom: "Petit",
  prenom: "Jean",
  roles: ["enseignant" as const],
  numeroEtudiant: "",
  motDePasse: "une phrase assez longue",
};

async function lire(id: string) {
  const [ligne] = await read((l) => l.select().from(utilisateur).where(eq(utilisateur.id, id)));
  if (!ligne) throw new Error("compte absent");
  return ligne;
}
const traces = () => read((l) => l.select().from(journal));
let jean = "";

beforeAll(async () => {
  await write(insertClasse);
  session.user = compte("scolarite");
  const fait = await createCompte(FICHE);
  jean = fait.ok ? fait.valeur.id : "";
});
beforeEach(() => {
  session.user = compte("scolarite");
});

test("un compte ouvert a son rôle et une empreinte ; le mot de passe n'est écrit nulle part", async () => {
  const ligne = await lire(jean);
  expect(ligne).toMatchObject({ email: "jean.petit@iut.fr", nom: "PETIT", actif: true });
  expect(await isMotDePasse(ligne.motDePasse, FICHE.motDePasse)).toBe(true);
  expect(JSON.stringify(await traces())).not.toContain(FICHE.motDePasse);
  expect(await traces()).toMatchObject([{ action: "compte ouvert", sujetId: jean }]);
  const montre = JSON.stringify([await findCompteGere(jean), await listComptes({ q: "petit", page: 1 })]);
  expect(montre).toContain("jean.petit@iut.fr");
  expect(montre).not.toContain("argon2");
});

test.each([
  [{ motDePasse: "onze signes" }, "motDePasse"],
  [{ email: "pas une adresse" }, "email"],
  [{ roles: [] }, "roles"],
  [{ email: "jean.petit@iut.fr" }, "email"],
  [{ email: "e@x.fr", roles: ["etudiant" as const] }, "numeroEtudiant"],
  [{ email: "e@x.fr", roles: ["etudiant" as const], numeroEtudiant: "inconnu" }, "numeroEtudiant"],
])("un compte fautif %o est refusé sous son champ, et rien n'est écrit", async (faute, champ) => {
  const avant = (await read((l) => l.select().from(utilisateur))).length;
  const refus = await createCompte({ ...FICHE, ...faute });
  expect(refus).toMatchObject({ ok: false, code: "invalide", detail: { [champ]: expect.any(String) } });
  expect(await read((l) => l.select().from(utilisateur))).toHaveLength(avant);
});

test("un compte d'étudiant montre les notes de cet étudiant", async () => {
  const fait = await createCompte({ ...FICHE, email: "lou@x.fr", roles: ["etudiant"], numeroEtudiant: "26001" });
  expect(fait.ok && (await lire(fait.valeur.id)).etudiantId).toBe("e-1");
});

test("rôles et éléments se donnent et se retirent, avec leur trace", async () => {
  expect(await insertRole({ utilisateurId: jean, role: "jury", semestreId: "c-1" })).toMatchObject({ ok: true });
  expect(await insertRole({ utilisateurId: jean, role: "jury", semestreId: "c-1" })).toMatchObject({ ok: false });
  const fiche = { utilisateurId: jean, semestreId: "c-1", elementId: "s1-commun-anglais" };
  expect(await insertAffectation({ ...fiche, elementId: "s2-commun-anglais" })).toMatchObject({ ok: false });
  expect(await insertAffectation(fiche)).toMatchObject({ ok: true });
  const vue = await findCompteGere(jean);
  expect(vue?.affectations).toMatchObject([{ element: "Anglais" }]);
  const jury = vue?.roles.find((r) => r.role === "jury")?.id ?? "";
  expect(await removeRole({ utilisateurId: jean, id: jury })).toMatchObject({ ok: true });
  expect(await removeAffectation({ utilisateurId: jean, id: vue?.affectations[0]?.id ?? "" })).toMatchObject({
    ok: true,
  });
  expect(await read((l) => l.select().from(affectation))).toEqual([]);
  const actions = (await traces()).map((t) => t.action);
  expect(actions).toEqual(expect.arrayContaining(["rôle donné", "rôle retiré", "élément confié", "élément retiré"]));
});

test("fermer un compte ou réinitialiser son mot de passe ferme ses sessions", async () => {
  const { sessionVersion } = await lire(jean);
  expect(await saveActif({ utilisateurId: jean, actif: false })).toMatchObject({ ok: true });
  expect(await lire(jean)).toMatchObject({ actif: false, sessionVersion: sessionVersion + 1 });
  expect(await saveActif({ utilisateurId: jean, actif: true })).toMatchObject({ ok: true });
  expect(await resetMotDePasse({ utilisateurId: jean, motDePasse: "une autre phrase longue" })).toMatchObject({
    ok: true,
  });
  const apres = await lire(jean);
  expect(apres.sessionVersion).toBe(sessionVersion + 3);
  expect(await isMotDePasse(apres.motDePasse, "une autre phrase longue")).toBe(true);
});

test("on ne ferme pas son propre compte, on ne se retire pas la scolarité", async () => {
  session.user = compte("scolarite", { id: jean });
  expect(await saveActif({ utilisateurId: jean, actif: false })).toMatchObject({ ok: false, code: "invalide" });
  await write((tx) => tx.insert(role).values({ id: "r-s", utilisateurId: jean, role: "scolarite" }));
  expect(await removeRole({ utilisateurId: jean, id: "r-s" })).toMatchObject({ ok: false, code: "invalide" });
  expect(await read((l) => l.select().from(role).where(eq(role.id, "r-s")))).toHaveLength(1);
});

test("on change son mot de passe avec l'ancien seulement", async () => {
  await resetMotDePasse({ utilisateurId: jean, motDePasse: "mot de passe de depart" });
  session.user = compte("enseignant", { id: jean });
  const nouveau = "mot de passe tout neuf";
  const faux = await saveMonMotDePasse({ actuel: "devinette au hasard", nouveau, confirmation: nouveau });
  expect(faux).toMatchObject({ ok: false, detail: { actuel: expect.any(String) } });
  const differe = await saveMonMotDePasse({ actuel: "mot de passe de depart", nouveau, confirmation: "autre" });
  expect(differe).toMatchObject({ ok: false, detail: { confirmation: expect.any(String) } });
  const { sessionVersion } = await lire(jean);
  const fait = await saveMonMotDePasse({ actuel: "mot de passe de depart", nouveau, confirmation: nouveau });
  expect(fait.ok).toBe(true);
  expect((await lire(jean)).sessionVersion).toBe(sessionVersion + 1);
  expect((await traces()).some((t) => t.action === "mot de passe changé" && t.utilisateurId === jean)).toBe(true);
});

test("le directeur des études ne gère pas les comptes", async () => {
  session.user = compte("responsable");
  expect(await createCompte({ ...FICHE, email: "a@b.fr" })).toMatchObject({ code: "introuvable" });
  expect(await saveActif({ utilisateurId: jean, actif: false })).toMatchObject({ code: "introuvable" });
});
