import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import writeXlsx from "write-excel-file/node";
import { Grille, type LigneLue, pageDe } from "./outils/grille";
import { etatDe } from "./outils/session";

// Ce que des gens apportent vraiment, écrit par de vrais programmes, jusqu'à la base et retour.
test.use({ storageState: etatDe("enseignant") });

const MATERIAUX = "s1-2026/s1-commun-science-des-materiaux";
const DIMENSIONNEMENT = "s3-2026/s3-initiale-dimensionnement-des-structures";

const soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((s) => {
  try {
    execFileSync(s, ["--version"], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
});

interface Fichier {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const fichier = (name: string, contenu: string | Buffer): Fichier => ({
  name,
  mimeType: "",
  buffer: Buffer.from(contenu),
});

/** Le même tableau, enregistré par LibreOffice. */
function parLibreOffice(csv: string, extension: "xlsx" | "ods"): Fichier {
  const dossier = mkdtempSync(path.join(tmpdir(), "paliers-import-"));
  writeFileSync(path.join(dossier, "notes.csv"), csv);
  execFileSync(
    soffice ?? "",
    [
      `-env:UserInstallation=file://${dossier}/profil`,
      "--headless",
      // Point-virgule, guillemets, UTF-8 ; chaque cellule telle que LibreOffice la comprend.
      "--infilter=CSV:59,34,76,1,,1036",
      "--convert-to",
      extension,
      "--outdir",
      dossier,
      path.join(dossier, "notes.csv"),
    ],
    { stdio: "ignore", timeout: 80_000 },
  );
  return fichier(`notes.${extension}`, readFileSync(path.join(dossier, `notes.${extension}`)));
}

const fenetre = (page: Page) => page.getByRole("dialog");
const champFichier = (page: Page) => page.getByLabel("Fichier .xlsx, .ods ou .csv");

async function ouvre(page: Page, f: Fichier): Promise<void> {
  await page
    .getByRole("button", { name: /^Importer/ })
    .first()
    .click();
  await champFichier(page).setInputFiles(f);
}

const applique = (page: Page, n: number) =>
  fenetre(page)
    .getByRole("button", { name: n > 1 ? `Enregistrer ${n} notes` : `Enregistrer ${n} note` })
    .click();

/** Un titre, une consigne, les lignes à l'envers, les numéros sans leur zéro : ce qui donnait les notes aux autres. */
const tordu = (lignes: readonly LigneLue[]): string =>
  [
    "Relevé de la séance du 3 mars;;",
    "Ne rien écrire sous le tableau;;",
    "N° étudiant;Nom de l'étudiant;Note sur 20",
    ...lignes.map((l, i) => `${l.numero.replace(/^0+/, "")};${l.nom};${5 + i},5`).toReversed(),
    "Moyenne;;12,3",
  ].join("\r\n");

for (const extension of ["xlsx", "ods"] as const)
  test(`un ${extension} de LibreOffice, titré, trié à l'envers, sans zéros de tête : chacun sa note`, async ({
    page,
  }) => {
    test.skip(soffice === undefined, "LibreOffice n'est pas installé ici");
    test.setTimeout(180_000);
    const g = await Grille.cree(page, MATERIAUX, `Essai : LibreOffice ${extension}`);
    const lignes = (await g.lignes()).slice(0, 4);
    await ouvre(page, parLibreOffice(tordu(lignes), extension));
    await expect(fenetre(page)).toContainText("reconnus à leur numéro");
    await expect(fenetre(page)).toContainText("lignes laissées de côté");
    await applique(page, 4);
    await expect.poll(() => g.notes(5)).toEqual([550, 650, 750, 850, null]);
  });

test("un classeur d'une bibliothèque, par noms, avec une date et un mot : proposé, refusé, jamais deviné", async ({
  page,
}) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : bibliothèque");
  const [un, deux, trois] = await g.lignes();
  if (!un || !deux || !trois) throw new Error("La classe est trop petite");
  const texte = (value: string) => ({ value, type: String });
  const dossier = mkdtempSync(path.join(tmpdir(), "paliers-import-"));
  const chemin = path.join(dossier, "notes.xlsx");
  await writeXlsx([
    [texte("Étudiant"), texte("Groupe"), texte("Note"), texte("Rang")],
    [texte(`${un.prenom} ${un.nom}`), texte("2"), { value: 12.5, type: Number }, { value: 1, type: Number }],
    [texte(`${deux.nom} ${deux.prenom}`), texte("1"), texte("Abs."), null],
    [
      texte(`${trois.nom.toLowerCase()} ${trois.prenom}`),
      texte("1"),
      { value: new Date(Date.UTC(2026, 4, 12)), type: Date, format: "dd/mm/yyyy" },
      null,
    ],
    [texte("INCONNU Personne"), null, { value: 9, type: Number }, null],
  ]).toFile(chemin);
  await ouvre(page, fichier("notes.xlsx", readFileSync(chemin)));
  const rangees = fenetre(page).getByRole("row");
  await expect(rangees.nth(1)).toContainText("a fait de cette note une date");
  await expect(rangees.nth(2)).toContainText("Inconnue");
  await expect(rangees.nth(3)).toContainText(/«\sAbs.\s» lu ABS/);
  await applique(page, 2);
  await expect.poll(() => g.notes(3)).toEqual([1250, "ABS", null]);
});

test("deux imports : le premier ne se défait qu'une fois le second annulé, et rien d'autre ne bouge", async ({
  page,
}) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : deux imports");
  const [un, deux] = await g.lignes();
  const csv = (...notes: string[]) =>
    ["Numéro;Note", ...notes.map((n, i) => `${[un, deux][i]?.numero};${n}`)].join("\n");
  await ouvre(page, fichier("premier.csv", csv("10", "11")));
  await applique(page, 2);
  await expect.poll(() => g.notes(2)).toEqual([1000, 1100]);
  await ouvre(page, fichier("second.csv", csv("14")));
  await expect(fenetre(page)).toContainText(/Changée\s: 1/);
  await applique(page, 1);
  await expect.poll(() => g.notes(2)).toEqual([1400, 1100]);

  await page.reload();
  await page.getByRole("button", { name: "Importer, exporter" }).click();
  await fenetre(page).getByRole("button", { name: "Défaire l'import de premier.csv" }).click();
  await expect(fenetre(page).getByRole("alert")).toContainText("Annulez d'abord l'import plus récent");
  expect(await g.notes(2)).toEqual([1400, 1100]);
  await fenetre(page).getByRole("button", { name: "Défaire l'import de second.csv" }).click();
  await expect.poll(() => g.notes(2)).toEqual([1000, 1100]);
  await fenetre(page).getByRole("button", { name: "Défaire l'import de premier.csv" }).click();
  await expect.poll(() => g.notes(2)).toEqual([null, null]);
  await expect(fenetre(page).getByText("Annulé")).toHaveCount(2);
});

test("deux colonnes possibles : la personne choisit, au clavier, et le même modèle revient déjà choisi", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const g = await Grille.cree(page, MATERIAUX, "Essai : colonnes au clavier").catch(async () => {
    // À 360 px la saisie s'ouvre un étudiant à la fois : la grille n'a pas ses cases.
    return new Grille(page, page.url().split("/").at(-1) ?? "");
  });
  const lignes = (await g.lignes()).slice(0, 3);
  const modele = (base: number) =>
    ["Numéro;Écrit d'essai;Oral d'essai", ...lignes.map((l, i) => `${l.numero};${base + i};${base + 5 + i}`)].join(
      "\n",
    );
  const bouton = page.getByRole("button", { name: "Importer, exporter" });
  await bouton.focus();
  await page.keyboard.press("Enter");
  await expect(champFichier(page)).toBeFocused();
  await champFichier(page).setInputFiles(fichier("oral.csv", modele(5)));
  await expect(fenetre(page).getByRole("alert")).toContainText("plusieurs colonnes qui peuvent être");
  const choix = fenetre(page).getByRole("combobox", { name: "Note", exact: true });
  await choix.focus();
  await page.keyboard.type("Oral");
  await page.keyboard.press("Enter");
  const enregistrer = fenetre(page).getByRole("button", { name: "Enregistrer 3 notes" });
  await expect(enregistrer).toBeVisible();
  // Rien ne sort de l'écran d'un téléphone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await enregistrer.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => g.notes(3)).toEqual([1000, 1100, 1200]);
  // La base a les notes avant que la fenêtre ne se ferme : le clavier attend qu'elle soit partie.
  await expect(fenetre(page)).toBeHidden();

  await bouton.focus();
  await page.keyboard.press("Enter");
  await champFichier(page).setInputFiles(fichier("oral-2.csv", modele(6)));
  await expect(fenetre(page)).toContainText("Colonnes choisies la dernière fois");
  await fenetre(page).getByRole("button", { name: "Enregistrer 3 notes" }).press("Enter");
  await expect.poll(() => g.notes(3)).toEqual([1100, 1200, 1300]);
  await expect(fenetre(page)).toBeHidden();
  await page.getByRole("button", { name: "Défaire l'import" }).press("Enter");
  await expect.poll(() => g.notes(3)).toEqual([1000, 1100, 1200]);
});

