import * as bell from "lucide-react/icons/bell";
import * as check from "lucide-react/icons/check";
import * as circle from "lucide-react/icons/circle";
import * as circleCheck from "lucide-react/icons/circle-check";
import * as circleDashed from "lucide-react/icons/circle-dashed";
import * as circleAlert from "lucide-react/icons/circle-exclamation-point";
import * as clock from "lucide-react/icons/clock";
import * as fileText from "lucide-react/icons/file-text";
import * as flaskConical from "lucide-react/icons/flask-conical";
import * as footprints from "lucide-react/icons/footprints";
import * as hourglass from "lucide-react/icons/hourglass";
import * as info from "lucide-react/icons/info";
import * as layers from "lucide-react/icons/layers";
import * as lock from "lucide-react/icons/lock";
import * as logOut from "lucide-react/icons/log-out";
import * as pencilLine from "lucide-react/icons/pencil-line";
import * as rotateCcw from "lucide-react/icons/rotate-ccw";
import * as scale from "lucide-react/icons/scale";
import * as sparkle from "lucide-react/icons/sparkle";
import * as triangleAlert from "lucide-react/icons/triangle-exclamation-point";
import * as userRound from "lucide-react/icons/user-round";
import * as x from "lucide-react/icons/x";

const MODULES = {
  bell,
  check,
  circle,
  circleAlert,
  circleCheck,
  circleDashed,
  clock,
  fileText,
  flaskConical,
  footprints,
  hourglass,
  info,
  layers,
  lock,
  logOut,
  pencilLine,
  rotateCcw,
  scale,
  sparkle,
  triangleAlert,
  userRound,
  x,
};

export type NomIcone = keyof typeof MODULES;

/** Ce que lucide publie à côté de son composant, et que ses types ne disent pas : une icône en traits. */
interface Dessin {
  readonly __iconData: { readonly node: readonly (readonly [string, Readonly<Record<string, string>>])[] };
}

function symbole(nom: string, module: object): string {
  const traits = (module as Dessin).__iconData.node.map(([balise, { key: _, ...attributs }]) => {
    const ecrits = Object.entries(attributs).map(([cle, valeur]) => ` ${cle}="${valeur}"`);
    return `<${balise}${ecrits.join("")}/>`;
  });
  return `<symbol id="i-${nom}" viewBox="0 0 24 24">${traits.join("")}</symbol>`;
}

/** Toutes les icônes partagées, à poser une fois par page ; leur trait est dans globals.css. */
export const SYMBOLES = Object.entries(MODULES)
  .map(([nom, module]) => symbole(nom, module))
  .join("");
