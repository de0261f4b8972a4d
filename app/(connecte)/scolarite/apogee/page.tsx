import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { readEcranApogee } from "@/lib/apogee/queries";
import { definePage } from "@/lib/auth/guard";
import { parametre } from "@/lib/cursus/adresse";
import styles from "../scolarite.module.css";
import { ChoixMaquette } from "./choix-maquette";
import { CodesJury } from "./codes-jury";
import { CodesObjets } from "./codes-objets";
import { Remplir } from "./remplir";

export const metadata: Metadata = { title: "Apogée" };

export default definePage({
  action: "apogee:ecrire",
  chemin: "/scolarite/apogee",
  async render({ searchParams }) {
    const { maquettes, choisie, objets, correspondance } = await readEcranApogee(parametre(searchParams.maquette));
    return (
      <>
        <PageHeader
          titre="Apogée"
          sousTitre="Rendre à l'université son fichier, rempli par les décisions publiées des jurys."
        />
        {choisie ? (
          <div className={styles.pile}>
            <Remplir formationId={choisie.formationId} sansCode={objets.every((o) => o.codes.length === 0)} />
            {maquettes.length > 1 && <ChoixMaquette maquettes={maquettes} choisie={choisie.id} />}
            <CodesObjets key={choisie.id} maquetteId={choisie.id} objets={objets} />
            <CodesJury formationId={choisie.formationId} correspondance={correspondance} />
          </div>
        ) : (
          <Notice>Aucune maquette encore : les codes s'attachent à ses semestres, ses UE et ses éléments.</Notice>
        )}
      </>
    );
  },
});
