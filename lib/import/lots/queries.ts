import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray } from "drizzle-orm";
import { type Ecriture, type Lecture, lotImport, memoireColonnes, utilisateur } from "@/db";

/** Un lot tel que l'écran le montre, avec son bouton « Défaire » tant qu'il tient. */
export interface LotVu {
  readonly id: string;
  readonly cible: string;
  readonly fichier: string;
  readonly ecrites: number;
  readonly le: string;
  readonly par: string;
  readonly annuleLe: string | null;
}

const MONTRES = 20;

/** Les derniers lots reçus par ces cibles, le plus récent d'abord. */
export async function listLots(lecture: Lecture, usage: string, cibles: readonly string[]): Promise<LotVu[]> {
  const lignes = await lecture
    .select({ lot: lotImport, nom: utilisateur.nom, prenom: utilisateur.prenom })
    .from(lotImport)
    .innerJoin(utilisateur, eq(utilisateur.id, lotImport.utilisateurId))
    .where(and(eq(lotImport.usage, usage), inArray(lotImport.cible, [...cibles])))
    .orderBy(desc(lotImport.creeLe), desc(lotImport.id))
    .limit(MONTRES);
  return lignes.map(({ lot, nom, prenom }) => ({
    id: lot.id,
    cible: lot.cible,
    fichier: lot.fichier,
    ecrites: lot.ecrites,
    le: lot.creeLe,
    par: `${nom} ${prenom}`,
    annuleLe: lot.annuleLe,
  }));
}

/** Par champ, le titre de sa colonne ; « » : aucune. */
export type ChoixColonnes = Readonly<Record<string, string>>;

/** Les colonnes choisies pour chaque modèle de fichier déjà vu dans cette formation. */
export async function listMemoires(
  lecture: Lecture,
  formationId: string,
  usage: string,
): Promise<Record<string, ChoixColonnes>> {
  const lignes = await lecture
    .select({ signature: memoireColonnes.signature, choix: memoireColonnes.choix })
    .from(memoireColonnes)
    .where(and(eq(memoireColonnes.formationId, formationId), eq(memoireColonnes.usage, usage)))
    .orderBy(desc(memoireColonnes.modifieeLe))
    .limit(200);
  return Object.fromEntries(lignes.map((l) => [l.signature, JSON.parse(l.choix) as ChoixColonnes]));
}

/** Retient les colonnes que quelqu'un vient de choisir lui-même pour ces titres. */
export async function rememberColonnes(
  tx: Ecriture,
  memoire: {
    formationId: string;
    usage: string;
    signature: string;
    choix: ChoixColonnes;
    utilisateurId: string;
    instant: string;
  },
): Promise<void> {
  const { instant, choix, ...cle } = memoire;
  const valeurs = { choix: JSON.stringify(choix), utilisateurId: cle.utilisateurId, modifieeLe: instant };
  await tx
    .insert(memoireColonnes)
    .values({ id: randomUUID(), ...cle, ...valeurs })
    .onConflictDoUpdate({
      target: [memoireColonnes.formationId, memoireColonnes.usage, memoireColonnes.signature],
      set: valeurs,
    });
}
