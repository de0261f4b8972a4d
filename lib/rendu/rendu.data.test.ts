import { eq } from "drizzle-orm";
import { createElement } from "react";
import { beforeAll, expect, test } from "vitest";
import {
  element,
  etudiant,
  evaluation,
  inscription,
  isSqlite,
  journal,
  note,
  promotion,
  reglement,
  semestre,
  utilisateur,
  visite,
  write,
} from "@/db";
import { seedBase } from "@/db/seed";
import { MAQUETTE_ID } from "@/db/seed/ids";
import { centiemes } from "@/lib/but/note";
import { renderFige } from "./fige";
import { figes } from "./figes";
import { findEmpreinte } from "./queries";

const LE = "2026-10-01T08:00:00.000Z";

beforeAll(async () => {
  await seedBase("programme");
  await write(async (tx) => {
    const [regle] = await tx.select().from(reglement);
    const [seul] = await tx.select().from(element);
    if (!regle || !seul) throw new Error("programme vide");
    await tx.insert(utilisateur).values({ id: "u", email: "u@essai.fr", nom: "U", prenom: "U", motDePasse: "" });
    await tx.insert(promotion).values({ id: "p", maquetteId: MAQUETTE_ID, titre: "P", anneeEntree: 2026 });
    await tx.insert(semestre).values({
      id: "s",
      promotionId: "p",
      numero: 1,
      anneeUniversitaire: "2026-2027",
      regime: "commun",
      reglementId: regle.id,
      etat: "delibere",
    });
    const fige = { coefficient: centiemes(100), bareme: centiemes(2000), type: "normale", ordre: 1 } as const;
    await tx.insert(evaluation).values({
      ...fige,
      id: "e",
      semestreId: "s",
      elementId: seul.id,
      titre: "E",
      date: "2026-10-01",
      etat: "publiee",
      publieeLe: LE,
      creeLe: LE,
    });
    for (const id of ["alice", "bob"]) {
      await tx.insert(etudiant).values({ id, numero: id, nom: id, prenom: "P" });
      await tx.insert(inscription).values({ id: `i-${id}`, etudiantId: id, semestreId: "s", etat: "I" });
      await tx.insert(note).values({
        id: `n-${id}`,
        evaluationId: "e",
        inscriptionId: `i-${id}`,
        valeur: centiemes(1000),
        version: 1,
        modifieeLe: LE,
        modifieePar: "u",
      });
    }
  });
});

test.runIf(!isSqlite)("sans réponse courte et sûre de la base, rien n'est gardé", async () => {
  expect(await findEmpreinte("alice")).toBeNull();
});

test.runIf(isSqlite).each([
  [
    "une de ses notes change",
    true,
    (tx) =>
      tx
        .update(note)
        .set({ valeur: centiemes(1100), version: 2 })
        .where(eq(note.id, "n-alice")),
  ],
  [
    "la note d'un autre change",
    false,
    (tx) =>
      tx
        .update(note)
        .set({ valeur: centiemes(1100), version: 2 })
        .where(eq(note.id, "n-bob")),
  ],
  [
    "le journal s'allonge : un coefficient, une décision, une publication",
    true,
    (tx) => tx.insert(journal).values({ id: "j", action: "a", sujetType: "ue", sujetId: "x", creeLe: LE }),
  ],
  ["quelqu'un regarde", false, (tx) => tx.insert(visite).values({ id: "v", utilisateurId: "u", derniereLe: LE })],
  [
    "une publication est prévue pour plus tard",
    false,
    (tx) => tx.update(semestre).set({ publicationPrevueLe: "2999-01-01T00:00:00.000Z" }),
  ],
  ["l'heure d'une publication prévue est passée", true, (tx) => tx.update(semestre).set({ publicationPrevueLe: LE })],
] satisfies [string, boolean, Parameters<typeof write>[0]][])(
  "%s : l'empreinte change (%s)",
  async (_, change, ecrit) => {
    const avant = await findEmpreinte("alice");
    await write(async (tx) => {
      await ecrit(tx);
    });
    expect((await findEmpreinte("alice")) !== avant).toBe(change);
  },
);

const compte = () => {
  let fois = 0;
  return async () => createElement("p", null, `<${++fois}>`);
};

const html = async (...ou: Parameters<typeof renderFige>) => (await renderFige(...ou))?.html;

test("le HTML est gardé tant que l'empreinte est la même, et le texte y est échappé", async () => {
  const rend = compte();
  expect(await html("a", "1", rend)).toBe("<p>&lt;1&gt;</p>");
  expect(await html("a", "1", rend)).toBe("<p>&lt;1&gt;</p>");
  expect(await html("b", "1", rend)).toBe("<p>&lt;2&gt;</p>");
  expect(await html("a", "2", rend)).toBe("<p>&lt;3&gt;</p>");
});

test("sans empreinte, tout est refait ; sans rendu, rien n'est gardé", async () => {
  const rend = compte();
  expect(await renderFige("c", null, rend)).toMatchObject({ html: "<p>&lt;1&gt;</p>", garde: false });
  expect(await renderFige("c", null, rend)).toMatchObject({ html: "<p>&lt;2&gt;</p>", garde: false });
  expect(await renderFige("d", "1", async () => null)).toBeNull();
  expect(await renderFige("d", "1", rend)).toMatchObject({ html: "<p>&lt;3&gt;</p>", garde: true });
});

test("une clé ne rend jamais un autre HTML, et deux personnes n'ont pas la même", async () => {
  const toujours = async () => createElement("p", null, "le même 🚀");
  const un = await renderFige("e", "1", toujours);
  const autre = await renderFige("f", "1", toujours);
  expect(figes.get(un?.cle ?? "")).toBe("<p>le m&#234;me &#128640;</p>");
  expect(autre?.cle).not.toBe(un?.cle);
  const change = await renderFige("e", "2", async () => createElement("p", null, "changé"));
  expect(figes.get(change?.cle ?? "")).toBe("<p>chang&#233;</p>");
  expect(change?.cle).not.toBe(un?.cle);
  expect(figes.has(un?.cle ?? "")).toBe(false);
  expect(figes.has(autre?.cle ?? "")).toBe(true);
});

test("au-delà de ce qui est gardé, le plus anciennement rendu s'en va, sa clé et son HTML", async () => {
  const rend = compte();
  await renderFige("premiere", "1", rend);
  for (let i = 0; i < 1000; i++) await renderFige(`autre ${i}`, "1", rend);
  expect(figes.size).toBe(1000);
  expect(await html("premiere", "1", rend)).toBe("<p>&lt;1002&gt;</p>");
  expect(await html("autre 999", "1", rend)).toBe("<p>&lt;1001&gt;</p>");
});
