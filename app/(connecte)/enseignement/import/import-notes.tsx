"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { ApercuImport } from "@/components/import/apercu-import";
import { Attente } from "@/components/import/attente";
import { ChoixColonnes } from "@/components/import/choix-colonnes";
import type { useFichier } from "@/components/import/use-fichier";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { isApplicable } from "@/lib/import/apercu";
import type { Colonnes, LigneApercu } from "@/lib/import/usage";
import { newId } from "@/lib/notes/identifiant";
import { applyImport } from "@/lib/notes/import/actions";
import type { IssueImport } from "@/lib/notes/import/issue";
import { prepareNotes } from "@/lib/notes/import/preparation";
import { type ClasseCible, countAbsents, listNouvelles, type NoteImportee } from "@/lib/notes/import/usage";
import { importOptions } from "@/lib/notes/options";
import { insecables } from "@/lib/typographie";
import styles from "./import.module.css";

export interface FaitImport {
  readonly lotId: string;
  readonly ecrites: number;
  readonly issues: readonly IssueImport[];
  readonly lignes: readonly LigneApercu<NoteImportee>[];
}

interface Props {
  readonly fichier: ReturnType<typeof useFichier>;
  readonly classe: Omit<ClasseCible, "courriels">;
  readonly semestreId: string;
  readonly elementId: string;
  readonly userId: string;
  /** Une des évaluations est publiée : le changement se motive. */
  readonly publiee: boolean;
  readonly empechement: string | null;
  readonly onFait: (fait: FaitImport) => void;
  /** La seconde saisie n'a pas de lot : ses notes rejoignent la file d'envoi de sa grille. */
  readonly onSaisie?: (lignes: readonly NoteImportee[]) => void;
  /** Faire une évaluation d'un en-tête que le fichier est seul à connaître. */
  readonly onCree?: (entete: string) => Promise<string | null>;
}

const DESIGNATIONS = [
  { id: "numero", titre: "Numéro" },
  { id: "courriel", titre: "Adresse électronique" },
  { id: "complet", titre: "Nom et prénom ensemble" },
  { id: "suite", titre: "Suite du nom" },
  { id: "nom", titre: "Nom" },
  { id: "prenom", titre: "Prénom" },
];

export const explique = (colonnes: Colonnes): string => {
  if (colonnes.has("numero")) return "Étudiants reconnus à leur numéro.";
  if (colonnes.has("courriel")) return "Étudiants reconnus à leur adresse.";
  return "Étudiants reconnus à leur nom.";
};

const verbeValeurs = (n: number): string => (n > 1 ? `Enregistrer ${n} valeurs` : `Enregistrer ${n} valeur`);
export const verbeNotes = (n: number): string => (n > 1 ? `Enregistrer ${n} notes` : `Enregistrer ${n} note`);

const phraseAbsents = (n: number): string =>
  n > 1
    ? `${n} étudiants ne sont pas dans ce fichier : leurs notes ne changent pas.`
    : "1 étudiant n'est pas dans ce fichier : sa note ne change pas.";

const SANS_REPONSE = "Le serveur ne répond pas : rien n'a été écrit. Réessayez quand la connexion revient.";
const MOTIF =
  "Une évaluation touchée est publiée : donnez le motif du changement, les étudiants concernés le verront modifié.";

