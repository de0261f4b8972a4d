import { formatNote } from "@/lib/but/modele/note";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import type { Apercu } from "@/lib/import/apercu";
import { cleMots } from "@/lib/import/cles";
import { isAccompagnement } from "@/lib/import/entetes";
import { annuairePersonnes } from "@/lib/import/personnes";
import type { Cellule } from "@/lib/import/tableau";
import type { Champ, Dit, Effet, LigneApercu, Usage } from "@/lib/import/usage";
import type { EvaluationCible, LigneCible } from "../cible";
import { COMMENTAIRE_MAX } from "../commentaire/entree";
import { alertesNotes } from "./alertes";
import { litNote, montre, ressembleNote } from "./mots";
import { readRepere } from "./repere";

/** Ce qui s'écrira : la saisie telle que l'action la relira, et la version qu'on avait sous les yeux. */
export interface NoteImportee {
  readonly evaluationId: string;
  readonly inscriptionId: string;
  readonly saisie: string;
  readonly versionLue: number;
  /** Un commentaire, et non une note. */
  readonly genre?: "commentaire";
}

export interface ClasseCible {
  /** Toute la classe : un nom hors du groupe affiché se reconnaît aussi. */
  readonly toutes: readonly LigneCible[];
  /** Les inscrits affichés, pour une colonne nue. */
  readonly affichees: readonly LigneCible[];
  /** La case d'où part une colonne nue ; null : un fichier, qui ne se place jamais par position. */
  readonly depart: string | null;
  readonly courriels: ReadonlyMap<string, string>;
  /** Un bloc collé : une cellule vide efface, a, e, t valent ABS, EXC, ATT. Ni l'un ni l'autre dans une feuille. */
  readonly videEfface: boolean;
  readonly evaluations: readonly EvaluationCible[];
  /** Une colonne de commentaires s'y importe aussi : une seule évaluation, en première saisie. */
  readonly commentaires?: boolean;
}

const COMMENTAIRE = /^(commentaires?|remarques?|observations?|appreciations?|feedbacks?( comments?)?)( |$)/;

/** Facultatif, et reconnu à son titre seul : un texte ne ressemble à rien d'autre. */
const CHAMP_COMMENTAIRE: Champ = {
  id: "commentaire",
  titre: "Commentaire",
  requis: false,
  entete: (cle) => (COMMENTAIRE.test(cle) ? 2 : 0),
};

const NOTE = /^(notes?|resultats?|scores?|points?|pts)( |$)|( |^)brut$/;
const NOTE_FAIBLE = /^(resultats?|scores?|points?|pts)( |$)|( |^)brut$/;

/** Le barème qu'un en-tête annonce : « Note (/40) », « Note sur 20 », « DS1 /10 » ; null s'il n'en dit rien. */
export function baremeDe(entete: string): number | null {
  const lu = /(?:\/|\bsur)\s{0,3}(\d{1,4}(?:[.,]\d{1,2})?)(?!\d)/i.exec(entete.slice(0, 200));
  return lu?.[1] === undefined ? null : Math.round(Number(lu[1].replace(",", ".")) * 100);
}

const sansBareme = (entete: string): string =>
  entete.slice(0, 200).replace(/\(?\s{0,3}(?:\/|\bsur)\s{0,3}\d{1,4}(?:[.,]\d{1,2})?\s{0,3}\)?/i, " ");

/** Des entiers tous différents qui font 1, 2, 3… n : un rang ou un numéro de liste, pas des notes. */
function isRang(cellules: readonly Cellule[]): boolean {
  const entiers = cellules.filter((c) => /^\d{1,4}$/.test(c.texte)).map((c) => Number(c.texte));
  if (entiers.length < 3 || entiers.length !== cellules.length) return false;
  const distincts = new Set(entiers);
  return distincts.size === entiers.length && Math.max(...entiers) === entiers.length && distincts.has(1);
}

