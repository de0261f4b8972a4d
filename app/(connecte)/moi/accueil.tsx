"use client";
import { EnteteSemestre } from "@/components/cursus/entete-semestre";
import { LigneNouveautes } from "@/components/cursus/notes/nouveautes";
import { CursusEtudiant } from "@/components/cursus/vue-cursus";
import type { VueCursus } from "@/lib/cursus/vue";
import type { VueNote } from "@/lib/cursus/vue-notes";
import { type Nouveautes, nouvelles } from "@/lib/nouveautes/nouveaute";
import { Outils } from "./outils";

interface Props {
  readonly vue: Omit<VueCursus, "elements">;
  readonly notes: readonly VueNote[];
  readonly nouveautes: Nouveautes;
}

/**
 * L'écran le plus lu. Un composant client : la page part en HTML et ce qu'il montre en une petite donnée, là où un composant
 * serveur enverrait deux fois l'arbre entier.
 */
export function Accueil({ vue, notes, nouveautes }: Props) {
  return (
    <>
      <EnteteSemestre titre="Mon parcours" vue={vue} href="/moi" />
      <LigneNouveautes nouveautes={nouveautes} semestreId={vue.semestre.id} />
      <CursusEtudiant
        vue={vue}
        notes={notes}
        base="/moi"
        actions={<Outils semestreId={vue.semestre.id} />}
        nouvelles={nouvelles(nouveautes)}
      />
    </>
  );
}
