// L'accueil de 200 étudiants différents juste après une publication qui touche chacun, puis une seconde fois : contre une page
// Next vide qui reconnaît la même session, gzip demandé comme un navigateur, sur SQLite et sur PostgreSQL.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { encode } from "next-auth/jwt";
import { findPostgres, openGrappe } from "../postgres.mjs";
import { buildVide, firstLoadJs, fr, median, RACINE, rate, type Serveur, seed, serve, timeEach } from "./banc/serveur";

const ETUDIANTS = 200;
const TOURS = 7;
/** V8 met quelques milliers de demandes à compiler Next ; avant, on comparerait deux serveurs froids. */
const MISE_EN_TEMPERATURE = 3_000;
const DOSSIER = path.join(RACINE, ".paliers", "banc-donnees");
const base = (donnees: string) => path.join(donnees, "demonstration.db");

/** Recopie étudiants, inscriptions et notes, sous d'autres identifiants, jusqu'au nombre d'étudiants voulu. */
function grow(donnees: string, voulus: number, uneNoteSur: number, marque: string): number {
  const ouverte = new Sqlite(base(donnees));
  ouverte.exec(`
    create temp table e as select * from etudiant;
    create temp table i as select * from inscription;
    create temp table n as select * from note where rowid % ${uneNoteSur} = 0;
  `);
  const { n } = ouverte.prepare("select count(*) as n from e").get() as { n: number };
  const colonnes = (table: string) => (ouverte.pragma(`table_info(${table})`) as { name: string }[]).map((c) => c.name);
  const copies = { etudiant: ["id", "numero"], inscription: ["id", "etudiant_id"], note: ["id", "inscription_id"] };
  ouverte.exec("BEGIN");
  for (let copie = 1; (copie + 1) * n <= voulus; copie++)
    for (const [table, changees] of Object.entries(copies)) {
      const valeurs = colonnes(table).map((c) => (changees.includes(c) ? `${c} || '-${marque}${copie}'` : c));
      ouverte.exec(`insert into ${table} (${colonnes(table)}) select ${valeurs} from ${table[0]}`);
    }
  ouverte.exec("COMMIT");
  ouverte.exec("ANALYZE");
  const total = (ouverte.prepare("select count(*) as n from etudiant").get() as { n: number }).n;
  ouverte.close();
  return total;
}

/** Un compte pour chacun de ces étudiants : ceux qui ont le plus de notes, dont les pages sont les plus longues. */
function addComptes(donnees: string): readonly string[] {
  const ouverte = new Sqlite(base(donnees));
  const etudiants = ouverte
    .prepare(
      `select e.id from etudiant e join inscription i on i.etudiant_id = e.id join note n on n.inscription_id = i.id
       group by e.id order by count(*) desc, e.id limit ${ETUDIANTS}`,
    )
    .pluck()
    .all() as string[];
  for (const id of etudiants) {
    ouverte
      .prepare("delete from role where utilisateur_id in (select id from utilisateur where etudiant_id = ?)")
      .run(id);
    ouverte.prepare("update utilisateur set etudiant_id = null where etudiant_id = ?").run(id);
    ouverte
      .prepare(
        "insert into utilisateur (id, email, nom, prenom, mot_de_passe, etudiant_id) values (?, ?, 'BANC', 'B', '', ?)",
      )
      .run(`banc-${id}`, `${id}@banc.exemple`, id);
    ouverte
      .prepare("insert into role (id, utilisateur_id, role) values (?, ?, 'etudiant')")
      .run(`r-${id}`, `banc-${id}`);
  }
  ouverte.close();
  return etudiants.map((id) => `banc-${id}`);
}

/** Publie une évaluation de plus dans chaque semestre ouvert, avec une note pour chaque inscrit : chaque accueil change. */
const PUBLICATION = (tour: number) => `
  insert into evaluation (id, semestre_id, element_id, titre, date, coefficient, bareme, type, etat, publiee_le, ordre, cree_le)
    select 'banc-${tour}-' || s.id, s.id, min(e.element_id), 'Banc ${tour}', '2026-11-20', 100, 2000, 'normale', 'publiee',
      '2026-11-2${tour}T08:00:00.000Z', 90 + ${tour}, '2026-11-20T08:00:00.000Z'
    from semestre s join evaluation e on e.semestre_id = s.id group by s.id;
  insert into note (id, evaluation_id, inscription_id, valeur, version, modifiee_le, modifiee_par)
    select 'banc-${tour}-' || i.id, 'banc-${tour}-' || i.semestre_id, i.id, 1200, 1, '2026-11-2${tour}T08:00:00.000Z',
      (select min(id) from utilisateur)
    from inscription i where exists (select 1 from evaluation v where v.id = 'banc-${tour}-' || i.semestre_id);`;

async function cookies(secret: string, ids: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    ids.map(async (sub) => `next-auth.session-token=${await encode({ secret, token: { sub, version: 1 } })}`),
  );
}

interface Cible {
  readonly nom: string;
  readonly moi: Serveur;
  readonly vide: Serveur;
  readonly publie: (tour: number) => Promise<void>;
  readonly vise: string;
}

