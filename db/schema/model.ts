import { defineApogee } from "./apogee";
import { defineClasses } from "./classes";
import { defineComptes } from "./comptes";
import { defineEchanges } from "./echanges";
import { defineEvaluations } from "./evaluations";
import { defineImports } from "./imports";
import { defineJury } from "./jury";
import type { Kit } from "./kit";
import { defineProgramme } from "./programme";

/**
 * Le modèle de données, écrit une seule fois pour les deux dialectes : seuls texte, entier et booléen y servent, pour que
 * SQLite et PostgreSQL rendent les mêmes valeurs. Conventions :
 * - `id` : texte fait avant l'insertion ; instants : ISO 8601 UTC ; jours : AAAA-MM-JJ ;
 * - notes, coefficients, barèmes, poids, pourcentages : entiers de centièmes (12,5 → 1250) ;
 * - aucune suppression en cascade : une ligne dont d'autres dépendent ne disparaît pas.
 */
export function defineModel(kit: Kit) {
  const programme = defineProgramme(kit);
  const classes = defineClasses(kit, programme);
  const comptes = defineComptes(kit, { ...programme, ...classes });
  const evaluations = defineEvaluations(kit, { ...programme, ...classes, ...comptes });
  const jury = defineJury(kit, { ...classes, ...comptes });
  const echanges = defineEchanges(kit, { ...classes, ...comptes, ...evaluations });
  const imports = defineImports(kit, { ...programme, ...classes, ...comptes });
  const apogee = defineApogee(kit, programme);
  return { ...programme, ...classes, ...comptes, ...evaluations, ...jury, ...echanges, ...imports, ...apogee };
}
