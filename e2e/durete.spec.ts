import { expect, type Page, test } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { Grille, isEnvoi } from "./outils/grille";
import { openServeurAPart } from "./outils/serveur-a-part";
import { signIn } from "./outils/session";

// Le serveur est tué net, encore et encore, pendant qu'une enseignante tape : ce qui s'est dit enregistré doit y être, une
// fois. Il lui faut un serveur à elle, avec sa base.
test.describe.configure({ timeout: 150_000 });

const MORTS = 5;
const CASES = 20;

/** Note, dans la page, chaque valeur qu'une case a montrée avec « Enregistrée » hors de la frappe. */
async function watchEnregistrees(page: Page): Promise<void> {
  await page.evaluate(() => {
    const vues = new Set<string>();
    Object.assign(window, { vues });
    const releve = () => {
      for (const [i, ligne] of [...document.querySelectorAll("[role=grid] tbody tr:has(input)")].entries()) {
        const champ = ligne.querySelector("input");
        const etat = champ && document.getElementById(champ.getAttribute("aria-describedby") ?? "");
        if (champ && champ !== document.activeElement && champ.value && etat?.textContent?.startsWith("Enregistrée"))
          vues.add(`${i} ${champ.value}`);
      }
    };
    new MutationObserver(releve).observe(document.body, { subtree: true, childList: true, characterData: true });
    setInterval(releve, 25);
  });
}

const readEnregistrees = (page: Page) => page.evaluate(() => [...(window as unknown as { vues: Set<string> }).vues]);

interface Ligne {
  readonly inscriptionId: string;
  readonly version: number;
  readonly avant: number | null;
  readonly apres: number;
  readonly courante: number;
  readonly derniere: number;
}

function readBase(fichier: string, evaluationId: string): Ligne[] {
  const base = new Sqlite(fichier, { readonly: true });
  try {
    return base
      .prepare<[string], Ligne>(
        `select n.inscription_id as inscriptionId, h.version, h.avant_valeur as avant, h.apres_valeur as apres,
           n.valeur as courante, n.version as derniere
         from note n join note_historique h on h.note_id = n.id
         where n.evaluation_id = ? order by n.inscription_id, h.version`,
      )
      .all(evaluationId);
  } finally {
    base.close();
  }
}

test("tué net cinq fois pendant la saisie, le serveur n'a perdu ni doublé aucune note", async ({ browser }) => {
  const serveur = await openServeurAPart("durete");
  const contexte = await browser.newContext({ baseURL: serveur.adresse });
  try {
    const page = await contexte.newPage();
    await signIn(page, "enseignant@paliers.demo");
    const g = await Grille.cree(page, "s1-2026/s1-commun-mecanique", "Essai : coupures");
    await watchEnregistrees(page);

    // Sans jamais attendre, d'un tour à l'autre. Chaque valeur est unique dans sa case : une note perdue ou doublée se voit.
    let fini = false;
    const dernieres: number[] = [];
    const enregistrees = g.bilan.filter({ hasText: /Toutes les notes sont enregistrées à/ });
    const frappe = (async () => {
      for (let tour = 0; !fini; tour++) {
        for (let i = 0; i < CASES; i++) {
          const valeur = (tour * 7 + i * 53) % 2001;
          await g.tape(i, `${Math.floor(valeur / 100)},${String(valeur % 100).padStart(2, "0")}`);
          dernieres[i] = valeur;
        }
      }
      await expect(enregistrees).toBeVisible({ timeout: 40_000 });
    })();
    for (let mort = 0; mort < MORTS; mort++) {
      const avant = (await readEnregistrees(page)).length;
      await expect
        .poll(async () => (await readEnregistrees(page)).length, { timeout: 40_000 })
        .toBeGreaterThan(avant + 3);
      // Pendant un enregistrement, un peu plus tard à chaque fois : avant, pendant ou après l'écriture.
      await page.waitForRequest(isEnvoi);
      await new Promise((suite) => setTimeout(suite, mort * 6));
      await serveur.kill();
      await serveur.start();
    }
    fini = true;
    await frappe;
    const dites = await readEnregistrees(page);
    const lignes = await g.lignes();
    await serveur.kill();

    const histoire = readBase(serveur.base, g.evaluationId);
    expect(dites.length).toBeGreaterThan(MORTS * 3);
    for (const [i, ligne] of lignes.slice(0, CASES).entries()) {
      const suite = histoire.filter((h) => h.inscriptionId === ligne.inscriptionId);
      const valeurs = suite.map((h) => h.apres);
      expect(new Set(valeurs).size, "aucun changement écrit deux fois").toBe(valeurs.length);
      expect(suite.map((h) => h.version)).toEqual(suite.map((_h, rang) => rang + 1));
      expect(suite.map((h) => h.avant)).toEqual([null, ...valeurs.slice(0, -1)]);
      expect(suite.at(-1)).toMatchObject({ apres: dernieres[i], courante: dernieres[i], derniere: suite.length });
      const sesDites = dites.flatMap((e) => {
        const [rang = "", valeur = ""] = e.split(" ");
        return Number(rang) === i ? [Number(valeur.replace(",", ""))] : [];
      });
      expect(valeurs, "chaque note dite enregistrée y est").toEqual(expect.arrayContaining(sesDites));
    }
  } finally {
    await contexte.close();
    await serveur.close();
  }
});