test("plusieurs évaluations d'un fichier, dont une créée de son en-tête ; tout se défait d'un coup", async ({
  page,
}) => {
  const titre = "Essai : colonne existante";
  const nouvelle = "Essai colonne neuve";
  const g = await Grille.cree(page, MATERIAUX, titre);
  const lignes = (await g.lignes()).slice(0, 2);
  const csv = [`Numéro;${titre};${nouvelle} (/10)`, ...lignes.map((l, i) => `${l.numero};${12 + i};${7 + i}`)].join(
    "\n",
  );
  await page.goto(`/enseignement/${MATERIAUX}/grille`);
  await ouvre(page, fichier("deux.csv", csv));
  await fenetre(page)
    .getByRole("button", { name: `Créer l'évaluation « ${nouvelle} (/10) »` })
    .click();
  await applique(page, 4);
  await expect(page.getByText("4 notes importées d'un coup.")).toBeVisible();
  await expect.poll(() => g.notes(3)).toEqual([1200, 1300, null]);
  await page.getByRole("button", { name: "Importer un fichier" }).click();
  await fenetre(page).getByRole("button", { name: "Défaire l'import de deux.csv" }).click();
  await expect.poll(() => g.notes(3)).toEqual([null, null, null]);
});

test("la seconde saisie se remplit d'un fichier sans montrer la première", async ({ page, browser }) => {
  const g = await Grille.cree(page, DIMENSIONNEMENT, "Essai : double par fichier", { double: true });
  await g.tape(0, "10", "11");
  await g.enregistrees();
  const lignes = (await g.lignes()).slice(0, 2);
  const seconde = await g.chez(await pageDe(browser, "enseignant2"), "/seconde");
  const csv = ["Numéro;Note", ...lignes.map((l, i) => `${l.numero};${10 + 2 * i}`)].join("\n");
  await ouvre(seconde.page, fichier("seconde.csv", csv));
  await expect(fenetre(seconde.page)).not.toContainText("11,00");
  await applique(seconde.page, 2);
  await seconde.montre(0, "10,00", "12,00");
  await seconde.enregistrees();
  expect(await g.notes(2)).toEqual([1000, 1100]);
  await seconde.page.context().close();
});

