import { expect, test } from "@playwright/test";
import { CAMILLE, carte, ecran, expectSaine, LARGEURS, openChez, PASSAGE } from "./outils/chez";
import { pagesPdf } from "./outils/jury";
import { withBase } from "./outils/sentinelles";

// Ce qui arrive à un étudiant : des notes depuis sa dernière visite, une classe, une décision, un règlement qui change.
test.describe.configure({ timeout: 120_000 });

const { chez, leServeur } = openChez("etudiant-nouveau");

test("ce qui est nouveau depuis la dernière visite, sur une ligne, puis à sa place ; sans JavaScript aussi", async ({
  browser,
}) => {
  const visite = () =>
    withBase(leServeur().base, (base) =>
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
    withBase(leServeur().base, (base) => {
      base.exec(`
        update visite set depuis = null, derniere_le = '2026-10-25T10:00:00.000Z' where utilisateur_id = 'u-etudiant'`);
    });
  withBase(leServeur().base, (base) => {
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
        await expectSaine(page);
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
    await expectSaine(page);
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
    await expectSaine(page);

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
