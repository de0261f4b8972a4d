// Vingt enseignants qui tapent ensemble : le temps d'une case enregistrée, contre une écriture durable nue et une action nue
// au même rythme.
// Puis soixante notes au clavier dans un vrai navigateur : les touches par note.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { findNavigateur } from "../navigateur.mjs";
import { ACTION_NUE, actionId, callAction, post } from "./banc/action";
import { buildVide, fr, freePort, openSession, RACINE, seed, serve } from "./banc/serveur";
import { openPage, typeNotes } from "./banc/touches";

const ENSEIGNANTS = 20;
const ETUDIANTS = 60;
const TOURS = 3;
/** Une note par seconde et par personne : plus vite que personne ne tape. */
const CADENCE = 1000;
const NOTES_PAR_TOUR = 10;
const SEULES = 300;
const COLONNES = 10;
const DOSSIER = path.join(RACINE, ".paliers", "banc-saisie");
const BASE = path.join(DOSSIER, "demonstration.db");
const CLASSE = "s1-2026";
const ELEMENT = "s1-commun-mecanique";

/** Vingt comptes, chacun avec son évaluation, devant une classe de soixante. */
function prepare(): readonly string[] {
  const base = new Sqlite(BASE);
  base.exec("create temp table u as select * from utilisateur where email = 'enseignant@paliers.demo'");
  base.exec(`create temp table v as select * from evaluation where semestre_id = '${CLASSE}' limit 1`);
  base.exec(`create temp table i as select * from inscription where semestre_id = '${CLASSE}' and etat = 'I'`);
  const { n } = base.prepare("select count(*) as n from i").get() as { n: number };
  base.exec(`update u set etudiant_id = null`);
  for (let k = 0; k < ENSEIGNANTS; k++) {
    base.exec(`update u set id = 'banc-${k}', email = 'banc-${k}@paliers.demo'`);
    base.exec("insert into utilisateur select * from u");
    base.exec(`insert into role (id, utilisateur_id, role) values ('banc-${k}', 'banc-${k}', 'enseignant')`);
    base.exec(
      `insert into affectation (id, utilisateur_id, element_id, semestre_id) values ('banc-${k}', 'banc-${k}', '${ELEMENT}', '${CLASSE}')`,
    );
    base.exec(
      `update v set id = 'banc-${k}', titre = 'Banc ${k}', element_id = '${ELEMENT}', type = 'normale', bareme = 2000, etat = 'saisie', publiee_le = null, ordre = ${100 + k}`,
    );
    base.exec("insert into evaluation select * from v");
  }
  for (let k = n; k < ETUDIANTS; k++) {
    base.exec(
      `insert into etudiant (id, numero, nom, prenom, force_majeure) values ('banc-${k}', 'banc-${k}', 'BANC', 'Élève ${k}', 0)`,
    );
    base.exec(
      `insert into inscription (id, etudiant_id, semestre_id, maquette_semestre_id, etat) select 'banc-${k}', 'banc-${k}', semestre_id, maquette_semestre_id, etat from i limit 1`,
    );
  }
  const ids = base
    .prepare("select id from inscription where semestre_id = ? and etat = 'I' order by id")
    .all(CLASSE) as { id: string }[];
  base.close();
  return ids.map((l) => l.id);
}

/** `personnes` tapent à leur cadence, décalées, sans attendre la réponse ; rend la durée de chaque enregistrement. */
async function type(personnes: number, enregistre: (personne: number, rang: number) => Promise<void>) {
  const durees: number[] = [];
  await Promise.all(
    Array.from({ length: personnes }, async (_p, personne) => {
      const attente = (ms: number) => new Promise((suite) => setTimeout(suite, Math.max(0, ms)));
      const depart = performance.now() + (CADENCE * personne) / personnes;
      for (let rang = 0; rang < NOTES_PAR_TOUR; rang++) {
        await attente(depart + rang * CADENCE - performance.now());
        const debut = performance.now();
        await enregistre(personne, rang);
        durees.push(performance.now() - debut);
      }
    }),
  );
  return durees;
}

