import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { pagesPdf } from "./jury";
import { withBase } from "./sentinelles";
import { openServeurAPart, type ServeurAPart } from "./serveur-a-part";
import { signIn } from "./session";

// Les gestes d'un étudiant, au téléphone et à l'écran, au clavier, et sans JavaScript. Un serveur à lui : ses visites, ses
// notes et ses décisions ne dépendent d'aucun autre récit.
test.describe.configure({ timeout: 120_000 });

const CAMILLE = "etudiant@paliers.demo";
const PASSAGE = "douze-onze-dix-huit.passage@paliers.demo";
const LARGEURS = [360, 1280] as const;

let serveur: ServeurAPart;
type Etat = Exclude<BrowserContextOptions["storageState"], string | undefined>;
const sessions = new Map<string, Etat>();

test.beforeAll(async () => {
  serveur = await openServeurAPart("etudiant");
});
test.afterAll(() => serveur.close());

async function chez(
  browser: Browser,
  email: string,
  faire: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  if (!sessions.has(email)) {
    const porte = await browser.newContext({ baseURL: serveur.adresse });
    await signIn(await porte.newPage(), email);
    sessions.set(email, await porte.storageState());
    await porte.close();
  }
  const contexte = await browser.newContext({
    baseURL: serveur.adresse,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    reducedMotion: "reduce",
    storageState: sessions.get(email),
    ...options,
  });
  try {
    await faire(await contexte.newPage());
  } finally {
    await contexte.close();
  }
}

const ecran = (width: number): BrowserContextOptions => ({ viewport: { width, height: width > 600 ? 900 : 740 } });
const carte = (page: Page, competence: string) => page.getByRole("region", { name: competence, exact: true }).first();

