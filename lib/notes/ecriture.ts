import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { type Ecriture, inscription, note, noteHistorique, utilisateur } from "@/db";
import { colonnesDe, noteDe } from "@/db/colonnes-note";
import type { Utilisateur } from "@/lib/auth/permissions";
import type { Note } from "@/lib/but/modele/note";
import { isModifiee } from "@/lib/evaluations/libelles";
import type { SujetEvaluation } from "@/lib/evaluations/queries";
import { isSuivi } from "@/lib/evaluations/suivi";
import { nomComplet } from "@/lib/libelles";
import type { Changement, NoteLue } from "./entree";

export interface Contexte {
  readonly tx: Ecriture;
  readonly user: Utilisateur;
  readonly sujet: SujetEvaluation;
  readonly instant: string;
}

interface Courante {
  readonly etat: "I" | "DEM" | "DEF";
  /** L'id de la ligne ; null si elle n'existe pas encore. */
  readonly noteId: string | null;
  readonly note: NoteLue | null;
}

/** Les notes d'un lot : telles qu'elles étaient, telles qu'elles deviennent, et l'histoire à ajouter. */
export class Lot {
  private readonly avant: ReadonlyMap<string, Courante>;
  private readonly apres: Map<string, Courante>;
  private readonly histoire: (typeof noteHistorique.$inferInsert)[] = [];

  constructor(
    private readonly contexte: Contexte,
    courantes: ReadonlyMap<string, Courante>,
  ) {
    this.avant = courantes;
    this.apres = new Map(courantes);
  }

  get ecrit(): boolean {
    return this.histoire.length > 0;
  }

  /** Ce qui s'écrira : la note, la version qu'elle avait, celle qu'elle prend. */
  get changements(): readonly { readonly noteId: string; readonly avant: Note; readonly version: number }[] {
    return this.histoire.map((h) => ({
      noteId: h.noteId,
      avant: noteDe({ valeur: h.avantValeur ?? null, code: h.avantCode ?? null }),
      version: h.version,
    }));
  }

  /** Ce changement est-il déjà dans le lot ? */
  has(changementId: string): boolean {
    return this.histoire.some((h) => h.id === changementId);
  }

  /** La note de cet étudiant, les changements du lot compris ; rien s'il ne suit pas l'élément. */
  courante(inscriptionId: string): Courante | undefined {
    return this.apres.get(inscriptionId);
  }

  /** La note change, et son histoire avec elle. Écrits par `flush`. */
  change(
    courante: Courante,
    apres: NoteLue["note"],
    { id, inscriptionId, source }: Pick<Changement, "id" | "inscriptionId" | "source">,
    motif: string | null,
  ): NoteLue {
    const { user, sujet, instant } = this.contexte;
    const avant = courante.note;
    const version = (avant?.version ?? 0) + 1;
    const noteId = courante.noteId ?? randomUUID();
    const ecrite: NoteLue = {
      note: apres,
      version,
      le: instant,
      par: nomComplet(user),
      modifiee: isModifiee(sujet.evaluation, instant),
    };
    const [etaient, sont] = [colonnesDe(avant?.note ?? null), colonnesDe(apres)];
    this.histoire.push({
      id,
      noteId,
      version,
      avantValeur: etaient.valeur,
      avantCode: etaient.code,
      apresValeur: sont.valeur,
      apresCode: sont.code,
      source,
      motif,
      utilisateurId: user.id,
      creeLe: instant,
    });
    this.apres.set(inscriptionId, { ...courante, noteId, note: ecrite });
    return ecrite;
  }

  /** Une insertion pour les notes nouvelles, une pour l'histoire, une mise à jour par note qui existait. */
  async flush(): Promise<void> {
    if (!this.ecrit) return;
    const { tx, user, sujet, instant } = this.contexte;
    const nouvelles: (typeof note.$inferInsert)[] = [];
    for (const [inscriptionId, { noteId, note: n }] of this.apres) {
      const avant = this.avant.get(inscriptionId)?.note ?? null;
      if (!n || noteId === null || n === avant) continue;
      const champs = { ...colonnesDe(n.note), version: n.version, modifieeLe: instant, modifieePar: user.id };
      if (!avant) {
        nouvelles.push({ id: noteId, evaluationId: sujet.evaluation.id, inscriptionId, ...champs });
        continue;
      }
      const touchees = await tx
        .update(note)
        .set(champs)
        .where(and(eq(note.id, noteId), eq(note.version, avant.version)))
        .returning({ id: note.id });
      if (touchees.length === 0) throw new Error(`La note ${noteId} a changé sous le verrou de son évaluation`);
    }
    if (nouvelles.length > 0) await tx.insert(note).values(nouvelles);
    await tx.insert(noteHistorique).values(this.histoire);
  }
}

/** Les notes en place des étudiants nommés, s'ils suivent l'élément. L'évaluation est verrouillée : elles ne bougent plus. */
export async function readLot(contexte: Contexte, inscriptionIds: string[]): Promise<Lot> {
  const { tx, sujet } = contexte;
  const lignes = await tx
    .select({
      id: inscription.id,
      etat: inscription.etat,
      note,
      auteur: { nom: utilisateur.nom, prenom: utilisateur.prenom },
    })
    .from(inscription)
    .leftJoin(note, and(eq(note.inscriptionId, inscription.id), eq(note.evaluationId, sujet.evaluation.id)))
    .leftJoin(utilisateur, eq(utilisateur.id, note.modifieePar))
    .where(and(inArray(inscription.id, inscriptionIds), isSuivi(tx, sujet.semestre.id, sujet.elementId)));
  const enBase = (n: typeof note.$inferSelect, auteur: { nom: string; prenom: string } | null): NoteLue => ({
    note: noteDe(n),
    version: n.version,
    le: n.modifieeLe,
    par: auteur ? nomComplet(auteur) : "",
    modifiee: isModifiee(sujet.evaluation, n.modifieeLe),
  });
  return new Lot(
    contexte,
    new Map(
      lignes.map(({ id, etat, note: n, auteur }) => [
        id,
        { etat, noteId: n?.id ?? null, note: n && enBase(n, auteur) },
      ]),
    ),
  );
}