/** Choisir un fichier, voir ce qu'il ferait, l'appliquer d'un coup. */
export function ImportNotes(props: Props) {
  const { fichier, classe, semestreId, elementId, userId, publiee, onFait, onSaisie, onCree } = props;
  const { lu, choix, part } = fichier;
  const { data: contexte } = useQuery(importOptions(semestreId, elementId));
  const [enCours, setEnCours] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const [motif, setMotif] = useState("");
  const lotId = useMemo(() => (lu ? newId() : ""), [lu]);
  const essai = useMemo(() => {
    if (!lu) return null;
    const courriels = new Map(Object.entries(contexte?.courriels ?? {}));
    return prepareNotes(lu.lecture, { ...classe, courriels }, choix, contexte?.memoires);
  }, [lu, classe, choix, contexte]);

  const champs = [
    ...DESIGNATIONS,
    ...classe.evaluations.map((e) => ({ id: e.champ, titre: classe.evaluations.length > 1 ? e.titre : "Note" })),
    ...(classe.commentaires ? [{ id: "commentaire", titre: "Commentaire" }] : []),
  ];
  const vu = essai && (essai.ok ? essai.apercu : essai.choix);
  const colonnes = (ouvert: boolean): ReactNode =>
    vu && (
      <ChoixColonnes
        lu={vu}
        champs={champs}
        ouvert={ouvert}
        onColonne={fichier.choisitColonne}
        onFeuille={fichier.choisitFeuille}
      />
    );
  const nouvelles = vu && onCree ? listNouvelles(vu) : [];
  const creations = nouvelles.length > 0 && onCree && (
    <div className={styles.creations}>
      <p>Des colonnes de notes ne vont dans aucune évaluation :</p>
      {nouvelles.map((titre) => (
        <Button key={titre} petit disabled={enCours} onClick={() => void cree(titre)}>
          Créer l'évaluation « {titre} »
        </Button>
      ))}
    </div>
  );
  const cree = async (titre: string) => {
    setEnCours(true);
    setRefus((await onCree?.(titre)) ?? null);
    setEnCours(false);
  };

  const applique = async (lignes: readonly (LigneApercu<NoteImportee> & { readonly valeur: NoteImportee })[]) => {
    if (!lu || !essai?.ok) return;
    if (onSaisie) return onSaisie(lignes.map((l) => l.valeur));
    setEnCours(true);
    setRefus(null);
    const { apercu } = essai;
    const resultat = await applyImport({
      lotId,
      auteurId: userId,
      fichier: lu.nom,
      signature: apercu.signature,
      lignes: apercu.lignes.length,
      ecartees: apercu.lignes.length - lignes.length,
      choix: choix.colonnes ? Object.fromEntries([...choix.colonnes].filter(([c]) => retenu(c))) : null,
      motif: motif.trim() || null,
      notes: lignes.map((l) => ({ ligne: l.ligne, ...l.valeur })),
    }).catch(() => null);
    setEnCours(false);
    if (!resultat) return setRefus(SANS_REPONSE);
    if (!resultat.ok) return setRefus(resultat.message);
    const { ecrites, issues } = resultat.valeur;
    onFait({ lotId, ecrites, issues, lignes: apercu.lignes.filter(isApplicable) });
  };

  if (essai?.ok)
    return (
      <div className={styles.import}>
        <ApercuImport
          titre="Aperçu de l'import"
          colonne="Fichier"
          qui="Étudiant"
          explication={explique(essai.apercu.colonnes)}
          apercu={essai.apercu}
          {...(classe.evaluations.length > 1
            ? { titreChamp: (c: string) => classe.evaluations.find((e) => e.champ === c)?.titre ?? "" }
            : essai.apercu.colonnes.has("commentaire")
              ? { titreChamp: (c: string) => (c === "commentaire" ? "Commentaire" : "Note") }
              : {})}
          verbe={essai.apercu.colonnes.has("commentaire") ? verbeValeurs : verbeNotes}
          enCours={enCours}
          empechement={props.empechement}
          onApplique={(lignes) => void applique(lignes)}
          onAnnule={fichier.oublie}
        >
          <Absents n={countAbsents(classe.toutes, essai.apercu.lignes)} />
          {colonnes(false)}
          {creations}
          {publiee && !onSaisie && (
            <Input
              label="Motif"
              aide={MOTIF}
              value={motif}
              maxLength={500}
              onChange={(e) => setMotif(e.target.value)}
            />
          )}
          {refus && (
            <Notice ton="danger" role="alert">
              {refus}
            </Notice>
          )}
        </ApercuImport>
      </div>
    );
  return (
    <div className={styles.import}>
      <Input
        label="Fichier .xlsx, .ods ou .csv"
        type="file"
        accept=".xlsx,.ods,.csv,.tsv,.txt"
        aide="Une colonne de numéros, d'adresses ou de noms, et une colonne de notes. Vous verrez l'effet de chaque ligne avant d'enregistrer."
        data-premier
        onChange={(e) => void fichier.choisit(e)}
      />
      {part !== null && <Attente part={part} texte="Lecture du fichier…" />}
      {essai && (
        <Notice ton="danger" role="alert">
          {insecables(essai.message)} Rien n'a été écrit.
        </Notice>
      )}
      {colonnes(true)}
      {creations}
      {refus && (
        <Notice ton="danger" role="alert">
          {refus}
        </Notice>
      )}
    </div>
  );
}

/** Ce qui vaut pour un autre fichier des mêmes titres : qui désigne, et quelle colonne est la note ; non une évaluation d'ici. */
const retenu = (champ: string): boolean => champ === "note" || DESIGNATIONS.some((d) => d.id === champ);

function Absents({ n }: { readonly n: number }) {
  return n > 0 ? <p className={styles.discret}>{phraseAbsents(n)}</p> : null;
}
