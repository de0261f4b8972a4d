import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createServer } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";

export const RACINE = process.cwd();
const BANC = path.join(RACINE, ".paliers", "banc");

export interface Serveur {
  readonly adresse: string;
  stop(): Promise<void>;
}

/** Un port libre de cette machine. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const essai = createServer().listen(0, "127.0.0.1", () => {
      const { port } = essai.address() as { port: number };
      essai.close(() => resolve(port));
    });
  });
}

/** Remplit une démonstration neuve dans ce dossier. */
export function seed(donnees: string): void {
  const { PALIERS_DB: _, ...env } = process.env;
  const tsx = path.join(RACINE, "node_modules/tsx/dist/cli.mjs");
  const { status } = spawnSync(process.execPath, [tsx, "scripts/seed.ts"], {
    env: { ...env, PALIERS_DONNEES: donnees },
  });
  if (status !== 0) throw new Error("la démonstration ne se remplit pas");
}

const NEXT = path.join(RACINE, "node_modules/next/dist/bin/next");

async function exited(enfant: ChildProcess): Promise<number> {
  return enfant.exitCode ?? new Promise((resolve) => enfant.on("exit", (code) => resolve(code ?? 1)));
}

/** Sert une application construite, sur 127.0.0.1 et un port libre. */
export async function serve(
  dossier: string,
  donnees: string,
  reglages: Readonly<Record<string, string>> = {},
): Promise<Serveur> {
  const port = await freePort();
  const adresse = `http://127.0.0.1:${port}`;
  const enfant = spawn(process.execPath, [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: dossier,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...reglages, PALIERS_DONNEES: donnees, NEXTAUTH_URL: adresse, NEXT_TELEMETRY_DISABLED: "1" },
  });
  for (let essai = 0; ; essai++) {
    const ouvert = await fetch(`${adresse}/connexion`, { redirect: "manual" }).then(
      () => true,
      () => false,
    );
    if (ouvert) break;
    if (essai > 300 || enfant.exitCode !== null) throw new Error("le serveur mesuré ne s'ouvre pas");
    await new Promise((suite) => setTimeout(suite, 100));
  }
  return {
    adresse,
    async stop() {
      enfant.kill("SIGTERM");
      await exited(enfant);
    },
  };
}

/**
 * Une application Next qui ne fait rien d'autre que reconnaître la session : la même connexion et le même garde, une page
 * vide. Construite à part, pour que le produit ne porte aucune page de mesure. `enPlus` : d'autres fichiers à y mettre,
 * par leur chemin.
 */
export async function buildVide(enPlus: Readonly<Record<string, string>> = {}): Promise<string> {
  rmSync(BANC, { recursive: true, force: true });
  mkdirSync(path.join(BANC, "app", "api"), { recursive: true });
  for (const nom of ["lib", "db", "app/api/auth", "next.config.ts", "tsconfig.json"]) {
    cpSync(path.join(RACINE, nom), path.join(BANC, nom), { recursive: true });
  }
  writeFileSync(
    path.join(BANC, "next.config.ts"),
    `export default { typescript: { ignoreBuildErrors: true }, serverExternalPackages: ["better-sqlite3", "pg", "@node-rs/argon2"], turbopack: { root: ${JSON.stringify(RACINE)} } };\n`,
  );
  writeFileSync(
    path.join(BANC, "app", "layout.tsx"),
    "export default function Layout({ children }) { return <html lang='fr'><body>{children}</body></html>; }\n",
  );
  writeFileSync(
    path.join(BANC, "app", "page.tsx"),
    'import { definePage } from "@/lib/auth/guard";\nexport default definePage({ action: "compte:soi", chemin: "/", render: async () => <p>vide</p> });\n',
  );
  for (const [chemin, contenu] of Object.entries(enPlus)) writeFileSync(path.join(BANC, chemin), contenu);
  const enfant = spawn(process.execPath, [NEXT, "build"], {
    cwd: BANC,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if ((await exited(enfant)) !== 0) throw new Error("la page vide ne se construit pas");
  return BANC;
}

/** Ouvre une session par les mêmes échanges que le navigateur ; rend l'en-tête Cookie. */
export async function openSession(adresse: string, email: string): Promise<string> {
  const cookies = new Map<string, string>();
  const garde = (reponse: Response) => {
    for (const ligne of reponse.headers.getSetCookie()) {
      const [paire = ""] = ligne.split(";");
      cookies.set(paire.slice(0, paire.indexOf("=")), paire);
    }
    return reponse;
  };
  const { csrfToken } = (await garde(await fetch(`${adresse}/api/auth/csrf`)).json()) as { csrfToken: string };
  garde(
    await fetch(`${adresse}/api/auth/callback/credentials`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: [...cookies.values()].join("; "), "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, email, motDePasse: "demonstration" }),
    }),
  );
  return [...cookies.values()].join("; ");
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

/** Ouvre un document, comme le dit un navigateur quand on suit un lien ou une adresse. */
function get(url: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { cookie, "sec-fetch-dest": "document" } }, (reponse) => {
        const morceaux: Buffer[] = [];
        reponse.on("data", (m: Buffer) => morceaux.push(m));
        reponse.on("end", () =>
          reponse.statusCode === 200
            ? resolve(Buffer.concat(morceaux).toString())
            : reject(new Error(`${url} : ${reponse.statusCode}`)),
        );
      })
      .on("error", reject);
  });
}

/** Réponses par seconde d'une page, quatre demandes à la fois, sur un nombre fixe de demandes. */
export async function rate(url: string, cookie: string, demandes = 100): Promise<number> {
  let restantes = demandes;
  const debut = performance.now();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (restantes-- > 0) await get(url, cookie);
    }),
  );
  return (demandes * 1000) / (performance.now() - debut);
}

/** Demande une page en gzip, comme un navigateur, et en lit tous les octets. @throws Error si elle ne vient pas */
function fetchGzip(url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { cookie, "sec-fetch-dest": "document", "accept-encoding": "gzip" } }, (reponse) => {
        reponse.on("data", () => undefined);
        reponse.on("end", () =>
          reponse.statusCode === 200 ? resolve() : reject(new Error(`${url} : ${reponse.statusCode}`)),
        );
      })
      .on("error", reject);
  });
}

/** La même page demandée par chacune de ces sessions, une fois, quatre à la fois ; réponses par seconde. */
export async function timeEach(url: string, sessions: readonly string[]): Promise<number> {
  const restent = [...sessions];
  const debut = performance.now();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let cookie = restent.pop(); cookie !== undefined; cookie = restent.pop()) await fetchGzip(url, cookie);
    }),
  );
  return (sessions.length * 1000) / (performance.now() - debut);
}

/** Octets de JavaScript, compressés, que demande la première ouverture d'une page. */
export async function firstLoadJs(adresse: string, chemin: string, cookie: string): Promise<number> {
  const html = await get(adresse + chemin, cookie);
  const scripts = new Set([...html.matchAll(/src="(\/_next\/[^"]+\.js[^"]*)"/g)].map((m) => m[1] ?? ""));
  let total = 0;
  for (const script of scripts) total += gzipSync(await get(adresse + script, cookie)).length;
  return total;
}

export const median = (valeurs: readonly number[]): number =>
  [...valeurs].sort((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? Number.NaN;

export const fr = (nombre: number, decimales = 2): string =>
  nombre.toLocaleString("fr-FR", { maximumFractionDigits: decimales });
