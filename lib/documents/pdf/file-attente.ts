/** Trop de monde attend déjà, ou cette personne a déjà un document en préparation. */
export class FileOccupee extends Error {
  override readonly name = "FileOccupee";
}

/**
 * Un travail à la fois, dans l'ordre d'arrivée : un navigateur pèse lourd, deux à la fois pèseraient sur la saisie des
 * notes. Une personne n'attend qu'une fois, et la file a un bout.
 */
export class FileAttente {
  private fin: Promise<unknown> = Promise.resolve();
  private readonly demandeurs = new Set<string>();

  constructor(private readonly places: number) {}

  /** @throws FileOccupee sans attendre, si la file est pleine ou la personne déjà dedans */
  async run<T>(demandeur: string, travail: () => Promise<T>): Promise<T> {
    if (this.demandeurs.has(demandeur))
      throw new FileOccupee("Un de vos documents est déjà en préparation : attendez qu'il arrive, puis réessayez.");
    if (this.demandeurs.size >= this.places)
      throw new FileOccupee("Beaucoup de documents sont en préparation : réessayez dans une minute.");
    this.demandeurs.add(demandeur);
    const mien = this.fin.then(travail);
    this.fin = mien.catch(() => undefined);
    try {
      return await mien;
    } finally {
      this.demandeurs.delete(demandeur);
    }
  }
}
