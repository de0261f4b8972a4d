import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";

/** L'identifiant qu'une action serveur a reçu à la construction de l'application de ce dossier. */
export function actionId(dossier: string, fichier: string, nom: string): string {
  const manifeste = JSON.parse(
    readFileSync(path.join(dossier, ".next", "server", "server-reference-manifest.json"), "utf8"),
  ) as { node: Record<string, { filename?: string; exportedName?: string }> };
  const trouvee = Object.entries(manifeste.node).find(
    ([, a]) => a.filename?.endsWith(fichier) && a.exportedName === nom,
  );
  if (!trouvee) throw new Error(`l'action ${nom} de ${fichier} n'est pas dans la construction`);
  return trouvee[0];
}

// Une connexion par personne, gardée ouverte, comme le ferait son navigateur.
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** Poste un texte et rend la réponse entière. */
export function post(url: string, headers: Record<string, string>, corps: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const requete = http.request(url, { agent, method: "POST", headers }, (reponse) => {
      const morceaux: Buffer[] = [];
      reponse.on("data", (m: Buffer) => morceaux.push(m));
      reponse.on("end", () =>
        reponse.statusCode === 200
          ? resolve(Buffer.concat(morceaux).toString())
          : reject(new Error(`${url} : ${reponse.statusCode}`)),
      );
    });
    requete.on("error", reject);
    requete.end(corps);
  });
}

/** Appelle une action serveur comme le navigateur, et rend ce qu'elle répond. */
export async function callAction<T>(page: string, cookie: string, id: string, entree: unknown): Promise<T> {
  const flux = await post(
    page,
    {
      cookie,
      origin: new URL(page).origin,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      "next-action": id,
    },
    JSON.stringify([entree]),
  );
  const ligne = flux.split("\n").find((l) => l.startsWith("1:"));
  if (!ligne) throw new Error("réponse d'action illisible");
  return JSON.parse(ligne.slice(2)) as T;
}

/** L'action nue : reconnaître la session, lire l'entrée, répondre. Une page la montre, sans quoi Next ne la construit pas. */
export const ACTION_NUE: Readonly<Record<string, string>> = {
  "app/rien.ts": `"use server";
import { getUser } from "@/lib/auth/session";
export async function rien(entree) {
  const user = await getUser();
  return { ok: user !== null, valeur: entree };
}
`,
  "app/page.tsx": `import { definePage } from "@/lib/auth/guard";
import { rien } from "./rien";
export default definePage({ action: "compte:soi", chemin: "/", render: async () => <form action={rien}>vide</form> });
`,
};
