import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findChromium } from "./navigateur";
import { PdfIndisponible, renderPdf } from "./pdf";

let dossier = "";
beforeEach(() => {
  dossier = mkdtempSync(path.join(os.tmpdir(), "paliers-pdf-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dossier, { recursive: true, force: true });
});

const demande = { chemin: "/moi/releve", session: [], demandeur: "u" };

test("CHROMIUM_PATH vaut seul : un chemin faux ne cherche pas ailleurs", () => {
  vi.stubEnv("CHROMIUM_PATH", path.join(dossier, "absent"));
  expect(findChromium()).toBeNull();
  vi.stubEnv("CHROMIUM_PATH", process.execPath);
  expect(findChromium()).toBe(process.execPath);
});

test("sans Chromium, le refus dit quoi faire", async () => {
  vi.stubEnv("CHROMIUM_PATH", path.join(dossier, "absent"));
  await expect(renderPdf(demande)).rejects.toThrow(/imprimez la page avec votre navigateur/);
});

test("un navigateur qui tombe donne un refus, garde sa cause, rend sa place et ne laisse pas de profil", async () => {
  // Node, à qui l'on donne les options d'un navigateur, s'arrête aussitôt : c'est un navigateur qui tombe.
  vi.stubEnv("CHROMIUM_PATH", process.execPath);
  vi.stubEnv("TMPDIR", dossier);
  for (let fois = 0; fois < 2; fois++) {
    const refus = await renderPdf(demande).catch((erreur: unknown) => erreur);
    expect(refus).toBeInstanceOf(PdfIndisponible);
    expect((refus as Error).cause).toBeInstanceOf(Error);
  }
  expect(readdirSync(dossier)).toEqual([]);
});
