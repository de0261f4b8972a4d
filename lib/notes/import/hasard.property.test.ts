import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { centiemes } from "@/lib/but/nombres/centiemes";
import { prepareImport } from "@/lib/import/apercu";
import { celluleOds, feuille, ligneOds, ods, xlsx } from "@/lib/import/essais/classeurs";
import { readFichier } from "@/lib/import/lecture/fichier";
import { readPressePapiers, readTexte } from "@/lib/import/lecture/texte";
import type { Lecture } from "@/lib/import/tableau";
import { classe } from "./essais/classe";
import { litNote } from "./mots";
import { usageNotes } from "./usage";

// Bornés ici, longs dans le banc : HASARD dit combien d'entrées.
const ENTREES = Number(process.env.HASARD ?? 2000);
if (ENTREES > 2000) vi.setConfig({ testTimeout: 7_200_000 });
const pour = (part: number) => ({ numRuns: Math.max(50, Math.round(ENTREES * part)) });

const usage = usageNotes(classe({ depart: "022025101", videEfface: true }));

/** Lue, une entrée donne un aperçu ou une phrase ; une note ne va qu'à une personne que la ligne désigne. */
function sansSurprise(lecture: Lecture): void {
  if (!lecture.ok) {
    expect(lecture.message).toMatch(/\.$/);
    return;
  }
  const essai = prepareImport(lecture, usage);
  if (!essai.ok) expect(essai.message.length).toBeGreaterThan(10);
  else for (const l of essai.apercu.lignes) if (l.valeur !== null) expect(l.cle).not.toBeNull();
}

/** Des morceaux qui ressemblent à ce qu'on apporte, pour que le hasard n'écrive pas que du bruit. */
const morceau = fc.oneof(
  fc.constantFrom(
    "Numéro",
    "Note",
    "Nom;Prénom",
    "022025101",
    "22025102",
    "ABADIE",
    "Chloé",
    "12,5",
    "12.5/20",
    "Abs.",
    ";",
    "\t",
    ",",
    "\n",
    '"',
    "\r\n",
    "=",
    "%",
    "\u00a0",
    "sep=;\n",
    "-",
    "|",
    "",
    "1E+07",
    "12/05/2026",
    "\uFEFF",
    "a".repeat(500),
    " ".repeat(300),
    "1".repeat(300),
    "((((",
    "@",
    "e022025101@etu.exemple.fr",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const texte = fc.array(morceau, { maxLength: 60 }).map((m) => m.join(""));

test("un texte quelconque ne fait jamais tomber la lecture", () => {
  fc.assert(
    fc.property(texte, (t) => {
      sansSurprise(readTexte(new TextEncoder().encode(t)));
      sansSurprise(readPressePapiers(t));
    }),
    pour(0.5),
  );
});

test("des octets quelconques, sous tous les débuts de fichier", async () => {
  const debut = fc.constantFrom<number[]>([], [0xff, 0xfe], [0xfe, 0xff], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]);
  await fc.assert(
    fc.asyncProperty(debut, fc.uint8Array({ maxLength: 400 }), async (d, octets) => {
      sansSurprise(await readFichier(new Blob([new Uint8Array([...d, ...octets])])));
    }),
    pour(0.2),
  );
});

test("un classeur abîmé n'importe où donne un aperçu ou une phrase", async () => {
  const modeles = [
    feuille(["Numéro", "Nom", "Note"], [22025101, "ABADIE", 12.5], [22025102, "BŒUF", { v: 0.5, s: 2 }]),
    xlsx([
      {
        nom: "A",
        lignes: [
          ["Numéro", "Note"],
          [22025101, { f: "1+1" }],
        ],
      },
    ]),
    ods(ligneOds("Numéro", "Note") + ligneOds("022025101", 7) + celluleOds(3)),
  ];
  const coup = fc.tuple(fc.nat(), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...modeles), fc.array(coup, { maxLength: 6 }), async (modele, coups) => {
      const octets = modele.slice();
      for (const [ou, quoi] of coups) octets[ou % octets.length] = quoi;
      sansSurprise(await readFichier(new Blob([octets])));
    }),
    pour(0.1),
  );
});

test("des cellules quelconques dans un classeur bien fait", async () => {
  const valeur = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(valeur, { maxLength: 6 }), { maxLength: 8 }), async (lignes) => {
      sansSurprise(await readFichier(new Blob([feuille(["Numéro", "Nom", "Note"], ...lignes)])));
    }),
    pour(0.1),
  );
});

test("une cellule de note se lit dans [0, barème], ou se refuse par une phrase", () => {
  const cellule = fc.record({
    texte: fc.oneof(morceau, fc.double().map(String)),
    sorte: fc.constantFrom(
      "texte" as const,
      "nombre" as const,
      "date" as const,
      "pour-cent" as const,
      "formule" as const,
      "erreur" as const,
    ),
  });
  fc.assert(
    fc.property(cellule, fc.integer({ min: 100, max: 10_000 }), (c, bareme) => {
      const lu = litNote(c, centiemes(bareme));
      if (!lu.ok) expect(lu.message).toMatch(/[.!]$|\.\.$/);
      else if (typeof lu.note === "number") expect(lu.note >= 0 && lu.note <= bareme).toBe(true);
    }),
    pour(0.5),
  );
});

// Une expression qui croîtrait comme le carré de ce qu'elle lit prendrait ici des minutes, et le délai du test la trouverait.
test.each(["1", " ", "a ", '="', "é", "/", "12,", "-", "%", "@a", `${"0".repeat(20)} `])(
  "une cellule démesurée de « %s » se lit d'un trait",
  (motif) => {
    const longue = motif.repeat(Math.ceil(100_000 / motif.length));
    sansSurprise(
      readTexte(
        new TextEncoder().encode(`Numéro;Nom;Note\n${longue};x;12\n022025101;${longue};12\n022025102;x;${longue}\n`),
      ),
    );
  },
);
