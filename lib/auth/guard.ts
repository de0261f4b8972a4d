import "server-only";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import type { z } from "zod";
import { type Ecriture, type Lecture, read, write } from "@/db";
import { insertConsultation, isInscrite, ligneConsultation } from "@/lib/consultations/ecriture";
import type { Consultation } from "@/lib/consultations/objets";
import { Refus, type Resultat, refuse } from "@/lib/errors";
import { type EntreeJournal, insertJournal } from "@/lib/journal/entree";
import { observe, type Vu } from "@/lib/surveillance/observation";
import { type Action, can, hasRight, isLocked, type Sujet, type Utilisateur } from "./permissions";
import { getUser } from "./session";

/** Tout ce que le garde a fait porte cette marque ; un test refuse une page, une action ou une route qui ne l'a pas. */
const gardes = new WeakSet<object>();

export function isGuarded(fonction: unknown): boolean {
  return typeof fonction === "function" && gardes.has(fonction);
}

function mark<F extends object>(fonction: F): F {
  gardes.add(fonction);
  return fonction;
}

const VERROUILLE =
  "Ce semestre est verrouillé dans son état actuel : rien n'a été enregistré. Demandez au jury de le rouvrir.";

function verify<S extends Sujet>(
  user: Utilisateur,
  action: Action,
  sujet: S | null,
  verrou?: (sujet: S) => string,
): asserts sujet is S {
  // Ce qu'une personne ne doit pas connaître est « introuvable », y compris qu'il existe.
  if (!sujet || !hasRight(user, action, sujet)) throw new Refus("introuvable", "Introuvable.");
  if (isLocked(action, sujet)) throw new Refus("verrouille", verrou?.(sujet) ?? VERROUILLE);
}

/** Où l'écriture a laissé sa trace : des lignes de journal, l'histoire des notes, ou rien parce que rien n'a changé. */
export type Trace = readonly [EntreeJournal, ...EntreeJournal[]] | "note_historique" | "inchange";

interface DefinitionAction<E extends z.ZodType, S extends Sujet, R, P> {
  readonly action: Action;
  readonly entree: E;
  /** Le travail lent (une empreinte de mot de passe), avant la transaction : SQLite n'a qu'un écrivain. */
  readonly prepare?: (contexte: { readonly user: Utilisateur; readonly entree: z.output<E> }) => Promise<P>;
  /** Lit le sujet dans la transaction, en le verrouillant ; null : introuvable. */
  readonly sujet: (tx: Ecriture, entree: z.output<E>) => Promise<S | null>;
  /** La phrase du refus quand l'état du semestre ferme l'action, si celle du garde ne dit pas quoi faire ici. */
  readonly verrou?: (sujet: S) => string;
  readonly run: (contexte: {
    readonly tx: Ecriture;
    readonly user: Utilisateur;
    readonly sujet: S;
    readonly entree: z.output<E>;
    readonly prepare: P;
    /** L'instant de l'écriture, ISO 8601 UTC. */
    readonly instant: string;
  }) => Promise<{ readonly valeur: R; readonly trace: Trace }>;
}

/**
 * Une action serveur : entrée vérifiée, session, sujet, droit, puis écriture et trace dans une même transaction. Un refus
 * attendu revient comme une valeur et n'a rien écrit ; une surprise lève.
 */
export function defineAction<E extends z.ZodType, S extends Sujet, R, P = undefined>(
  definition: DefinitionAction<E, S, R, P>,
): (entree: z.input<E>) => Promise<Resultat<R>> {
  const agit = async (brute: z.input<E>, vu: Vu): Promise<Resultat<R>> => {
    const user = await getUser();
    if (user) vu.roles = user.roles;
    if (!user) {
      return refuse(
        new Refus("deconnecte", "Votre session est terminée : reconnectez-vous dans un autre onglet, puis réessayez."),
      );
    }
    const entree = definition.entree.safeParse(brute);
    if (!entree.success) {
      return refuse(new Refus("invalide", entree.error.issues[0]?.message ?? "Saisie invalide.", champs(entree.error)));
    }
    try {
      const prepare = (await definition.prepare?.({ user, entree: entree.data })) as P;
      const valeur = await write(async (tx) => {
        const sujet = await definition.sujet(tx, entree.data);
        verify(user, definition.action, sujet, definition.verrou);
        const instant = new Date().toISOString();
        const resultat = await definition.run({ tx, user, sujet, entree: entree.data, prepare, instant });
        if (typeof resultat.trace !== "string") await insertJournal(tx, user.id, instant, resultat.trace);
        return resultat.valeur;
      });
      return { ok: true, valeur };
    } catch (erreur) {
      if (erreur instanceof Refus) return refuse(erreur);
      throw erreur;
    }
  };
  return mark((brute: z.input<E>) => observe("action", definition.action, (vu) => agit(brute, vu)));
}

/** Le premier message de chaque champ, pour l'écrire sous ce champ. */
function champs(erreur: z.ZodError): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const { path, message } of erreur.issues) messages[path.join(".")] ??= message;
  return messages;
}

type Parametres = Record<string, string>;
type Recherche = Record<string, string | string[] | undefined>;

interface PropsPage {
  readonly params: Promise<Parametres>;
  readonly searchParams: Promise<Recherche>;
}

interface ContexteLecture<S extends Sujet> {
  readonly user: Utilisateur;
  readonly sujet: S;
  readonly params: Parametres;
  readonly searchParams: Recherche;
}

