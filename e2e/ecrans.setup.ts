import { type APIRequestContext, expect, test as setup } from "@playwright/test";
import { gabaritDe, gabarits } from "./outils/ecrans";
import { type Visite, writePlan } from "./outils/plan-ecrans";
import { type Compte, etatDe } from "./outils/session";

// Trouve tous les écrans en suivant les liens, comme quelqu'un qui visite : pour chaque gabarit, une adresse de deux rôles au
// plus, qui y voient d'autres données. Les regarder se partage ensuite entre plusieurs navigateurs (accessibilite.spec.ts).

const TOUS = gabarits();
const ROLES_PAR_GABARIT = 2;

const DEPARTS = [
  ["etudiant", "/moi"],
  ["enseignant", "/enseignement"],
  ["jury", "/jury/s2-2025"],
  ["responsable", "/scolarite"],
  ["scolarite", "/scolarite"],
] as const satisfies readonly (readonly [Compte, string])[];

/** Un écran qu'aucun lien de la démonstration n'atteint se visite par son adresse. */
const SANS_LIEN: Partial<Record<Compte, readonly string[]>> = {
  enseignant: [
    "/enseignement/s3-2026/s3-initiale-dimensionnement-des-structures/grille",
    "/enseignement/evaluations/s3-2026-dimensionnement-des-structures-2/seconde",
    "/enseignement/evaluations/s3-2026-dimensionnement-des-structures-2/comparaison",
  ],
  etudiant: ["/verification/2222-2222-2222-2222"],
  scolarite: ["/enseignement/evaluations/s4-2025-alternance-immersion-professionnelle-1/anonymat"],
};

/** Les adresses de ce site qu'une page propose, telles que le serveur l'envoie. */
const liensDe = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"]*)"/g)].map(([, lien = ""]) => lien.replaceAll("&amp;", "&"));

async function visit(
  requete: APIRequestContext,
  compte: Compte,
  departs: readonly string[],
  vus: Map<string, number>,
): Promise<Visite[]> {
  const visites: Visite[] = [];
  const miens = new Set<string>();
  const file = [...departs];
  const connus = new Set(file);
  for (let adresse = file.shift(); adresse !== undefined; adresse = file.shift()) {
    const gabarit = gabaritDe(new URL(adresse, "http://paliers").pathname, TOUS);
    if (gabarit === undefined || miens.has(gabarit)) continue;
    const nombre = vus.get(gabarit) ?? 0;
    if (nombre >= ROLES_PAR_GABARIT) continue;
    miens.add(gabarit);
    const reponse = await requete.get(adresse);
    expect(reponse.status(), adresse).toBeLessThan(400);
    vus.set(gabarit, nombre + 1);
    visites.push({ compte, adresse, gabarit, premiere: nombre === 0 });
    for (const lien of liensDe(await reponse.text())) {
      if (connus.has(lien) || lien.startsWith("/api/")) continue;
      connus.add(lien);
      file.push(lien);
    }
  }
  return visites;
}

setup("le plan de tous les écrans", async ({ playwright, baseURL }) => {
  const vus = new Map<string, number>();
  const visites: Visite[] = [{ compte: null, adresse: "/connexion", gabarit: "/connexion", premiere: true }];
  for (const [compte, depart] of DEPARTS) {
    const requete = await playwright.request.newContext({ ...(baseURL && { baseURL }), storageState: etatDe(compte) });
    visites.push(...(await visit(requete, compte, [depart, ...(SANS_LIEN[compte] ?? [])], vus)));
    await requete.dispose();
  }
  writePlan(visites);
});
