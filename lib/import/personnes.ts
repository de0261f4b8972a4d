import { cleCourriel, cleMots, cleNom, cleNumero, sansZeros } from "./cles";
import { isAccompagnement } from "./entetes";
import { celluleDe, type Ligne } from "./tableau";
import type { Annuaire, Colonnes, Dit, LignesLues, Trouvaille } from "./usage";

/** Ce qui désigne une personne. */
export interface Personne {
  readonly cle: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  /** En minuscules ; null si elle n'en a pas. */
  readonly courriel: string | null;
}

type Designation = "numero" | "courriel" | "nom" | "prenom" | "complet" | "suite";

const CHAMPS: readonly { readonly id: Designation; readonly titre: string }[] = [
  { id: "numero", titre: "Numéro" },
  { id: "courriel", titre: "Adresse électronique" },
  { id: "complet", titre: "Nom et prénom ensemble" },
  // Le reste d'un nom en deux colonnes dont rien ne dit laquelle est le prénom.
  { id: "suite", titre: "Suite du nom" },
  { id: "nom", titre: "Nom" },
  { id: "prenom", titre: "Prénom" },
];

const ENTETES: Readonly<Record<Exclude<Designation, "suite">, RegExp>> = {
  numero:
    /^(numeros?( d)?( etudiants?| etu| etud| apogee| identification| identifiant| carte)?|n etudiants?|n etu|num( etudiants?| etu)?|code( etudiant| apogee| nip)?|apogee|nip|etudid|matricule|student (id|number)|id number|identifiant( etudiant)?|copie|numero de copie|n copie)$/,
  courriel:
    /^(courriels?|e ?mails?|mails?|mel|adresse( de)? (courriel|e ?mail|mail|mel|electronique)|(e ?mail|mail) (address|etudiant|univ\w*))$/,
  nom: /^(nom|noms|nom de famille|nom usuel|nom d usage|nom patronymique|nom de naissance|nom( de l)? etudiant|last ?name|surname|family name)$/,
  prenom: /^(prenoms?|prenom usuel|prenom d usage|prenom( de l)? etudiant|first ?name|given name)$/,
  complet:
    /^((nom|noms) (et )?prenoms?|prenoms? (et )?noms?|nom complet|etudiants?|etudiante?s?|etudiant e|eleves?|apprenant e?|apprenti e?|name|full name|identite|candidats?|nom prenom( de l)? etudiant)$/,
};
/** « N° », « ID » : un numéro d'étudiant, ou le rang dans la liste ; leurs valeurs le disent. */
const NUMERO_PEUT_ETRE = /^(n|no|id)$/;
const LONG = /^[a-z]*\d{5,}$/;

interface Part {
  readonly remplies: number;
  readonly reconnues: number;
  readonly part: number;
}

const AUTRE_PERSONNE = "Vérifiez qui est cette ligne : rien n'en sera écrit.";

/** Les civilités que des listes mettent devant un nom, le groupe qu'elles mettent derrière entre parenthèses. */
function sansCivilite(texte: string): string {
  const nu = texte
    .slice(0, 200)
    .trim()
    .replace(/^(mme|mlle|monsieur|madame|mr|m)\b\.?\s?/i, "");
  const parenthese = nu.indexOf("(");
  return parenthese > 0 && nu.endsWith(")") ? nu.slice(0, parenthese) : nu;
}

/**
 * Retrouve des personnes par leur numéro (zéros de tête ou non, quand c'est sans équivoque), leur adresse ou leur nom (casse,
 * accents, ligatures, apostrophes, traits d'union, espaces, ordre). Ce que la ligne dit de plus doit s'accorder : un numéro
 * et un nom qui désignent deux personnes ne désignent personne. Un homonyme n'est deviné pour personne.
 */