function quantile(durees: readonly number[], q: number): number {
  const rangees = [...durees].sort((a, b) => a - b);
  return rangees[Math.min(rangees.length - 1, Math.floor(q * rangees.length))] ?? Number.NaN;
}

/** Le corps d'un enregistrement, tel que le navigateur l'envoie. */
const corpsDe = (personne: number, inscriptionId: string, valeur: number, versionLue: number) => ({
  evaluationId: `banc-${personne}`,
  auteurId: `banc-${personne}`,
  changements: [
    { id: randomUUID(), inscriptionId, saisie: fr(valeur / 100), versionLue, source: "cellule" as const, motif: null },
  ],
});

/**
 * Trois mesures au même rythme, en alternance : la case enregistrée ; l'écriture durable nue, derrière un serveur nu ;
 * l'action Next nue, avec la session et rien d'autre.
 */
async function measureSaisies(inscriptions: readonly string[]): Promise<void> {
  const dossierVide = await buildVide(ACTION_NUE);
  const serveur = await serve(RACINE, DOSSIER);
  const vide = await serve(dossierVide, DOSSIER);
  const portNu = await freePort();
  const nu = spawn(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "scripts/bench/banc/nu.ts", path.join(DOSSIER, "nu.db"), `${portNu}`],
    { cwd: RACINE, stdio: ["ignore", "ignore", "inherit"] },
  );
  try {
    const action = actionId(RACINE, "lib/notes/actions.ts", "saveNotes");
    const actionNue = actionId(dossierVide, "app/rien.ts", "rien");
    const sessions: string[] = [];
    for (let k = 0; k < ENSEIGNANTS; k++) sessions.push(await openSession(serveur.adresse, `banc-${k}@paliers.demo`));
    const versions = new Map<string, number>();
    let valeur = 0;
    const note = async (personne: number, rang: number) => {
      const inscriptionId = inscriptions[rang] ?? "";
      const cle = `${personne} ${inscriptionId}`;
      const versionLue = versions.get(cle) ?? 0;
      valeur = (valeur + 1) % 2000;
      const { ok, valeur: v } = await callAction<{ ok: boolean; valeur?: { issues: { issue: string }[] } }>(
        `${serveur.adresse}/enseignement/evaluations/banc-${personne}`,
        sessions[personne] ?? "",
        action,
        corpsDe(personne, inscriptionId, valeur, versionLue),
      );
      const issue = v?.issues[0]?.issue;
      if (!ok || issue !== "enregistree") throw new Error(`une note n'a pas été enregistrée : ${issue}`);
      versions.set(cle, versionLue + 1);
    };
    const ecriture = async () => {
      const corps = JSON.stringify({ id: randomUUID(), valeur: 1250 });
      await post(`http://127.0.0.1:${portNu}/`, { "content-type": "application/json" }, corps);
    };
    const rien = async (personne: number, rang: number) => {
      const corps = corpsDe(personne, inscriptions[rang] ?? "", 1250, 0);
      const { ok } = await callAction<{ ok: boolean }>(`${vide.adresse}/`, sessions[personne] ?? "", actionNue, corps);
      if (!ok) throw new Error("l'action nue n'a pas reconnu la session");
    };
    const mesures = [note, ecriture, rien].map((fn) => ({ fn, seules: [] as number[], ensemble: [] as number[] }));
    for (const { fn } of mesures) await type(4, fn);
    // Une à une et tour à tour : le bruit de la machine tombe également sur les trois.
    for (let k = 0; k < SEULES; k++)
      for (const { fn, seules } of mesures) {
        const debut = performance.now();
        await fn(k % ENSEIGNANTS, k % NOTES_PAR_TOUR);
        seules.push(performance.now() - debut);
      }
    printRapports(
      `Une note à la fois, ${SEULES} notes :`,
      mesures.map((m) => m.seules),
    );
    for (let tour = 0; tour < TOURS; tour++)
      for (const { fn, ensemble } of mesures) ensemble.push(...(await type(ENSEIGNANTS, fn)));
    printRapports(
      `${ENSEIGNANTS} enseignants, une note par seconde chacun, ${TOURS * ENSEIGNANTS * NOTES_PAR_TOUR} notes :`,
      mesures.map((m) => m.ensemble),
    );
  } finally {
    nu.kill();
    await vide.stop();
    await serveur.stop();
  }
}

