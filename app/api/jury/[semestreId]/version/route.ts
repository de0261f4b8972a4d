import { defineRoute } from "@/lib/auth/guard";
import { readVersion } from "@/lib/jury/veille/queries";

/** Relue chaque seconde par chaque membre connecté : une seule requête, quelques octets. */
export const GET = defineRoute({
  action: "jury:lire",
  sujet: (lecture, { params }) => readVersion(lecture, params.semestreId ?? ""),
  run: async ({ sujet: { version } }) => ({ version }),
});
