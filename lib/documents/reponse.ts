import "server-only";
import { cookies } from "next/headers";
import { FileOccupee } from "./pdf/file-attente";
import { PdfIndisponible, renderPdf } from "./pdf/pdf";

/** Le jeton de next-auth, en un ou plusieurs morceaux, et aucun autre cookie. */
const SESSION = /^(__Host-)?next-auth\.session-token(\.\d+)?$/;

/** Une de nos pages en PDF à télécharger, imprimée avec la session de qui la demande. */
export async function respondPdf(chemin: string, demandeur: string): Promise<Response> {
  try {
    const session = (await cookies()).getAll().filter(({ name }) => SESSION.test(name));
    const { octets, titre } = await renderPdf({ chemin, session, demandeur });
    return new Response(new Uint8Array(octets), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent(titre)}.pdf`,
        "cache-control": "no-store",
      },
    });
  } catch (erreur) {
    if (!(erreur instanceof PdfIndisponible || erreur instanceof FileOccupee)) throw erreur;
    if (erreur.cause) console.error(erreur.cause);
    return Response.json(
      { code: "indisponible", message: erreur.message },
      { status: 503, headers: { "cache-control": "no-store", "retry-after": "60" } },
    );
  }
}
