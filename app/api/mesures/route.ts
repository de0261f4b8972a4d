import { definePublicRoute } from "@/lib/auth/public";
import { isJetonMesures, lireMesures } from "@/lib/sante/exposition";

export const dynamic = "force-dynamic";

/** Pour Prometheus, derrière PALIERS_MESURES ; sans jeton réglé, ou sans le bon, l'adresse n'existe pas. */
export const GET = definePublicRoute(async (_, entetes) =>
  isJetonMesures(entetes.get("authorization"))
    ? { statut: 200, corps: await lireMesures() }
    : { statut: 404, corps: { etat: "introuvable" } },
);
