import { type Centiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import { cleNom } from "@/lib/import/cles";
import { annuairePersonnes } from "@/lib/import/personnes";
import type { Champ, Effet, Usage } from "@/lib/import/usage";
import { parseNoteActivite, parsePourcentage } from "../saisie";

/** Un inscrit à qui une liste peut apporter un bonus, et ceux qu'il a. */
export interface InscritBonus {
  readonly inscriptionId: string;
  readonly numero: string;
  readonly nom: string;
  readonly prenom: string;
  readonly courriel: string | null;
  /** « S3 initiale » : dans quelle classe. */
  readonly classe: string;
  readonly activites: readonly {
    readonly id: string;
    readonly activite: string;
    readonly pourcent: Centiemes;
    readonly version: number;
  }[];
}

/** Ce qui s'écrira : une activité de plus, ou une corrigée. */
export interface BonusImporte {
  readonly inscriptionId: string;
  /** L'activité corrigée et la version lue ; null : une de plus. */
  readonly lu: { readonly id: string; readonly version: number } | null;
  readonly activite: string;
  readonly pourcent: Centiemes;
}

const champ = (id: string, titre: string, mots: RegExp, reste: Partial<Champ> = {}): Champ => ({
  id,
  titre,
  requis: false,
  entete: (cle) => (mots.test(cle) ? 2 : 0),
  ...reste,
});

export const CHAMPS_BONUS = {
  activite: champ(
    "activite",
    "Activité",
    /^(activites?|sports?|engagements?|cultures?|disciplines?|intitules?|motifs?)( |$)/,
  ),
  pourcentage: champ("pourcentage", "Pourcentage", /^(pourcentages?|pour cents?|bonus|bonifications?|taux)( |$)/),
  note: champ("note", "Note d'activité", /^(notes?|resultats?)( |$)/),
} as const;

const NOM_MAX = 80;

/**
 * La liste du Bureau de la Vie Étudiante : qui, quelle activité, et un pourcentage ou une note d'activité (règlement 3). Un
 * même étudiant peut y avoir plusieurs activités.
 * @param parDefaut l'activité d'une ligne qui n'en dit aucune (« Sport ») ; vide : elle est refusée
 */
export function usageBonus(inscrits: readonly InscritBonus[], parDefaut: string): Usage<InscritBonus, BonusImporte> {
  return {
    nom: "bonus",
    annuaire: annuairePersonnes(inscrits, (i) => ({
      cle: i.inscriptionId,
      numero: i.numero,
      nom: i.nom,
      prenom: i.prenom,
      courriel: i.courriel,
    })),
    champs: Object.values(CHAMPS_BONUS),
    plusieurs: true,
    lit: (inscrit, dit) => {
      const texte = (c: keyof typeof CHAMPS_BONUS) => dit.get(c)?.texte ?? "";
      const activite = (texte("activite") || parDefaut).trim();
      const lu = [
        texte("pourcentage") && `${texte("pourcentage").replace(/\s*%$/, "")} %`,
        texte("note") && `${texte("note")} / 20`,
      ]
        .filter(Boolean)
        .join(", ");
      if (lu === "") return [];
      return [
        effet(inscrit, activite, { pourcentage: texte("pourcentage").replace(/\s*%$/, ""), note: texte("note") }, lu),
      ];
    },
  };
}

function effet(
  inscrit: InscritBonus,
  activite: string,
  { pourcentage, note }: { readonly pourcentage: string; readonly note: string },
  lu: string,
): Effet<BonusImporte> {
  const present = inscrit.activites.find((a) => cleNom(a.activite) === cleNom(activite));
  const avant = present ? `${formatCourt(present.pourcent)} %` : "";
  const base = { champ: activite || "?", avant, lu, apres: "", valeur: null } as const;
  const refuse = (raison: string): Effet<BonusImporte> => ({ ...base, sort: "refusee", raison });
  if (activite === "")
    return refuse("Cette ligne ne dit pas l'activité : ajoutez une colonne, ou donnez-la ci-dessus.");
  if (activite.length > NOM_MAX) return refuse(`Ce nom d'activité est trop long : ${NOM_MAX} signes au plus.`);
  const verdicts = [
    ...(pourcentage === "" ? [] : [parsePourcentage(pourcentage)]),
    ...(note === "" ? [] : [parseNoteActivite(note)]),
  ];
  for (const v of verdicts) if (!v.ok) return refuse(v.message);
  const [premier, second] = verdicts.flatMap((v) => (v.ok ? [v.pourcent] : []));
  if (premier === undefined) return refuse("Ni pourcentage ni note d'activité.");
  if (second !== undefined && second !== premier)
    return refuse("Le pourcentage et la note d'activité ne disent pas la même chose : gardez l'un des deux.");
  const apres = `${formatCourt(premier)} %`;
  if (present?.pourcent === premier) return { ...base, apres, sort: "identique", raison: null };
  return {
    ...base,
    apres,
    sort: present ? "changee" : "nouvelle",
    raison: note !== "" && pourcentage === "" ? `Une note de ${note} vaut ${apres}.` : null,
    valeur: {
      inscriptionId: inscrit.inscriptionId,
      lu: present ? { id: present.id, version: present.version } : null,
      activite: present?.activite ?? activite,
      pourcent: premier,
    },
  };
}
