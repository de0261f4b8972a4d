import { expect, test } from "vitest";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { empreinteDocument } from "./empreinte";
import type { ContenuAttestation, ContenuReleve, UeDocument } from "./types";

const etudiant = { id: "e", numero: "20240001", nom: "ANDRE", prenom: "Lucie" };
const DATE = "2026-07-03T13:30:00.000Z";

const UE: UeDocument = {
  ueId: "ue-1",
  semestreId: "s2",
  numero: 2,
  anneeUniversitaire: "2025-2026",
  competenceId: "c1",
  competence: "Spécifier",
  ects: 6,
  ectsAcquis: 6,
  moyenne: centiemes(1250),
  recalculee: null,
  avantBonus: null,
  bonus: centiemes(0),
  stabilite: "definitive",
  attente: null,
  decision: { code: "ADM", date: DATE },
  sansMoyenne: null,
  capitalisee: false,
  confirmee: false,
};

const releve = (ue: Partial<UeDocument> = {}, reste: Partial<ContenuReleve> = {}): ContenuReleve => ({
  type: "releve",
  semestre: {
    id: "s2",
    numero: 2,
    anneeUniversitaire: "2025-2026",
    regime: "commun",
    inscription: "I",
    ues: [{ ...UE, ...ue }],
  },
  elements: [{ id: "el", titre: "Mécanique", moyennes: [{ ueId: "ue-1", moyenne: centiemes(1250) }] }],
  niveaux: [
    {
      objetId: "n1",
      competenceId: "c1",
      libelle: "Spécifier, niveau 1",
      moyenne: centiemes(1250),
      code: "ADM",
      date: DATE,
    },
  ],
  annee: { objetId: "1", libelle: "BUT1", moyenne: null, code: "ADM", date: DATE },
  ...reste,
});

const attestation: ContenuAttestation = {
  type: "attestation",
  niveaux: [
    {
      objetId: "n1",
      libelle: "Spécifier, niveau 1",
      moyenne: null,
      code: "ADM",
      date: DATE,
      competence: "Spécifier",
      titreCompetence: "Spécifier les exigences",
      ordre: 1,
      titre: "Déterminer le besoin",
      ects: 14,
      jury: "S2, 2025-2026",
    },
  ],
};

const sha = (contenu: ContenuReleve | ContenuAttestation, qui = etudiant) =>
  empreinteDocument({ etudiant: qui, contenu });

// Des documents déjà remis portent ces empreintes. Si ce test échoue, ils deviendraient « dépassés » sans qu'aucun
// résultat ait changé : donnez à la forme nouvelle un autre numéro, et gardez celle-ci pour vérifier les anciens.
test("la forme signée ne change pas", () => {
  expect([sha(releve()), sha(attestation)]).toMatchInlineSnapshot(`
    [
      "27b5fa3f33b8353bebaf111a455e95b7812b8888be3235783e48b3de7e55015e",
      "9d487be36dfaffda65f4721a61beb147a30d638eb0e4ff0df4c7bb6ef610b9e3",
    ]
  `);
});

test("tout ce que le document affirme compte", () => {
  const base = sha(releve());
  const changes = [
    sha(releve({ moyenne: centiemes(1251) })),
    sha(releve({ avantBonus: centiemes(1200) })),
    sha(releve({ decision: { code: "CMP", date: DATE } })),
    sha(releve({ decision: { code: "ADM", date: "2026-09-01T10:00:00.000Z" } })),
    sha(releve({ ects: 7 })),
    sha(releve({}, { elements: [] })),
    sha(releve({}, { niveaux: [] })),
    sha(releve({}, { annee: null })),
    sha(releve(), { ...etudiant, nom: "ANDRÉ" }),
    sha(attestation),
  ];
  expect(new Set([base, ...changes]).size).toBe(changes.length + 1);
});

test("la mise en page et l'état du semestre ne comptent pas", () => {
  expect(sha(releve({ confirmee: true, stabilite: "complete", competence: "Autre nom" }))).toBe(sha(releve()));
});
