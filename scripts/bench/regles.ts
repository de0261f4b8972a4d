import { performance } from "node:perf_hooks";
import { resultatCursus } from "../../lib/but/cursus/resultats";
import { expliquerAnnee } from "../../lib/but/expliquer/expliquer";
import type { Cursus, SemestreSuivi } from "../../lib/but/modele/cursus";
import type { EvaluationNotee, Note } from "../../lib/but/modele/note";
import { REGLEMENT_DEFAUT } from "../../lib/but/modele/reglement";
import type { Centiemes } from "../../lib/but/nombres/centiemes";

const ETUDIANTS = 120;
const ELEMENTS = 16;
const EVALUATIONS = 5;
const PASSES = 15;

/** Suite pseudo-aléatoire fixe : deux passages mesurent les mêmes notes. */
let graine = 42;
function tire(max: number): number {
  graine = (graine * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((graine / 2_147_483_648) * max);
}
const c = (n: number): Centiemes => n as Centiemes;

function note(): Note {
  const sort = tire(50);
  if (sort === 0) return "ABS";
  return sort === 1 ? "EXC" : c(500 + tire(1400));
}

function evaluation(id: string, rattrapage: boolean): EvaluationNotee {
  return {
    id,
    titre: id,
    date: "2025-10-01",
    type: rattrapage ? "rattrapage" : "normale",
    coefficient: c(100 * (1 + tire(3))),
    bareme: c(tire(10) === 0 ? 1000 : 2000),
    poids: {},
    note: rattrapage && tire(4) > 0 ? null : note(),
  };
}

function semestre(numero: 1 | 2 | 3 | 4 | 5 | 6): SemestreSuivi {
  const competences = numero <= 2 ? 4 : 5;
  const ues = Array.from({ length: competences }, (_, i) => `UE${numero}.${i}`);
  const annee = 2022 + Math.ceil(numero / 2);
  return {
    id: `S${numero}`,
    numero,
    anneeUniversitaire: `${annee}-${annee + 1}`,
    inscription: "I",
    reglement: REGLEMENT_DEFAUT,
    bonus: tire(5) === 0 ? [{ activite: "Sport", pourcent: c(25 * (1 + tire(20))) }] : [],
    ues: ues.map((id, i) => ({
      id,
      competenceId: `C${i}`,
      ects: 6,
      poles: { ressource: 50, sae: 50 },
      dispensee: false,
    })),
    elements: Array.from({ length: ELEMENTS }, (_, i) => ({
      id: `S${numero}-${i}`,
      titre: `Élément ${i}`,
      nature: i % 4 === 0 ? ("sae" as const) : ("ressource" as const),
      coefficients: Object.fromEntries(
        [0, 1, 2].map((k) => [ues[(i + k * (1 + (i % 2))) % competences] ?? "", c(600 + 100 * tire(40))]),
      ),
      evaluations: Array.from({ length: EVALUATIONS + (i % 4 === 1 ? 1 : 0) }, (__, j) =>
        evaluation(`S${numero}-${i}-${j}`, j === EVALUATIONS),
      ),
    })),
  };
}

const etudiant = (id: number): Cursus => ({
  etudiantId: `e${id}`,
  niveaux: [0, 1, 2, 3, 4].flatMap((i) =>
    ([1, 2, 3] as const)
      .filter((annee) => i < 4 || annee > 1)
      .map((annee) => ({ id: `C${i}-${annee}`, competenceId: `C${i}`, ordre: i < 4 ? annee : annee - 1, annee })),
  ),
  semestres: ([1, 2, 3, 4, 5, 6] as const).map(semestre),
  decisions: [],
  forceMajeure: false,
});

/** La boucle nue : les mêmes moyennes de module, d'UE et de RCUE, en flottants, sans codes ni manques ni cursus. */
function boucleNue(cursus: Cursus): number {
  let total = 0;
  const ues: Record<string, number> = {};
  for (const { numero, ues: suivies, elements, bonus, reglement } of cursus.semestres) {
    let pourcent = 0;
    for (const activite of bonus) pourcent += activite.pourcent;
    pourcent = Math.min(pourcent, reglement.bonus.plafond);
    for (const ue of suivies) {
      const pole = { ressource: [0, 0] as [number, number], sae: [0, 0] as [number, number] };
      for (const element of elements) {
        const coefficient = element.coefficients[ue.id];
        if (!coefficient) continue;
        let somme = 0;
        let poids = 0;
        let rattrapage = -1;
        for (const { type, note: n, bareme, coefficient: k, poids: p } of element.evaluations) {
          if (n === null || n === "EXC" || n === "ATT") continue;
          const valeur = n === "ABS" ? 0 : (n / bareme) * 20;
          const w = (k * (p[ue.id] ?? 100)) / 10_000;
          if (type === "rattrapage") rattrapage = Math.max(rattrapage, n === "ABS" ? -1 : valeur);
          else {
            somme += w * valeur;
            poids += w;
          }
        }
        if (poids === 0 && rattrapage < 0) continue;
        const cible = element.nature === "ressource" ? pole.ressource : pole.sae;
        cible[0] += Math.max(rattrapage, poids === 0 ? -1 : somme / poids) * coefficient;
        cible[1] += coefficient;
      }
      const moyenne = (pole.ressource[0] / pole.ressource[1]) * 0.5 + (pole.sae[0] / pole.sae[1]) * 0.5;
      ues[`${numero}${ue.competenceId}`] = Math.min(20, moyenne * (1 + pourcent / 10_000));
    }
  }
  for (const { competenceId, annee } of cursus.niveaux)
    total += ((ues[`${annee * 2 - 1}${competenceId}`] ?? 0) + (ues[`${annee * 2}${competenceId}`] ?? 0)) / 2;
  return total;
}

/** Médiane de plusieurs passages, en millisecondes, après échauffement. */
function mesure(action: () => void): number {
  for (let i = 0; i < 5; i++) action();
  const durees = Array.from({ length: PASSES }, () => {
    const debut = performance.now();
    action();
    return performance.now() - debut;
  }).sort((a, b) => a - b);
  return durees[Math.floor(PASSES / 2)] ?? 0;
}

const promotion = Array.from({ length: ETUDIANTS }, (_, i) => etudiant(i));
const nombre = promotion.reduce(
  (total, { semestres }) =>
    total + semestres.reduce((t, s) => t + s.elements.reduce((u, e) => u + e.evaluations.length, 0), 0),
  0,
);
const premier = promotion[0] ?? etudiant(0);
let temoin = 0;
const nue = mesure(() => {
  for (const cursus of promotion) temoin += boucleNue(cursus);
});
const exacte = mesure(() => {
  for (const cursus of promotion) temoin += resultatCursus(cursus).annees.length;
});
const seul = mesure(() => {
  for (let i = 0; i < 20; i++) temoin += resultatCursus(premier).annees.length;
});
const explique = mesure(() => {
  temoin += expliquerAnnee(premier, 3).termes.length;
});

const ms = (x: number): string => `${x.toFixed(2).replace(".", ",")} ms`;
const rapport = exacte / nue;
console.log(`promotion de ${ETUDIANTS} étudiants, trois années, ${nombre} notes : ${ms(exacte)}`);
console.log(`boucle nue en flottants sur les mêmes notes : ${ms(nue)}`);
console.log(`rapport : ${rapport.toFixed(1).replace(".", ",")} (visé : moins de 20)`);
console.log(`cursus d'un étudiant : ${ms(seul / 20)} ; explication entière de son BUT3 : ${ms(explique)}`);
if (!Number.isFinite(temoin)) throw new Error("calcul vide");