interface DefinitionPage<S extends Sujet> {
  readonly action: Action;
  /** « /jury/[semestreId] » : pour revenir à la même vue après la connexion. */
  readonly chemin: string;
  readonly sujet?: (
    lecture: Lecture,
    contexte: { user: Utilisateur; params: Parametres; searchParams: Recherche },
  ) => Promise<S | null>;
  /** Le dossier nominatif que cette page ouvre : inscrit au registre que l'étudiant lit, avant que rien ne soit montré. */
  readonly consulte?: (contexte: ContexteLecture<S>) => Consultation;
  readonly render: (contexte: ContexteLecture<S>) => Promise<ReactNode>;
}

const registrees = new WeakSet<object>();

/** Cette page ou cette route inscrit-elle ses lectures, au registre de l'étudiant ou au journal ? */
export function isRegistree(fonction: unknown): boolean {
  return typeof fonction === "function" && registrees.has(fonction);
}

/** Sans cette ligne, pas de lecture : si elle ne peut pas s'écrire, la page échoue plutôt que de taire qui a regardé. */
async function recordConsultation(user: Utilisateur, lue: Consultation): Promise<void> {
  const instant = new Date().toISOString();
  const ligne = ligneConsultation(user.id, lue, instant);
  if (await read((l) => isInscrite(l, ligne))) return;
  await write((tx) => insertConsultation(tx, ligne, instant));
}

function adresse(chemin: string, params: Parametres, recherche: Recherche): string {
  const base = chemin.replaceAll(/\[(\w+)\]/g, (_, nom: string) => encodeURIComponent(params[nom] ?? ""));
  const requete = new URLSearchParams(
    Object.entries(recherche).flatMap(([cle, v]) => (v === undefined ? [] : [v].flat().map((un) => [cle, un]))),
  );
  return requete.size > 0 ? `${base}?${requete}` : base;
}

/** Une page : session, sujet, droit, puis rendu. Sans session, vers la connexion ; sans droit, introuvable. */
export function definePage<S extends Sujet = Sujet>(definition: DefinitionPage<S>) {
  const montre = async (props: PropsPage, vu: Vu): Promise<ReactNode> => {
    const [params, searchParams] = await Promise.all([props.params, props.searchParams]);
    const user = await getUser();
    if (!user) redirect(`/connexion?retour=${encodeURIComponent(adresse(definition.chemin, params, searchParams))}`);
    vu.roles = user.roles;
    const { sujet: lire } = definition;
    const sujet = lire ? await read((l) => lire(l, { user, params, searchParams })) : ({} as S);
    if (!sujet || !can(user, definition.action, sujet)) notFound();
    const contexte = { user, sujet, params, searchParams };
    const rendu = await definition.render(contexte);
    if (definition.consulte) await recordConsultation(user, definition.consulte(contexte));
    return rendu;
  };
  const page = mark(function Page(props: PropsPage) {
    return observe("page", definition.chemin, (vu) => montre(props, vu));
  });
  if (definition.consulte) registrees.add(page);
  return page;
}

const STATUTS = {
  deconnecte: 401,
  introuvable: 404,
  interdit: 403,
  verrouille: 423,
  conflit: 409,
  invalide: 422,
} as const;

interface ContexteRoute<S extends Sujet> {
  readonly user: Utilisateur;
  readonly sujet: S;
  readonly params: Parametres;
  readonly url: URL;
}

interface DefinitionLecture<S extends Sujet> {
  readonly action: Action;
  readonly sujet?: (lecture: Lecture, contexte: { user: Utilisateur; params: Parametres }) => Promise<S | null>;
  /** Le dossier nominatif que cette route rend, comme pour une page. */
  readonly consulte?: (contexte: ContexteRoute<S>) => Consultation;
  /** Un fichier de toute une classe qui sort d'ici : une ligne au journal, et non une par étudiant. */
  readonly exporte?: (contexte: ContexteRoute<S>) => EntreeJournal;
  readonly run: (contexte: ContexteRoute<S>) => Promise<unknown>;
}

/** Une route de lecture, en JSON : ce que le navigateur relit. Une réponse déjà faite passe telle quelle. */
export function defineRoute<S extends Sujet = Sujet>(definition: DefinitionLecture<S>) {
  const repond = async (requete: Request, contexte: { params: Promise<Parametres> }, vu: Vu): Promise<Response> => {
    const params = await contexte.params;
    const user = await getUser();
    try {
      if (!user) throw new Refus("deconnecte", "Votre session est terminée : reconnectez-vous.");
      vu.roles = user.roles;
      const { sujet: lire } = definition;
      const sujet = lire ? await read((l) => lire(l, { user, params })) : ({} as S);
      verify(user, definition.action, sujet);
      const lu = { user, sujet, params, url: new URL(requete.url) };
      const valeur = await definition.run(lu);
      const { consulte, exporte } = definition;
      if (consulte) await recordConsultation(user, consulte(lu));
      if (exporte) await write((tx) => insertJournal(tx, user.id, new Date().toISOString(), [exporte(lu)]));
      return valeur instanceof Response ? valeur : Response.json(valeur, { headers: { "cache-control": "no-store" } });
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      return Response.json({ code: erreur.code, message: erreur.message }, { status: STATUTS[erreur.code] });
    }
  };
  const route = mark((requete: Request, contexte: { params: Promise<Parametres> }) =>
    observe("route", definition.action, (vu) => repond(requete, contexte, vu)),
  );
  if (definition.consulte || definition.exporte) registrees.add(route);
  return route;
}
