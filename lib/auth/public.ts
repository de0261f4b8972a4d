import "server-only";
import type { ReactNode } from "react";

type Parametres = Record<string, string>;
type Recherche = Record<string, string | string[] | undefined>;

interface PropsPage {
  readonly params: Promise<Parametres>;
  readonly searchParams: Promise<Recherche>;
}

const publiques = new WeakSet<object>();

export function isPublic(fonction: unknown): boolean {
  return typeof fonction === "function" && publiques.has(fonction);
}

/**
 * Une page ouverte à tous : elle ne reçoit ni session ni utilisateur, donc ne peut rien montrer de plus à qui est
 * connecté. Un test tient la liste de ces pages : une autre ne s'ouvre pas par oubli.
 */
export function definePublicPage(
  render: (contexte: { readonly params: Parametres; readonly searchParams: Recherche }) => Promise<ReactNode>,
) {
  const page = async function Page(props: PropsPage): Promise<ReactNode> {
    const [params, searchParams] = await Promise.all([props.params, props.searchParams]);
    return render({ params, searchParams });
  };
  publiques.add(page);
  return page;
}

/**
 * Une route de lecture ouverte à tous, pour les machines qui veillent sur le service : ni session ni utilisateur, donc rien
 * du département. Comme pour les pages, un test en tient la liste.
 */
export function definePublicRoute(
  lire: (url: URL, entetes: Headers) => Promise<{ readonly statut: number; readonly corps: object | string }>,
) {
  const route = async (requete: Request): Promise<Response> => {
    const { statut, corps } = await lire(new URL(requete.url), requete.headers);
    const headers = { "cache-control": "no-store" };
    return typeof corps === "string"
      ? new Response(corps, { status: statut, headers: { ...headers, "content-type": "text/plain; version=0.0.4" } })
      : Response.json(corps, { status: statut, headers });
  };
  publiques.add(route);
  return route;
}
