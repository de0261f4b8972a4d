// biome-ignore-all lint/style/noRestrictedImports: ce test sème la base, puis lit les vraies pages comme un navigateur
import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import { decision, etudiant, semestre, utilisateur, write } from "@/db";
import type { Utilisateur } from "@/lib/auth/permissions";
import { obtainDocument } from "@/lib/documents/actions";
import { session } from "@/lib/essais/session";
import { PERSONNES, personne, seedPromotion } from "@/lib/jury/essais/promotion";
import PageCode from "./[code]/page";
import Page from "./page";

const alice: Utilisateur = { ...personne("compte-alice", "etudiant"), etudiantId: "alice" };
vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-forwarded-for": "192.0.2.1" }) }));

const DECIDE = "2024-02-01T10:00:00.000Z";
const PUBLIE = "2024-02-02T10:00:00.000Z";

beforeAll(async () => {
  await seedPromotion();
  await write(async (tx) => {
    await tx.insert(utilisateur).values({ ...alice, motDePasse: "-" });
    await tx.insert(decision).values(
      ["A1", "B1"].map((ueId) => ({
        id: `d-${ueId}`,
        etudiantId: "alice",
        semestreId: "s1",
        portee: "ue" as const,
        objetId: ueId,
        rang: 1,
        code: "ADM",
        moyenneVue: 1234,
        instantane: "{}",
        reglementVersion: "1",
        auteurId: PERSONNES.jury.id,
        creeLe: DECIDE,
      })),
    );
    await tx.update(semestre).set({ etat: "publie", publieLe: PUBLIE }).where(eq(semestre.id, "s1"));
  });
});

async function lit(code: string): Promise<string> {
  session.user = null;
  return renderToStaticMarkup(await PageCode({ params: Promise.resolve({ code }), searchParams: Promise.resolve({}) }));
}

async function codeDuReleve(): Promise<string> {
  session.user = alice;
  const obtenu = await obtainDocument({ type: "releve", etudiantId: "alice", semestreId: "s1" });
  if (!obtenu.ok) throw new Error(obtenu.message);
  return obtenu.valeur.code;
}

test("un bon code dit à qui, quoi, quand et que c'est exact, sans session et sans un résultat", async () => {
  const page = await lit(await codeDuReleve());
  for (const dit of ["toujours exact", "ALICE Camille", "Relevé de résultats", "Semestre 1, 2023-2024"])
    expect(page).toContain(dit);
  for (const secret of ["12,34", "1234", "12,00", "1200", "ADM", "ECTS", "alice", "compte-alice"])
    expect(page, secret).not.toContain(secret);
});

test("un mauvais code, un code inconnu et une adresse cassée ont chacun leur phrase", async () => {
  expect(await lit("AAAA")).toContain("n&#x27;est pas un code de vérification");
  expect(await lit("%E0%A4%A")).toContain("n&#x27;est pas un code de vérification");
  expect(await lit("2222-2222-2222-2222")).toContain("n&#x27;est pas authentique");
});

test("ce qu'on tape revient en texte, jamais en balise", async () => {
  expect(await lit(encodeURIComponent("<img src=x onerror=alert(1)>"))).not.toContain("<img");
});

test("le formulaire mène à l'adresse du code", async () => {
  const visite = Page({ params: Promise.resolve({}), searchParams: Promise.resolve({ code: " ab cd " }) });
  await expect(visite).rejects.toMatchObject({ digest: expect.stringContaining("/verification/ab%20cd") });
});

test("un document dépassé le dit, et ne dit pas ce qui a changé", async () => {
  const code = await codeDuReleve();
  await write((tx) =>
    tx.insert(decision).values({
      id: "d-A1-bis",
      etudiantId: "alice",
      semestreId: "s1",
      portee: "ue",
      objetId: "A1",
      rang: 2,
      code: "ADJ",
      moyenneVue: 987,
      instantane: "{}",
      reglementVersion: "1",
      auteurId: PERSONNES.jury.id,
      creeLe: DECIDE,
    }),
  );
  const page = await lit(code);
  expect(page).toContain("dépassé");
  for (const secret of ["ADJ", "9,87", "987"]) expect(page).not.toContain(secret);
  await write((tx) => tx.update(etudiant).set({ prenom: "Dominique" }).where(eq(etudiant.id, "alice")));
  expect(await lit(code)).toContain("ALICE Dominique");
});