/** Deux cents accueils, chacun à quelqu'un d'autre ; rend les lectures par seconde. */
async function mesure({ nom, moi, vide, publie, vise }: Cible, sessions: readonly string[]): Promise<void> {
  const [seule = ""] = sessions;
  await rate(`${vide.adresse}/`, seule, MISE_EN_TEMPERATURE);
  await timeEach(
    `${moi.adresse}/moi`,
    Array.from({ length: MISE_EN_TEMPERATURE }, (_, i) => sessions[i % sessions.length] ?? ""),
  );
  const premieres: number[] = [];
  const secondes: number[] = [];
  for (let tour = 0; tour < TOURS; tour++) {
    await publie(tour);
    // En alternance : la machine est bruyante, seul le rapport d'un même tour veut dire quelque chose.
    const temoin = await timeEach(`${vide.adresse}/`, sessions);
    premieres.push((await timeEach(`${moi.adresse}/moi`, sessions)) / temoin);
    secondes.push((await timeEach(`${moi.adresse}/moi`, sessions)) / temoin);
  }
  const etendue = (v: readonly number[]) => `${fr(median(v))} (de ${fr(Math.min(...v))} à ${fr(Math.max(...v))})`;
  console.log(
    `${nom}, première lecture après une publication : ${etendue(premieres)} du débit de la page vide (visé : ${vise})`,
  );
  console.log(`${nom}, seconde lecture : ${etendue(secondes)}`);
}

rmSync(DOSSIER, { recursive: true, force: true });
const petite = path.join(DOSSIER, "petite");
const grande = path.join(DOSSIER, "grande");
seed(petite);
grow(petite, 300, 1, "p");
const comptes = addComptes(petite);
cpSync(petite, grande, { recursive: true });
const nombre = grow(grande, 30_000, 8, "g");

const laVide = await buildVide();
const ouverts: Serveur[] = [];
const ouvre = async (dossier: string, env: Readonly<Record<string, string>>) => {
  const serveur = await serve(dossier, petite, env);
  ouverts.push(serveur);
  return serveur;
};
let grappe: Awaited<ReturnType<typeof openGrappe>> | null = null;
try {
  const vide = await ouvre(laVide, {});
  const moi = await ouvre(RACINE, {});
  const sessions = await cookies(readFileSync(path.join(petite, "secret"), "utf8"), comptes);
  const ecrivain = new Sqlite(base(petite));
  await mesure(
    { nom: "SQLite", moi, vide, publie: async (tour) => void ecrivain.exec(PUBLICATION(tour)), vise: "0,45 au moins" },
    sessions,
  );
  ecrivain.close();

  const enGrand = await serve(RACINE, grande);
  ouverts.push(enGrand);
  const sessionsGrand = await cookies(readFileSync(path.join(grande, "secret"), "utf8"), comptes);
  await timeEach(`${enGrand.adresse}/moi`, sessionsGrand);
  const couts: number[] = [];
  for (let tour = 0; tour < TOURS; tour++) {
    const petit = await timeEach(`${moi.adresse}/moi`, sessions);
    couts.push(petit / (await timeEach(`${enGrand.adresse}/moi`, sessionsGrand)));
  }
  console.log(`coût à ${fr(nombre, 0)} étudiants contre 300 : ${fr(median(couts))} (visé : 1,2 au plus)`);

  const js = [];
  for (const [serveur, chemin] of [
    [vide, "/"],
    [moi, "/moi"],
  ] as const)
    js.push(await firstLoadJs(serveur.adresse, chemin, sessions[0] ?? ""));
  const [jsVide = 0, jsMoi = 0] = js;
  console.log(
    `JavaScript à la première ouverture : ${fr(jsMoi / 1024, 0)} Kio contre ${fr(jsVide / 1024, 0)} (rapport ${fr(jsMoi / jsVide)}, visé : 1,3 au plus)`,
  );

  if (findPostgres()) {
    grappe = await openGrappe({ durable: true });
    const { Client } = await import("pg");
    const administre = new Client({ connectionString: `${grappe.url}/postgres` });
    await administre.connect();
    await administre.query("create database banc");
    await administre.end();
    const url = `${grappe.url}/banc`;
    const tsx = path.join(RACINE, "node_modules/tsx/dist/cli.mjs");
    const { status } = spawnSync(
      process.execPath,
      [tsx, "scripts/transfert.ts", "--depuis", base(petite), "--vers", url],
      { stdio: "inherit" },
    );
    if (status !== 0) throw new Error("le transfert vers PostgreSQL a échoué");
    const secret = "un-secret-de-banc-assez-long-pour-convenir";
    const env = { PALIERS_DB: url, PALIERS_SECRET: secret };
    const client = new Client({ connectionString: url });
    await client.connect();
    await mesure(
      {
        nom: "PostgreSQL",
        moi: await ouvre(RACINE, env),
        vide: await ouvre(laVide, env),
        // Les tours de SQLite y sont déjà : ceux-ci portent d'autres noms.
        publie: async (tour) => void (await client.query(PUBLICATION(tour).replaceAll("banc-", "pg-"))),
        vise: "0,35 au moins",
      },
      await cookies(secret, comptes),
    );
    await client.end();
  } else console.log("PostgreSQL n'est pas installé : rien n'y est mesuré.");
} finally {
  for (const serveur of ouverts) await serveur.stop();
  grappe?.close();
}
