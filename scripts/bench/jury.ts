// La table d'un jury de 120 étudiants : lecture, calcul et rendu, du point de vue du navigateur, contre une page vide.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { findNavigateur } from "../navigateur.mjs";
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

/** Du début de la navigation à la dernière ligne présente et peinte : ce qu'attend le membre du jury. */
async function affichage(page: Page, url: string, lignes: number): Promise<number> {
  await page.goto(url, { waitUntil: "commit" });
  return page.evaluate(
    (voulues) =>
      new Promise<number>((fini) => {
        const regarde = () =>
          document.querySelectorAll("tbody tr").length === voulues
            ? requestAnimationFrame(() => setTimeout(() => fini(performance.now())))
            : requestAnimationFrame(regarde);
        regarde();
      }),
    lignes,
  );
}

/** D'un geste à la table changée et peinte. Un filtre qui ne changerait rien ne serait pas mesuré. */
function reponse(page: Page, geste: "vue" | "lettre"): Promise<number> {
  return page.evaluate((quoi) => {
    const lignes = () => document.querySelectorAll("tbody tr").length;
    const avant = lignes();
    const debut = performance.now();
    if (quoi === "vue") document.querySelector<HTMLElement>("nav[aria-label=Vues] li:nth-child(2) a")?.click();
    else {
      const champ = document.querySelector<HTMLInputElement>("input[type=search]");
      // Ce que fait une frappe : la valeur par la porte du navigateur, puis l'événement que React écoute.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(champ, "sans");
      champ?.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return new Promise<number>((fini) => {
      const regarde = () =>
        lignes() === avant
          ? requestAnimationFrame(regarde)
          : requestAnimationFrame(() => setTimeout(() => fini(performance.now() - debut)));
      regarde();
    });
  }, geste);
}

/** La même table dans un vrai navigateur, sur le programme construit. */
async function measureNavigateur(adresse: string, cookie: string, lignes: number): Promise<void> {
  const navigateur = await chromium.launch({
    executablePath: await findNavigateur(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const contexte = await navigateur.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 900 } });
    await contexte.addCookies(
      cookie.split("; ").map((paire) => {
        const egal = paire.indexOf("=");
        return { name: paire.slice(0, egal), value: paire.slice(egal + 1), url: adresse };
      }),
    );
    // tsx nomme les fonctions par une aide à lui, que la page n'a pas.
    await contexte.addInitScript("globalThis.__name = (fonction) => fonction");
    const page = await contexte.newPage();
    const url = `${adresse}/jury/${SEMESTRE}`;
    const mesures = { affichage: [] as number[], vue: [] as number[], lettre: [] as number[] };
    for (let i = 0; i < TOURS; i++) {
      mesures.affichage.push(await affichage(page, url, lignes));
      mesures.vue.push(await reponse(page, "vue"));
      await affichage(page, url, lignes);
      mesures.lettre.push(await reponse(page, "lettre"));
    }
    console.log(`dans le navigateur, les ${lignes} lignes peintes : ${fr(median(mesures.affichage), 0)} ms`);
    console.log(`de la vue « À discuter » à la table filtrée : ${fr(median(mesures.vue), 0)} ms`);
    console.log(`d'un nom tapé à la table filtrée : ${fr(median(mesures.lettre), 0)} ms`);
  } finally {
    await navigateur.close();
  }
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
  await measureNavigateur(serveur.adresse, cookie, nombre);
  console.log(
    "visé : la table d'une promotion de 120 étudiants en moins d'une seconde, un filtre en une image ou deux (moins de 100 ms)",
  );
} finally {
  await serveur.stop();
}
