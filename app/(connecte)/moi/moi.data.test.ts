// biome-ignore-all lint/style/noRestrictedImports: ce test sème la base, puis lit les vraies pages comme un navigateur
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import { GET } from "@/app/api/moi/donnees/route";
import {
  coefficient,
  decision,
  etudiant,
  evaluation,
  inscription,
  note,
  noteHistorique,
  promotion,
  type Role,
  reglement,
  semestre,
  utilisateur,
  write,
} from "@/db";
import { seedBase } from "@/db/seed";
import { MAQUETTE_ID, maquetteSemestreId, niveauId, ueId } from "@/db/seed/ids";
import type { Utilisateur } from "@/lib/auth/permissions";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { findCalculUe, findCursusSimulable, findFicheNiveau, findVueCursus } from "@/lib/cursus/queries";
import { findDonnees } from "@/lib/donnees/queries";
import { session } from "@/lib/essais/session";
import PageEtudiant from "../etudiants/[etudiantId]/page";
import PageNiveau from "./niveau/[niveauId]/page";
import PageNotes from "./notes/page";
import Page from "./page";
import PageReleve from "./releve/page";
import PageSimulation from "./simulation/page";
import PageUe from "./ue/[semestreId]/[ueId]/page";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));
// Hors d'une requête, rien ne vient après la réponse.
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "sec-fetch-dest": "document" }) }));

const S1 = "s1-essai";
const UE = ueId(maquetteSemestreId(1, "commun", null), "Spécifier");
const NIVEAU = niveauId("Spécifier", 1);
const PUBLIE = "2026-10-10T10:00:00.000Z";
/** Rien de ceci n'est publié : titres, valeurs et codes ne doivent paraître nulle part. */
const CACHES = [
  "titre-saisie",
  "titre-brouillon",
  "motif-cache",
  "ADJ",
  "1777",
  "17,77",
  "741",
  "7,41",
  "1999",
  "19,99",
  "555",
  "5,55",
];

beforeAll(async () => {
  await seedBase("programme");
  await write(async (tx) => {
    const [regle] = await tx.select().from(reglement);
    const [element] = await tx.select().from(coefficient);
    if (!regle || !element) throw new Error("programme vide");
    await tx.insert(utilisateur).values({ id: "ens", email: "ens@essai.fr", nom: "E", prenom: "E", motDePasse: "" });
    await tx.insert(promotion).values({ id: "p", maquetteId: MAQUETTE_ID, titre: "P", anneeEntree: 2026 });
    await tx.insert(semestre).values({
      id: S1,
      promotionId: "p",
      numero: 1,
      anneeUniversitaire: "2026-2027",
      regime: "commun",
      reglementId: regle.id,
      etat: "delibere",
    });
    for (const id of ["alice", "bob"]) {
      await tx.insert(etudiant).values({ id, numero: id, nom: id.toUpperCase(), prenom: "P" });
      await tx.insert(inscription).values({
        id: `i-${id}`,
        etudiantId: id,
        semestreId: S1,
        maquetteSemestreId: maquetteSemestreId(1, "commun", null),
        etat: "I",
      });
    }
    const evaluations = [
      { id: "e-publiee", titre: "titre-publiee", etat: "publiee", valeur: 1234 },
      { id: "e-saisie", titre: "titre-saisie", etat: "saisie", valeur: 1777 },
      { id: "e-brouillon", titre: "titre-brouillon", etat: "brouillon", valeur: 741 },
    ] as const;
    for (const [ordre, { id, titre, etat, valeur }] of evaluations.entries()) {
      await tx.insert(evaluation).values({
        id,
        semestreId: S1,
        elementId: element.elementId,
        titre,
        date: "2026-10-01",
        coefficient: centiemes(100),
        bareme: centiemes(2000),
        type: "normale",
        etat,
        publieeLe: etat === "publiee" ? PUBLIE : null,
        ordre,
        creeLe: PUBLIE,
      });
      await tx.insert(note).values({
        id: `n-${id}`,
        evaluationId: id,
        inscriptionId: "i-alice",
        valeur: centiemes(valeur),
        version: 3,
        modifieeLe: PUBLIE,
        modifieePar: "ens",
      });
    }
    const histoire = { noteId: "n-e-publiee", source: "cellule", utilisateurId: "ens" } as const;
    await tx.insert(noteHistorique).values([
      { ...histoire, id: "h2", version: 2, avantValeur: centiemes(555), creeLe: "2026-10-09T10:00:00.000Z" },
      { ...histoire, id: "h3", version: 3, avantValeur: centiemes(1111), creeLe: "2026-10-12T10:00:00.000Z" },
    ]);
    await tx.insert(decision).values({
      id: "d",
      etudiantId: "alice",
      semestreId: S1,
      portee: "ue",
      objetId: UE,
      rang: 1,
      code: "ADJ",
      motif: "motif-cache",
      moyenneVue: 1999,
      instantane: "{}",
      reglementVersion: "x",
      auteurId: "ens",
      creeLe: "2027-01-30T10:00:00.000Z",
    });
  });
});

