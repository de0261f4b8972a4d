import { expect, test } from "@playwright/test";
import {
  CLASSE,
  freezeVisite,
  MOT,
  plant,
  prepareEtats,
  publishPlantee,
  readCible,
  withBase,
} from "./outils/sentinelles";
import { openServeurAPart } from "./outils/serveur-a-part";
import { signIn } from "./outils/session";
import { adresses, type Page, visite } from "./outils/visite-etudiant";

// Tout ce qu'un étudiant peut atteindre, lu deux fois : avant et après qu'on a caché dans la base des évaluations de chaque
// état, des décisions, des commentaires et des PV. Rien n'en paraît, et pas un nombre ne bouge.
test.describe.configure({ timeout: 600_000 });

const EMAIL = "douze-onze-dix-huit.passage@paliers.demo";
const AUTRE = { etudiantId: "etudiant-20250017", inscriptionId: `${CLASSE}-20250017` };

const ecrit = (n: number): readonly RegExp[] => [
  new RegExp(`(?<!\\d)${Math.floor(n / 100)}[,.]${String(n % 100).padStart(2, "0")}(?!\\d)`),
  new RegExp(`(?<!\\d)${n}(?!\\d)`),
];

/** Trois valeurs qu'aucune page ne contient encore : on les reconnaîtra. */
function valeursInconnues(pages: ReadonlyMap<string, Page>): [number, number, number] {
  const tout = [...pages.values()].map((p) => p.brut).join("\n");
  const libres: number[] = [];
  for (let n = 137; libres.length < 3 && n < 2000; n += 61)
    if (!ecrit(n).some((forme) => forme.test(tout))) libres.push(n);
  const [a, b, c] = libres;
  if (a === undefined || b === undefined || c === undefined) throw new Error("aucune valeur libre");
  return [a, b, c];
}

const contiennent = (pages: ReadonlyMap<string, Page>, formes: readonly RegExp[]): string[] =>
  [...pages].filter(([, { brut }]) => formes.some((forme) => forme.test(brut))).map(([adresse]) => adresse);

/** Où une page commence à différer de ce qu'elle était ; rien si c'est la même. */
function ecart(adresse: string, avant: Page | undefined, apres: Page): string[] {
  if (avant?.statut === apres.statut && avant.texte === apres.texte) return [];
  let i = 0;
  while (i < apres.texte.length && avant?.texte[i] === apres.texte[i]) i++;
  const autour = (texte = ""): string => texte.slice(Math.max(0, i - 60), i + 60);
  return [`${adresse} : « ${autour(avant?.texte)} » → « ${autour(apres.texte)} »`];
}

test("rien de ce qui n'est pas publié ne paraît, ni une valeur, ni un total, ni un rang, ni un histogramme", async ({
  browser,
}) => {
  const serveur = await openServeurAPart("fuite");
  const contexte = await browser.newContext({ baseURL: serveur.adresse });
  try {
    const cible = withBase(serveur.base, (base) => {
      prepareEtats(base);
      return readCible(base, EMAIL);
    });
    const page = await contexte.newPage();
    await signIn(page, EMAIL);
    await page.waitForLoadState("networkidle");
    withBase(serveur.base, (base) => freezeVisite(base, EMAIL));
    const departs = adresses({
      etudiantId: [cible.etudiantId, AUTRE.etudiantId],
      inscriptionId: [cible.inscriptionId, AUTRE.inscriptionId],
      semestreId: [CLASSE, "s1-2026"],
      elementId: [cible.elementId],
      ueId: [cible.ueId],
      niveauId: ["gmp-exploiter-n1"],
      evaluationId: ["plante-1", "plante-2", "plante-3"],
      document: ["releve", "cursus", "attestation", "pv"],
    });
    const avant = await visite(contexte.request, departs);
    const valeurs = valeursInconnues(avant);
    const interdits = [new RegExp(MOT), ...valeurs.flatMap(ecrit)];

    const atteintes = [...avant].filter(([, p]) => p.statut < 400).map(([adresse]) => adresse);
    expect(atteintes.length).toBeGreaterThan(60);
    const lue = (adresse: string): string => avant.get(adresse)?.texte ?? "";
    expect(lue(`/moi/ue/${CLASSE}/${cible.ueId}`), "le rang est affiché").toMatch(/Rang \d+ sur \d+/);
    expect(lue(`/moi/notes?semestre=${CLASSE}`), "la classe aussi").toContain("Dans la classe");
    for (const [adresse, { statut }] of avant)
      if (/^\/(etudiants|jury|scolarite|enseignement|api\/(jury|evaluations))/.test(adresse))
        expect(statut, adresse).toBe(404);

    withBase(serveur.base, (base) => plant(base, cible, valeurs));
    const apres = await visite(contexte.request, departs);
    expect(contiennent(apres, interdits)).toEqual([]);
    expect([...apres.keys()].sort()).toEqual([...avant.keys()].sort());
    expect([...apres].flatMap(([adresse, page]) => ecart(adresse, avant.get(adresse), page))).toEqual([]);

    // La preuve par le contraire : publiée, la même évaluation se voit, et bouge les nombres.
    withBase(serveur.base, publishPlantee);
    const notes = `/moi/notes?semestre=${CLASSE}`;
    const ue = `/moi/ue/${CLASSE}/${cible.ueId}`;
    const publiee = await visite(contexte.request, [notes, ue, "/moi/simulation"], { suivre: false });
    for (const adresse of [notes, ue, "/moi/simulation"]) {
      expect(contiennent(publiee, [new RegExp(MOT)])).toContain(adresse);
      expect(contiennent(publiee, ecrit(valeurs[0]))).toContain(adresse);
    }
    expect(contiennent(publiee, ecrit(valeurs[1])), "la note des autres, dans la classe").toContain(notes);
    expect(contiennent(publiee, ecrit(valeurs[2])), "rien du jury").toEqual([]);
    expect(publiee.get(ue)?.texte).not.toBe(lue(ue));
  } finally {
    await contexte.close();
    await serveur.close();
  }
});
