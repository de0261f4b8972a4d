import Sqlite from "better-sqlite3";

/** Ce qu'on cache dans la base, sous toutes les formes où un étudiant ne doit rien en voir. */
export const MOT = "Sentinelle";
export const CLASSE = "s3-2026";
const AVANT = "2026-01-01T08:00:00.000Z";
const CACHE = "2026-11-21T08:00:00.000Z";

interface Inscrit {
  readonly id: string;
  readonly etudiantId: string;
}

export interface Cible {
  readonly etudiantId: string;
  readonly inscriptionId: string;
  readonly elementId: string;
  /** Une UE que l'élément nourrit. */
  readonly ueId: string;
}

export function withBase<T>(fichier: string, faire: (base: Sqlite.Database) => T): T {
  const base = new Sqlite(fichier);
  base.pragma("busy_timeout = 5000");
  try {
    return faire(base);
  } finally {
    base.close();
  }
}

/** L'étudiant d'un compte, dans sa classe ouverte, et un élément noté qui nourrit une de ses UE. */
export function readCible(base: Sqlite.Database, email: string): Cible {
  const cible = base
    .prepare<[string, string], Cible>(
      `select i.etudiant_id as etudiantId, i.id as inscriptionId, c.element_id as elementId, c.ue_id as ueId
       from utilisateur u join inscription i on i.etudiant_id = u.etudiant_id and i.semestre_id = ?
       join ue on ue.maquette_semestre_id = i.maquette_semestre_id join coefficient c on c.ue_id = ue.id
       join evaluation e on e.element_id = c.element_id and e.semestre_id = i.semestre_id and e.etat = 'publiee'
       join note n on n.evaluation_id = e.id and n.inscription_id = i.id and n.valeur is not null
       where u.email = ? order by c.valeur desc, c.id limit 1`,
    )
    .get(CLASSE, email);
  if (!cible) throw new Error(`aucun dossier pour ${email}`);
  return cible;
}

/** Une classe ouverte, un jury rouvert, un jury dont la publication est fixée à plus tard, le rang affiché. */
export function prepareEtats(base: Sqlite.Database): void {
  base.exec(`
    update semestre set etat = 'rouvert' where id = 's2-2025';
    update semestre set etat = 'delibere', publication_prevue_le = '2099-01-01T08:00:00.000Z' where id = 's1-2025';
    update reglement set parametres = json_set(parametres, '$.afficherRang', json('true'))`);
}

/** Une visite qui ne finit pas : l'heure du dernier passage ne bouge plus d'une lecture à l'autre. */
export function freezeVisite(base: Sqlite.Database, email: string): void {
  base.exec("delete from visite");
  base
    .prepare(
      `insert into visite (id, utilisateur_id, depuis, derniere_le)
       select 'visite-figee', id, null, '2099-01-01T08:00:00.000Z' from utilisateur where email = ?`,
    )
    .run(email);
}

/** Une évaluation de chaque état qui n'est pas publié : brouillon, saisie, retirée après publication, écartée, anonyme. */
const EVALUATIONS = [
  { id: "plante-1", etat: "brouillon" },
  { id: "plante-2", etat: "saisie" },
  { id: "plante-3", etat: "saisie", publieeLe: AVANT },
  { id: "plante-4", etat: "saisie", archiveeLe: CACHE },
  { id: "plante-5", etat: "saisie", anonyme: 1 },
] as const;