function connecte(etudiantId: string | null, role: Role): void {
  const user: Utilisateur = {
    id: "ens",
    email: "",
    nom: "",
    prenom: "",
    etudiantId,
    roles: [{ role, semestreId: null }],
    affectations: [],
  };
  session.user = user;
}

const rend = async (page: typeof Page, params: Record<string, string> = {}): Promise<string> =>
  renderToStaticMarkup(await page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) }));

const INTROUVABLE = { digest: "NEXT_HTTP_ERROR_FALLBACK;404" };

test("les modèles de lecture ne contiennent que du publié", async () => {
  const modeles = JSON.stringify([
    await findVueCursus("alice"),
    await findCalculUe("alice", S1, UE),
    await findFicheNiveau("alice", NIVEAU),
    await findCursusSimulable("alice"),
    await findDonnees("alice"),
  ]);
  expect(CACHES.filter((cache) => modeles.includes(cache))).toEqual([]);
  expect(modeles).toContain("titre-publiee");
  expect(modeles).toContain("1234");
});

test("les pages de l'étudiant ne montrent que du publié", async () => {
  connecte("alice", "etudiant");
  const pages = [
    await rend(Page),
    await rend(PageNotes),
    await rend(PageUe, { semestreId: S1, ueId: UE }),
    await rend(PageNiveau, { niveauId: NIVEAU }),
    await rend(PageSimulation),
    await rend(PageReleve),
  ];
  for (const html of pages) {
    expect(CACHES.filter((cache) => html.includes(cache))).toEqual([]);
    expect(html.includes("12,34")).toBe(true);
  }
});

test("le fichier de mes données est à moi, et ne contient que du publié", async () => {
  const demande = () => GET(new Request("http://paliers/api/moi/donnees"), { params: Promise.resolve({}) });
  connecte("alice", "etudiant");
  const texte = await (await demande()).text();
  expect(JSON.parse(texte)).toMatchObject({ etudiant: { nom: "ALICE" }, notes: [{ valeur: 1234 }], decisions: [] });
  expect(CACHES.filter((cache) => texte.includes(cache))).toEqual([]);
  connecte(null, "scolarite");
  expect((await demande()).status).toBe(404);
});

test("la moyenne ne vient que de la note publiée", async () => {
  const vue = await findVueCursus("alice");
  const ue = vue?.ues.find((u) => u.ueId === UE);
  expect(ue).toMatchObject({ moyenne: 1234, decision: null, stabilite: "provisoire" });
});

test("une décision paraît dès que le semestre est publié, avec la moyenne que le jury a vue", async () => {
  await write((tx) => tx.update(semestre).set({ etat: "publie", publieLe: "2027-02-01T10:00:00.000Z" }));
  const ue = (await findVueCursus("alice"))?.ues.find((u) => u.ueId === UE);
  expect(ue).toMatchObject({
    moyenne: 1999,
    recalculee: 1234,
    stabilite: "definitive",
    decision: { code: "ADJ" },
  });
  await write((tx) => tx.update(semestre).set({ etat: "delibere", publieLe: null }));
});

test("une note changée après sa publication est dite modifiée, avec ce qu'elle était", async () => {
  const notes = (await findVueCursus("alice"))?.elements.flatMap((e) => e.notes);
  expect(notes).toMatchObject([{ evaluationId: "e-publiee", note: 1234, modification: { avant: 1111 } }]);
});

test("un étudiant ne voit que lui ; la page d'un autre, la sienne vue du personnel et un semestre étranger sont introuvables", async () => {
  connecte("alice", "etudiant");
  expect(await rend(PageEtudiant, { etudiantId: "bob" }).catch((e: unknown) => e)).toMatchObject(INTROUVABLE);
  expect(await rend(PageEtudiant, { etudiantId: "alice" }).catch((e: unknown) => e)).toMatchObject(INTROUVABLE);
  expect(await rend(PageUe, { semestreId: "autre", ueId: UE }).catch((e: unknown) => e)).toMatchObject(INTROUVABLE);
  connecte("bob", "etudiant");
  expect(await rend(Page)).not.toContain("12,34");
});

test("le personnel qui peut lire un cursus voit la page de l'étudiant ; un enseignant non", async () => {
  connecte(null, "jury");
  expect(await rend(PageEtudiant, { etudiantId: "alice" })).toContain("ALICE P");
  expect(await rend(PageEtudiant, { etudiantId: "personne" }).catch((e: unknown) => e)).toMatchObject(INTROUVABLE);
  connecte(null, "enseignant");
  expect(await rend(PageEtudiant, { etudiantId: "alice" }).catch((e: unknown) => e)).toMatchObject(INTROUVABLE);
});
