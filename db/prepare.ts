import type { Lecture } from "./connexion";

/** Une requête préparée une seule fois par base ouverte, pour ce que lit l'écran le plus demandé. */
export function prepareOnce<Q>(prepare: (lecture: Lecture) => Q): (lecture: Lecture) => Q {
  const preparees = new WeakMap<Lecture, Q>();
  return (lecture) => {
    const requete = preparees.get(lecture) ?? prepare(lecture);
    preparees.set(lecture, requete);
    return requete;
  };
}