// L'image de docs/import.md, prise ici comme celles du README.
const CAPTURES = process.env.CAPTURES ?? path.join(".paliers", "rapports", "captures");

test("l'aperçu se lit par tous, large ou étroit, clair ou sombre : ce qui demande un regard d'abord", async ({
  page,
}) => {
  const g = await Grille.cree(page, MATERIAUX, "Contrôle de mars");
  const lignes = (await g.lignes()).slice(0, 8);
  const dites = ["12", "Abs.", "12,5 pts", "9,5/20", "16", "ABJ", "7", "11"];
  const csv = [
    "Contrôle de mars, salle 204;;;;",
    "Numéro;Nom;Prénom;Note;Rang",
    ...lignes.map((l, i) => `${l.numero};${l.nom};${l.prenom};${dites[i]};${i + 1}`),
    "099999999;AUBRAC;Lou;14;9",
    "Moyenne;;;11,2;",
  ].join("\n");
  await ouvre(page, fichier("controle-mars.csv", csv));
  await expect(fenetre(page).getByRole("button", { name: "Enregistrer 7 notes" })).toBeVisible();
  mkdirSync(CAPTURES, { recursive: true });
  for (const [width, height, colorScheme] of [
    [1280, 900, "light"],
    [1280, 900, "dark"],
    [360, 760, "light"],
    [360, 760, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => new Promise((peint) => requestAnimationFrame(() => requestAnimationFrame(peint))));
    const nom = width === 1280 && colorScheme === "light" ? "import" : `import-${width}-${colorScheme}`;
    const dossier = nom === "import" ? CAPTURES : path.join(".paliers", "rapports", "captures");
    mkdirSync(dossier, { recursive: true });
    await page.screenshot({ path: path.join(dossier, `${nom}.png`), animations: "disabled" });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(" | ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("5 000 lignes se lisent sans figer la page, et tout reste à une touche", async ({ page }) => {
  const g = await Grille.cree(page, MATERIAUX, "Essai : 5 000 lignes");
  const lignes = (await g.lignes()).slice(0, 3);
  const inconnus = Array.from({ length: 4997 }, (_, i) => `7${String(i).padStart(8, "0")};12`);
  const csv = ["Numéro;Note", ...inconnus, ...lignes.map((l) => `${l.numero};15`)].join("\n");
  await ouvre(page, fichier("universite.csv", csv));
  await expect(fenetre(page)).toContainText("4997 lignes sur 5000 ne désignent personne");
  await applique(page, 3);
  await expect.poll(() => g.notes(4)).toEqual([1500, 1500, 1500, null]);
});
