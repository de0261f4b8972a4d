import { z } from "zod";
import type { Cursus, Niveau, SemestreSuivi } from "../../lib/but/modele/cursus";
import {
  CODES_ANNEE,
  CODES_DIPLOME,
  CODES_RCUE,
  CODES_UE,
  type DecisionEnregistree,
} from "../../lib/but/modele/decision";
import { REGLEMENT_DEFAUT, type Reglement } from "../../lib/but/modele/reglement";
import { centiemes } from "../../lib/but/nombres/centiemes";
import { verifyReglement } from "../../lib/but/questions/verification";
import { type CasJson, casJson } from "./format";
import { CasRefuse, type Chemin, decimal } from "./refus";
import { lireElements, semestreSuivi, verifieSemestre } from "./semestre";

/** Lit le texte d'un fichier ; lève CasRefuse avec le chemin fautif et la raison en français. */
export function lireCas(texte: string): Cursus[] {
  let brut: unknown;
  try {
    brut = JSON.parse(texte);
  } catch (erreur) {
    throw new CasRefuse([], `ce n'est pas du JSON (${erreur instanceof Error ? erreur.message : erreur})`);
  }
  z.config(z.locales.fr());
  const lu = casJson.safeParse(brut);
  if (!lu.success) {
    const probleme = lu.error.issues[0];
    throw new CasRefuse(
      (probleme?.path ?? []).map((p) => (typeof p === "symbol" ? p.toString() : p)),
      probleme?.message ?? "illisible",
    );
  }
  const cas = lu.data;
  const reglement = lireReglement(cas);
  const semestres = new Map(
    cas.semestres.map((semestre, i) => {
      const chemin: Chemin = ["semestres", i];
      verifieSemestre(semestre, chemin, reglement, cas.semestres);
      return [semestre.id, { semestre, elements: lireElements(semestre, chemin) }] as const;
    }),
  );
  if (semestres.size < cas.semestres.length) throw new CasRefuse(["semestres"], "deux semestres ont le même id");
  return cas.etudiants.map((etudiant, i): Cursus => {
    const chemin: Chemin = ["etudiants", i];
    const suivis = etudiant.semestres.map((inscription, j) => {
      const lu = semestres.get(inscription.semestre);
      if (!lu)
        throw new CasRefuse(
          [...chemin, "semestres", j, "semestre"],
          `« ${inscription.semestre} » n'est pas un semestre du fichier`,
        );
      return semestreSuivi(lu, inscription, reglement, [...chemin, "semestres", j]);
    });
    const niveaux = (etudiant.niveaux ?? cas.niveaux).map(lireNiveau);
    const anciens = (etudiant.niveauxAnciens ?? []).map(lireNiveau);
    const connus = [...niveaux, ...anciens];
    return {
      etudiantId: etudiant.id,
      niveaux,
      ...(anciens.length > 0 && { niveauxAnciens: anciens }),
      semestres: suivis,
      decisions: etudiant.decisions.map((d, j) => lireDecision(d, j, connus, suivis, [...chemin, "decisions", j])),
      forceMajeure: etudiant.forceMajeure,
    };
  });
}

const lireNiveau = (niveau: CasJson["niveaux"][number]): Niveau => ({
  id: niveau.id ?? `${niveau.competence}-${niveau.ordre}`,
  competenceId: niveau.competence,
  ordre: niveau.ordre,
  annee: niveau.annee,
  titre: niveau.competence,
});

function lireReglement(cas: CasJson): Reglement {
  const { bonus, ...choix } = cas.reglement;
  const plafond = bonus?.plafond;
  const reglement: Reglement = {
    ...REGLEMENT_DEFAUT,
    rcue: choix.rcue ?? REGLEMENT_DEFAUT.rcue,
    polesBut3: choix.polesBut3 ?? REGLEMENT_DEFAUT.polesBut3,
    bonus: {
      lecture: bonus?.lecture ?? REGLEMENT_DEFAUT.bonus.lecture,
      cumul: bonus?.cumul ?? REGLEMENT_DEFAUT.bonus.cumul,
      plafond:
        plafond === undefined
          ? REGLEMENT_DEFAUT.bonus.plafond
          : decimal(plafond, ["reglement", "bonus", "plafond"], { nom: "Plafond du bonus", min: 0, max: 500 }),
    },
  };
  const refus = verifyReglement(reglement)[0];
  if (refus) throw new CasRefuse(["reglement", ...refus.chemin.split(".")], refus.message);
  return reglement;
}

const CODES = { ue: CODES_UE, rcue: CODES_RCUE, annee: CODES_ANNEE, diplome: CODES_DIPLOME } as const;

function lireDecision(
  decision: CasJson["etudiants"][number]["decisions"][number],
  ordre: number,
  niveaux: readonly Niveau[],
  semestres: readonly SemestreSuivi[],
  chemin: Chemin,
): DecisionEnregistree {
  const objets = {
    ue: semestres.flatMap((s) => s.ues.map((ue) => ue.id)),
    rcue: niveaux.map((niveau) => niveau.id),
    annee: ["1", "2", "3"],
    diplome: ["DUT", "BUT"],
  }[decision.portee];
  if (!objets.includes(decision.objet))
    throw new CasRefuse(
      [...chemin, "objet"],
      `« ${decision.objet} » est inconnu ; attendu : ${[...new Set(objets)].join(", ")}`,
    );
  if (!(CODES[decision.portee] as readonly string[]).includes(decision.code))
    throw new CasRefuse(
      [...chemin, "code"],
      `${decision.code} n'est pas un code de ${decision.portee} ; attendu : ${CODES[decision.portee].join(", ")}`,
    );
  return {
    id: `d${ordre}`,
    portee: decision.portee,
    objetId: decision.objet,
    semestreId: decision.semestre,
    code: decision.code,
    proposition: null,
    motif: null,
    moyenneVue:
      decision.moyenne === undefined
        ? null
        : centiemes(decimal(decision.moyenne, [...chemin, "moyenne"], { nom: "Moyenne", min: 0, max: 2000 })),
    auteur: "fichier",
    date: "",
    rang: ordre + 1,
  };
}
