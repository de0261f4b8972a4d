"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { LotsImport } from "@/app/(connecte)/enseignement/import/lots";
import { jourCourant } from "@/app/(connecte)/enseignement/instants";
import { useFichier } from "@/components/import/use-fichier";
import { RESEAU_MANQUE, useModule } from "@/components/import/use-module";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { createEvaluation } from "@/lib/evaluations/actions";
import { cibleDe, type GrilleElement, grillesDe } from "@/lib/notes/element/grilles";
import { evaluationDe } from "@/lib/notes/import/usage";
import { importOptions } from "@/lib/notes/options";
import styles from "./tableau.module.css";

const chargeImport = () => import("@/app/(connecte)/enseignement/import/import-notes");

interface Props {
  readonly grille: GrilleElement;
  readonly userId: string;
}

const SANS_REPONSE = "Le serveur ne répond pas : rien n'a été créé. Réessayez.";

/** Un fichier à plusieurs colonnes de notes : chacune à son évaluation, que l'on peut créer d'un en-tête. Un seul lot. */
export function ImportElement({ grille, userId }: Props) {
  const router = useRouter();
  const client = useQueryClient();
  const fichier = useFichier();
  const [ouvert, setOuvert] = useState(false);
  const import_ = useModule(chargeImport, ouvert);
  const [fait, setFait] = useState<{ readonly ecrites: number; readonly conflits: readonly string[] } | null>(null);
  const { semestre, element, colonnes } = grille;
  const publiee = colonnes.some((c) => c.evaluation.etat === "publiee");
  const classe = useMemo(() => {
    const grilles = grillesDe(grille);
    const toutes = grille.lignes.map((l) => ({ ...l, note: null }));
    return { toutes, affichees: toutes, depart: null, videEfface: false, evaluations: grilles.map(cibleDe) };
  }, [grille]);
  const relit = () => {
    void client.invalidateQueries({ queryKey: ["grille"] });
    void client.invalidateQueries({ queryKey: importOptions(semestre.id, element.id).queryKey });
    router.refresh();
  };
  const ferme = () => {
    fichier.oublie();
    setOuvert(false);
  };
  const cree = async (entete: string): Promise<string | null> => {
    const { titre, bareme } = evaluationDe(entete);
    const resultat = await createEvaluation({
      semestreId: semestre.id,
      elementId: element.id,
      titre,
      date: jourCourant(),
      type: "normale",
      coefficient: "1",
      bareme: formatCourt(bareme),
      poids: {},
    }).catch(() => null);
    if (!resultat?.ok) return resultat?.message ?? SANS_REPONSE;
    router.refresh();
    return null;
  };
  const apercu = fichier.lu?.lecture.ok === true;
  return (
    <>
      <div className={styles.fichier}>
        <Button petit onClick={() => setOuvert(true)}>
          Importer un fichier
        </Button>
        {fait && (
          <Notice ton={fait.conflits.length > 0 ? "attention" : "succes"} role="status">
            {fait.ecrites > 1 ? `${fait.ecrites} notes importées d'un coup.` : `${fait.ecrites} note importée.`}
            {fait.conflits.length > 0 &&
              ` Ont changé entre-temps et restent comme elles sont : ${fait.conflits.join(", ")}. Relisez-les, puis importez à nouveau s'il le faut.`}
          </Notice>
        )}
      </div>
      <Dialog
        large={apercu}
        open={ouvert}
        onClose={ferme}
        titre={apercu ? "Importer : avant d'enregistrer" : "Importer plusieurs évaluations"}
      >
        <div className={styles.collage}>
          {import_.echec && <Notice ton="attention">{RESEAU_MANQUE}</Notice>}
          {import_.module && (
            <import_.module.ImportNotes
              fichier={fichier}
              classe={classe}
              semestreId={semestre.id}
              elementId={element.id}
              userId={userId}
              publiee={publiee}
              empechement={null}
              onCree={cree}
              onFait={({ ecrites, issues, lignes }) => {
                const noms = new Map(lignes.map((l) => [l.cle, l.qui]));
                const conflits = issues
                  .filter((i) => i.issue === "conflit")
                  .map((i) => noms.get(i.inscriptionId) ?? "?");
                setFait({ ecrites, conflits });
                ferme();
                relit();
              }}
            />
          )}
          {!apercu && (
            <LotsImport
              semestreId={semestre.id}
              elementId={element.id}
              evaluationId={null}
              publiee={publiee}
              onDefait={() => {
                setFait(null);
                relit();
              }}
            />
          )}
        </div>
      </Dialog>
    </>
  );
}
