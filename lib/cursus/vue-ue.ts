import type { SemestreLu, UeLue } from "@/db/dossiers";
import { phraseManque } from "@/lib/but/expliquer/module";
import type { Manque } from "@/lib/but/modele/element";
import type { ResultatUe } from "@/lib/but/modele/resultats";
import type { Centiemes } from "@/lib/but/nombres/centiemes";
import { insecables } from "@/lib/typographie";

/** Ce que le jury a décidé et publié. */
export interface VueDecision {
  readonly code: string;
  /** Instant ISO 8601 UTC. */
  readonly date: string;
}

/** provisoire : il manque quelque chose ; complete : rien ne manque, mais le semestre est ouvert ; definitive : le reste. */
export type Stabilite = "provisoire" | "complete" | "definitive";

export interface Attente {
  readonly resume: string;
  readonly liste: readonly string[];
}

/** Une UE telle que l'étudiant la lit : une moyenne, ce qu'elle vaut encore, et d'où elle vient. */
export interface VueUe {
  readonly ueId: string;
  readonly semestreId: string;
  readonly numero: number;
  readonly anneeUniversitaire: string;
  readonly competenceId: string;
  readonly competence: string;
  readonly ects: number;
  /** Celle que le jury a vue quand sa décision est publiée (règlement 5.10), sinon celle d'aujourd'hui. */
  readonly moyenne: Centiemes | null;
  /** La moyenne d'aujourd'hui, seulement si elle n'est plus celle que le jury a vue. */
  readonly recalculee: Centiemes | null;
  /** null quand aucun bonus ne la change. */
  readonly avantBonus: Centiemes | null;
  /** Le bonus du semestre, centièmes de pour cent. */
  readonly bonus: Centiemes;
  readonly stabilite: Stabilite;
  /** Ce qui peut encore la changer ; null quand elle est définitive. */
  readonly attente: Attente | null;
  readonly decision: VueDecision | null;
  /** Pourquoi il n'y a pas de moyenne à attendre ; null d'ordinaire. */
  readonly sansMoyenne: "dispense" | "démission" | "défaillance" | null;
  readonly capitalisee: boolean;
  /** Coefficients et pôles confirmés par le département. */
  readonly confirmee: boolean;
}

export interface ContexteUe {
  readonly semestre: SemestreLu | undefined;
  readonly ue: UeLue | undefined;
  readonly competence: string;
  readonly bonus: Centiemes;
  readonly inscription: "I" | "DEM" | "DEF";
}

const SORTIES = { I: null, DEM: "démission", DEF: "défaillance" } as const;

/** Tant que le semestre est ouvert ou rouvert, une note peut encore s'ajouter : rien n'y est définitif. */
const CLOS: ReadonlySet<string> = new Set(["jury", "delibere", "publie"]);
/** Le jury a siégé sans conclure. */
const EN_ATTENTE: ReadonlySet<string> = new Set(["ATJ", "RAT"]);

export function vueUe(resultat: ResultatUe, contexte: ContexteUe): VueUe {
  const { semestre, ue, competence, bonus, inscription } = contexte;
  const { decision, moyenne: calculee } = resultat;
  const vue = decision?.moyenneVue as Centiemes | null | undefined;
  const moyenne = vue ?? calculee;
  const identique = moyenne === calculee;
  const conclue = decision !== null ? !EN_ATTENTE.has(decision.code) : !resultat.provisoire;
  const clos = CLOS.has(semestre?.etat ?? "");
  const sansMoyenne = resultat.dispensee ? "dispense" : SORTIES[inscription];
  const stabilite = !conclue ? "provisoire" : clos ? "definitive" : "complete";
  return {
    ueId: resultat.ueId,
    semestreId: resultat.semestreId,
    numero: resultat.numero,
    anneeUniversitaire: semestre?.anneeUniversitaire ?? "",
    competenceId: resultat.competenceId,
    competence,
    ects: resultat.ects,
    moyenne,
    recalculee: identique ? null : calculee,
    avantBonus: identique && resultat.moyenneAvantBonus !== calculee ? resultat.moyenneAvantBonus : null,
    bonus,
    stabilite,
    attente: stabilite === "definitive" || sansMoyenne ? null : attente(resultat, semestre),
    decision: decision && { code: decision.code, date: decision.date },
    sansMoyenne,
    capitalisee: resultat.capitalisee !== null,
    confirmee: ue?.confirmee ?? false,
  };
}

function attente({ manques, decision }: ResultatUe, semestre: SemestreLu | undefined): Attente {
  if (decision && semestre?.etat === "rouvert")
    return { resume: "Le jury a rouvert ce semestre : il peut publier une nouvelle décision.", liste: [] };
  if (manques.length === 0)
    return { resume: "Rien ne manque aujourd'hui ; d'autres notes peuvent s'ajouter jusqu'au jury.", liste: [] };
  return {
    resume: resumeManques(manques),
    liste: [...new Set(manques.map((manque) => insecables(phraseManque(manque))))],
  };
}

const compte = (n: number, un: string, plusieurs: string): string[] =>
  n === 0 ? [] : [n === 1 ? `1 ${un}` : `${n} ${plusieurs}`];

/** « Il manque 1 note et 2 éléments à évaluer », pour tenir sur une ligne de téléphone. */
export function resumeManques(manques: readonly Manque[]): string {
  const notes = new Set(
    manques.filter((m) => m.raison === "att" || m.raison === "note-manquante").map((m) => m.evaluationId),
  );
  const vides = new Set(manques.filter((m) => m.raison === "aucune-evaluation").map((m) => m.elementId));
  const parties = [
    ...compte(notes.size, "note", "notes"),
    ...compte(vides.size, "élément pas encore évalué", "éléments pas encore évalués"),
  ];
  return `Il manque ${parties.length > 0 ? parties.join(" et ") : "un pôle entier"}`;
}
