import { expect, test } from "vitest";
import { centiemes } from "@/lib/but/nombres/centiemes";
import type { Issue, NoteLue } from "./entree";
import {
  answerBatch,
  countNonEnregistrees,
  discard,
  enqueue,
  etatCellule,
  type FileEnvoi,
  isARegler,
  listSansMotif,
  nextBatch,
  reconcile,
  refuseBatch,
  resolve,
} from "./envoi";

const frappe = (inscriptionId: string, saisie: string, id: string, versionLue = 0, refus: string | null = null) => ({
  id,
  inscriptionId,
  saisie,
  versionLue,
  source: "cellule" as const,
  motif: null,
  refus,
});
const noteLue = (valeur: number, version: number): NoteLue => ({
  note: centiemes(valeur),
  version,
  le: "2026-11-22T10:00:00.000Z",
  par: "MARTIN Prof",
  modifiee: false,
});
const enregistree = (id: string, inscriptionId: string, valeur: number, version: number): Issue => ({
  id,
  inscriptionId,
  issue: "enregistree",
  note: noteLue(valeur, version),
});
const SANS_MOTIF = { requis: false, texte: null };
const part = (file: FileEnvoi) => nextBatch(file, SANS_MOTIF);

test("les cases partent dans l'ordre où elles ont été tapées, et une réponse vide la file", () => {
  const file = enqueue(enqueue(enqueue({}, frappe("b", "10", "1")), frappe("a", "11", "2")), frappe("b", "12", "3"));
  const envoi = part(file);
  expect(envoi.changements.map((c) => [c.inscriptionId, c.saisie, c.id])).toEqual([
    ["a", "11", "2"],
    ["b", "12", "3"],
  ]);
  const reste = answerBatch(envoi.file, [enregistree("2", "a", 1100, 1), enregistree("3", "b", 1200, 1)]);
  expect(countNonEnregistrees(reste)).toBe(0);
});

test("une réponse perdue : le même changement repart avec le même id, et ce qui est tapé depuis attend son tour", () => {
  const parti = part(enqueue({}, frappe("a", "10", "1"))).file;
  const retape = enqueue(parti, frappe("a", "11", "2"));
  const renvoi = part(retape);
  expect(renvoi.changements).toMatchObject([{ id: "1", saisie: "10", versionLue: 0 }]);
  const apres = answerBatch(renvoi.file, [{ id: "1", inscriptionId: "a", issue: "deja", note: noteLue(1000, 4) }]);
  expect(part(apres).changements).toMatchObject([{ id: "2", saisie: "11", versionLue: 4 }]);
});

test("l'envoi survit à la mise en texte : ce qui était parti repart tel quel", () => {
  const parti = part(enqueue({}, frappe("a", "10", "1"))).file;
  const relue = JSON.parse(JSON.stringify(parti)) as FileEnvoi;
  expect(part(relue).changements).toEqual(part(parti).changements);
});

test("un refus garde ce qui est tapé ; retaper repart de zéro", () => {
  const parti = part(enqueue({}, frappe("a", "10", "1"))).file;
  const refusee = answerBatch(parti, [
    { id: "1", inscriptionId: "a", issue: "refusee", message: "non", motifRequis: false },
  ]);
  expect(refusee.a).toMatchObject({ saisie: "10", refus: "non", parti: null, suivant: null });
  expect(part(refusee).changements).toEqual([]);
  expect(part(enqueue(refusee, frappe("a", "9", "2"))).changements).toMatchObject([{ id: "2", saisie: "9" }]);
});

test("une saisie illisible ne part pas, reste tapée et compte comme non enregistrée", () => {
  const file = enqueue({}, frappe("a", "douze", "1", 0, "pas une note"));
  expect(part(file).changements).toEqual([]);
  expect(countNonEnregistrees(file)).toBe(1);
  expect(discard(file, "a")).toEqual({});
});

