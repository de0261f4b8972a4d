"use client";
import { Calculator } from "lucide-react";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { ArbreExplication } from "@/components/explication";
import { Dialog } from "@/components/ui/dialog";
import type { Explication } from "@/lib/but/expliquer/explication";
import { expliquerAnnee, expliquerRcue, expliquerUe } from "@/lib/but/expliquer/expliquer";
import type { Cursus } from "@/lib/but/modele/cursus";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import { cursusDuJury } from "@/lib/jury/cursus-au-jury";
import styles from "./etudiant.module.css";

export type SujetCalcul = (
  | { readonly type: "ue"; readonly semestreId: string; readonly ueId: string }
  | { readonly type: "rcue"; readonly niveauId: string }
  | { readonly type: "annee"; readonly annee: 1 | 2 | 3 }
) & {
  /** Le calcul tel que ce jury le voit : sans les semestres suivants. */
  readonly jury?: string;
};

interface Dossier {
  readonly cursus: Cursus;
  readonly montrer: (sujet: SujetCalcul) => void;
}

const ContexteDossier = createContext<Dossier | null>(null);

/** Le cursus de l'étudiant, envoyé une fois : les calculs et l'aperçu des décisions s'en refont ici, par lib/but. */
export function useDossier(): Dossier {
  const dossier = useContext(ContexteDossier);
  if (!dossier) throw new Error("useDossier hors de Calculs");
  return dossier;
}

export function Calculs({ cursus, children }: { readonly cursus: Cursus; readonly children: ReactNode }) {
  const [sujet, montrer] = useState<SujetCalcul | null>(null);
  const dossier = useMemo(() => ({ cursus, montrer }), [cursus]);
  const explication = useMemo(() => sujet && expliquer(cursus, sujet), [cursus, sujet]);
  return (
    <ContexteDossier value={dossier}>
      {children}
      <Dialog open={explication !== null} onClose={() => montrer(null)} titre={explication?.titre ?? ""} tiroir>
        {explication && (
          <div className={styles.calcul}>
            {explication.resultat !== null && (
              <p className={styles.resultat}>
                {formatCentiemes(explication.resultat)}
                <span> / 20</span>
              </p>
            )}
            <ArbreExplication explication={explication} />
          </div>
        )}
      </Dialog>
    </ContexteDossier>
  );
}

function expliquer(complet: Cursus, sujet: SujetCalcul): Explication {
  const cursus = sujet.jury ? cursusDuJury(complet, sujet.jury) : complet;
  switch (sujet.type) {
    case "ue":
      return expliquerUe(cursus, sujet.semestreId, sujet.ueId);
    case "rcue":
      return expliquerRcue(cursus, sujet.niveauId);
    case "annee":
      return expliquerAnnee(cursus, sujet.annee);
  }
}

interface PropsBouton {
  readonly sujet: SujetCalcul;
  readonly libelle: string;
}

export function BoutonCalcul({ sujet, libelle }: PropsBouton) {
  const { montrer } = useDossier();
  return (
    <button
      type="button"
      className={styles.boutonCalcul}
      onClick={() => montrer(sujet)}
      title="Montrez-moi le calcul"
      aria-label={`Montrez-moi le calcul : ${libelle}`}
    >
      <Calculator size={15} aria-hidden="true" />
    </button>
  );
}
