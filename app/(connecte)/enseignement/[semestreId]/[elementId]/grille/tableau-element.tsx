"use client";
import Link from "next/link";
import { useMemo, useState } from "react";
import { HistoireDialog } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/dialogues/histoire-dialog";
import { MotifDialog } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/dialogues/motif-dialog";
import { RaccourcisDialog } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/dialogues/raccourcis-dialog";
import { useGarde } from "@/app/(connecte)/enseignement/evaluations/[evaluationId]/envoi/use-garde";
import { RESEAU_MANQUE, useModule } from "@/components/import/use-module";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { raisonVerrou } from "@/lib/evaluations/libelles";
import { cleCase } from "@/lib/notes/element/bloc";
import { cibleDe, type GrilleElement } from "@/lib/notes/element/grilles";
import type { ClasseCible } from "@/lib/notes/import/usage";
import { Bilan } from "../../../evaluations/[evaluationId]/bilan";
import { ChoixGroupe } from "../../../evaluations/[evaluationId]/choix-groupe";
import { Corps } from "./corps";
import { DetailCase } from "./detail-case";
import styles from "./tableau.module.css";
import { useClavierPlan } from "./use-clavier-plan";
import { premiereARegler, trouveCase, useColonnes, useVues } from "./use-colonnes";

const chargeCollage = () => import("../../../evaluations/[evaluationId]/dialogues/collage-dialog");

interface Props {
  readonly initiale: GrilleElement;
  readonly userId: string;
  readonly modifiable: boolean;
}

