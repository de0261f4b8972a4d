import type { LigneJury } from "./ligne";

/** Une évaluation non publiée du semestre, et combien de notes y attendent. */
export interface EvaluationCachee {
  readonly id: string;
  readonly titre: string;
  readonly elementId: string;
  readonly element: string;
  readonly notes: number;
}

/** Une vérification d'avant jury. Bloquante : le jury peut s'ouvrir, mais pas délibérer. */
export interface Controle {
  readonly cle: string;
  readonly ton: "bloquant" | "attention" | "information";
  readonly titre: string;
  readonly details: readonly { readonly texte: string; readonly qui: string | null }[];
}

interface Matiere {
  readonly lignes: readonly LigneJury[];
  readonly cachees: readonly EvaluationCachee[];
  /** Enseignants de chaque élément, « NOM Prénom ». */
  readonly enseignants: ReadonlyMap<string, readonly string[]>;
  readonly uesAConfirmer: number;
  /** Les UE dont un pôle sort des bornes légales, et pourquoi. */
  readonly polesRefuses: readonly string[];
  readonly numero: number;
}

const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`;

/** Ce qu'il faut savoir avant la réunion : d'abord ce qui bloque. */
export function controlesJury(matiere: Matiere): Controle[] {
  const { lignes, cachees, enseignants, uesAConfirmer, polesRefuses, numero } = matiere;
  const qui = (elementId: string | null): string => {
    const noms = enseignants.get(elementId ?? "") ?? [];
    return noms.length > 0 ? noms.join(", ") : "aucun enseignant affecté";
  };
  const manques = (raison: string) => regroupe(lignes, raison, qui);
  const attendues = manques("att");
  const manquantes = manques("note-manquante");
  const vides = manques("aucune-evaluation");
  const nonPubliees = cachees.filter((e) => e.notes > 0);
  const sansParcours = numero < 3 ? [] : lignes.filter((l) => l.inscription === "I" && l.parcours === null);
  const bonus = lignes.filter((l) => l.bonus > 0).length;
  const controles: (Controle | false)[] = [
    manquantes.nombre > 0 && {
      cle: "notes",
      ton: "bloquant",
      titre: pluriel(manquantes.nombre, "note manquante", "notes manquantes"),
      details: manquantes.details,
    },
    attendues.nombre > 0 && {
      cle: "att",
      ton: "bloquant",
      titre: `${pluriel(attendues.nombre, "note attendue", "notes attendues")} (ATT)`,
      details: attendues.details,
    },
    nonPubliees.length > 0 && {
      cle: "cachees",
      ton: "bloquant",
      titre: `${pluriel(nonPubliees.length, "évaluation notée non publiée", "évaluations notées non publiées")}`,
      details: nonPubliees.map((e) => ({
        texte: `${e.element}, ${e.titre} : ${pluriel(e.notes, "note ne compte pas", "notes ne comptent pas")} encore`,
        qui: qui(e.elementId),
      })),
    },
    vides.nombre > 0 && {
      cle: "vides",
      ton: "attention",
      titre: pluriel(vides.details.length, "élément sans évaluation publiée", "éléments sans évaluation publiée"),
      details: vides.details,
    },
    sansParcours.length > 0 && {
      cle: "parcours",
      ton: "attention",
      titre: pluriel(sansParcours.length, "étudiant sans parcours", "étudiants sans parcours"),
      details: sansParcours.map((l) => ({ texte: `${l.nom} ${l.prenom}`, qui: null })),
    },
    polesRefuses.length > 0 && {
      cle: "poles",
      ton: "attention",
      titre: `Pôles de ${pluriel(polesRefuses.length, "UE", "UE")} hors de 40 à 60 %`,
      details: polesRefuses.map((texte) => ({ texte, qui: null })),
    },
    uesAConfirmer > 0 && {
      cle: "coefficients",
      ton: "attention",
      titre: `Coefficients de ${pluriel(uesAConfirmer, "UE", "UE")} à confirmer par le département`,
      details: [
        {
          texte: "La scolarité les confirme dans la maquette ; jusque-là les moyennes reposent sur le défaut.",
          qui: null,
        },
      ],
    },
    bonus > 0 && {
      cle: "bonus",
      ton: "information",
      titre: `Bonus saisi pour ${pluriel(bonus, "étudiant", "étudiants")}`,
      details: [],
    },
  ];
  return controles.filter((c) => c !== false);
}

/** Les manques d'une même évaluation (ou d'un élément) en une ligne, avec les étudiants concernés. */
function regroupe(lignes: readonly LigneJury[], raison: string, qui: (elementId: string | null) => string) {
  const groupes = new Map<string, { texte: string; qui: string; noms: string[] }>();
  for (const ligne of lignes)
    for (const m of ligne.manques) {
      if (m.raison !== raison) continue;
      const cle = m.evaluationId ?? m.elementId ?? "";
      const texte = [m.elementTitre, m.evaluationTitre].filter(Boolean).join(", ");
      const groupe = groupes.get(cle) ?? { texte, qui: qui(m.elementId), noms: [] };
      groupe.noms.push(`${ligne.nom} ${ligne.prenom}`);
      groupes.set(cle, groupe);
    }
  const details = [...groupes.values()].map(({ texte, qui: enseignant, noms }) => ({
    texte: raison === "aucune-evaluation" ? texte : `${texte} : ${enumere(noms)}`,
    qui: enseignant,
  }));
  return { nombre: [...groupes.values()].reduce((n, g) => n + g.noms.length, 0), details };
}

function enumere(noms: readonly string[]): string {
  const montres = noms.slice(0, 4).join(", ");
  return noms.length > 4 ? `${montres} et ${noms.length - 4} autres` : montres;
}