test("en conflit rien ne part avant le choix ; garder la mienne repart sur la version de l'autre", () => {
  const parti = part(enqueue({}, frappe("a", "10", "1", 1))).file;
  const conflit = answerBatch(parti, [{ id: "1", inscriptionId: "a", issue: "conflit", note: noteLue(1400, 2) }]);
  expect(part(conflit).changements).toEqual([]);
  expect(conflit.a).toMatchObject({ saisie: "10", conflit: { autre: { note: 1400, par: "MARTIN Prof" } } });
  expect(part(resolve(conflit, "a", "mienne", "2")).changements).toMatchObject([
    { id: "2", saisie: "10", versionLue: 2 },
  ]);
  expect(resolve(conflit, "a", "autre", "2")).toEqual({});
});

test("retaper dans une case en conflit change la mienne, et le conflit demeure", () => {
  const parti = part(enqueue({}, frappe("a", "10", "1", 1))).file;
  const conflit = answerBatch(parti, [{ id: "1", inscriptionId: "a", issue: "conflit", note: noteLue(1400, 2) }]);
  const retape = enqueue(conflit, frappe("a", "12", "3", 1));
  expect(part(retape).changements).toEqual([]);
  expect(part(resolve(retape, "a", "mienne", "4")).changements).toMatchObject([{ saisie: "12", versionLue: 2 }]);
});

test("publiée entre-temps : le changement attend son motif, puis repart avec", () => {
  const parti = part(enqueue({}, frappe("a", "10", "1"))).file;
  const attend = answerBatch(parti, [
    { id: "1", inscriptionId: "a", issue: "refusee", message: "motif", motifRequis: true },
  ]);
  expect(attend.a).toMatchObject({ refus: null, suivant: { saisie: "10" } });
  expect(nextBatch(attend, { requis: true, texte: null }).changements).toEqual([]);
  expect(listSansMotif(attend, { requis: true, texte: null })).toEqual(["a"]);
  expect(nextBatch(attend, { requis: true, texte: "Report" }).changements).toMatchObject([
    { saisie: "10", motif: "Report" },
  ]);
});

test("un lot refusé d'un bloc garde tout ce qui est tapé", () => {
  const file = refuseBatch(part(enqueue({}, frappe("a", "10", "1"))).file, "verrouillé");
  expect(file.a).toMatchObject({ saisie: "10", refus: "verrouillé", parti: null });
});

test("abandonner une retape laisse revenir ce qui est en route", () => {
  const file = discard(enqueue(part(enqueue({}, frappe("a", "10", "1"))).file, frappe("a", "11", "2")), "a");
  expect(file.a).toMatchObject({ saisie: "10", suivant: null, parti: { id: "1" } });
});

test("chaque situation a son état", () => {
  const tape = enqueue({}, frappe("a", "10", "1"));
  const etat = (file: FileEnvoi, horsLigne = false) => file.a && etatCellule(file.a, horsLigne);
  expect(etat(tape)).toBe("modifiee");
  expect(etat(part(tape).file)).toBe("envoi");
  expect(etat(part(tape).file, true)).toBe("hors-ligne");
  expect(etat(enqueue({}, frappe("a", "x", "1", 0, "non")))).toBe("refusee");
});

test("une valeur refusée qui est finalement enregistrée n'attend plus rien ; les autres, si", () => {
  const deux = enqueue(enqueue({}, frappe("a", "10", "1")), frappe("b", "11", "2"));
  const refusees = refuseBatch(part(deux).file, "verrouillé");
  const notes = new Map([
    ["a", centiemes(1000)],
    ["b", centiemes(900)],
  ]);
  expect(Object.keys(reconcile(refusees, notes, centiemes(2000)))).toEqual(["b"]);
  expect(reconcile(deux, notes, centiemes(2000))).toBe(deux);
});

test("à régler : une case refusée ou en conflit ; ni ce qui attend son envoi, ni ce qui n'est pas dans la file", () => {
  const file = enqueue(enqueue({}, frappe("a", "25", "1", 0, "dépasse")), frappe("b", "10", "2"));
  expect(["a", "b", "c"].map((id) => isARegler(file[id]))).toEqual([true, false, false]);
  const conflit = answerBatch(part(file).file, [
    { id: "2", inscriptionId: "b", issue: "conflit", note: noteLue(900, 1) },
  ]);
  expect(isARegler(conflit.b)).toBe(true);
});
