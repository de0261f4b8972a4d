/** La courte liste des refus attendus : ils reviennent comme des valeurs ; seules les surprises lèvent jusqu'à error.tsx. */
export type CodeRefus = "deconnecte" | "introuvable" | "interdit" | "verrouille" | "conflit" | "invalide";

/** Lever un Refus dans une transaction l'annule tout entière, et le garde en fait une valeur. */
export class Refus extends Error {
  override readonly name = "Refus";
  constructor(
    readonly code: CodeRefus,
    message: string,
    /** Ce que l'écran doit montrer de plus, par exemple les deux valeurs d'un conflit. */
    readonly detail: unknown = null,
  ) {
    super(message);
  }
}

export type Resultat<T> =
  | { readonly ok: true; readonly valeur: T }
  | { readonly ok: false; readonly code: CodeRefus; readonly message: string; readonly detail: unknown };

export function refuse<T>(refus: Refus): Resultat<T> {
  return { ok: false, code: refus.code, message: refus.message, detail: refus.detail };
}
