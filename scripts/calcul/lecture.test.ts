import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { resultatCursus } from "../../lib/but/cursus/resultats";
import { lireCas } from "./lecture";
import { rapport } from "./rapport";

const exemple = readFileSync(path.join(import.meta.dirname, "../../docs/exemple-calcul.json"), "utf8");
const avec = (avant: string, apres: string) => () => lireCas(exemple.replace(avant, apres));

describe("lire un cas", () => {
  it("calcule l'exemple documenté", () => {
    const [cursus] = lireCas(exemple);
    if (!cursus) throw new Error("aucun étudiant");
    const r = resultatCursus(cursus);
    // 9,33 et 8,666… à 50/50 : 8,998… ; 11 avec 2,5 % : 11,275 ; leur moyenne : 10,136…
    expect(r.semestres.map((s) => s.ues[0]?.moyenne)).toEqual([900, 1128]);
    expect(r.annees[0]?.rcues[0]).toMatchObject({ moyenne: 1014, proposition: "CMP" });
    const texte = rapport(cursus, true);
    expect(texte).toContain("BUT1 2025-2026 : proposition RED (1 RCUE acquis sur 2, 0 sous le seuil de passage)");
    expect(texte).toContain("calcul : (8,666… × 50 + 9,33 × 50) ÷ 100 = 8,998…");
    expect(rapport(cursus, false)).not.toContain("calcul :");
  });

  it.each([
    ['"ABS"', '"21"', "etudiants[0].semestres[0].notes.R1.01-a : « 21 » dépasse le barème de 20"],
    ['"ABS"', '"douze"', "etudiants[0].semestres[0].notes.R1.01-a : « douze » n'est pas une note"],
    ['"R1.01-a": "ABS"', '"R9": 1', "etudiants[0].semestres[0].notes.R9 : « R9 » n'est pas une évaluation de S1"],
    ['"numero": 2', '"numero": 8', "semestres[1].numero : "],
    ['"ressource": 50, "sae": 50', '"ressource": 70, "sae": 30', "semestres[0].ues[0].poles : En BUT1 chaque pôle"],
    ['"pourcent": 2.5', '"pourcent": 2.6', "etudiants[0].semestres[1].bonus[0].pourcent : 2,6 % n'est pas un multiple"],
    ['"code": "AJ"', '"code": "RED"', "etudiants[0].decisions[0].code : RED n'est pas un code de ue"],
    ['"objet": "UE1.1"', '"objet": "UE9"', "etudiants[0].decisions[0].objet : « UE9 » est inconnu"],
    ['"UE1.1": 18', '"UE1.1": -18', "semestres[0].elements[0].coefficients.UE1.1 : Coefficient"],
    ['"UE2.2": 1.5', '"UE9": 1.5', "semestres[1].elements[0].coefficients.UE9 : « UE9 » n'est pas une UE"],
    ['"bareme": 40', '"bareme": 0', "semestres[0].elements[0].evaluations[1].bareme : Barème"],
    ['"ects": 8', '"etcs": 8', "semestres[0].ues[0].ects : Entrée invalide"],
    ['"id": "R1.01-b"', '"id": "R1.01-a"', "semestres[0].elements[0].evaluations[1].id : « R1.01-a » désigne déjà"],
    [
      '"semestre": "S2",\n          "bonus"',
      '"semestre": "S9",\n          "bonus"',
      "etudiants[0].semestres[1].semestre : « S9 »",
    ],
    ["{", "{,", "racine du JSON : ce n'est pas du JSON"],
  ])("%s → %s : le chemin et la raison", (avant, apres, message) => {
    expect(exemple).toContain(avant);
    expect(avec(avant, apres)).toThrow(message);
  });

  it("lit les réglages, et refuse un plafond de bonus illégal", () => {
    const reglement = (contenu: string) => lireCas(exemple.replace("{", `{ "reglement": ${contenu},`));
    expect(reglement('{ "rcue": "ects" }')[0]?.semestres[0]?.reglement.rcue).toBe("ects");
    expect(() => reglement('{ "bonus": { "plafond": 4.9 } }')).toThrow("reglement.bonus.plafond : Le plafond du bonus");
  });
});
