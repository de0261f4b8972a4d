import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { journal, read, semestre, write } from "@/db";
import { readDossiers } from "@/db/dossiers";
import { semestreEffectif } from "@/db/visibilite";
import { findDonnees } from "@/lib/donnees/queries";
import { session } from "@/lib/essais/session";
import { instantParis } from "@/lib/heure-paris";
import { listSemestres } from "@/lib/scolarite/queries";
import { PERSONNES, seedPromotion } from "../essais/promotion";
import { accepter, cible, decider, deliberer, etatDe } from "../essais/seance";
import { suiteDe } from "../liste/bilan";
import { listSemestresJury } from "../liste/queries";
import { findSemestreJury } from "../queries";
import { readVersion } from "../veille/queries";
import { openJury, publishDecisions, reopenSemestre, savePublicationPrevue } from "./actions";

vi.mock("@/lib/auth/session", () => import("@/lib/essais/session"));

/** Le jury délibère à midi, heure de Paris, et fixe la publication au soir. */
const MIDI = "2026-11-25T11:00:00.000Z";
const SOIR = { jour: "2026-11-25", heure: "18:00" };
const A_18_H = instantParis(SOIR);
const AVANT = "2026-11-25T16:59:59.999Z";
const APRES = "2026-11-25T17:00:00.000Z";

const ilEst = (instant: string) => vi.setSystemTime(instant);

beforeAll(async () => {
  await seedPromotion();
  session.user = PERSONNES.jury;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(MIDI) });
  await openJury(await cible("s1"));
  await accepter("s1");
  await deliberer("s1");
});
beforeEach(() => {
  session.user = PERSONNES.jury;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(MIDI) });
});
afterEach(() => {
  vi.useRealTimers();
});

const fixer = async (prevue: typeof SOIR | null) => savePublicationPrevue({ ...(await cible("s1")), prevue });
const decisionsVues = async () => {
  const { dossiers } = await read((l) => readDossiers(l, { etudiantIds: ["bruno"] }));
  const donnees = await findDonnees("bruno");
  expect(donnees?.decisions).toHaveLength(dossiers[0]?.cursus.decisions.length ?? -1);
  return dossiers[0]?.cursus.decisions.map((d) => d.code);
};
/** Le même semestre, tel que chaque lecture le dit. */
const etats = async () => {
  const jury = await read((l) => findSemestreJury(l, "s1"));
  const veille = await read((l) => readVersion(l, "s1"));
  const { semestres } = await read((l) => readDossiers(l, { semestreId: "s1" }));
  return [
    jury?.etat,
    veille?.semestre.etat,
    semestres.get("s1")?.etat,
    (await listSemestresJury(() => true)).find((s) => s.id === "s1")?.etat,
    (await listSemestres()).find((s) => s.id === "s1")?.etat,
  ];
};

test.each([
  ["sans heure fixée", { etat: "delibere", publieLe: null, publicationPrevueLe: null }, "delibere", null],
  [
    "avant l'heure",
    { etat: "delibere", publieLe: null, publicationPrevueLe: "2026-11-25T17:00:00.001Z" },
    "delibere",
    null,
  ],
  ["à l'heure juste", { etat: "delibere", publieLe: null, publicationPrevueLe: APRES }, "publie", APRES],
  ["republié à l'heure dite", { etat: "delibere", publieLe: MIDI, publicationPrevueLe: APRES }, "publie", APRES],
  ["rouvert entre-temps", { etat: "rouvert", publieLe: MIDI, publicationPrevueLe: null }, "rouvert", MIDI],
] as const)("l'état effectif, %s", (_, ligne, etat, publieLe) => {
  expect(semestreEffectif(ligne, APRES)).toMatchObject({ etat, publieLe });
});

test("une heure passée, ou qui n'existe pas, est refusée sans rien écrire", async () => {
  expect(await fixer({ jour: "2026-11-25", heure: "12:00" })).toMatchObject({
    ok: false,
    code: "invalide",
    detail: { "prevue.heure": expect.stringContaining("à venir") },
  });
  expect(await fixer({ jour: "2027-03-28", heure: "02:30" })).toMatchObject({ ok: false, code: "invalide" });
  expect(await fixer({ jour: "", heure: "" })).toMatchObject({
    ok: false,
    detail: { "prevue.jour": "Choisissez le jour." },
  });
  expect((await etatDe("s1"))?.publicationPrevueLe).toBeNull();
});