/** @param valeurs celle de l'étudiant, celle de tous les autres, et celle qu'un jury aurait vue, en centièmes */
export function plant(base: Sqlite.Database, cible: Cible, valeurs: readonly [number, number, number]): void {
  const [sienne, autres, vue] = valeurs;
  const inscrits = base
    .prepare<[string], Inscrit>("select id, etudiant_id as etudiantId from inscription where semestre_id = ?")
    .all(CLASSE);
  const auteur = "u-enseignant";
  const insere = (table: string, ligne: Readonly<Record<string, string | number | null>>): void => {
    const colonnes = Object.keys(ligne);
    base
      .prepare(`insert into ${table} (${colonnes.join(", ")}) values (${colonnes.map((c) => `@${c}`).join(", ")})`)
      .run(ligne);
  };
  const valeurDe = (i: Inscrit): number => (i.id === cible.inscriptionId ? sienne : autres);
  base.transaction(() => {
    for (const [rang, e] of EVALUATIONS.entries()) {
      insere("evaluation", {
        id: e.id,
        semestre_id: CLASSE,
        element_id: cible.elementId,
        titre: `${MOT} ${e.etat} ${rang}`,
        date: "2026-11-20",
        coefficient: 900,
        bareme: 2000,
        type: "normale",
        etat: e.etat,
        publiee_le: "publieeLe" in e ? e.publieeLe : null,
        archivee_le: "archiveeLe" in e ? e.archiveeLe : null,
        anonyme: "anonyme" in e ? e.anonyme : 0,
        ordre: 90 + rang,
        version: 1,
        cree_le: CACHE,
      });
      for (const i of inscrits) {
        const id = `n-${e.id}-${i.id}`;
        const commun = { evaluation_id: e.id, inscription_id: i.id, valeur: valeurDe(i), version: 1 };
        insere("note", { id, ...commun, modifiee_le: CACHE, modifiee_par: auteur });
        insere("commentaire_note", {
          id: `c-${id}`,
          evaluation_id: e.id,
          inscription_id: i.id,
          texte: MOT,
          version: 1,
          modifie_le: CACHE,
          modifie_par: auteur,
        });
        insere("seconde_saisie", { id, ...commun, saisie_le: CACHE, saisie_par: auteur });
        insere("note_historique", {
          id: `h-${id}`,
          note_id: id,
          version: 1,
          apres_valeur: valeurDe(i),
          source: "cellule",
          motif: MOT,
          utilisateur_id: auteur,
          cree_le: CACHE,
        });
      }
    }
    insere("demande_correction", {
      id: "plante-demande",
      evaluation_id: "plante-2",
      inscription_id: inscrits.find((i) => i.id !== cible.inscriptionId)?.id ?? "",
      texte: MOT,
      etat: "ouverte",
      version: 1,
      cree_le: CACHE,
    });
    plantJury(insere, cible, vue);
    insere("journal", {
      id: "plante-journal",
      utilisateur_id: auteur,
      action: MOT,
      sujet_type: "evaluation",
      sujet_id: "plante-2",
      cree_le: CACHE,
    });
  })();
}

/** Ce qu'un jury a décidé, dit et signé sans l'avoir publié : dans la classe ouverte, la rouverte, et celle fixée à plus tard. */
function plantJury(
  insere: (table: string, ligne: Readonly<Record<string, string | number | null>>) => void,
  { etudiantId, ueId }: Cible,
  vue: number,
): void {
  const objets = [
    ["ue", "ue-s1-commun-exploiter", "s1-2025"],
    ["ue", "ue-s2-commun-exploiter", "s2-2025"],
    ["rcue", "gmp-exploiter-n1", "s2-2025"],
    ["annee", "1", "s2-2025"],
    ["ue", ueId, CLASSE],
  ] as const;
  for (const [portee, objetId, semestreId] of objets)
    insere("decision", {
      id: `plante-${portee}-${objetId}`,
      etudiant_id: etudiantId,
      semestre_id: semestreId,
      portee,
      objet_id: objetId,
      rang: 90,
      code: "ADJ",
      proposition: "AJ",
      motif: MOT,
      moyenne_vue: vue,
      instantane: JSON.stringify({ mot: MOT, moyenne: vue }),
      reglement_version: MOT,
      auteur_id: "u-jury",
      cree_le: CACHE,
    });
  for (const semestreId of ["s1-2025", "s2-2025", CLASSE]) {
    insere("commentaire_jury", {
      id: `plante-${semestreId}`,
      semestre_id: semestreId,
      etudiant_id: etudiantId,
      texte: MOT,
      auteur_id: "u-jury",
      cree_le: CACHE,
    });
    insere("pv", {
      id: `plante-${semestreId}`,
      semestre_id: semestreId,
      numero: 90,
      instantane: JSON.stringify({ etudiants: [], mot: MOT }),
      sha256: MOT,
      reglement_version: MOT,
      president: MOT,
      membres: MOT,
      auteur_id: "u-jury",
      cree_le: CACHE,
    });
  }
}

/** La preuve que les pages montreraient ce qui est planté : la même évaluation, publiée. */
export function publishPlantee(base: Sqlite.Database): void {
  base.prepare("update evaluation set etat = 'publiee', publiee_le = ? where id = 'plante-2'").run(CACHE);
}
