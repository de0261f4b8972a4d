import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { commentaireJury, journal, pv, type Role, read, write } from "@/db";
import type { Utilisateur } from "@/lib/auth/permissions";
import { findVueCursus } from "@/lib/cursus/queries";
import { findDonnees } from "@/lib/donnees/queries";
import { session } from "@/lib/essais/session";
import { openJury } from "../cycle/actions";
import { PERSONNES, seedPromotion } from "../essais/promotion";
import { accepter, cible, deliberer } from "../essais/seance";
import { lignesTable } from "../filtre";
import { loadJury } from "../queries";
import { readVersion } from "../veille/queries";
import { addCommentaire } from "./actions";
import { listCommentaires } from "./queries";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

const SECRET = "Un mot entre membres";
const avec = (role: Role, semestreId: string | null = null): Utilisateur => ({
  ...PERSONNES.jury,
  roles: [{ role, semestreId }],
});
const commenter = (texte: string, semestreId = "s1", etudiantId = "bruno") =>
  addCommentaire({ semestreId, etudiantId, texte });
const textes = async (user: Utilisateur) => (await listCommentaires(user, "bruno")).map((c) => c.texte);

beforeAll(seedPromotion);
beforeEach(() => {
  session.user = PERSONNES.jury;
});

test("jury et responsable commentent avant que le jury s'ouvre, et les autres membres le voient arriver", async () => {
  const avant = await read((l) => readVersion(l, "s1"));
  expect(await commenter(`  ${SECRET}  `)).toMatchObject({ ok: true });
  session.user = avec("responsable");
  expect(await commenter("Vu en entretien")).toMatchObject({ ok: true });
  expect(await listCommentaires(PERSONNES.jury, "bruno")).toMatchObject([
    { texte: SECRET, auteur: "JURY Dominique", jury: "S1, 2023-2024" },
    { texte: "Vu en entretien" },
  ]);
  expect((await read((l) => readVersion(l, "s1")))?.version).not.toBe(avant?.version);
});

test("un texte vide, un étudiant d'ailleurs ou un rôle qui n'est pas du jury n'écrivent rien", async () => {
  expect(await commenter("   ")).toMatchObject({ ok: false, detail: { texte: "Écrivez le commentaire." } });
  expect(await commenter(SECRET, "s3", "bruno")).toMatchObject({ ok: false, code: "introuvable" });
  for (const role of ["etudiant", "enseignant", "scolarite"] as const) {
    session.user = avec(role);
    expect(await commenter("refusé")).toMatchObject({ ok: false, code: "introuvable" });
  }
  expect(await read((l) => l.select().from(commentaireJury))).toHaveLength(2);
});

test("qui n'est pas de ce jury n'en lit aucun", async () => {
  expect(await textes(avec("jury", "s1"))).toHaveLength(2);
  for (const autre of [avec("jury", "s2"), avec("scolarite"), avec("enseignant"), avec("etudiant")])
    expect(await textes(autre)).toEqual([]);
});

test("un commentaire ne se corrige ni ne s'efface, et le journal ne le répète pas", async () => {
  await expect(write((tx) => tx.update(commentaireJury).set({ texte: "autre" }))).rejects.toThrow();
  await expect(write((tx) => tx.delete(commentaireJury))).rejects.toThrow();
  const lignes = await read((l) => l.select().from(journal));
  expect(lignes.filter((j) => j.action === "commentaire de jury ajouté")).toHaveLength(2);
  expect(JSON.stringify(lignes)).not.toContain(SECRET);
});

test("après la délibération le dossier est signé : plus rien ne s'y ajoute, et tout s'y lit encore", async () => {
  await openJury(await cible("s1"));
  expect(await commenter("En séance")).toMatchObject({ ok: true });
  await accepter("s1");
  await deliberer("s1");
  expect(await commenter("Trop tard")).toMatchObject({ ok: false, code: "verrouille" });
  expect(await textes(PERSONNES.jury)).toEqual([SECRET, "Vu en entretien", "En séance"]);
});

test("ni la table et la salle, ni l'instantané du PV, ni ce qu'un étudiant lit n'en portent", async () => {
  const jury = await loadJury({ id: "s1", numero: 1 });
  const signe = await read((l) => l.select().from(pv).where(eq(pv.semestreId, "s1")));
  expect(signe).toHaveLength(1);
  const etudiant = [await findVueCursus("bruno"), await findDonnees("bruno")];
  const tout = JSON.stringify([lignesTable(jury.lignes), jury.dossiers, jury.controles, signe, etudiant]);
  expect(tout).toContain("BRUNO");
  expect(tout).not.toContain(SECRET);
});
