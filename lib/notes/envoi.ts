import { type Note, parseNote } from "@/lib/but/modele/note";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import type { Changement, Issue, NoteLue, SourceChangement } from "./entree";

/**
 * La file des changements de cette personne sur une évaluation : ce qui est tapé, ce qui est parti, ce qui revient. Des
 * valeurs et des fonctions pures ; le navigateur la garde aussi sur le disque, case par case.
 */
export interface Cellule {
  readonly inscriptionId: string;
  /** Ce qui est affiché dans la case tant que le serveur ne l'a pas enregistré. */
  readonly saisie: string;
  /** La version que la personne voyait en tapant. */
  readonly versionLue: number;
  /** Parti, peut-être reçu : son id ne change plus, il sera renvoyé tel quel jusqu'à sa réponse. */
  readonly parti: Changement | null;
  /** Tapé depuis, pas encore parti. */
  readonly suivant: Pick<Changement, "id" | "saisie" | "source" | "motif"> | null;
  readonly refus: string | null;
  readonly conflit: { readonly autre: NoteLue | null } | null;
  /** Rang d'arrivée dans la file : les cases partent dans l'ordre où elles ont été tapées. */
  readonly rang: number;
}

export type FileEnvoi = Readonly<Record<string, Cellule>>;

interface Frappe {
  readonly id: string;
  readonly inscriptionId: string;
  readonly saisie: string;
  readonly versionLue: number;
  readonly source: SourceChangement;
  readonly motif: string | null;
  /** La raison, si la règle de lecture la refuse déjà ici. */
  readonly refus: string | null;
}

const enOrdre = (file: FileEnvoi): Cellule[] => Object.values(file).sort((a, b) => a.rang - b.rang);

function sans(file: FileEnvoi, inscriptionId: string): FileEnvoi {
  const { [inscriptionId]: _, ...reste } = file;
  return reste;
}

/** Une valeur vient d'être tapée. Elle remplace celle qui n'était pas partie ; une réponse attendue reste attendue. */
export function enqueue(file: FileEnvoi, frappe: Frappe): FileEnvoi {
  const { inscriptionId, saisie, versionLue, refus, id, source, motif } = frappe;
  const avant = file[inscriptionId];
  const dernier = Math.max(0, ...Object.values(file).map((c) => c.rang));
  return {
    ...file,
    [inscriptionId]: {
      inscriptionId,
      saisie,
      versionLue: avant?.versionLue ?? versionLue,
      parti: avant?.parti ?? null,
      suivant: refus === null ? { id, saisie, source, motif } : null,
      refus,
      // Taper dans une case en conflit change « la mienne » ; il reste à choisir.
      conflit: avant?.conflit ?? null,
      rang: dernier + 1,
    },
  };
}

/** Abandonne ce qui n'est pas parti : la case reprend la note enregistrée, ou ce qui est en route. */
export function discard(file: FileEnvoi, inscriptionId: string): FileEnvoi {
  const c = file[inscriptionId];
  if (!c?.parti) return sans(file, inscriptionId);
  return {
    ...file,
    [inscriptionId]: { ...c, saisie: c.parti.saisie, suivant: null, refus: null, conflit: null },
  };
}

/** Le motif donné pour la série de changements en cours, et s'il en faut un (évaluation publiée). */
export interface MotifEnvoi {
  readonly requis: boolean;
  readonly texte: string | null;
}

const isSansMotif = (c: Cellule, motif: MotifEnvoi): boolean =>
  motif.requis && c.parti === null && c.suivant !== null && c.conflit === null && !(c.suivant.motif ?? motif.texte);

const isPret = (c: Cellule, motif: MotifEnvoi): boolean =>
  c.parti !== null || (c.suivant !== null && c.conflit === null && !isSansMotif(c, motif));

/** Ce qui attend que la personne dise pourquoi elle change une note publiée. */
export const listSansMotif = (file: FileEnvoi, motif: MotifEnvoi): string[] =>
  Object.values(file).flatMap((c) => (isSansMotif(c, motif) ? [c.inscriptionId] : []));

/** Parti ou prêt à partir : ni refusé, ni à choisir. */
export const isEnAttente = (c: Cellule): boolean => c.conflit === null && (c.parti !== null || c.suivant !== null);

/** Refusé ou en conflit : rien ne partira sans un geste de la personne. */
export const isARegler = (c: Cellule | undefined): boolean =>
  c !== undefined && (c.conflit !== null || c.refus !== null);

