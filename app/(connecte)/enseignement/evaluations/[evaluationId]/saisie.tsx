"use client";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { RESEAU_MANQUE, useModule } from "@/components/import/use-module";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isNoteAttendue, raisonVerrou } from "@/lib/evaluations/libelles";
import { countNonEnregistrees, isARegler } from "@/lib/notes/envoi";
import { undoImport } from "@/lib/notes/import/actions";
import type { ClasseCible } from "@/lib/notes/import/usage";
import type { Grille } from "@/lib/notes/queries";
import { applyTri, type Critere, sortLignes, type Tri } from "@/lib/notes/tri";
import type { FaitImport } from "../../import/import-notes";
import { Avis } from "./avis";
import { Bilan } from "./bilan";
import { ChoixGroupe } from "./choix-groupe";
import { CommentaireDialog } from "./dialogues/commentaire-dialog";
import { HistoireDialog } from "./dialogues/histoire-dialog";
import { MotifDialog } from "./dialogues/motif-dialog";
import { RaccourcisDialog } from "./dialogues/raccourcis-dialog";
import { Entete } from "./entete";
import { useGarde } from "./envoi/use-garde";
import { useSaisie } from "./envoi/use-saisie";
import { Fiche } from "./fiche";
import { GrilleNotes } from "./grille/grille";
import { useClavier } from "./grille/use-clavier";
import styles from "./saisie.module.css";
import { StatistiquesColonne } from "./statistiques-colonne";

// La lecture des tableaux n'arrive qu'après la grille, mais avant qu'on en ait besoin : un collage hors ligne se lit aussi.
const chargeCollage = () => import("./dialogues/collage-dialog");
const chargeTableur = () => import("./dialogues/tableur-dialog");

interface Props {
  readonly initiale: Grille;
  readonly userId: string;
  /** Cette personne saisit-elle ici, quand le semestre est ouvert ? */
  readonly affectee: boolean;
  /** Peut-elle lire à qui est chaque copie anonyme ? */
  readonly tableVisible: boolean;
}

const EMPECHEMENT = "Des notes ne sont pas encore enregistrées : attendez ou corrigez-les d'abord.";

const ARCHIVEE =
  "Cette évaluation est archivée : ses notes se lisent, ne comptent nulle part et ne changent plus. Elle se restaure depuis la page de l'élément.";

/** Où cherche un bloc collé : les noms dans toute la classe, les positions dans ce qui s'affiche. */
const classeCollage = (
  { evaluation: e, lignes }: Grille,
  affichees: Grille["lignes"],
  depart: string,
): ClasseCible => ({
  toutes: lignes,
  affichees,
  depart,
  videEfface: true,
  courriels: new Map(),
  evaluations: [
    {
      champ: "note",
      evaluationId: e.id,
      titre: e.titre,
      bareme: e.bareme,
      lignes: new Map(lignes.map((l) => [l.inscriptionId, l])),
    },
  ],
});

const raisonClose = ({ etat, doubleSaisie }: Grille["evaluation"]): string | null => {
  if (etat === "publiee") return "Cette évaluation est publiée : sa seconde saisie est close.";
  return doubleSaisie ? null : "La seconde saisie de cette évaluation n'est plus demandée.";
};

const A_L_AVEUGLE =
  "Seconde saisie, à l'aveugle : tapez ce que vous lisez sur chaque copie. La première saisie n'est pas montrée ; la comparaison dira les écarts.";

const ETROIT = "(max-width: 40rem)";
const suitEcran = (change: () => void) => {
  const ecran = window.matchMedia(ETROIT);
  ecran.addEventListener("change", change);
  return () => ecran.removeEventListener("change", change);
};