export function annuairePersonnes<E>(
  enregistrements: readonly E[],
  decrit: (enregistrement: E) => Personne,
): Annuaire<E> {
  const parNumero = new Map<string, E[]>();
  const parNumeroNu = new Map<string, E[]>();
  const parCourriel = new Map<string, E[]>();
  const parNom = new Map<string, E[]>();
  const range = (ou: Map<string, E[]>, cle: string, e: E) => {
    if (cle === "") return;
    const la = ou.get(cle);
    if (!la) ou.set(cle, [e]);
    else if (!la.includes(e)) la.push(e);
  };
  for (const e of enregistrements) {
    const p = decrit(e);
    range(parNumero, cleNumero(p.numero), e);
    range(parNumeroNu, sansZeros(cleNumero(p.numero)), e);
    if (p.courriel) range(parCourriel, cleCourriel(p.courriel), e);
    range(parNom, cleNom(p.nom + p.prenom), e);
    range(parNom, cleNom(p.prenom + p.nom), e);
  }

  const duNumero = (texte: string): readonly E[] => {
    const cle = cleNumero(texte);
    return parNumero.get(cle) ?? parNumeroNu.get(sansZeros(cle)) ?? [];
  };
  const duCourriel = (texte: string): readonly E[] => parCourriel.get(cleCourriel(texte)) ?? [];
  const duComplet = (texte: string): readonly E[] =>
    parNom.get(cleNom(texte)) ?? parNom.get(cleNom(sansCivilite(texte))) ?? [];
  /** En deux colonnes, l'ordre dit lequel est le nom : « JEAN | Paul » n'est pas « PAUL | Jean », si l'un des deux est là. */
  const exacts = (nom: string, prenom: string): readonly E[] =>
    duComplet(`${nom} ${prenom}`).filter((e) => {
      const p = decrit(e);
      return cleNom(p.nom) === cleNom(sansCivilite(nom)) && cleNom(p.prenom) === cleNom(prenom);
    });
  const deDeux = (nom: string, prenom: string): readonly E[] => {
    const dans = exacts(nom, prenom);
    return dans.length > 0 ? dans : duComplet(`${nom} ${prenom}`);
  };

  const lit = (dit: Dit, champ: Designation): string => dit.get(champ)?.texte ?? "";
  const nomsDe = (dit: Dit) => {
    const [nom, prenom] = [lit(dit, "nom"), lit(dit, "prenom")];
    const complet = `${lit(dit, "complet")} ${lit(dit, "suite")}`.trim();
    const ecrit = (complet || `${nom} ${prenom}`).trim();
    const personnes = complet ? duComplet(complet) : nom && prenom ? deDeux(nom, prenom) : duComplet(nom || prenom);
    return { ecrit, personnes, seul: !complet && (nom === "" || prenom === "") };
  };
  const nomDe = (e: E): string => {
    const { nom, prenom } = decrit(e);
    return `${nom} ${prenom}`;
  };
  const partage = (ecrit: string, e: E): boolean => {
    const mots = new Set(cleMots(nomDe(e)).split(" "));
    return (
      cleMots(ecrit)
        .split(" ")
        .some((m) => m.length > 1 && mots.has(m)) ||
      cleNom(ecrit) === cleNom(decrit(e).nom) ||
      cleNom(ecrit) === cleNom(decrit(e).prenom)
    );
  };
  const inconnu = (raison: string): Trouvaille<E> => ({ trouve: false, raison, muet: false });

  /** Trouvée à son numéro ou son adresse : le nom, s'il est là, doit être le sien. */
  function accorde(e: E, dit: Dit, par: string): Trouvaille<E> {
    const { ecrit, personnes } = nomsDe(dit);
    if (ecrit === "" || personnes.includes(e)) return { trouve: true, enregistrement: e, nuance: null };
    const [autre] = personnes;
    if (autre || !partage(ecrit, e))
      return inconnu(`${par} est celui de ${nomDe(e)}, mais la ligne dit « ${ecrit} ». ${AUTRE_PERSONNE}`);
    const seul = cleNom(ecrit) === cleNom(decrit(e).nom) || cleNom(ecrit) === cleNom(decrit(e).prenom);
    return { trouve: true, enregistrement: e, nuance: seul ? null : `Le fichier écrit « ${ecrit} ».` };
  }

  function parLeNumero(dit: Dit): Trouvaille<E> {
    const numero = lit(dit, "numero");
    const candidats = duNumero(numero);
    const noms = nomsDe(dit);
    if (candidats.length === 0) {
      const [seul, ...plus] = noms.personnes;
      const nom =
        seul && plus.length === 0 ? ` Le nom est celui de ${nomDe(seul)} : corrigez le numéro, ou effacez-le.` : "";
      return inconnu(`Le numéro ${numero} n'est celui de personne dans cette liste.${nom}`);
    }
    const [e, ...autres] = candidats.length > 1 ? candidats.filter((c) => noms.personnes.includes(c)) : candidats;
    if (!e || autres.length > 0)
      return inconnu(
        `Le numéro ${numero} peut être celui de plusieurs personnes, aux zéros de tête près : écrivez-le en entier.`,
      );
    const courriel = duCourriel(lit(dit, "courriel"));
    if (courriel.length > 0 && !courriel.includes(e))
      return inconnu(`Le numéro ${numero} et l'adresse désignent deux personnes. ${AUTRE_PERSONNE}`);
    return accorde(e, dit, `Le numéro ${numero}`);
  }

  function parLeNom(dit: Dit): Trouvaille<E> {
    const { ecrit, personnes, seul } = nomsDe(dit);
    const [e, ...autres] = personnes;
    if (e && autres.length === 0) return { trouve: true, enregistrement: e, nuance: null };
    if (autres.length > 0)
      return inconnu(
        `${autres.length === 1 ? "Deux" : autres.length + 1} étudiants portent ce nom : ajoutez une colonne avec leur numéro.`,
      );
    return inconnu(
      seul
        ? `« ${ecrit} » ne suffit pas à désigner une personne : ajoutez le prénom, ou le numéro.`
        : "Aucun étudiant de cette liste ne correspond.",
    );
  }

  function trouve(dit: Dit): Trouvaille<E> {
    if (lit(dit, "numero") !== "") return parLeNumero(dit);
    const courriel = lit(dit, "courriel");
    if (cleCourriel(courriel) !== "") {
      const [e, ...autres] = duCourriel(courriel);
      if (!e || autres.length > 0) return inconnu(`L'adresse ${courriel} n'est celle de personne dans cette liste.`);
      return accorde(e, dit, `L'adresse ${courriel}`);
    }
    if (nomsDe(dit).ecrit !== "") return parLeNom(dit);
    return { trouve: false, raison: "Cette ligne ne dit pas de qui elle parle.", muet: true };
  }

  return {
    champs: CHAMPS,
    cle: (e) => decrit(e).cle,
    qui: nomDe,
    nomme: (cle) => Object.values(ENTETES).some((r) => r.test(cle)) || NUMERO_PEUT_ETRE.test(cle),
    devine: (lues, choisies) => devine(lues, choisies, { duNumero, duCourriel, duComplet, exacts }),
    trouve,
    designe: (dit) => (nomsDe(dit).ecrit || lit(dit, "numero") || lit(dit, "courriel")).slice(0, 80),
  };
}

