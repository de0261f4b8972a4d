/** Un hasard qui ne dépend que de sa graine : ajouter un étudiant ne change les notes de personne d'autre. */
export class Hasard {
  private etat: number;

  constructor(graine: string) {
    // FNV-1a.
    let h = 0x811c9dc5;
    for (let i = 0; i < graine.length; i++) h = Math.imul(h ^ graine.charCodeAt(i), 0x01000193);
    this.etat = h;
  }

  /** Dans [0, 1[ ; mulberry32. */
  nombre(): number {
    this.etat = (this.etat + 0x6d2b79f5) | 0;
    let x = Math.imul(this.etat ^ (this.etat >>> 15), 1 | this.etat);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  }

  /** 0, 1… n − 1. */
  entier(n: number): number {
    return Math.floor(this.nombre() * n);
  }

  /** À peu près normal, centré, d'écart type 1 : une somme d'uniformes, sans fonction qui varie d'un moteur à l'autre. */
  ecart(): number {
    let somme = 0;
    for (let i = 0; i < 12; i++) somme += this.nombre();
    return somme - 6;
  }
}
