import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Cursus } from "@/lib/but/modele/cursus";
import type { ResultatCursus } from "@/lib/but/modele/resultats";
import { cursusDuJury } from "../cursus-au-jury";
import type { LigneJury } from "../ligne";
import { type Jury, loadJury } from "../queries";
import { casDe } from "./calcul";

/** Une ligne de la table d'un jury, et le cursus qu'elle montre. */
export interface Cas {
  readonly cle: string;
  readonly semestreId: string;
  readonly ligne: LigneJury;
  readonly cursus: Cursus;
  readonly numeroDe: (competenceId: string) => number;
}

interface Siege {
  readonly id: string;
  readonly numero: number;
}

/** Toutes les lignes de la table d'un jury, à cet instant. */
export const releveJury = async (siege: Siege, moment = ""): Promise<Cas[]> =>
  casDuJury(siege, await loadJury(siege), moment);

export function casDuJury({ id: semestreId }: Siege, { lignes, dossiers, lus }: Jury, moment: string): Cas[] {
  const numeroDe = (id: string): number => lus.competences.get(id)?.numero ?? 0;
  return lignes.map((ligne, i) => {
    const cursus = dossiers[i]?.cursus;
    if (!cursus) throw new Error(ligne.nom);
    const cle = `${ligne.etudiantId}, ${semestreId}${moment && `, ${moment}`}`;
    return { cle, semestreId, ligne, cursus: cursusDuJury(cursus, semestreId), numeroDe };
  });
}

/** « npm run calcul », pour de vrai, sur un fichier qui contient tous ces cas. */
export function lanceCalcul(cas: readonly Cas[]): ReadonlyMap<string, ResultatCursus> {
  const dossier = mkdtempSync(path.join(tmpdir(), "paliers-calcul-"));
  try {
    const fichier = path.join(dossier, "cas.json");
    writeFileSync(fichier, casDe(new Map(cas.map(({ cle, cursus }) => [cle, cursus]))));
    const tsx = path.join("node_modules", "tsx", "dist", "cli.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, "scripts/calcul.ts", fichier, "--json"], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
    if (status !== 0) throw new Error(stderr);
    return new Map((JSON.parse(stdout) as ResultatCursus[]).map((r) => [r.etudiantId, r]));
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

/** Ce que la table montre. */
export const montre = ({ ligne }: Cas) => ({
  ues: vues(ligne.ues),
  impaires: vues(ligne.impaires),
  rcues: vues(ligne.rcues),
  annee: ligne.annee?.proposition ?? null,
  diplomes: ligne.annee && {
    DUT: ligne.diplomes.find((d) => d.nom === "DUT")?.proposition ?? null,
    BUT: ligne.diplomes.find((d) => d.nom === "BUT")?.proposition ?? null,
  },
  passage: ligne.passage && `${ligne.passage.vers} ${ligne.passage.ouvert}`,
});

/** La même chose, lue dans ce que la commande a rendu. */
export function calcule({ semestreId, ligne, numeroDe }: Cas, r: ResultatCursus | undefined) {
  const annee = r?.annees.find((a) => a.semestrePairId?.startsWith(`${semestreId} `)) ?? null;
  const ues = r?.semestres.find((s) => s.id.startsWith(`${semestreId} `))?.ues ?? [];
  const ranger = (objets: readonly Vu[]) => vues(Object.fromEntries(objets.map((o) => [numeroDe(o.competenceId), o])));
  return {
    ues: ranger(ues),
    impaires: ranger(annee?.rcues.flatMap((rcue) => rcue.impair ?? []) ?? []),
    rcues: ranger(annee?.rcues ?? []),
    annee: annee?.proposition ?? null,
    // Un jury de semestre impair ne juge ni année ni diplôme.
    diplomes: ligne.annee && { DUT: r?.dut, BUT: r?.but },
    passage:
      ligne.passage && `${ligne.passage.vers} ${(ligne.passage.vers === "S3" ? r?.passageS3 : r?.passageS5)?.ouvert}`,
  };
}

interface Vu {
  readonly competenceId: string;
  readonly moyenne: number | null;
  readonly proposition: string | null;
}

const vues = (objets: Readonly<Record<number, Pick<Vu, "moyenne" | "proposition">>>) =>
  Object.fromEntries(Object.entries(objets).map(([n, { moyenne, proposition }]) => [n, `${moyenne} ${proposition}`]));
