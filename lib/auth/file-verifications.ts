type Travail = () => Promise<void>;

/**
 * Vérifier un mot de passe coûte du temps de calcul : quelques-uns à la fois, et chacun son tour par origine. Mille essais
 * venus d'un seul endroit n'en retardent que d'autres venus du même.
 */
export class FileVerifications {
  private readonly files = new Map<string, Travail[]>();
  private actifs = 0;

  constructor(private readonly simultanes: number) {}

  run<T>(origine: string, faire: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const file = this.files.get(origine) ?? [];
      file.push(() => faire().then(resolve, reject));
      this.files.set(origine, file);
      this.avance();
    });
  }

  private avance(): void {
    while (this.actifs < this.simultanes) {
      const [suivante] = this.files;
      if (!suivante) return;
      const [origine, file] = suivante;
      const travail = file.shift();
      // L'origine servie repasse derrière les autres.
      this.files.delete(origine);
      if (file.length > 0) this.files.set(origine, file);
      if (!travail) continue;
      this.actifs += 1;
      travail().finally(() => {
        this.actifs -= 1;
        this.avance();
      });
    }
  }
}
