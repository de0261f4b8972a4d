// biome-ignore-all lint/style/noRestrictedImports: ce test sème la base, puis lit les vraies pages comme un navigateur
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "@/db";
import { espaces } from "@/lib/auth/espaces";
import type { Utilisateur } from "@/lib/auth/permissions";
import { session } from "@/lib/essais/session";
import { PERSONNES, seedPromotion } from "@/lib/jury/essais/promotion";
import Avancement from "../scolarite/avancement/page";
import Bonus from "../scolarite/bonus/page";
import Etudiants from "../scolarite/etudiants/page";
import Maquettes from "../scolarite/maquettes/page";
import Scolarite from "../scolarite/page";
import Promotions from "../scolarite/promotions/page";
import Semestre from "./[semestreId]/page";
import Jurys from "./page";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));
vi.mock("next/navigation", async (vrai) => ({
  ...(await vrai<typeof import("next/navigation")>()),
  useRouter: () => ({ refresh: () => undefined }),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
}));

/** Le même compte, avec ce rôle dans le S2 seulement. */
const limite = (...roles: Role[]): Utilisateur => ({
  ...PERSONNES.jury,
  roles: roles.map((role) => ({ role, semestreId: "s2" })),
});

beforeAll(seedPromotion);
beforeEach(() => {
  session.user = limite("jury", "responsable");
});

type Page = typeof Jurys;
const rend = async (page: Page, params: Record<string, string> = {}, recherche: Record<string, string> = {}) =>
  renderToStaticMarkup(await page({ params: Promise.resolve(params), searchParams: Promise.resolve(recherche) }));
const INTROUVABLE = { digest: "NEXT_HTTP_ERROR_FALLBACK;404" };
const refus = (page: Page, params: Record<string, string> = {}) => rend(page, params).catch((e: unknown) => e);

const semestresNommes = (html: string): string[] =>
  [...new Set([...html.matchAll(/(?:\/jury\/|semestre=|<option value=")(s\d)\b/g)].map((m) => m[1] ?? ""))].sort();

test("le rôle partout voit tous les semestres", async () => {
  session.user = PERSONNES.tout;
  expect(semestresNommes(await rend(Jurys))).toEqual(["s1", "s2", "s3", "s4"]);
  expect(semestresNommes(await rend(Scolarite))).toEqual(["s1", "s2", "s3", "s4"]);
});

test("limité à un semestre, on arrive chez soi et la liste des jurys montre celui-là", async () => {
  expect(espaces(limite("jury")).map((e) => e.href)).toEqual(["/jury"]);
  expect(espaces(limite("responsable")).map((e) => e.href)).toEqual(["/scolarite", "/jury"]);
  expect(semestresNommes(await rend(Jurys))).toEqual(["s2"]);
  expect(await rend(Semestre, { semestreId: "s2" })).toContain("BRUNO");
  expect(await refus(Semestre, { semestreId: "s1" })).toMatchObject(INTROUVABLE);
});

test.each([
  ["la vue d'ensemble", Scolarite],
  ["l'avancement", Avancement],
  ["les bonus", Bonus],
] as const)(
  "le responsable d'un semestre ouvre %s, réduite à lui, même si l'adresse en demande un autre",
  async (_, page) => {
    session.user = limite("responsable");
    expect(semestresNommes(await rend(page))).toEqual(["s2"]);
    expect(semestresNommes(await rend(page, {}, { semestre: "s1" }))).toEqual(["s2"]);
  },
);

test("ce qui touche tous les semestres lui reste fermé, et rien n'y mène", async () => {
  session.user = limite("responsable");
  for (const page of [Etudiants, Maquettes, Promotions]) expect(await refus(page)).toMatchObject(INTROUVABLE);
  expect(await rend(Scolarite)).not.toMatch(/\/scolarite\/(etudiants|maquettes|promotions)/);
});

test("sans aucun rôle de jury ni de scolarité, les listes n'existent pas", async () => {
  session.user = limite("enseignant");
  for (const page of [Jurys, Scolarite, Avancement, Bonus]) expect(await refus(page)).toMatchObject(INTROUVABLE);
});
