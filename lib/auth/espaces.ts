import { type Action, hasRight, type Utilisateur } from "./permissions";

interface Espace {
  readonly titre: string;
  readonly href: string;
  readonly action: Action;
}

const ESPACES: readonly Espace[] = [
  { titre: "Mon parcours", href: "/moi", action: "cursus:soi" },
  { titre: "Enseignement", href: "/enseignement", action: "enseignement:lire" },
  { titre: "Jury", href: "/jury", action: "jury:lister" },
  { titre: "Scolarité", href: "/scolarite", action: "scolarite:lister" },
];

/** L'espace où chaque rôle arrive, dans l'ordre où il préfère travailler. */
const CHEZ_SOI = {
  scolarite: "/scolarite",
  responsable: "/scolarite",
  jury: "/jury",
  enseignant: "/enseignement",
  etudiant: "/moi",
};

/** Les espaces ouverts à cette personne ; le premier est celui où elle arrive. Plusieurs rôles : on en change dans l'en-tête. */
export function espaces(user: Utilisateur): readonly Espace[] {
  const ouverts = ESPACES.filter((e) =>
    hasRight(user, e.action, user.etudiantId ? { etudiantId: user.etudiantId } : {}),
  );
  const accueil = (Object.keys(CHEZ_SOI) as (keyof typeof CHEZ_SOI)[]).find((r) =>
    user.roles.some((u) => u.role === r),
  );
  const premier = ouverts.findIndex((e) => e.href === (accueil && CHEZ_SOI[accueil]));
  return premier <= 0 ? ouverts : [ouverts[premier], ...ouverts.toSpliced(premier, 1)].flatMap((e) => e ?? []);
}
