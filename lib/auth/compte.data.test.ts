import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { role, utilisateur, write } from "@/db";
import { hashMotDePasse, isMotDePasse } from "./mot-de-passe";
import { findCompte, findUtilisateur } from "./queries";

beforeAll(async () => {
  const motDePasse = await hashMotDePasse("un mot de passe");
  await write(async (tx) => {
    await tx.insert(utilisateur).values({ id: "u1", email: "a@exemple.fr", nom: "A", prenom: "B", motDePasse });
    await tx.insert(role).values({ id: "r1", utilisateurId: "u1", role: "jury", semestreId: null });
  });
});

test("l'adresse se reconnaît quelle que soit sa casse ; le bon mot de passe seul ouvre", async () => {
  const compte = await findCompte("  A@Exemple.FR ");
  expect(compte?.motDePasse).toMatch(/^\$argon2id\$/);
  expect(await isMotDePasse(compte?.motDePasse, "un mot de passe")).toBe(true);
  expect(await isMotDePasse(compte?.motDePasse, "un autre")).toBe(false);
  expect(await isMotDePasse(undefined, "un mot de passe")).toBe(false);
});

test("les rôles sont ceux de la base au moment où on les lit", async () => {
  expect((await findUtilisateur("u1", 1))?.roles).toEqual([{ role: "jury", semestreId: null }]);
  await write((tx) => tx.delete(role).where(eq(role.id, "r1")));
  expect((await findUtilisateur("u1", 1))?.roles).toEqual([]);
});

test("une session révoquée ou un compte fermé ne sont plus personne", async () => {
  expect(await findUtilisateur("u1", 2)).toBeNull();
  await write((tx) => tx.update(utilisateur).set({ actif: false }));
  expect(await findUtilisateur("u1", 1)).toBeNull();
  expect(await findCompte("a@exemple.fr")).toBeUndefined();
});
