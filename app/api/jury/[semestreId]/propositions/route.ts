import { defineRoute } from "@/lib/auth/guard";
import { apercuPropositions } from "@/lib/jury/apercu";
import { loadDossiers, readSujet } from "@/lib/jury/queries";

export const GET = defineRoute({
  action: "jury:decider",
  sujet: readSujet,
  run: async ({ sujet: { semestre } }) => apercuPropositions(await loadDossiers(semestre.id), semestre.id),
});
