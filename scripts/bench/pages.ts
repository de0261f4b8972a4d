// La page de l'étudiant : contre une page Next vide avec la même session, puis sur une base de 30 000 étudiants.
import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { buildVide, firstLoadJs, fr, median, openSession, RACINE, rate, seed, serve } from "./banc/serveur";

const ETUDIANT = "etudiant@paliers.demo";
const TOURS = 31;
/** V8 met quelques milliers de demandes à compiler Next ; avant, on comparerait deux serveurs froids. */
const MISE_EN_TEMPERATURE = 6000;
const DOSSIER = path.join(RACINE, ".paliers", "banc-donnees");

/** Recopie étudiants, inscriptions et une note sur huit, sous d'autres identifiants, jusqu'au nombre d'étudiants voulu. */
function grow(donnees: string, voulus: number): number {
  const base = new Sqlite(path.join(donnees, "demonstration.db"));
  base.exec(`
    create temp table e as select * from etudiant;
    create temp table i as select * from inscription;
    create temp table n as select * from note where rowid % 8 = 0;
  `);
  const { n } = base.prepare("select count(*) as n from e").get() as { n: number };
  base.exec("BEGIN");
  for (let copie = 1; (copie + 1) * n <= voulus; copie++) {
    const id = (colonne: string) => `${colonne} || '-${copie}'`;
    base.exec(`
      insert into etudiant (id, numero, nom, prenom, force_majeure)
        select ${id("id")}, ${id("numero")}, nom, prenom, force_majeure from e;
      insert into inscription (id, etudiant_id, semestre_id, maquette_semestre_id, etat)
        select ${id("id")}, ${id("etudiant_id")}, semestre_id, maquette_semestre_id, etat from i;
      insert into note (id, evaluation_id, inscription_id, valeur, code, version, modifiee_le, modifiee_par)
        select ${id("id")}, evaluation_id, ${id("inscription_id")}, valeur, code, version, modifiee_le, modifiee_par from n;
    `);
  }
  base.exec("COMMIT");
  base.exec("ANALYZE");
  const total = (base.prepare("select count(*) as n from etudiant").get() as { n: number }).n;
  base.close();
  return total;
}

rmSync(DOSSIER, { recursive: true, force: true });
const petite = path.join(DOSSIER, "petite");
const grande = path.join(DOSSIER, "grande");
seed(petite);
cpSync(petite, grande, { recursive: true });
const nombre = grow(grande, 30_000);

const serveurs = [
  { nom: "page vide", chemin: "/", serveur: await serve(await buildVide(), petite) },
  { nom: "/moi, 72 étudiants", chemin: "/moi", serveur: await serve(RACINE, petite) },
  { nom: `/moi, ${fr(nombre, 0)} étudiants`, chemin: "/moi", serveur: await serve(RACINE, grande) },
];
try {
  const mesures = [];
  for (const { nom, chemin, serveur } of serveurs) {
    const cookie = await openSession(serveur.adresse, ETUDIANT);
    await rate(serveur.adresse + chemin, cookie, MISE_EN_TEMPERATURE);
    mesures.push({ nom, url: serveur.adresse + chemin, cookie, tours: [] as number[] });
  }
  // En alternance : la machine est bruyante, seul le rapport d'un même tour veut dire quelque chose.
  for (let tour = 0; tour < TOURS; tour++) {
    for (const mesure of mesures) mesure.tours.push(await rate(mesure.url, mesure.cookie));
  }
  for (const { nom, tours } of mesures) console.log(`${nom} : ${fr(median(tours), 0)} réponses par seconde`);
  const [vide, moi, moiGrande] = mesures;
  if (!vide || !moi || !moiGrande) throw new Error("une mesure manque");
  const rapport = (a: readonly number[], b: readonly number[]) => median(a.map((v, t) => v / (b[t] ?? Number.NaN)));
  console.log(`/moi contre la page vide : ${fr(rapport(moi.tours, vide.tours))} fois son débit (visé : 0,8 au moins)`);
  console.log(
    `coût à ${fr(nombre, 0)} étudiants contre 72 : ${fr(rapport(moi.tours, moiGrande.tours))} (visé : 1,2 au plus)`,
  );
  const js = [];
  for (const { url, cookie } of [vide, moi]) {
    const { origin, pathname } = new URL(url);
    js.push(await firstLoadJs(origin, pathname, cookie));
  }
  const [jsVide = 0, jsMoi = 0] = js;
  console.log(
    `JavaScript à la première ouverture : ${fr(jsMoi / 1024, 0)} Kio contre ${fr(jsVide / 1024, 0)} (rapport ${fr(jsMoi / jsVide)}, visé : 1,3 au plus)`,
  );
} finally {
  for (const { serveur } of serveurs) await serveur.stop();
}
