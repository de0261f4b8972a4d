export { ErreurPaliers } from "../lib/environnement/erreur";