test("seul un jury fixe l'heure, et une version dépassée est un conflit", async () => {
  const vue = await cible("s1");
  session.user = { ...PERSONNES.jury, roles: [{ role: "responsable", semestreId: null }] };
  expect(await fixer(SOIR)).toMatchObject({ ok: false, code: "introuvable" });
  session.user = PERSONNES.jury;
  expect(await fixer({ jour: "2026-12-01", heure: "08:00" })).toMatchObject({ ok: true });
  expect(await savePublicationPrevue({ ...vue, prevue: SOIR })).toMatchObject({ ok: false, code: "conflit" });
});

test("l'heure se change, puis s'annule, et le journal garde chaque geste", async () => {
  expect(await fixer(SOIR)).toEqual({ ok: true, valeur: A_18_H });
  const s1 = (await listSemestresJury(() => true)).find((s) => s.id === "s1");
  expect(s1 && suiteDe(s1)).toBe("Publication fixée au 25/11/2026 18:00.");
  expect(await fixer(null)).toEqual({ ok: true, valeur: null });
  ilEst(APRES);
  expect(await decisionsVues()).toEqual([]);
  const lignes = await read((l) =>
    l
      .select()
      .from(journal)
      .where(and(eq(journal.sujetType, "semestre"), eq(journal.sujetId, "s1"))),
  );
  expect(lignes.map((j) => j.action).slice(-3)).toEqual([
    "publication fixée",
    "publication fixée",
    "publication fixée annulée",
  ]);
  expect(lignes.at(-1)).toMatchObject({ avant: JSON.stringify({ publication: A_18_H }), utilisateurId: "jury" });
});

test("à l'heure dite, tout est publié partout, sans qu'aucune tâche ait tourné", async () => {
  await fixer(SOIR);
  ilEst(AVANT);
  expect(await decisionsVues()).toEqual([]);
  expect(new Set(await etats())).toEqual(new Set(["delibere"]));
  const avant = await read((l) => readVersion(l, "s1"));
  ilEst(APRES);
  expect(await decisionsVues()).toEqual(["AJ", "ADM"]);
  expect(new Set(await etats())).toEqual(new Set(["publie"]));
  // Les membres connectés relisent leur page à cet instant.
  expect((await read((l) => readVersion(l, "s1")))?.version).not.toBe(avant?.version);
  expect((await etatDe("s1"))?.etat).toBe("delibere");
});

test("l'heure passée, ni l'annuler ni publier encore n'est possible", async () => {
  ilEst(APRES);
  expect(await fixer(null)).toMatchObject({ ok: false, code: "verrouille" });
  expect(await publishDecisions(await cible("s1"))).toMatchObject({ ok: false, code: "verrouille" });
  expect(await decisionsVues()).toEqual(["AJ", "ADM"]);
});

test("rouvrir après l'heure garde ce que les étudiants ont vu, et cache ce qui se décide ensuite", async () => {
  ilEst("2026-11-26T09:00:00.000Z");
  expect(await reopenSemestre({ ...(await cible("s1")), motif: "Une note reçue" })).toMatchObject({ ok: true });
  expect(await etatDe("s1")).toMatchObject({ etat: "rouvert", publieLe: A_18_H, publicationPrevueLe: null });
  expect(await decider("s1", "bruno", "ue", "A1", "ADJ", "essai")).toMatchObject({ ok: true });
  expect(await decisionsVues()).toEqual(["AJ", "ADM"]);
});

test("rouvrir avant l'heure y renonce : rien ne paraît à l'heure dite", async () => {
  ilEst("2026-11-27T09:00:00.000Z");
  await deliberer("s1");
  expect(await fixer({ jour: "2026-11-27", heure: "18:00" })).toMatchObject({ ok: true });
  expect(await reopenSemestre({ ...(await cible("s1")), motif: "Encore une" })).toMatchObject({ ok: true });
  ilEst("2026-11-28T09:00:00.000Z");
  expect(await etatDe("s1")).toMatchObject({ etat: "rouvert", publieLe: A_18_H, publicationPrevueLe: null });
  expect(await decisionsVues()).toEqual(["AJ", "ADM"]);
  await deliberer("s1");
  expect(await publishDecisions(await cible("s1"))).toMatchObject({ ok: true });
  expect(await decisionsVues()).toContain("ADJ");
});

test("un semestre d'une autre classe n'est pas touché", async () => {
  await write((tx) => tx.update(semestre).set({ publicationPrevueLe: MIDI }).where(eq(semestre.id, "s2")));
  expect((await read((l) => findSemestreJury(l, "s2")))?.etat).toBe("ouvert");
});
