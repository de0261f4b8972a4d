/** Un refus prévu, dit en une phrase française qui indique quoi faire ; les commandes l'affichent sans trace et sortent en 1. */
export class ErreurPaliers extends Error {
  override readonly name = "ErreurPaliers";
}