function champDe(e: EvaluationCible, seule: boolean): Champ {
  const titre = cleMots(e.titre);
  return {
    id: e.champ,
    titre: seule ? "Note" : e.titre,
    requis: seule,
    entete: (cle, brut) => {
      const annonce = baremeDe(brut);
      const nu = cleMots(sansBareme(brut));
      if (titre !== "" && (nu === titre || cle === titre || nu === `note ${titre}`)) return 3;
      if (isAccompagnement(cle)) return -1;
      if (!seule) return 0;
      // « Total /20 » à côté de « Ex 1 /5 » : c'est celle qui a le barème de l'évaluation.
      if (annonce === e.bareme) return 2;
      if (!NOTE.test(cle)) return 0;
      // Un autre barème que celui-ci : ce n'est peut-être pas la bonne colonne, la personne tranchera.
      if (annonce !== null && annonce !== e.bareme) return 1;
      return NOTE_FAIBLE.test(cle) ? 1 : 2;
    },
    refuse: (brut) => {
      const annonce = baremeDe(brut);
      if (annonce === null || annonce === e.bareme) return null;
      return `La colonne « ${brut} » est notée sur ${formatCourt(annonce)} et cette évaluation sur ${formatCourt(e.bareme)} : choisissez une autre colonne, ramenez-la sur ${formatCourt(e.bareme)}, ou changez d'abord le barème de l'évaluation.`;
    },
    // À plusieurs évaluations, seul le titre dit laquelle ; sauf un bloc nu, placé par colonnes.
    ...(seule ? { contenu: ressembleNote, exclut: isRang } : {}),
  };
}

/** L'import de notes : dans une évaluation, ou dans plusieurs à la fois, une colonne chacune. */
export function usageNotes(classe: ClasseCible): Usage<LigneCible, NoteImportee> {
  const { toutes, affichees, depart, courriels, evaluations } = classe;
  const inscrits = affichees.filter((l) => l.etat === "I");
  const debut = inscrits.findIndex((l) => l.inscriptionId === depart);
  const seule = evaluations.length === 1;
  const commente = classe.commentaires === true && seule;
  const connues = new Set(evaluations.map((e) => e.evaluationId));
  return {
    nom: "notes",
    annuaire: annuairePersonnes(toutes, (l) => ({
      cle: l.inscriptionId,
      numero: l.numero,
      nom: l.nom,
      prenom: l.prenom,
      courriel: courriels.get(l.inscriptionId) ?? null,
    })),
    champs: [...evaluations.map((e) => champDe(e, seule)), ...(commente ? [CHAMP_COMMENTAIRE] : [])],
    lit: (ligne, dit, { cellules }) => [
      ...evaluations
        .filter((e) => dit.has(e.champ))
        .map((e) => effetNote(e, ligne.inscriptionId, dit, classe.videEfface, repereDe(cellules, e))),
      ...evaluations.slice(0, commente ? 1 : 0).flatMap((e) => effetCommentaire(e, ligne, dit) ?? []),
    ],
    refuse: ({ entetes, lignes }) => {
      for (const { cellules } of lignes) {
        const etranger = cellules
          .map((c) => readRepere(c.texte))
          .find((r) => r !== null && !connues.has(r.evaluationId));
        if (!etranger) continue;
        const c = entetes.findIndex((t) => cleMots(t) === "evaluation");
        const titre = cellules[c]?.texte;
        return `Ce fichier vient d'une autre évaluation${titre ? `, « ${titre} »` : ""} : ouvrez-la pour l'y importer, ou exportez d'abord la feuille de celle-ci.`;
      }
      return null;
    },
    alertes: (lignes) =>
      evaluations.flatMap((e) =>
        alertesNotes(
          lignes.filter((l) => l.champ === e.champ),
          e,
          seule,
        ),
      ),
    ...(depart === null
      ? {}
      : {
          parPosition: {
            place: (rang) => (debut < 0 ? null : (inscrits[debut + rang] ?? null)),
            valeur: (cellule) => cellule.texte === "" || ressembleNote(cellule),
          },
        }),
  };
}

const repereDe = (cellules: readonly Cellule[], e: EvaluationCible): number | null =>
  cellules.map((c) => readRepere(c.texte)).find((r) => r?.evaluationId === e.evaluationId)?.version ?? null;

const CHANGEE_DEPUIS = "Cette note a changé depuis l'export : vous verrez les deux valeurs et vous choisirez.";

