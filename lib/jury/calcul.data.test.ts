import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asc } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read, semestre } from "@/db";
import { seedBase } from "@/db/seed";
import type { Cursus, ResultatCursus } from "@/lib/but/cursus";
import { casDe } from "./calcul-essai";
import { cursusDuJury } from "./cursus-au-jury";
import type { LigneJury } from "./ligne";
import { loadJury } from "./queries";

/** Ce que la table montre, et ce que la commande rend des mêmes données : l'un pour chaque étudiant de chaque jury. */
interface Cas {
  readonly cle: string;
  readonly semestreId: string;
  readonly ligne: LigneJury;
  readonly cursus: Cursus;
  readonly numeroDe: (competenceId: string) => number;
}

let cas: readonly Cas[] = [];
let rendus: ReadonlyMap<string, ResultatCursus> = new Map();

/** « npm run calcul », pour de vrai, sur un fichier. */
function calcul(texte: string): ResultatCursus[] {
  const dossier = mkdtempSync(path.join(tmpdir(), "paliers-calcul-"));
  try {
    const fichier = path.join(dossier, "cas.json");
    writeFileSync(fichier, texte);
    const tsx = path.join("node_modules", "tsx", "dist", "cli.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, "scripts/calcul.ts", fichier, "--json"], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as ResultatCursus[];
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

beforeAll(async () => {
  await seedBase("demonstration");
  const semestres = await read((l) => l.select().from(semestre).orderBy(asc(semestre.id)));
  const tous: Cas[] = [];
  for (const s of semestres) {
    const jury = await loadJury(s);
    const numeroDe = (id: string): number => jury.lus.competences.get(id)?.numero ?? 0;
    for (const [i, ligne] of jury.lignes.entries()) {
      const cursus = jury.dossiers[i]?.cursus;
      if (!cursus) throw new Error(ligne.nom);
      const cle = `${ligne.nom} ${ligne.prenom}, ${s.id}`;
      tous.push({ cle, semestreId: s.id, ligne, cursus: cursusDuJury(cursus, s.id), numeroDe });
    }
  }
  cas = tous;
  const fichier = casDe(new Map(tous.map(({ cle, cursus }) => [cle, cursus])));
  rendus = new Map(calcul(fichier).map((r) => [r.etudiantId, r]));
});

test("chaque étudiant de la démonstration passe par la commande", () => {
  expect(new Set(cas.map((c) => c.ligne.etudiantId)).size).toBe(72);
  expect(rendus.size).toBe(cas.length);
});

test("la proposition montrée à chaque jury est celle de « npm run calcul » sur les mêmes données", () => {
  const montre = ({ ligne }: Cas) => ({
    ues: vues(ligne.ues),
    impaires: vues(ligne.impaires),
    rcues: vues(ligne.rcues),
    annee: ligne.annee?.proposition ?? null,
    diplomes: ligne.diplomes.map((d) => `${d.nom} ${d.proposition}`),
  });
  const calcule = ({ cle, semestreId, ligne, numeroDe }: Cas) => {
    const r = rendus.get(cle);
    const annee = r?.annees.find((a) => a.semestrePairId?.startsWith(`${semestreId} `)) ?? null;
    const ues = r?.semestres.find((s) => s.id.startsWith(`${semestreId} `))?.ues ?? [];
    const ranger = (objets: readonly Vu[]) =>
      vues(Object.fromEntries(objets.map((o) => [numeroDe(o.competenceId), o])));
    return {
      ues: ranger(ues),
      impaires: ranger(annee?.rcues.flatMap((rcue) => rcue.impair ?? []) ?? []),
      rcues: ranger(annee?.rcues ?? []),
      annee: annee?.proposition ?? null,
      diplomes: ligne.diplomes.map((d) => `${d.nom} ${d.nom === "DUT" ? r?.dut : r?.but}`),
    };
  };
  const tableau = (lire: (c: Cas) => unknown) => Object.fromEntries(cas.map((c) => [c.cle, lire(c)]));
  expect(tableau(calcule)).toEqual(tableau(montre));
});

test("toutes les propositions du règlement y sont", () => {
  const codes = new Set(
    cas.flatMap(({ ligne }) => [...Object.values(ligne.ues), ...Object.values(ligne.rcues)]).map((c) => c.proposition),
  );
  for (const code of ["ADM", "CMP", "AJ"]) expect(codes).toContain(code);
  const annees = new Set(cas.map((c) => c.ligne.annee?.proposition));
  for (const code of ["ADM", "PASD", "RED"]) expect(annees).toContain(code);
});

interface Vu {
  readonly competenceId: string;
  readonly moyenne: number | null;
  readonly proposition: string | null;
}

const vues = (objets: Readonly<Record<number, Pick<Vu, "moyenne" | "proposition">>>) =>
  Object.fromEntries(Object.entries(objets).map(([n, { moyenne, proposition }]) => [n, `${moyenne} ${proposition}`]));
