import type { Metadata } from "next";
import { definePage } from "@/lib/auth/guard";
import { lignesTable } from "@/lib/jury/filtre";
import { nomSemestre } from "@/lib/jury/libelles";
import { loadJury, readSujet } from "@/lib/jury/queries";
import { Veille } from "../veille";
import { Salle } from "./salle";

export const metadata: Metadata = { title: "Jury en salle" };

/** Ce que toute la salle lit sur le mur : ni notes en détail, ni motifs, ni auteurs n'y sont envoyés. */
export default definePage({
  action: "jury:lire",
  chemin: "/jury/[semestreId]/salle",
  sujet: readSujet,
  render: async ({ sujet: { semestre } }) => {
    const jury = await loadJury(semestre);
    return (
      <>
        <Salle
          lignes={lignesTable(jury.lignes)}
          colonnes={jury.colonnes}
          semestre={{
            id: semestre.id,
            numero: semestre.numero,
            titre: `${nomSemestre(semestre)}, ${semestre.promotion}`,
          }}
        />
        <Veille semestreId={semestre.id} version={jury.version} />
      </>
    );
  },
});
