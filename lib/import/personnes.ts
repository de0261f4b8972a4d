import { cleCourriel, cleMots, cleNom, cleNumero, sansZeros } from "./cles";
import { type Designation, devinePersonnes, isDesignation } from "./colonnes-personnes";
import type { Annuaire, Dit, Trouvaille } from "./usage";

/** Ce qui désigne une personne. */
export interface Personne {
  readonly cle: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  /** En minuscules ; null si elle n'en a pas. */
  readonly courriel: string | null;
}

const CHAMPS: readonly { readonly id: Designation; readonly titre: string }[] = [
  { id: "numero", titre: "Numéro" },
  { id: "courriel", titre: "Adresse électronique" },
  { id: "complet", titre: "Nom et prénom ensemble" },
  // Le reste d'un nom en deux colonnes dont rien ne dit laquelle est le prénom.
  { id: "suite", titre: "Suite du nom" },
  { id: "nom", titre: "Nom" },
  { id: "prenom", titre: "Prénom" },
];

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
    nomme: isDesignation,
    devine: (lues, choisies) => devinePersonnes(lues, choisies, { duNumero, duCourriel, duComplet, exacts }),
    trouve,
    designe: (dit) => (nomsDe(dit).ecrit || lit(dit, "numero") || lit(dit, "courriel")).slice(0, 80),
  };
}