export function SaisieNotes({ initiale, userId, affectee, tableVisible }: Props) {
  const router = useRouter();
  const saisie = useSaisie(initiale, userId);
  const { grille, envoi, sansMotif, valeur } = saisie;
  const { evaluation, semestre } = grille;
  const seconde = grille.passe === "seconde";
  const etroit = useSyncExternalStore(
    suitEcran,
    () => window.matchMedia(ETROIT).matches,
    () => false,
  );
  const [mode, setMode] = useState<"grille" | "fiche" | null>(null);
  const [groupe, setGroupe] = useState("");
  const [choisi, setChoisi] = useState<string | null>(null);
  const [aide, setAide] = useState(false);
  const [tableur, setTableur] = useState(false);
  const [histoire, setHistoire] = useState<string | null>(null);
  const [commente, setCommente] = useState<string | null>(null);
  const [bloc, setBloc] = useState<{ texte: string; depart: string } | null>(null);

  const groupes = useMemo(() => [...new Set(grille.lignes.flatMap((l) => l.groupes))].sort(), [grille.lignes]);
  const [tri, setTri] = useState<Tri | null>(null);
  const lignes = useMemo(
    () =>
      applyTri(
        grille.lignes.filter((l) => !groupe || l.groupes.includes(groupe)),
        tri,
      ),
    [grille.lignes, groupe, tri],
  );
  const onTri = (critere: Critere) =>
    setTri(sortLignes(grille.lignes, critere, tri?.critere === critere && !tri.descendant, valeur));
  const inscrits = lignes.filter((l) => l.etat === "I");
  const colonne = inscrits.map(valeur);
  const saisies = colonne.filter((n) => n !== null).length;

  const verrou = evaluation.archiveeLe
    ? ARCHIVEE
    : (raisonVerrou(semestre.etat) ?? (seconde ? raisonClose(evaluation) : null));
  const modifiable = affectee && verrou === null;
  const nonEnregistrees = countNonEnregistrees(envoi.file);
  const relit = () => {
    void saisie.relit();
    router.refresh();
  };
  const collage = useModule(chargeCollage, bloc !== null);
  const classeur = useModule(chargeTableur, tableur);
  const [lot, setLot] = useState<{ id: string; combien: number } | null>(null);
  const [refusLot, setRefusLot] = useState<string | null>(null);
  const importe = ({ lotId, ecrites, issues, lignes: lues }: FaitImport) => {
    setRefusLot(null);
    setLot(ecrites > 0 ? { id: lotId, combien: ecrites } : null);
    saisie.oublie();
    relit();
    // Une note changée entre-temps : les deux valeurs se montrent dans sa case, comme pour une frappe.
    const conflits = new Set(issues.filter((i) => i.issue === "conflit").map((i) => i.inscriptionId));
    const frappes = lues.flatMap(({ valeur: v }) =>
      v && v.genre === undefined && conflits.has(v.inscriptionId)
        ? [{ id: v.inscriptionId, texte: v.saisie, versionLue: v.versionLue }]
        : [],
    );
    if (frappes.length > 0) saisie.commit(frappes, "import");
  };
  const defaitLot = async (lotId: string) => {
    // Publiée, l'annulation veut un motif : la fenêtre des imports le demande.
    if (evaluation.etat === "publiee") return setTableur(true);
    const resultat = await undoImport({ lotId, motif: null }).catch(() => null);
    setRefusLot(
      resultat?.ok ? null : (resultat?.message ?? "Le serveur ne répond pas : rien n'a été défait. Réessayez."),
    );
    if (resultat?.ok) setLot(null);
    relit();
  };
  const horsListe = Object.keys(envoi.file).filter((id) => !grille.lignes.some((l) => l.inscriptionId === id));
  const clavier = useClavier({
    saisie,
    lignes,
    onAide: useCallback(() => setAide(true), []),
    onHistoire: seconde ? null : setHistoire,
    onCommentaire: seconde ? null : setCommente,
    onCollage: useCallback((texte: string, depart: string) => setBloc({ texte, depart }), []),
  });
  useGarde(nonEnregistrees > 0 || clavier.etat.edition !== null);

  const aRegler = grille.lignes.find((l) => isARegler(envoi.file[l.inscriptionId]))?.inscriptionId;
  const voit = (id: string) => {
    if (!lignes.some((l) => l.inscriptionId === id)) setGroupe("");
    setChoisi(id);
    // La ligne que le filtre cachait est là au prochain dessin.
    requestAnimationFrame(() => clavier.va(id));
  };

  const fiche = mode === null ? etroit : mode === "fiche";
  return (
    <>
      <Entete
        grille={grille}
        modifiable={modifiable}
        tableVisible={tableVisible}
        empechement={nonEnregistrees > 0 ? EMPECHEMENT : null}
        onFait={relit}
      />
      <Avis
        lecture={
          modifiable
            ? seconde
              ? A_L_AVEUGLE
              : null
            : (verrou ?? "Vous consultez ces notes : seuls les enseignants de cet élément les saisissent.")
        }
        perdues={modifiable ? horsListe : Object.keys(envoi.file)}
        onAbandon={saisie.abandon}
        dernierLot={lot ? { source: "import", combien: lot.combien } : saisie.dernierLot}
        refus={refusLot}
        onDefait={() => (lot ? void defaitLot(lot.id) : saisie.undo())}
      />
      <div className={styles.barre}>
        <div className={styles.avancement}>
          <strong>
            {saisies} sur {inscrits.length} saisies
          </strong>
          {modifiable && <Bilan file={envoi.file} liaison={envoi.liaison} enregistreeLe={envoi.enregistreeLe} />}
          {modifiable && aRegler && (
            <Button petit aria-label="Voir la première note à régler" onClick={() => voit(aRegler)}>
              Voir
            </Button>
          )}
        </div>
        <div className={styles.fin}>
          <ChoixGroupe groupes={groupes} choisi={groupe} onChoisi={setGroupe} />
          {modifiable && !fiche && (
            <Button petit onClick={clavier.vaAuVide} disabled={saisies === inscrits.length}>
              Prochaine case vide
            </Button>
          )}
          <Button petit onClick={() => setMode(fiche ? "grille" : "fiche")}>
            {fiche ? "Tout le groupe" : grille.anonyme ? "Une copie à la fois" : "Un étudiant à la fois"}
          </Button>
          {(modifiable || !seconde) && (
            <Button petit onClick={() => setTableur(true)}>
              {seconde ? "Importer" : modifiable ? "Importer, exporter" : "Exporter"}
            </Button>
          )}
          {modifiable && !fiche && (
            <Button petit onClick={() => setAide(true)} aria-keyshortcuts="?">
              Raccourcis
            </Button>
          )}
        </div>
      </div>
      <div className={styles.espace}>
        {fiche ? (
          <Fiche
            saisie={saisie}
            lignes={lignes}
            modifiable={modifiable}
            onHistoire={seconde ? null : setHistoire}
            onCommentaire={seconde ? null : setCommente}
            choisi={choisi}
            onChoisi={setChoisi}
          />
        ) : (
          <GrilleNotes
            evaluation={evaluation}
            anonyme={grille.anonyme}
            lignes={lignes}
            clavier={clavier}
            modifiable={modifiable}
            tri={tri}
            onTri={onTri}
          />
        )}
        <StatistiquesColonne colonne={colonne} bareme={evaluation.bareme} attendue={isNoteAttendue(evaluation.type)} />
      </div>
      <MotifDialog combien={sansMotif.length} onMotif={envoi.giveMotif} onAbandon={() => saisie.abandon(sansMotif)} />
      <RaccourcisDialog open={aide} onClose={() => setAide(false)} />
      <HistoireDialog
        evaluationId={evaluation.id}
        ligne={grille.lignes.find((l) => l.inscriptionId === histoire) ?? null}
        onClose={() => setHistoire(null)}
      />
      <CommentaireDialog
        evaluation={evaluation}
        ligne={grille.lignes.find((l) => l.inscriptionId === commente) ?? null}
        modifiable={modifiable}
        onEnregistre={relit}
        onClose={() => setCommente(null)}
      />
      {(collage.echec || classeur.echec) && (
        <Notice ton="attention" role="alert">
          {RESEAU_MANQUE}
        </Notice>
      )}
      {collage.module && (
        <collage.module.CollageDialog
          texte={bloc?.texte ?? null}
          classe={bloc && classeCollage(grille, lignes, bloc.depart)}
          onApplique={(notes) =>
            saisie.commit(
              notes.map((n) => ({ id: n.inscriptionId, texte: n.saisie, versionLue: n.versionLue })),
              "collage",
            )
          }
          onClose={() => setBloc(null)}
        />
      )}
      {classeur.module && (
        <classeur.module.TableurDialog
          open={tableur}
          grille={grille}
          userId={userId}
          modifiable={modifiable}
          enAttente={nonEnregistrees}
          onFait={importe}
          onDefait={() => {
            setLot(null);
            relit();
          }}
          onSaisie={(frappes) => saisie.commit(frappes, "import")}
          onClose={() => setTableur(false)}
        />
      )}
    </>
  );
}
