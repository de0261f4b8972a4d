import "server-only";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { authOptions } from "./config";
import type { Utilisateur } from "./permissions";
import { findUtilisateur } from "./queries";

/** Qui fait cette requête ; null si personne. Lu une fois par requête, rôles compris, dans la base. */
export const getUser = cache(async (): Promise<Utilisateur | null> => {
  const session = await getServerSession(authOptions());
  const { id, version } = session?.user ?? {};
  if (!id || version === undefined) return null;
  return findUtilisateur(id, version);
});