/** Ce qui n'est pas enregistré, pour quelque raison que ce soit : quitter la page demande confirmation. */
export const countNonEnregistrees = (file: FileEnvoi): number => Object.keys(file).length;

const TAILLE_LOT = 200;

/** Le prochain envoi, dans l'ordre ; un renvoi part tel quel, et un seul changement par case. */
export function nextBatch(
  file: FileEnvoi,
  motif: MotifEnvoi,
): { readonly file: FileEnvoi; readonly changements: readonly Changement[] } {
  const lot = enOrdre(file)
    .filter((c) => isPret(c, motif))
    .slice(0, TAILLE_LOT);
  const changements: Changement[] = [];
  const parties: Record<string, Cellule> = {};
  for (const c of lot) {
    const { parti, suivant, inscriptionId, versionLue } = c;
    const changement =
      parti ?? (suivant && { ...suivant, motif: suivant.motif ?? motif.texte, inscriptionId, versionLue });
    if (!changement) continue;
    changements.push(changement);
    parties[inscriptionId] = { ...c, parti: changement, suivant: parti ? suivant : null };
  }
  return { file: { ...file, ...parties }, changements };
}

function answer(file: FileEnvoi, reponse: Issue): FileEnvoi {
  const c = file[reponse.inscriptionId];
  if (!c?.parti || c.parti.id !== reponse.id) return file;
  const poser = (reste: Partial<Cellule>): FileEnvoi => ({
    ...file,
    [c.inscriptionId]: { ...c, parti: null, ...reste },
  });
  switch (reponse.issue) {
    case "enregistree":
    case "deja": {
      const versionLue = reponse.note?.version ?? 0;
      return c.suivant || c.refus !== null ? poser({ versionLue }) : sans(file, c.inscriptionId);
    }
    case "conflit":
      return poser({ conflit: { autre: reponse.note }, suivant: c.suivant ?? c.parti });
    case "refusee":
      // Retapé depuis : c'est la nouvelle valeur qui compte.
      if (c.suivant || c.refus !== null) return poser({});
      return reponse.motifRequis ? poser({ suivant: { ...c.parti, motif: null } }) : poser({ refus: reponse.message });
  }
}

/** Les réponses du serveur, une par changement. */
export const answerBatch = (file: FileEnvoi, issues: readonly Issue[]): FileEnvoi => issues.reduce(answer, file);

/** Le serveur refuse tout le lot (semestre verrouillé, évaluation disparue) : rien n'a été écrit, tout reste tapé. */
export function refuseBatch(file: FileEnvoi, message: string): FileEnvoi {
  return Object.fromEntries(
    Object.entries(file).map(([id, c]) => [id, c.parti ? { ...c, parti: null, suivant: null, refus: message } : c]),
  );
}

/** Oublie les cases refusées ou en conflit dont la valeur est, finalement, celle que le serveur a déjà. */
export function reconcile(file: FileEnvoi, notes: ReadonlyMap<string, Note>, bareme: Centiemes): FileEnvoi {
  const reglees = Object.values(file).filter((c) => {
    if (c.refus === null && !c.conflit) return false;
    const lu = parseNote(c.saisie, bareme);
    return lu.ok && lu.note !== null && lu.note === notes.get(c.inscriptionId);
  });
  return reglees.reduce((suite, c) => discard(suite, c.inscriptionId), file);
}

/** Le choix du perdant d'une course, qui a les deux valeurs sous les yeux. */
export function resolve(file: FileEnvoi, inscriptionId: string, choix: "mienne" | "autre", id: string): FileEnvoi {
  const c = file[inscriptionId];
  if (!c?.conflit) return file;
  if (choix === "autre") return sans(file, inscriptionId);
  const suivant = c.suivant && { ...c.suivant, id };
  return {
    ...file,
    [inscriptionId]: { ...c, conflit: null, suivant, versionLue: c.conflit.autre?.version ?? 0 },
  };
}

export type EtatCellule = "enregistree" | "modifiee" | "envoi" | "refusee" | "conflit" | "hors-ligne";

/** L'état qui se lit dans la case. `horsLigne` : le dernier envoi n'a pas abouti. */
export function etatCellule(c: Cellule, horsLigne: boolean): EtatCellule {
  if (c.conflit) return "conflit";
  if (c.refus !== null) return "refusee";
  if (horsLigne) return "hors-ligne";
  return c.parti && !c.suivant ? "envoi" : "modifiee";
}
