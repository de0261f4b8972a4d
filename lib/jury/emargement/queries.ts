import "server-only";
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { affectation, read, role, utilisateur } from "@/db";
import { findDernierPv } from "../queries";

export interface Convoque {
  readonly nom: string;
  readonly qualite: string;
}

const PRESIDENCE = "Présidence";
const MEMBRE = "Membre du jury";

/** Qui signe la feuille : les membres du dernier PV, à défaut ceux du jury et les enseignants du semestre. */
export async function listConvoques(semestreId: string): Promise<readonly Convoque[]> {
  return read(async (lecture) => {
    const pv = await findDernierPv(lecture, semestreId);
    if (pv) {
      const membres = pv.membres.split(",").map((m) => m.trim());
      return [{ nom: pv.president, qualite: PRESIDENCE }, ...membres.map((nom) => ({ nom, qualite: MEMBRE }))];
    }
    const colonnes = { id: utilisateur.id, nom: utilisateur.nom, prenom: utilisateur.prenom };
    const jury = await lecture
      .selectDistinct(colonnes)
      .from(role)
      .innerJoin(utilisateur, eq(utilisateur.id, role.utilisateurId))
      .where(
        and(
          inArray(role.role, ["jury", "responsable"]),
          or(isNull(role.semestreId), eq(role.semestreId, semestreId)),
          eq(utilisateur.actif, true),
        ),
      )
      .orderBy(asc(utilisateur.nom), asc(utilisateur.prenom));
    const enseignants = await lecture
      .selectDistinct(colonnes)
      .from(affectation)
      .innerJoin(utilisateur, eq(utilisateur.id, affectation.utilisateurId))
      .where(and(eq(affectation.semestreId, semestreId), eq(utilisateur.actif, true)))
      .orderBy(asc(utilisateur.nom), asc(utilisateur.prenom));
    const connus = new Set(jury.map((u) => u.id));
    return [
      ...jury.map((u) => ({ nom: `${u.nom} ${u.prenom}`, qualite: MEMBRE })),
      ...enseignants
        .filter((u) => !connus.has(u.id))
        .map((u) => ({ nom: `${u.nom} ${u.prenom}`, qualite: "Enseignant du semestre" })),
    ];
  });
}
