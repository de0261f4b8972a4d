import { definePublicRoute } from "@/lib/auth/public";
import { controleSante } from "@/lib/sante/queries";

export const dynamic = "force-dynamic";

/** Pour un répartiteur ou une sonde. `?vivant` : le processus répond ; sans lui : il peut recevoir du monde. */
export const GET = definePublicRoute(async (url) => {
  if (url.searchParams.has("vivant")) return { statut: 200, corps: { etat: "vivant" } };
  const controles = await controleSante();
  const panne = controles.some((c) => c.etat === "panne");
  const resume = Object.fromEntries(controles.map((c) => [c.nom, c.etat]));
  return { statut: panne ? 503 : 200, corps: { etat: panne ? "panne" : "pret", ...resume } };
});