function effetNote(
  e: EvaluationCible,
  inscriptionId: string,
  dit: Dit,
  videEfface: boolean,
  versionExport: number | null,
): Effet<NoteImportee> {
  const cellule = dit.get(e.champ) ?? { texte: "", sorte: "texte" };
  const cible = e.lignes.get(inscriptionId);
  const avant = formatNote(cible?.note?.note ?? null);
  const base = { champ: e.champ, avant, lu: montre(cellule), apres: "", raison: null, valeur: null } as const;
  const refuse = (raison: string): Effet<NoteImportee> => ({ ...base, sort: "refusee", raison });
  if (!cible) return refuse("Cet étudiant ne suit pas cet élément.");
  const lu = litNote(cellule, e.bareme, videEfface);
  if (lu.ok && lu.note === null && !videEfface) return { ...base, sort: "vide" };
  if (cible.etat !== "I") return refuse("Démissionnaire ou défaillant.");
  if (!lu.ok) return refuse(lu.message);
  const apres = formatNote(lu.note);
  const raison = lu.propose ? `« ${base.lu} » lu ${apres}.` : null;
  const fait = { ...base, apres, raison, propose: lu.propose };
  if (apres === avant) return { ...fait, sort: "identique", propose: false };
  const depuis = versionExport !== null && versionExport !== (cible.note?.version ?? 0);
  return {
    ...fait,
    sort: apres === "" ? "effacee" : avant === "" ? "nouvelle" : "changee",
    raison: depuis ? CHANGEE_DEPUIS : raison,
    valeur: {
      evaluationId: e.evaluationId,
      inscriptionId,
      saisie: apres,
      versionLue: versionExport ?? cible.note?.version ?? 0,
    },
  };
}

/** Une cellule vide ne retire pas un commentaire : un fichier n'en dit souvent que quelques-uns. */
function effetCommentaire(e: EvaluationCible, ligne: LigneCible, dit: Dit): Effet<NoteImportee> | null {
  const lu = dit.get("commentaire")?.texte ?? "";
  const avant = ligne.commentaire?.texte ?? "";
  if (lu === "" || ligne.etat !== "I") return null;
  const base = { champ: "commentaire", avant, lu, apres: lu, raison: null, valeur: null } as const;
  if (lu === avant) return { ...base, sort: "identique" };
  if (lu.length > COMMENTAIRE_MAX)
    return { ...base, sort: "refusee", raison: `Ce commentaire a ${lu.length} signes : ${COMMENTAIRE_MAX} au plus.` };
  return {
    ...base,
    sort: avant === "" ? "nouvelle" : "changee",
    valeur: {
      evaluationId: e.evaluationId,
      inscriptionId: ligne.inscriptionId,
      saisie: lu,
      versionLue: ligne.commentaire?.version ?? 0,
      genre: "commentaire",
    },
  };
}

/** Les inscrits dont le fichier ne parle pas : leurs notes ne bougent pas. */
export function countAbsents(toutes: readonly LigneCible[], lignes: readonly LigneApercu<unknown>[]): number {
  const nommes = new Set(lignes.map((l) => l.cle));
  return toutes.filter((l) => l.etat === "I" && !nommes.has(l.inscriptionId)).length;
}

const { nomme } = annuairePersonnes<never>([], (jamais) => jamais);

/** Les colonnes de notes qu'aucune évaluation ne prend, par leur titre : de quoi faire des évaluations nouvelles. */
export function listNouvelles({ fichier, colonnes }: Pick<Apercu<unknown>, "fichier" | "colonnes">): readonly string[] {
  const prises = new Set(colonnes.values());
  return fichier
    .filter(({ rang, titre, exemples }) => {
      const cle = cleMots(titre);
      if (prises.has(rang) || isAccompagnement(cle) || nomme(cle) || /^colonne [a-z]+$/.test(cle)) return false;
      return exemples.length > 0 && exemples.every((texte) => ressembleNote({ texte, sorte: "texte" }));
    })
    .map((f) => f.titre)
    .slice(0, 10);
}

/** « DS 3 (/10) » : l'évaluation « DS 3 » sur 10. */
export function evaluationDe(entete: string): { readonly titre: string; readonly bareme: number } {
  return { titre: sansBareme(entete).trim().slice(0, 120) || "Évaluation importée", bareme: baremeDe(entete) ?? 2000 };
}
