import writeXlsxFile from "write-excel-file/node";
import { defineRoute } from "@/lib/auth/guard";
import { titreSemestre } from "@/lib/jury/libelles";
import { loadJury, readSujet } from "@/lib/jury/queries";
import { feuilleJury } from "@/lib/jury/tableur/feuille";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** La table du jury en classeur : de vrais nombres, aucune formule, les noms figés à gauche. */
export const GET = defineRoute({
  action: "jury:lire",
  sujet: readSujet,
  exporte: ({ sujet: { semestre } }) => ({
    action: "table du jury exportée",
    sujetType: "semestre",
    sujetId: semestre.id,
    avant: null,
    apres: null,
  }),
  run: async ({ sujet: { semestre } }) => {
    const { lignes, colonnes } = await loadJury(semestre);
    const feuille = feuilleJury(lignes, colonnes, semestre.numero).map((ligne) => [...ligne]);
    const octets = await writeXlsxFile(feuille, {
      sheet: `Jury S${semestre.numero}`,
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
      orientation: "landscape",
      columns: [{ width: 12 }, { width: 28 }],
    }).toBuffer();
    const nom = `jury ${titreSemestre(semestre)}.xlsx`;
    return new Response(new Uint8Array(octets), {
      headers: {
        "content-type": TYPE,
        "content-disposition": `attachment; filename="jury.xlsx"; filename*=UTF-8''${encodeURIComponent(nom)}`,
        "cache-control": "no-store",
      },
    });
  },
});
