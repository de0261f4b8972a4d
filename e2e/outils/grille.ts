import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { type Compte, etatDe } from "./session";

export interface LigneLue {
  readonly inscriptionId: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly etat: "I" | "DEM" | "DEF";
  readonly note: { readonly note: number | string | null; readonly version: number } | null;
}

/** Une action serveur : ce que le navigateur envoie pour enregistrer. */
export const isEnvoi = (requete: { method(): string; headers(): Record<string, string> }): boolean =>
  requete.method() === "POST" && "next-action" in requete.headers();

/** La grille de saisie telle qu'une personne la voit ; les relectures passent par l'API, jamais par la base. */
export class Grille {
  readonly cases: Locator;
  readonly bilan: Locator;

  constructor(
    readonly page: Page,
    readonly evaluationId: string,
  ) {
    this.cases = page.getByRole("textbox", { name: /^Note de / });
    this.bilan = page.getByRole("status").filter({ hasText: /./ });
  }

  /** Crée une évaluation par le formulaire, donc une grille vide que ce test est seul à remplir. */
  static async cree(page: Page, element: string, titre: string, { double = false } = {}): Promise<Grille> {
    await page.goto(`/enseignement/${element}`);
    await page.getByRole("button", { name: "Créer une évaluation" }).first().click();
    const fenetre = page.getByRole("dialog");
    await fenetre.getByLabel("Titre").fill(titre);
    if (double) await fenetre.getByRole("checkbox", { name: /^Saisie en double/ }).check();
    await fenetre.getByRole("button", { name: "Créer l'évaluation" }).click();
    await page.waitForURL(/\/enseignement\/evaluations\/[^/]+$/);
    const grille = new Grille(page, page.url().split("/").at(-1) ?? "");
    await expect(grille.cases.first()).toBeVisible();
    return grille;
  }

  /** La même grille, ou sa seconde saisie, dans la page de quelqu'un d'autre. */
  async chez(page: Page, passe = ""): Promise<Grille> {
    await page.goto(`/enseignement/evaluations/${this.evaluationId}${passe}`);
    const autre = new Grille(page, this.evaluationId);
    await expect(autre.cases.first()).toBeVisible();
    return autre;
  }

  case(i: number): Locator {
    return this.cases.nth(i);
  }

  touche(...touches: readonly string[]): Promise<void> {
    return touches.reduce((avant, t) => avant.then(() => this.page.keyboard.press(t)), Promise.resolve());
  }

  /** Tape chaque valeur à partir d'une case, comme on lit une pile de copies : la valeur, Entrée. */
  async tape(depart: number, ...valeurs: readonly string[]): Promise<void> {
    await this.case(depart).click();
    for (const valeur of valeurs) {
      await this.page.keyboard.type(valeur);
      await this.page.keyboard.press("Enter");
    }
  }

  async montre(depart: number, ...valeurs: readonly string[]): Promise<void> {
    for (const [i, valeur] of valeurs.entries()) await expect(this.case(depart + i)).toHaveValue(valeur);
  }

  /** Toutes les cases ont leur réponse du serveur. */
  async enregistrees(): Promise<void> {
    await expect(this.bilan.filter({ hasText: /Toutes les notes sont enregistrées à \d\d:\d\d/ })).toBeVisible();
  }

  /** Les lignes qui se saisissent, dans l'ordre des cases ; démissions et défaillances à part. */
  async lignes(): Promise<readonly LigneLue[]> {
    const reponse = await this.page.request.get(`/api/evaluations/${this.evaluationId}/notes`);
    const { lignes } = (await reponse.json()) as { lignes: readonly LigneLue[] };
    return lignes.filter((l) => l.etat === "I");
  }

  /** Ce que le serveur a écrit dans la ligne `i`, du plus récent au plus ancien. */
  async histoire(
    i: number,
  ): Promise<readonly { readonly apres: number | string | null; readonly motif: string | null }[]> {
    const ligne = (await this.lignes())[i];
    const reponse = await this.page.request.get(
      `/api/evaluations/${this.evaluationId}/historique/${ligne?.inscriptionId}`,
    );
    return reponse.json();
  }

  /** Les notes enregistrées, de la première ligne à la dernière demandée. */
  async notes(nombre: number): Promise<readonly (number | string | null)[]> {
    return (await this.lignes()).slice(0, nombre).map((l) => l.note?.note ?? null);
  }
}

/** Une personne dans son propre navigateur. */
export async function pageDe(browser: Browser, compte: Compte): Promise<Page> {
  const contexte = await browser.newContext({ storageState: etatDe(compte) });
  return contexte.newPage();
}
