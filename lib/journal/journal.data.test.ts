import { beforeAll, expect, test } from "vitest";
import { noteHistorique, write } from "@/db";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { insertClasse } from "@/lib/essais/classe";
import { insertJournal } from "./entree";
import { type FiltreJournal, listAuteurs, listJournal } from "./queries";

const TOUT: FiltreJournal = { utilisateurId: "", sujet: "", du: "", au: "", page: 1 };
const bonus = {
  action: "bonus saisi",
  sujetType: "inscription",
  sujetId: "i-1",
  avant: null,
  apres: { pourcent: 250 },
};

beforeAll(() =>
  write(async (tx) => {
    await insertClasse(tx);
    // 23 h 30 UTC en novembre : déjà le lendemain à Paris.
    await insertJournal(tx, "u-essai", "2026-11-21T23:30:00.000Z", [bonus]);
    await insertJournal(tx, null, "2026-11-20T10:00:00.000Z", [
      { action: "UE confirmée", sujetType: "ue", sujetId: "ue-s1-commun-specifier", avant: null, apres: null },
    ]);
    await tx.insert(noteHistorique).values({
      id: "h-1",
      noteId: "n-1",
      version: 1,
      apresValeur: centiemes(953),
      source: "cellule",
      utilisateurId: "u-essai",
      creeLe: "2026-10-05T08:00:00.000Z",
    });
  }),
);

test("le plus récent d'abord, avec le nom de la personne et du sujet", async () => {
  const { total, lignes } = await listJournal(TOUT);
  expect(total).toBe(2);
  expect(lignes).toMatchObject([
    { qui: "ESSAI Ève", action: "bonus saisi", sujet: expect.stringContaining("ABADIE Lou"), href: expect.any(String) },
    { qui: "Installation", sujet: "Spécifier, S1" },
  ]);
});

test("les filtres : personne, sujet, jours de Paris compris, page", async () => {
  const actions = async (filtre: Partial<FiltreJournal>) =>
    (await listJournal({ ...TOUT, ...filtre })).lignes.map((x) => x.action);
  expect(await actions({ utilisateurId: "u-essai" })).toEqual(["bonus saisi"]);
  expect(await actions({ sujet: "ue" })).toEqual(["UE confirmée"]);
  expect(await actions({ du: "2026-11-22", au: "2026-11-22" })).toEqual(["bonus saisi"]);
  expect(await actions({ au: "2026-11-21" })).toEqual(["UE confirmée"]);
  expect(await actions({ page: 2 })).toEqual([]);
});

test("les notes se lisent dans leur propre histoire", async () => {
  const { total, lignes } = await listJournal({ ...TOUT, sujet: "note" });
  expect(total).toBe(1);
  expect(lignes[0]).toMatchObject({ action: "note saisie", sujet: "ABADIE Lou, «\u00a0Devoir\u00a0»", apres: "9,53" });
});

test("les auteurs proposés sont les comptes du personnel", async () => {
  expect((await listAuteurs()).map((a) => a.id)).toEqual(["u-essai"]);
});
