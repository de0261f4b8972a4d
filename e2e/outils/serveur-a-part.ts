import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";

const module_ = (chemin: string) => path.join("node_modules", chemin);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const essai = createServer().listen(0, "127.0.0.1", () => {
      const adresse = essai.address();
      essai.close(() => resolve(typeof adresse === "object" && adresse ? adresse.port : 0));
    });
  });
}

export interface ServeurAPart {
  readonly adresse: string;
  /** Le fichier de sa base. */
  readonly base: string;
  readonly start: () => Promise<void>;
  /** Sans prévenir. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Un serveur de production avec sa démonstration neuve, à ce récit seul : il peut la malmener, ou le tuer et le relancer. */
export async function openServeurAPart(
  nom: string,
  reglages: Readonly<Record<string, string>> = {},
): Promise<ServeurAPart> {
  const donnees = mkdtempSync(path.join(os.tmpdir(), `paliers-${nom}-`));
  const { PALIERS_DB: _, ...env } = process.env;
  spawnSync(process.execPath, [module_("tsx/dist/cli.mjs"), "scripts/seed.ts"], {
    env: { ...env, PALIERS_DONNEES: donnees },
  });
  const port = await freePort();
  const adresse = `http://127.0.0.1:${port}`;
  let enfant: ChildProcess;
  const start = async () => {
    enfant = spawn(process.execPath, [module_("next/dist/bin/next"), "start", "-H", "127.0.0.1", "-p", `${port}`], {
      stdio: "ignore",
      detached: true,
      env: { ...env, ...reglages, PALIERS_DONNEES: donnees, NEXTAUTH_URL: adresse, NEXT_TELEMETRY_DISABLED: "1" },
    });
    await expect
      .poll(
        () =>
          fetch(`${adresse}/connexion`).then(
            (r) => r.ok,
            () => false,
          ),
        { timeout: 60_000, intervals: [100] },
      )
      .toBe(true);
  };
  const kill = async () => {
    if (!enfant.pid || enfant.exitCode !== null || enfant.signalCode !== null) return;
    const mort = new Promise((suite) => enfant.once("exit", suite));
    process.kill(-enfant.pid, "SIGKILL");
    await mort;
  };
  const close = async () => {
    await kill();
    rmSync(donnees, { recursive: true, force: true });
  };
  await start();
  return { adresse, base: path.join(donnees, "demonstration.db"), start, kill, close };
}
