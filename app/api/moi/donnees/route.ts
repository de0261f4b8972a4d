import { defineRoute } from "@/lib/auth/guard";
import { sujetSoi } from "@/lib/cursus/sujet";
import { findDonnees } from "@/lib/donnees/queries";

export const GET = defineRoute({
  action: "cursus:soi",
  sujet: sujetSoi,
  run: async ({ sujet }) =>
    new Response(JSON.stringify(await findDonnees(sujet.etudiantId), null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="mes-donnees-paliers.json"',
        "cache-control": "no-store",
      },
    }),
});
