import { expect, test } from "vitest";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import { c, element, evaluation, niveau } from "@/lib/but/essais/fabrique";
import type { Cursus, SemestreSuivi } from "@/lib/but/modele/cursus";
import { REGLEMENT_DEFAUT } from "@/lib/but/modele/reglement";
import { avecNote } from "@/lib/but/questions/besoin";
import { type Bascules, bascules, besoinsAnnee } from "./bascule";
import { cleObjet, objetsDuJury } from "./objets";

type Valeur = number | "ABS" | "ATT";
interface Notes {
  readonly note: Valeur;
  readonly bareme?: number;
}

const semestre = (numero: 1 | 2, notes: Readonly<Record<string, readonly Notes[]>>): SemestreSuivi => ({
  id: `s${numero}`,
  numero,
  anneeUniversitaire: "2025-2026",
  inscription: "I",
  reglement: REGLEMENT_DEFAUT,
  bonus: [],
  ues: Object.keys(notes).map((competence) => ({
    id: `${competence}${numero}`,
    competenceId: competence,
    ects: 15,
    poles: null,
    dispensee: false,
  })),
  elements: Object.entries(notes).map(([competence, memes]) =>
    element(
      "ressource",
      { [`${competence}${numero}`]: 1 },
      memes.map(({ note, bareme }, i) =>
        evaluation(note, { id: `${competence}${numero}-${i}`, ...(bareme !== undefined && { bareme }) }),
      ),
      `el-${competence}${numero}`,
    ),
  ),
});

const un = (note: Valeur): readonly Notes[] => [{ note }];

const cursus = (...semestres: SemestreSuivi[]): Cursus => ({
  etudiantId: "e",
  niveaux: ["A", "B"].map((competence) => niveau(competence, 1)),
  semestres,
  decisions: [],
  forceMajeure: false,
});

const de = ({ trouvees }: Bascules, objet: string) => trouvees.filter((b) => b.objet === objet);

const proposition = (c_: Cursus, semestreId: string, objet: string) =>
  objetsDuJury(c_, resultatCursus(c_), semestreId).find((o) => cleObjet(o) === objet)?.proposition;

test("la plus petite note à monter fait passer l'année, et pas un centième de moins", () => {
  const dossier = cursus(semestre(1, { A: un(9), B: un(12) }), semestre(2, { A: un(10.5), B: un(12) }));
  const [haut, bas] = de(bascules(dossier, "s2"), "annee:1");
  expect(haut).toMatchObject({ de: "RED", vers: "ADM", avant: 900, apres: 949 });
  expect(bas).toBeUndefined();
});

test("la proposition change à la note dite, pas au centième d'avant, dans les deux sens", () => {
  const dossier = cursus(
    semestre(1, { A: [{ note: 9 }, { note: 4.5, bareme: 10 }], B: un(11) }),
    semestre(2, { A: un(10.5), B: un(9.5) }),
  );
  const { trouvees } = bascules(dossier, "s2");
  expect(trouvees.length).toBeGreaterThan(1);
  for (const { objet, evaluation: ou, avant, apres, bareme, de: actuelle, vers } of trouvees) {
    const semestreSuivi = dossier.semestres.find((s) => s.numero === ou.numero);
    const porteur = semestreSuivi?.elements.find((e) => e.titre === ou.element);
    const evaluationId = porteur?.evaluations.find((e) => e.titre === ou.titre)?.id ?? "";
    const cible = { semestreId: semestreSuivi?.id ?? "", elementId: porteur?.id ?? "", evaluationId };
    const avec = (note: number) => proposition(avecNote(dossier, [cible], note, bareme), "s2", objet);
    expect(avec(apres)).toBe(vers);
    expect(vers).not.toBe(actuelle);
    expect(avec(apres + (apres > Number(avant) ? -1 : 1))).toBe(actuelle);
  }
});

test("entre deux notes, c'est l'écart le plus petit en part du barème qui est dit", () => {
  const dossier = cursus(semestre(1, { A: [{ note: 9.8 }, { note: 4.9, bareme: 10 }], B: un(12) }));
  // La moyenne doit gagner 0,20 : 0,40 sur 20, ou 0,20 sur 10, le même écart ; la première rencontrée reste.
  expect(de(bascules(dossier, "s1"), "ue:A1")).toMatchObject([{ vers: "ADM", avant: 980, apres: 1019, bareme: 2000 }]);
});

test("ce qu'aucune note seule ne ferait réussir est nommé", () => {
  const dossier = cursus(semestre(1, { A: [{ note: 0 }, { note: 0 }, { note: 20 }], B: un(12) }));
  expect(bascules(dossier, "s1").aucune).toEqual([]);
  const trop = cursus(semestre(1, { A: [{ note: 0 }, { note: 0 }, { note: 5 }], B: un(12) }));
  expect(bascules(trop, "s1").aucune).toEqual(["A1 S1"]);
});

test("une absence compte zéro et peut monter", () => {
  const dossier = cursus(semestre(1, { A: [{ note: "ABS" }, { note: 13 }], B: un(12) }));
  expect(de(bascules(dossier, "s1"), "ue:A1")).toMatchObject([{ avant: "ABS", apres: 699, vers: "ADM" }]);
});

test("un semestre impair réussi dit aussi ce qui le ferait échouer", () => {
  const dossier = cursus(semestre(1, { A: un(10.02), B: un(15) }));
  expect(de(bascules(dossier, "s1"), "ue:A1")).toMatchObject([{ de: "ADM", vers: "AJ", apres: 999 }]);
});

test("provisoire : aucune bascule, mais la note commune qui donnerait l'année", () => {
  const dossier = cursus(semestre(1, { A: un(12), B: un(12) }), semestre(2, { A: un("ATT"), B: un(12) }));
  expect(de(bascules(dossier, "s2"), "annee:1")).toEqual([]);
  expect(besoinsAnnee(dossier, "s2")).toMatchObject([
    { objectif: "ADM", besoin: { reponse: "note", note: c(799) } },
    { objectif: "passage", besoin: { reponse: "note" } },
  ]);
});
