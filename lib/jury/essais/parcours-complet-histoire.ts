import type { Cursus } from "@/lib/but/modele/cursus";
import type { Resultat } from "@/lib/errors";
import { saveDecisions } from "../actions";
import { openJury, publishDecisions, reopenSemestre } from "../cycle/actions";
import type { Difference } from "../instantane";
import { loadJury } from "../queries";
import { CLASSES, type Classe, seedClasse } from "./parcours-complet";
import { ACTES, type Acte, REOUVERTURES } from "./parcours-complet-jurys";
import { type Cas, casDuJury, releveJury } from "./propositions";
import { accepter, cible, deliberer, preparerActe } from "./seance";

/** Ce que l'histoire a laissé voir, jury après jury. */
export interface Histoire {
  /** La table de chaque jury, à son ouverture puis une fois tout décidé. */
  readonly cas: readonly Cas[];
  /** Ce que chaque acte pris à la main a répondu tant qu'il n'avait pas de motif. */
  readonly sansMotif: readonly { readonly qui: string; readonly reponse: Resultat<unknown> }[];
  /** Le cursus de chacun, une fois le dernier jury publié. */
  readonly cursus: ReadonlyMap<string, Cursus>;
  /** Ce que les PV disent d'autre que les notes, à la fin. */
  readonly differences: readonly Difference[];
}

/** Toute l'histoire, par les actions que l'écran appelle, sous les droits de la personne connectée. */
export async function joueHistoire(): Promise<Histoire> {
  const cas: Cas[] = [];
  const sansMotif: { qui: string; reponse: Resultat<unknown> }[] = [];

  const decide = async (acte: Acte): Promise<void> => {
    const entree = await preparerActe(acte.semestreId, acte.etudiantId, acte.choix);
    const muet = { ...entree, choix: entree.choix.map((c) => ({ ...c, motif: null })) };
    const qui = `${acte.etudiantId}, ${acte.semestreId}`;
    sansMotif.push({ qui, reponse: await saveDecisions(muet) });
    exige(qui, await saveDecisions(entree));
  };
  const delibere = async (classe: Classe, actes: readonly Acte[], moment: string): Promise<void> => {
    cas.push(...(await releveJury(classe, `${moment}, à l'ouverture`)));
    // Un diplôme ne se décide qu'une fois ses conditions enregistrées.
    for (const acte of actes) if (!isDiplome(acte)) await decide(acte);
    // Au jury rouvert il peut ne rien rester à accepter : c'est la délibération qui dit si tout est décidé.
    await accepter(classe.id);
    for (const acte of actes) if (isDiplome(acte)) await decide(acte);
    cas.push(...(await releveJury(classe, `${moment}, décidé`)));
    exige(classe.id, await deliberer(classe.id));
    exige(classe.id, await publishDecisions(await cible(classe.id)));
  };

  for (const classe of CLASSES) {
    await seedClasse(classe);
    exige(classe.id, await openJury(await cible(classe.id)));
    await delibere(
      classe,
      ACTES.filter((a) => a.semestreId === classe.id),
      "jury",
    );
    for (const acte of REOUVERTURES.filter((r) => r.apres === classe.id)) {
      const rouverte = CLASSES.find((c) => c.id === acte.semestreId) ?? classe;
      exige(rouverte.id, await reopenSemestre({ ...(await cible(rouverte.id)), motif: acte.pourquoi }));
      await delibere(rouverte, [acte], `rouvert après ${classe.id}`);
    }
  }
  // À la fin, les jurys passés relisent des étudiants qui ont redoublé, changé de parcours, acquis par le haut.
  const cursus = new Map<string, Cursus>();
  const differences: Difference[] = [];
  for (const classe of CLASSES) {
    const jury = await loadJury(classe);
    cas.push(...casDuJury(classe, jury, "relu à la fin"));
    differences.push(...jury.differences);
    for (const d of jury.dossiers) cursus.set(d.dossier.etudiant.id, d.cursus);
  }
  return { cas, sansMotif, cursus, differences };
}

const isDiplome = ({ choix }: Acte): boolean => choix.some((c) => c.portee === "diplome");

function exige(quoi: string, reponse: Resultat<unknown>): void {
  if (!reponse.ok) throw new Error(`${quoi} : ${reponse.message}`);
}