function printRapports(titre: string, [notes = [], ecritures = [], riens = []]: readonly (readonly number[])[]): void {
  const ms = (n: number) => `${fr(n, 1)} ms`;
  console.log(titre);
  for (const [nom, q] of [
    ["p50", 0.5],
    ["p99", 0.99],
  ] as const) {
    const [note, ecriture, rien] = [quantile(notes, q), quantile(ecritures, q), quantile(riens, q)];
    console.log(
      `  ${nom} d'une case enregistrée : ${ms(note)} ; écriture durable nue : ${ms(ecriture)} (rapport ${fr(note / ecriture, 1)}) ; action Next nue : ${ms(rien)} (rapport ${fr(note / rien, 1)}) ; contre leur somme : ${fr(note / (ecriture + rien), 2)} (visé : 2 au plus)`,
    );
  }
}

/** La même classe, deux fois plus nombreuse, devant dix évaluations : le tableau de tout un élément. */
function widen(): void {
  const base = new Sqlite(BASE);
  base.exec(
    `update evaluation set archivee_le = '2026-11-01T08:00:00.000Z', etat = 'saisie', publiee_le = null where semestre_id = '${CLASSE}' and element_id = '${ELEMENT}' and id not in (${Array.from({ length: COLONNES }, (_, k) => `'banc-${k}'`).join(", ")})`,
  );
  base.exec(`create temp table i as select * from inscription where id = 'banc-${ETUDIANTS - 1}'`);
  for (let k = ETUDIANTS; k < 2 * ETUDIANTS; k++) {
    base.exec(
      `insert into etudiant (id, numero, nom, prenom, force_majeure) values ('banc-${k}', 'banc-${k}', 'BANC', 'Élève ${k}', 0)`,
    );
    base.exec(
      `insert into inscription (id, etudiant_id, semestre_id, maquette_semestre_id, etat) select 'banc-${k}', 'banc-${k}', semestre_id, maquette_semestre_id, etat from i`,
    );
  }
  base.close();
}

/** Au clavier, dans un vrai navigateur : une pile de soixante copies, puis un tableau de 120 étudiants et 10 évaluations. */
async function measureTouches(navigateur: Browser): Promise<void> {
  const serveur = await serve(RACINE, DOSSIER);
  try {
    const page = await openPage(navigateur, serveur.adresse, "banc-0@paliers.demo");
    await page.goto("/enseignement/evaluations/banc-0");
    const pile = await typeNotes(page, page.getByRole("textbox", { name: /^Note de / }));
    console.log(
      `${pile.nombre} notes au clavier : ${fr(pile.touches / pile.nombre)} touches par note (${fr(pile.chiffres / pile.nombre)} signes et Entrée), toutes enregistrées en ${fr(pile.duree / 1000, 1)} s de frappe`,
    );
    printTraces(pile.traces);
    widen();
    await page.goto(`/enseignement/${CLASSE}/${ELEMENT}/grille`);
    const cases = page.getByRole("textbox", { name: /^Note de / });
    await cases.first().waitFor();
    const total = await cases.count();
    const large = await typeNotes(page, page.getByRole("textbox", { name: /^Note de .*, Banc 5$/ }));
    console.log(
      `tableau de ${total / COLONNES} étudiants et ${COLONNES} évaluations, ${large.nombre} notes dans une colonne :`,
    );
    printTraces(large.traces);
  } finally {
    await serveur.stop();
  }
}

function printTraces(traces: readonly number[]): void {
  const ms = (q: number) => `${fr(quantile(traces, q), 1)} ms`;
  console.log(`  une touche se voit en ${ms(0.5)} (p50), ${ms(0.99)} (p99)`);
}

rmSync(DOSSIER, { recursive: true, force: true });
seed(DOSSIER);
await measureSaisies(prepare());
const navigateur = await chromium.launch({ executablePath: await findNavigateur(), args: ["--no-sandbox"] });
try {
  await measureTouches(navigateur);
} finally {
  await navigateur.close();
}
