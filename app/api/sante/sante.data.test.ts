// biome-ignore-all lint/style/noRestrictedImports: ce test ferme la base sous les vraies routes
import { afterEach, expect, test, vi } from "vitest";
import { closeBase } from "@/db";
import { readDiagnostic } from "@/lib/sante/queries";
import { GET as mesures } from "../mesures/route";
import { GET as sante } from "./route";

afterEach(() => vi.unstubAllEnvs());

const demande = (chemin: string, entetes: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1${chemin}`, { headers: entetes });

test("vivant : le processus répond, sans rien lire", async () => {
  const reponse = await sante(demande("/api/sante?vivant"));
  expect([reponse.status, await reponse.json()]).toEqual([200, { etat: "vivant" }]);
});

test("prêt : la base répond et elle est à jour ; rien d'autre n'est dit", async () => {
  const reponse = await sante(demande("/api/sante"));
  expect(reponse.status).toBe(200);
  expect(await reponse.json()).toMatchObject({ etat: "pret", base: "bon", migrations: "bon" });
  expect(reponse.headers.get("cache-control")).toBe("no-store");
});

test("les mesures n'existent que pour qui a le jeton", async () => {
  expect((await mesures(demande("/api/mesures", { authorization: "Bearer undefined" }))).status).toBe(404);
  vi.stubEnv("PALIERS_MESURES", "un-jeton-de-vingt-signes-au-moins");
  expect((await mesures(demande("/api/mesures"))).status).toBe(404);
  expect((await mesures(demande("/api/mesures", { authorization: "Bearer un-autre-jeton" }))).status).toBe(404);
  const reponse = await mesures(demande("/api/mesures", { authorization: "Bearer un-jeton-de-vingt-signes-au-moins" }));
  expect(reponse.status).toBe(200);
  expect(await reponse.text()).toMatch(
    /paliers_courriels_en_attente 0[\s\S]*process_cpu|process_cpu[\s\S]*paliers_courriels_en_attente 0/,
  );
});

test("le diagnostic dit ce qui manque et que faire", async () => {
  vi.stubEnv("CHROMIUM_PATH", "/nulle/part");
  const { controles } = await readDiagnostic();
  const de = (nom: string) => controles.find((c) => c.nom === nom);
  expect(de("sauvegardes")).toMatchObject({
    etat: "attention",
    remede: expect.stringContaining("PALIERS_SAUVEGARDES"),
  });
  expect(de("pdf")).toMatchObject({ etat: "attention", remede: expect.stringContaining("CHROMIUM_PATH") });
  expect(de("base")?.etat).toBe("bon");
});

test("une base qui ne répond plus met le serveur hors service, sans dire pourquoi à tout le monde", async () => {
  const { read } = await import("@/db");
  await read(async () => undefined);
  const global_ = globalThis as { paliersBase?: unknown };
  const ouverte = global_.paliersBase;
  global_.paliersBase = Promise.reject(new Error("secret : mot de passe refusé"));
  await Promise.resolve(global_.paliersBase).catch(() => undefined);
  const reponse = await sante(demande("/api/sante"));
  global_.paliersBase = ouverte;
  expect(reponse.status).toBe(503);
  expect(await reponse.json()).toEqual({ etat: "panne", base: "panne" });
  await closeBase();
});
