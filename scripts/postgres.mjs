// Une grappe PostgreSQL à soi, sur cette machine seule, pour les tests et les mesures. Node seul, sans dépendance.
import { spawnSync } from "node:child_process";
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";

const PAQUETS = "/usr/lib/postgresql";

function isExecutable(fichier) {
  try {
    accessSync(fichier, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Le dossier des programmes de PostgreSQL, la version la plus récente ; null si cette machine n'en a pas. */
export function findPostgres() {
  if (process.platform === "win32") return null;
  let versions = [];
  try {
    versions = readdirSync(PAQUETS).sort((a, b) => Number(b) - Number(a));
  } catch {
    // Pas ceux de Debian.
  }
  const dossiers = [
    ...versions.map((v) => path.join(PAQUETS, v, "bin")),
    ...(process.env.PATH ?? "").split(path.delimiter),
  ];
  return (
    dossiers.find(
      (d) => path.isAbsolute(d) && isExecutable(path.join(d, "initdb")) && isExecutable(path.join(d, "pg_ctl")),
    ) ?? null
  );
}

/** PostgreSQL refuse de tourner pour l'administrateur de la machine : il tourne alors pour un compte qui n'a aucun droit. */
function compteSansDroit() {
  if (process.getuid?.() !== 0) return null;
  for (const nom of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((quoi) => Number(spawnSync("id", [quoi, nom], { encoding: "utf8" }).stdout));
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  return null;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const essai = createServer();
    essai.once("error", reject);
    essai.listen(0, "127.0.0.1", () => {
      const { port } = essai.address();
      essai.close(() => resolve(port));
    });
  });
}

/** Rapide, parce que rien n'y survit : elle ne garantit aucune écriture contre une coupure de courant. */
const SANS_DURABILITE = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

/**
 * Ouvre une grappe neuve dans un dossier temporaire. `durable` : elle écrit comme en service, pour une mesure ou une panne.
 * `crash` l'arrête net, `start` la relève. @throws Error si elle ne s'ouvre pas
 */
export async function openGrappe({ durable = false } = {}) {
  const bin = findPostgres();
  if (!bin) throw new Error("PostgreSQL n'est pas installé");
  const compte = compteSansDroit();
  const dossier = mkdtempSync(path.join(os.tmpdir(), "paliers-pg-"));
  if (compte) chownSync(dossier, compte.uid, compte.gid);
  const donnees = path.join(dossier, "donnees");
  const port = await freePort();
  const lance = (programme, arguments_) => {
    const r = spawnSync(path.join(bin, programme), arguments_, {
      ...compte,
      cwd: dossier,
      encoding: "utf8",
      // La grappe ne doit pas garder ouverts les tuyaux de qui la lance.
      stdio: ["ignore", "ignore", programme === "initdb" ? "pipe" : "ignore"],
      env: { PATH: process.env.PATH ?? "", LC_ALL: "C.UTF-8", TZ: "UTC" },
    });
    if (r.status !== 0) throw new Error(`${programme} a échoué : ${r.stderr ?? r.error ?? `code ${r.status}`}`);
  };
  const reglages = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    ...(durable ? [] : SANS_DURABILITE),
  ];
  const start = () =>
    lance("pg_ctl", [
      "start",
      "-w",
      "-D",
      donnees,
      "-l",
      path.join(dossier, "journal"),
      "-o",
      reglages.map((r) => `-c ${r}`).join(" "),
    ]);
  const stop = (mode) => lance("pg_ctl", ["stop", "-w", "-m", mode, "-D", donnees]);
  try {
    lance("initdb", [
      "-D",
      donnees,
      "-U",
      "paliers",
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    start();
  } catch (erreur) {
    rmSync(dossier, { recursive: true, force: true });
    throw erreur;
  }
  return {
    url: `postgres://paliers@127.0.0.1:${port}`,
    start,
    crash: () => stop("immediate"),
    close() {
      try {
        stop("immediate");
      } catch {
        // Déjà arrêtée.
      }
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}