async function saine(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => new Promise((peint) => requestAnimationFrame(() => requestAnimationFrame(peint))));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${colorScheme} ${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

for (const width of LARGEURS) {
  test(`à ${width} px : où j'en suis, et pourquoi, au clavier`, ({ browser }) =>
    chez(
      browser,
      CAMILLE,
      async (page) => {
        const dehors: string[] = [];
        page.on("request", (r) => {
          if (!/^(data|blob):/.test(r.url()) && new URL(r.url()).origin !== serveur.adresse) dehors.push(r.url());
        });
        await page.goto("/moi");
        const specifier = carte(page, "Spécifier");
        await expect(specifier).toContainText(/Niveau 2 · 4 ECTS/);
        await expect(specifier).toContainText(/14,62\s*\/ 20/);
        await expect(specifier).toContainText(/14,34 avant le bonus de 2/);
        await expect(specifier).toContainText("provisoire");
        await specifier.locator("summary").focus();
        await page.keyboard.press("Enter");
        await expect(specifier).toContainText("Immersion professionnelle");

        await specifier.getByRole("link", { name: /Montrez-moi le calcul/ }).focus();
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { level: 1, name: "Le calcul de l'UE Spécifier" })).toBeVisible();
        const calcul = page.getByRole("region", { name: "Le calcul" });
        await expect(calcul).toContainText("point 2.5 (pôle ressources et pôle SAÉ)");
        for (;;) {
          const ferme = calcul.locator("details:not([open]) > summary").first();
          if ((await ferme.count()) === 0) break;
          await ferme.focus();
          await page.keyboard.press("Enter");
        }
        await expect(calcul).toContainText("Devoir surveillé");
        await page.getByRole("link", { name: "Le RCUE où cette UE compte" }).click();
        await expect(page.getByRole("heading", { level: 1, name: "Spécifier, niveau 2" })).toBeVisible();
        expect(dehors).toEqual([]);
      },
      ecran(width),
    ));

  test(`à ${width} px : la matrice, et le titre officiel d'un niveau à un geste`, ({ browser }) =>
    chez(
      browser,
      CAMILLE,
      async (page) => {
        await page.goto("/moi");
        const matrice = page.getByRole("region", { name: "Compétences, palier par palier" });
        const table = matrice.getByRole("table");
        const niveaux = table.getByRole("link", { name: /^Niveau \d de / });
        if (width < 600) {
          await expect(niveaux).toHaveCount(3);
          await matrice.getByRole("radio", { name: "Spécifier" }).focus();
          for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
          await expect(matrice.getByRole("radio", { name: "Innover" })).toBeChecked();
          await expect(niveaux).toHaveCount(2);
        } else await expect(niveaux).toHaveCount(14);
        const tendances = table.getByRole("img", { name: /^Tendance\s: \d+,\d\d en S\d, \d+,\d\d en S\d/ });
        await expect(tendances).toHaveCount(width < 600 ? 1 : 5);
        await expect(page.getByRole("region", { name: "ECTS", exact: true })).toContainText(/^ECTS\s*90 ECTS sur 180/);
        await expect(page.getByText("encore 30 jusqu'au palier 120")).toBeVisible();
        await niveaux.filter({ hasText: "Niveau 1 de Innover" }).focus();
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { level: 1, name: "Innover, niveau 1" })).toBeVisible();
        await expect(page.getByRole("listitem").filter({ hasText: /^AC\d/ }).first()).toBeVisible();
      },
      ecran(width),
    ));

  test(`à ${width} px : et si… sans rien envoyer ni garder`, ({ browser }) =>
    chez(
      browser,
      CAMILLE,
      async (page) => {
        await page.goto("/moi/simulation");
        await page.waitForLoadState("networkidle");
        const envois: string[] = [];
        page.on("request", (r) => envois.push(r.url()));
        const table = page.getByRole("complementary", { name: "Résultats simulés" });
        const ligne = (nom: string) => table.getByRole("row", { name: new RegExp(`^${nom}`) });
        await expect(ligne("UE Spécifier")).toContainText(/14,62\s*14,62$/);

        const note = page.getByRole("textbox", { name: "Note simulée, Devoir surveillé" }).first();
        await note.fill("2");
        await expect(ligne("UE Spécifier")).toContainText("−");
        await expect(ligne("RCUE Spécifier")).toContainText("−");
        await note.fill("21");
        await expect(note).toHaveAccessibleDescription(/dépasse le barème/);
        await page.getByRole("button", { name: "Rendre la vraie note, Devoir surveillé" }).first().click();
        await page.getByRole("button", { name: "Neutraliser Devoir surveillé" }).first().click();
        await expect(note).toHaveValue("EXC");
        await page.getByRole("button", { name: "Revenir à mes vraies notes" }).click();
        await expect(ligne("UE Spécifier")).toContainText(/14,62\s*14,62$/);

        await page.getByRole("button", { name: "Imaginer l'élément pas encore évalué" }).click();
        const besoin = page.getByRole("status");
        await expect(besoin).toHaveText("C'est déjà gagné, même avec 0.");
        const cibles = page.getByLabel("De quelle note ai-je besoin pour…");
        for (const cible of ["le RCUE Innover", "toute l'année (BUT2)", "le passage en année suivante (BUT2)"]) {
          await cibles.selectOption({ label: cible });
          await expect(besoin).toContainText(/déjà gagné|Il faut au moins|plus possible/);
        }
        await page.getByRole("textbox", { name: "Note imaginée" }).fill("15");
        await expect(ligne("Année BUT2")).toContainText(/pas encore\s*ADM/);
        await saine(page);

        expect(envois).toEqual([]);
        expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, location.search])).toEqual([
          0,
          0,
          "",
        ]);
        await page.reload();
        await expect(page.getByRole("textbox", { name: "Note imaginée" })).toHaveCount(0);
      },
      ecran(width),
    ));
}

test("« de quelle note » : la note dite suffit, un centième de moins non", ({ browser }) =>
  chez(browser, PASSAGE, async (page) => {
    await page.goto("/moi/simulation");
    await expect(page.getByText("Le RCUE et l'année se jouent avec l'autre semestre")).toBeVisible();
    await page.goto("/moi/simulation?semestre=s2-2025");
    await page
      .getByRole("button", { name: /^Ajouter une évaluation/ })
      .first()
      .click();
    const besoin = page.getByRole("status");
    const table = page.getByRole("complementary", { name: "Résultats simulés" });
    const ues = await page
      .getByLabel("De quelle note ai-je besoin pour…")
      .locator("optgroup[label=RCUE] option")
      .count();
    expect(ues).toBe(4);
    await page.getByLabel("De quelle note ai-je besoin pour…").selectOption({ label: "le RCUE Exploiter" });
    await expect(besoin).toContainText(/./);
    await expect(table.getByRole("row", { name: /RCUE Exploiter/ })).toContainText("8,00");
  }));

