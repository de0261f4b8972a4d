// La table d'un jury de 120 étudiants : lecture, calcul et rendu, du point de vue du navigateur, contre une page vide.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { fr, median, openSession, RACINE, serve } from "./banc/serveur";

const SEMESTRE = "s4-2025";
const VOULUS = 120;
const TOURS = 9;
const DOSSIER = path.join(RACINE, ".paliers", "banc-jury");

function seed(): void {
  const { PALIERS_DB: _, ...env } = process.env;
  const tsx = path.join(RACINE, "node_modules/tsx/dist/cli.mjs");
  const { status } = spawnSync(process.execPath, [tsx, "scripts/seed.ts"], {
    env: { ...env, PALIERS_DONNEES: DOSSIER },
  });
  if (status !== 0) throw new Error("la démonstration ne se remplit pas");
}

/** Recopie les étudiants de la classe, avec tout leur cursus et leurs notes, jusqu'à en avoir assez. */
function grow(): number {
  const base = new Sqlite(path.join(DOSSIER, "demonstration.db"));
  base.pragma("foreign_keys = OFF");
  const inscrits = () =>
    (base.prepare("select count(*) as n from inscription where semestre_id = ?").get(SEMESTRE) as { n: number }).n;
  base.exec(`
    create temp table e as select * from etudiant where id in (select etudiant_id from inscription where semestre_id = '${SEMESTRE}');
    create temp table i as select * from inscription where etudiant_id in (select id from e);
    create temp table n as select * from note where inscription_id in (select id from i);
  `);
  base.exec("BEGIN");
  for (let copie = 1; inscrits() < VOULUS; copie++) {
    const id = (colonne: string) => `${colonne} || '-${copie}'`;
    base.exec(`
      insert into etudiant (id, numero, nom, prenom, force_majeure)
        select ${id("id")}, ${id("numero")}, nom || '-${copie}', prenom, force_majeure from e;
      insert into inscription (id, etudiant_id, semestre_id, maquette_semestre_id, etat)
        select ${id("id")}, ${id("etudiant_id")}, semestre_id, maquette_semestre_id, etat from i;
      insert into note (id, evaluation_id, inscription_id, valeur, code, version, modifiee_le, modifiee_par)
        select ${id("id")}, evaluation_id, ${id("inscription_id")}, valeur, code, version, modifiee_le, modifiee_par from n;
    `);
  }
  // Rien de décidé ni de délibéré pour eux : c'est la séance elle-même qui est mesurée.
  base.prepare("update semestre set etat = 'jury' where id = ?").run(SEMESTRE);
  base.exec("COMMIT");
  base.exec("ANALYZE");
  const total = inscrits();
  base.close();
  return total;
}

async function duree(url: string, cookie: string): Promise<{ readonly ms: number; readonly octets: number }> {
  const debut = performance.now();
  const reponse = await fetch(url, { headers: { cookie } });
  const texte = await reponse.text();
  if (reponse.status !== 200) throw new Error(`${url} : ${reponse.status}`);
  return { ms: performance.now() - debut, octets: Buffer.byteLength(texte) };
}

rmSync(DOSSIER, { recursive: true, force: true });
seed();
const nombre = grow();
const serveur = await serve(RACINE, DOSSIER);
try {
  const cookie = await openSession(serveur.adresse, "jury@paliers.demo");
  const pages = {
    [`la table, ${nombre} étudiants`]: `/jury/${SEMESTRE}`,
    "la même projetée": `/jury/${SEMESTRE}/salle`,
    "ce que chaque membre relit": `/api/jury/${SEMESTRE}/version`,
    "une page presque vide": "/compte",
  };
  for (const [nom, chemin] of Object.entries(pages)) {
    const url = serveur.adresse + chemin;
    for (let i = 0; i < 3; i++) await duree(url, cookie);
    const mesures = [];
    for (let i = 0; i < TOURS; i++) mesures.push(await duree(url, cookie));
    const ms = median(mesures.map((m) => m.ms));
    console.log(`${nom} : ${fr(ms, 0)} ms, ${fr((mesures[0]?.octets ?? 0) / 1024, 0)} Kio`);
  }
  console.log("visé : la table d'une promotion de 120 étudiants en moins d'une seconde");
} finally {
  await serveur.stop();
}