/** Toutes les évaluations d'un élément côte à côte : les mêmes cases, les mêmes files que dans la grille d'une seule. */
export function TableauElement({ initiale, userId, modifiable: ouvert }: Props) {
  const colonnes = useColonnes(initiale, userId);
  const { saisies } = colonnes;
  const { element, semestre, aPart } = initiale;
  const [groupe, setGroupe] = useState("");
  const [aide, setAide] = useState(false);
  const [histoire, setHistoire] = useState<string | null>(null);
  const [bloc, setBloc] = useState<{ texte: string; depart: string } | null>(null);
  const collage = useModule(chargeCollage, bloc !== null);

  const groupes = useMemo(() => [...new Set(initiale.lignes.flatMap((l) => l.groupes))].sort(), [initiale.lignes]);
  const lignes = useMemo(
    () => (groupe ? initiale.lignes.filter((l) => l.groupes.includes(groupe)) : initiale.lignes),
    [initiale.lignes, groupe],
  );
  const inscrits = useMemo(() => lignes.filter((l) => l.etat === "I").map((l) => l.inscriptionId), [lignes]);
  const vues = useVues(saisies);
  const plan = useMemo(
    () => inscrits.map((id) => initiale.colonnes.map((c) => cleCase(c.evaluation.id, id))),
    [inscrits, initiale.colonnes],
  );

  const verrou = raisonVerrou(semestre.etat);
  const modifiable = ouvert && verrou === null;
  const clavier = useClavierPlan({
    colonnes,
    plan,
    vues,
    onAide: () => setAide(true),
    onHistoire: setHistoire,
    onCollage: (texte, depart) => setBloc({ texte, depart }),
  });

  const file = Object.fromEntries(
    saisies.flatMap(({ grille, envoi }) =>
      Object.entries(envoi.file).map(([id, c]) => [cleCase(grille.evaluation.id, id), c]),
    ),
  );
  const enPanne = saisies.find((s) => s.envoi.liaison.horsLigne)?.envoi.liaison;
  const enregistreeLe =
    saisies
      .map((s) => s.envoi.enregistreeLe ?? "")
      .sort()
      .at(-1) || null;
  const sansMotif = saisies.filter((s) => s.sansMotif.length > 0);
  useGarde(Object.keys(file).length > 0 || clavier.etat.edition !== null);

  const { actif } = clavier.etat;
  const active = modifiable ? trouveCase(vues, actif) : null;
  const aRegler = premiereARegler(saisies);
  const titre = `Notes de « ${element.titre} »`;
  const dialogueHistoire = trouveCase(vues, histoire);

  const classe = useMemo((): ClasseCible | null => {
    const depart = bloc ? saisies.findIndex((s) => bloc.depart.startsWith(`${s.grille.evaluation.id} `)) : -1;
    const premiere = saisies[depart]?.grille;
    if (!bloc || !premiere) return null;
    const visibles = new Set(inscrits);
    return {
      toutes: premiere.lignes,
      affichees: premiere.lignes.filter((l) => visibles.has(l.inscriptionId)),
      depart: bloc.depart.slice(premiere.evaluation.id.length + 1),
      videEfface: true,
      courriels: new Map(),
      evaluations: saisies.slice(depart).map(({ grille }) => cibleDe(grille)),
    };
  }, [bloc, saisies, inscrits]);

  return (
    <>
      <PageHeader
        titre="Toutes les notes"
        fil={[
          { titre: "Enseignement", href: "/enseignement" },
          {
            titre: `S${semestre.numero} ${semestre.anneeUniversitaire} · ${element.titre}`,
            href: `/enseignement/${semestre.id}/${element.id}`,
          },
        ]}
        sousTitre={`${element.titre} · ${inscrits.length} étudiant${inscrits.length > 1 ? "s" : ""} · ${saisies.length} évaluation${saisies.length > 1 ? "s" : ""}`}
      />
      <div className={styles.avis}>
        {!modifiable && (
          <Notice>{verrou ?? "Vous consultez ces notes : seuls les enseignants de cet élément les saisissent."}</Notice>
        )}
        {aPart.length > 0 && (
          <Notice>
            Anonymes ou saisies en double, elles se saisissent à part :{" "}
            {aPart.map((e, i) => (
              <span key={e.id}>
                {i > 0 && ", "}
                <Link href={`/enseignement/evaluations/${e.id}`}>{e.titre}</Link>
              </span>
            ))}
            .
          </Notice>
        )}
      </div>
      {saisies.length === 0 ? (
        <p>Aucune évaluation à saisir ici.</p>
      ) : (
        <>
          <div className={styles.barre}>
            {modifiable && (
              <span className={styles.groupe}>
                <Bilan
                  file={file}
                  liaison={enPanne ?? { horsLigne: false, message: null }}
                  enregistreeLe={enregistreeLe}
                />
                {aRegler && (
                  <Button petit aria-label="Voir la première note à régler" onClick={() => clavier.va(aRegler)}>
                    Voir
                  </Button>
                )}
              </span>
            )}
            <span className={styles.groupe}>
              <ChoixGroupe groupes={groupes} choisi={groupe} onChoisi={setGroupe} />
              {modifiable && (
                <Button petit onClick={() => setAide(true)} aria-keyshortcuts="?">
                  Raccourcis
                </Button>
              )}
            </span>
          </div>
          <Corps {...{ titre, saisies, vues, lignes, clavier, modifiable }} />
          {modifiable && (
            <DetailCase
              ligne={active?.ligne}
              titre={active?.evaluation.titre ?? ""}
              affichee={active?.affichee}
              onChoix={(choix) => actif && colonnes.choisit(actif, choix)}
              onHistoire={() => setHistoire(actif)}
            />
          )}
        </>
      )}
      <MotifDialog
        combien={sansMotif.reduce((n, s) => n + s.sansMotif.length, 0)}
        onMotif={(motif) => {
          for (const s of sansMotif) s.envoi.giveMotif(motif);
        }}
        onAbandon={() => {
          for (const s of sansMotif) s.abandon(s.sansMotif);
        }}
      />
      <RaccourcisDialog open={aide} plan onClose={() => setAide(false)} />
      <HistoireDialog
        evaluationId={dialogueHistoire?.evaluation.id ?? ""}
        ligne={dialogueHistoire?.ligne ?? null}
        onClose={() => setHistoire(null)}
      />
      {collage.echec && <Notice ton="attention">{RESEAU_MANQUE}</Notice>}
      {collage.module && (
        <collage.module.CollageDialog
          texte={bloc?.texte ?? null}
          classe={classe}
          onApplique={(notes) =>
            colonnes.commit(
              notes.map((n) => ({
                id: cleCase(n.evaluationId, n.inscriptionId),
                texte: n.saisie,
                versionLue: n.versionLue,
              })),
              "collage",
            )
          }
          onClose={() => setBloc(null)}
        />
      )}
    </>
  );
}