test("ce qui est nouveau depuis la dernière visite, sur une ligne, puis à sa place ; sans JavaScript aussi", async ({
  browser,
}) => {
  const visite = () =>
    withBase(serveur.base, (base) =>
      base
        .prepare<[], { depuis: string | null; derniere_le: string }>(
          "select * from visite where utilisateur_id = 'u-etudiant'",
        )
        .get(),
    );
  await chez(browser, CAMILLE, async (page) => {
    await page.goto("/moi");
    await expect(page.getByText(/notes? nouvelles?/)).toHaveCount(0);
  });
  await expect.poll(visite, "la première visite compte").toMatchObject({ depuis: null });
  const revient = () =>
    withBase(serveur.base, (base) => {
      base.exec(`
        update visite set depuis = null, derniere_le = '2026-10-25T10:00:00.000Z' where utilisateur_id = 'u-etudiant'`);
    });
  withBase(serveur.base, (base) => {
    const note = base
      .prepare<[], { id: string; valeur: number }>(
        `select n.id, n.valeur from note n join evaluation e on e.id = n.evaluation_id
         where e.id = 's4-2025-alternance-mecanique-2' and n.inscription_id like 's4-2025-alternance-%'
           and n.inscription_id = (select i.id from inscription i join utilisateur u on u.etudiant_id = i.etudiant_id
             where u.id = 'u-etudiant' and i.semestre_id = e.semestre_id)`,
      )
      .get();
    if (!note) throw new Error("pas de note à modifier");
    const le = "2026-11-02T10:00:00.000Z";
    base.prepare("update note set valeur = 1450, version = 2, modifiee_le = ? where id = ?").run(le, note.id);
    base
      .prepare(
        `insert into note_historique (id, note_id, version, avant_valeur, apres_valeur, source, motif, utilisateur_id, cree_le)
         values ('h-essai', ?, 2, ?, 1450, 'cellule', 'Report', 'u-enseignant', ?)`,
      )
      .run(note.id, note.valeur, le);
  });
  for (const javaScriptEnabled of [true, false]) {
    revient();
    await chez(
      browser,
      CAMILLE,
      async (page) => {
        await page.goto("/moi");
        const ligne = page.getByRole("link", { name: "6 notes nouvelles, 1 modifiée" });
        await expect(ligne).toBeVisible();
        await expect(page.getByText("depuis le 25/10/2026")).toBeVisible();
        await ligne.click();
        const liste = page.getByRole("region", { name: "Nouveau depuis le 25/10/2026" });
        await expect(liste.getByRole("listitem")).toHaveCount(7);
        const item = liste.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Mécanique, / }) });
        await expect(item).toContainText("modifiée");
        await item.getByRole("link").click();
        const place = page.locator("li:target");
        await expect(place).toContainText("14,50");
        await expect(place).toContainText(/modifiée le 02\/11\/2026, c'était \d+,\d\d/);
        await expect.poll(visite).toMatchObject({ depuis: "2026-10-25T10:00:00.000Z" });
        // Pendant la même visite, le nouveau le reste.
        await page.goto("/moi");
        await expect(ligne).toBeVisible();
      },
      { ...ecran(360), javaScriptEnabled },
    );
  }
});

