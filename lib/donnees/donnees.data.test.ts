import { beforeAll, expect, test } from "vitest";
import * as t from "@/db";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { seedClasse } from "@/lib/essais/classe-notee";
import { findDonnees } from "./queries";

const LE = (jour: number) => `2026-11-${String(jour).padStart(2, "0")}T09:00:00.000Z`;

beforeAll(async () => {
  await seedClasse();
  await t.write(async (tx) => {
    for (const id of ["alice", "bruno"])
      await tx
        .insert(t.utilisateur)
        .values({ id: `u-${id}`, email: `${id}@essai.fr`, nom: id, prenom: "É", motDePasse: "x", etudiantId: id });
    await tx.insert(t.role).values([
      { id: "r1", utilisateurId: "durand", role: "jury", semestreId: null },
      { id: "r2", utilisateurId: "durand", role: "jury", semestreId: "s" },
      { id: "r3", utilisateurId: "durand", role: "responsable", semestreId: null },
    ]);
    const lue = (id: string, etudiantId: string, jour: number, objet: string) => ({
      id,
      etudiantId,
      utilisateurId: "durand",
      objet,
      jour: LE(jour).slice(0, 10),
      creeLe: LE(jour),
    });
    await tx
      .insert(t.consultation)
      .values([lue("c1", "alice", 3, "jury"), lue("c2", "alice", 5, "parcours"), lue("c3", "bruno", 4, "bonus")]);
    const demande = (id: string, inscriptionId: string, texte: string) => ({
      id,
      evaluationId: "ds",
      inscriptionId,
      texte,
      etat: "ouverte" as const,
      creeLe: LE(6),
    });
    await tx
      .insert(t.demandeCorrection)
      .values([demande("d1", "i-alice", "La mienne, à relire."), demande("d2", "i-bruno", "Celle de Bruno, à taire.")]);
    const envoi = { creeLe: LE(7), prochainEssaiLe: LE(7) };
    await tx.insert(t.courriel).values([
      { id: "m1", utilisateurId: "u-alice", cle: "a", envoyeLe: LE(8), ...envoi },
      { id: "m2", utilisateurId: "u-alice", cle: "b", ...envoi },
      { id: "m3", utilisateurId: "u-bruno", cle: "a", envoyeLe: LE(9), ...envoi },
    ]);
    await tx.insert(t.document).values([
      { id: "x1", code: "AAAA", type: "releve", etudiantId: "alice", semestreId: "s", sha256: "-", creeLe: LE(9) },
      {
        id: "x2",
        code: "BBBB",
        type: "attestation",
        etudiantId: "bruno",
        semestreId: null,
        sha256: "-",
        creeLe: LE(9),
      },
    ]);
    await tx.insert(t.visite).values({ id: "v", utilisateurId: "u-alice", depuis: null, derniereLe: LE(10) });
    // Brouillon : ni la note, ni l'évaluation ne sont encore à elle.
    await tx.insert(t.note).values({
      id: "n",
      evaluationId: "ds",
      inscriptionId: "i-alice",
      valeur: centiemes(1777),
      version: 1,
      modifieeLe: LE(2),
      modifieePar: "durand",
    });
  });
});

test("tout ce qui est gardé d'elle, le plus récent lecteur d'abord, avec ses rôles dits une fois", async () => {
  const donnees = await findDonnees("alice");
  expect(donnees?.consultations).toEqual([
    {
      nom: "DURAND",
      prenom: "Prof",
      roles: ["Directeur des études", "Jury"],
      objet: expect.any(String),
      creeLe: LE(5),
    },
    {
      nom: "DURAND",
      prenom: "Prof",
      roles: ["Directeur des études", "Jury"],
      objet: "Dossier devant le jury",
      creeLe: LE(3),
    },
  ]);
  expect(donnees).toMatchObject({
    demandes: [{ texte: "La mienne, à relire.", etat: "ouverte" }],
    documents: [{ type: "releve", code: "AAAA", semestre: 3 }],
    courriels: [{ envoyeLe: LE(8) }],
    visites: [{ derniereLe: LE(10) }],
    compte: { emails: ["alice@essai.fr"], resumeCourriel: false },
    notes: [],
  });
});

test("rien d'un autre, rien de pas encore publié", async () => {
  const json = JSON.stringify(await findDonnees("alice"));
  for (const tu of ["à taire", "BBBB", "bruno", "BRUNO", "1777", LE(4)]) expect(json).not.toContain(tu);
  expect(await findDonnees("personne")).toBeNull();
});
