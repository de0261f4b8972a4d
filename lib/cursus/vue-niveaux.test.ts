import { expect, test } from "vitest";
import type { ResultatCursus, ResultatNiveau } from "@/lib/but/cursus";
import { vueCompetences } from "./vue-niveaux";
import type { VueUe } from "./vue-ue";

const ue = (numero: number, sansMoyenne: VueUe["sansMoyenne"]): VueUe =>
  ({ ueId: `u${numero}`, semestreId: `s${numero}`, numero, competenceId: "c", sansMoyenne }) as VueUe;

const sortie = (etat: ResultatNiveau["etat"], ues: readonly VueUe[]) => {
  const niveau = { niveauId: "n", competenceId: "c", ordre: 1, annee: 1, etat, decide: false, rcue: null } as const;
  const [competence] = vueCompetences({ niveaux: [niveau], annees: [] } as unknown as ResultatCursus, {
    competences: new Map([["c", { id: "c", numero: 1, court: "Spécifier", titre: "" }]]),
    niveaux: new Map(),
    ues,
  });
  return competence?.niveaux[0]?.sortie;
};

test("un niveau dont le dernier semestre est quitté n'est plus en cours", () => {
  expect(sortie("en-cours", [ue(1, null), ue(2, "démission")])).toBe("démission");
  expect(sortie("en-cours", [ue(1, "défaillance")])).toBe("défaillance");
});

test("repris après une démission, il l'est de nouveau ; acquis ou dispensé, il n'est pas interrompu", () => {
  expect(sortie("en-cours", [ue(1, "démission"), ue(1, null)])).toBeNull();
  expect(sortie("acquis", [ue(1, null), ue(2, "démission")])).toBeNull();
  expect(sortie("en-cours", [ue(1, null), ue(2, "dispense")])).toBeNull();
});