interface Recherches<E> {
  readonly duNumero: (texte: string) => readonly E[];
  readonly duCourriel: (texte: string) => readonly E[];
  readonly duComplet: (texte: string) => readonly E[];
  readonly exacts: (nom: string, prenom: string) => readonly E[];
}

const mesure = (lignes: readonly Ligne[], texte: (l: Ligne) => string, reconnu: (t: string) => boolean): Part => {
  const remplies = lignes.map(texte).filter((t) => t.trim() !== "");
  const reconnues = remplies.filter(reconnu).length;
  return { remplies: remplies.length, reconnues, part: remplies.length === 0 ? 0 : reconnues / remplies.length };
};

/** Assez de lignes pour reconnaître une colonne. */
const ECHANTILLON = 400;

const NUMEROS_IGNORES =
  "Les numéros de ce fichier ne sont pas ceux de cette liste : les étudiants y sont reconnus à leur nom ou à leur adresse.";

function devine<E>(
  { entetes, lignes: toutes }: LignesLues,
  choisies: Colonnes,
  { duNumero, duCourriel, duComplet, exacts }: Recherches<E>,
): { colonnes: Colonnes; dit: readonly string[] } {
  const lignes = toutes.slice(0, ECHANTILLON);
  const largeur = Math.max(0, entetes.length, ...lignes.map((l) => l.cellules.length));
  const cles = Array.from({ length: largeur }, (_, c) => cleMots(entetes[c] ?? ""));
  const texte = (c: number) => (l: Ligne) => celluleDe(l, c).texte;
  const toutesColonnes = cles.map((_, c) => c).filter((c) => !isAccompagnement(cles[c] ?? ""));
  const nommee = (champ: Exclude<Designation, "suite">): number[] =>
    toutesColonnes.filter((c) => ENTETES[champ].test(cles[c] ?? ""));
  const libre = (c: number): boolean => cles[c] === "";
  const meilleure = (notees: readonly (readonly [number, number])[]): number | undefined =>
    notees.reduce<readonly [number, number] | null>((m, n) => (n[1] > 0 && (!m || n[1] > m[1]) ? n : m), null)?.[0];

  const numeros = toutesColonnes.map((c) => {
    const cle = cles[c] ?? "";
    const m = mesure(lignes, texte(c), (t) => duNumero(t).length > 0);
    const longs = mesure(lignes, texte(c), (t) => LONG.test(cleNumero(t)));
    const sur = ENTETES.numero.test(cle) || (NUMERO_PEUT_ETRE.test(cle) && longs.part >= 0.5);
    const possible = m.remplies > 0 && (sur || (m.reconnues > 0 && m.part >= 0.5));
    return { colonne: c, m, note: possible ? m.part * 3 + (sur ? 2 : 0) : 0 };
  });
  const numero = meilleure(numeros.map(({ colonne, note }) => [colonne, note] as const));
  const partNumero = numeros.find((n) => n.colonne === numero)?.m.part ?? 0;

  const courriel = meilleure(
    toutesColonnes.map((c) => {
      const m = mesure(lignes, texte(c), (t) => cleCourriel(t) !== "");
      const connus = mesure(lignes, texte(c), (t) => duCourriel(t).length > 0);
      return [c, m.part >= 0.5 ? 1 + connus.part : 0] as const;
    }),
  );

  const ensemble = (a: number, b: number) =>
    mesure(
      lignes,
      (l) => `${celluleDe(l, a).texte} ${celluleDe(l, b).texte}`,
      (t) => duComplet(t).length > 0,
    );
  const seul = (c: number) => mesure(lignes, texte(c), (t) => duComplet(t).length > 0);
  const noms = devineNoms();

  function devineNoms(): Colonnes {
    const [nom, prenom] = [nommee("nom")[0], nommee("prenom")[0]];
    if (nom !== undefined && prenom !== undefined) return enDeux(nom, prenom, true);
    const [complet] = nommee("complet");
    const tete = complet ?? nom;
    if (tete !== undefined) {
      // Un titre fusionné au-dessus de deux colonnes laisse la seconde sans en-tête.
      const suite = tete + 1;
      if (libre(suite) && ensemble(tete, suite).part > seul(tete).part) return enDeux(tete, suite, false);
      return new Map([[complet !== undefined || seul(tete).reconnues > 0 ? "complet" : "nom", tete]]);
    }
    const paires = toutesColonnes
      .filter((c) => c + 1 < largeur && c !== numero && c + 1 !== numero)
      .map((c) => [c, Math.max(ensemble(c, c + 1).part, 0)] as const);
    const seules = toutesColonnes.map((c) => [c, seul(c).part] as const);
    const [paire, une] = [meilleure(paires), meilleure(seules)];
    const part = (liste: readonly (readonly [number, number])[], c: number | undefined) =>
      liste.find(([x]) => x === c)?.[1] ?? 0;
    if (une !== undefined && part(seules, une) >= Math.max(0.5, part(paires, paire)))
      return new Map([["complet", une]]);
    if (paire !== undefined && part(paires, paire) >= 0.5) return enDeux(paire, paire + 1, false);
    return new Map();
  }

  /**
   * Deux colonnes, l'une le nom et l'autre le prénom : les lignes qui ne se lisent que dans un sens disent lequel. Si elles se
   * contredisent, ou si rien ne tranche sans titre, l'ordre ne distingue personne : « JEAN Paul » et « PAUL Jean » sont refusés.
   */
  function enDeux(a: number, b: number, titrees: boolean): Colonnes {
    const [droit, inverse] = [
      [a, b],
      [b, a],
    ].map(
      ([n = 0, p = 0]) =>
        toutes.filter((l) => {
          const [nom, prenom] = [celluleDe(l, n).texte, celluleDe(l, p).texte];
          return exacts(nom, prenom).length > 0 && exacts(prenom, nom).length === 0;
        }).length,
    );
    const sens = (nom: number, prenom: number): Colonnes =>
      new Map([
        ["nom", nom],
        ["prenom", prenom],
      ]);
    if (inverse === 0 && (droit || titrees)) return sens(a, b);
    if (droit === 0 && inverse) return sens(b, a);
    return new Map([
      ["complet", a],
      ["suite", b],
    ]);
  }

  const partNoms = noms.has("suite")
    ? ensemble(noms.get("complet") ?? 0, noms.get("suite") ?? 0).part
    : noms.has("complet")
      ? seul(noms.get("complet") ?? 0).part
      : noms.has("prenom")
        ? ensemble(noms.get("nom") ?? 0, noms.get("prenom") ?? 0).part
        : 0;
  const partCourriel =
    courriel === undefined ? 0 : mesure(lignes, texte(courriel), (t) => duCourriel(t).length > 0).part;
  const colonnes = new Map<string, number>();
  const dit: string[] = [];
  // Un numéro d'une autre nature (INE, rang) dont aucun ne se reconnaît, quand la plupart des noms se reconnaissent.
  const numeroEtranger = numero !== undefined && partNumero === 0 && Math.max(partNoms, partCourriel) >= 0.5;
  if (numeroEtranger) dit.push(NUMEROS_IGNORES);
  else if (numero !== undefined) colonnes.set("numero", numero);
  const courrielEtranger = partCourriel === 0 && Math.max(partNoms, partNumero) >= 0.5;
  if (courriel !== undefined && !courrielEtranger) colonnes.set("courriel", courriel);
  for (const [champ, c] of noms) if (c !== numero && c !== courriel) colonnes.set(champ, c);

  if (choisies.size > 0) return { colonnes: avecChoix(colonnes, choisies), dit: [] };
  return { colonnes, dit };
}

/** Ce que la personne a choisi passe avant ce qui se devine, et prend sa colonne à qui l'avait ; -1 : aucune. */
export function avecChoix(devinees: Colonnes, choisies: Colonnes): Colonnes {
  const prises = new Set([...choisies.values()].filter((c) => c >= 0));
  const colonnes = new Map([...devinees].filter(([champ, c]) => !choisies.has(champ) && !prises.has(c)));
  for (const [champ, c] of choisies) if (c >= 0) colonnes.set(champ, c);
  return colonnes;
}