for (const width of LARGEURS)
  test(`à ${width} px : mes notes, les UE que chacune nourrit, et la classe si je la demande`, ({ browser }) =>
    chez(
      browser,
      CAMILLE,
      async (page) => {
        await page.goto("/moi/notes?semestre=s2-2024");
        const materiaux = page.getByRole("region", { name: "Science des matériaux" });
        const classe = materiaux.getByRole("group").first();
        await expect(materiaux.getByText("Médiane").first()).toBeHidden();
        await materiaux.getByText("Dans la classe").first().click();
        await expect(materiaux.getByText("Médiane").first()).toBeVisible();
        const tranches = await materiaux
          .getByRole("list", { name: /^Répartition de \d+ notes/ })
          .first()
          .getByRole("listitem")
          .allInnerTexts();
        expect(tranches.length).toBeGreaterThan(0);
        for (const texte of tranches) expect(Number.parseInt(texte, 10)).toBeGreaterThanOrEqual(3);
        await expect(classe).toBeVisible();
        await materiaux.getByText(/^Nourrit/).click();
        await expect(materiaux.getByRole("table")).toContainText(/sur .*du pôle ressources, 50/);
        await saine(page);
      },
      ecran(width),
    ));

test("la décision publiée, avec ses voies de recours ; une démission dite comme telle ; une page à l'impression", async ({
  browser,
}) => {
  await chez(browser, PASSAGE, async (page) => {
    await page.goto("/moi?semestre=s2-2025");
    const decision = page.getByRole("region", { name: /^Décision du jury du 02\/07\/2026/ });
    await expect(decision).toContainText(/BUT1\s*:\s*PASD/);
    await expect(decision.getByText("tribunal administratif")).toBeHidden();
    await decision.getByText("Voies et délais de recours").click();
    await expect(decision.getByText("tribunal administratif")).toBeVisible();
    await saine(page);
    await page.emulateMedia({ media: "print" });
    expect(await pagesPdf(page)).toEqual({ nombre: 1, sens: "portrait" });
  });
  await chez(browser, "quentin.noel@paliers.demo", async (page) => {
    await page.goto("/moi");
    await expect(page.getByRole("link", { name: /Niveau 1 de Spécifier/ })).toContainText("interrompu, démission");
    await expect(page.getByText("en cours", { exact: true })).toHaveCount(0);
  });
});

test("le département règle ce que l'étudiant voit de sa classe : une version, ce qu'elle change, une classe", async ({
  browser,
}) => {
  await chez(browser, "scolarite@paliers.demo", async (page) => {
    await page.goto("/scolarite/reglement");
    await page.getByRole("button", { name: "Créer une version à partir de 2022-1" }).click();
    const fenetre = page.getByRole("dialog");
    await fenetre.getByLabel("Nom de la version").fill("2026-essai");
    await fenetre.getByLabel("Applicable depuis le").fill("2026-09-01");
    await fenetre.getByLabel("Bonus le plus grand, en %").fill("6");
    await fenetre.getByRole("button", { name: "Créer la version" }).click();
    await expect(fenetre.getByLabel("Bonus le plus grand, en %")).toHaveAccessibleDescription(/de 0 à 5/);
    await fenetre.getByLabel("Bonus le plus grand, en %").fill("5");
    await fenetre.getByLabel("Montrer à l'étudiant la répartition de sa classe").selectOption("false");
    await fenetre.getByLabel("Montrer à l'étudiant son rang par UE").selectOption("true");
    await fenetre.getByRole("button", { name: "Créer la version" }).click();
    await expect(fenetre).toBeHidden();
    await expect(page.getByRole("heading", { name: "Version 2026-essai" })).toBeVisible();
    await saine(page);

    await page.getByRole("link", { name: /^Changer le règlement, S3 initiale 2026-2027/ }).click();
    await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
    await expect(page.getByRole("status")).toContainText("aucune UE ne change de code");
    await page.getByRole("button", { name: "Faire suivre la version 2026-essai" }).click();
    await expect(page.getByRole("row", { name: /S3 initiale 2026-2027/ })).toContainText("2026-essai");
    await expect(page.getByRole("row", { name: /S2 2025-2026/ })).toContainText("fixé");
  });
  await chez(browser, PASSAGE, async (page) => {
    await page.goto("/moi/notes?semestre=s3-2026");
    await expect(page.getByText("Dans la classe")).toHaveCount(0);
    await page.goto("/moi");
    await carte(page, "Spécifier").getByRole("link").click();
    await expect(page.getByText(/Rang \d+ sur \d+ dans la classe, à titre d'information/)).toBeVisible();
    await page.goto("/moi/notes?semestre=s2-2025");
    await expect(page.getByText("Dans la classe").first()).toBeVisible();
  });
});
