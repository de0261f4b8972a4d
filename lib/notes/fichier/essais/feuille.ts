import { deflateRawSync } from "node:zlib";
import writeXlsx from "write-excel-file/universal";
import { centiemes } from "@/lib/but/nombres/centiemes";
import type { Import } from "@/lib/import/apercu";
import { readFichier } from "@/lib/import/lecture/fichier";
import { readPressePapiers } from "@/lib/import/lecture/texte";
import type { Grille } from "@/lib/notes/queries";
import { prepareNotes } from "../../import/preparation";
import type { ClasseCible, NoteImportee } from "../../import/usage";

export const eleve = (
  numero: string,
  nom: string,
  prenom: string,
  note: number | "ABS" | null = null,
  etat: "I" | "DEM" = "I",
) => ({
  inscriptionId: `i-${numero}`,
  numero,
  nom,
  prenom,
  etat,
  groupes: ["TD1"],
  note:
    note === null
      ? null
      : {
          note: note === "ABS" ? note : centiemes(note),
          version: 3,
          le: "2026-11-22T08:00:00.000Z",
          par: "X",
          modifiee: false,
        },
});

export const GRILLE: Grille = {
  evaluation: {
    id: "ev:1",
    titre: "Devoir n° 1 ; mécanique",
    date: "2026-11-01",
    coefficient: centiemes(100),
    bareme: centiemes(2000),
    type: "normale",
    etat: "saisie",
    publieeLe: null,
    archiveeLe: null,
    doubleSaisie: false,
    version: 1,
  },
  element: { id: "el", titre: "Mécanique", nature: "ressource" },
  semestre: { id: "s", numero: 3, anneeUniversitaire: "2026-2027", etat: "ouvert", promotion: "2026" },
  passe: "premiere",
  anonyme: false,
  sansNumero: 0,
  lignes: [
    eleve("0101", "ADAM", "Léa", 1210),
    eleve("0102", "=BENALI", "Yanis"),
    eleve("0103", "DA SILVA", "Enzo", null, "DEM"),
    eleve("0104", "GUÉRIN", "Anaïs", "ABS"),
  ],
};

type Contenu = string | Uint8Array<ArrayBuffer> | Blob;

/** La classe d'une grille, comme la voit un fichier ; avec `depart`, comme la voit un bloc collé. */
export const classeDe = ({ evaluation: e, lignes }: Grille, depart: string | null = null): ClasseCible => ({
  toutes: lignes,
  affichees: lignes,
  depart,
  videEfface: depart !== null,
  courriels: new Map(),
  evaluations: [
    {
      champ: "note",
      evaluationId: e.id,
      titre: e.titre,
      bareme: e.bareme,
      lignes: new Map(lignes.map((l) => [l.inscriptionId, l])),
    },
  ],
});

export const importe = async (contenu: Contenu, grille = GRILLE) =>
  prepareNotes(await readFichier(contenu instanceof Blob ? contenu : new Blob([contenu])), classeDe(grille));
export const colle = (texte: string, depart: string, grille = GRILLE) =>
  prepareNotes(readPressePapiers(texte), classeDe(grille, depart));
export const resume = (i: Import<NoteImportee>) =>
  i.ok ? i.apercu.lignes.map((l) => [l.cle, l.lu, l.sort]) : [["refus", i.message]];
/** La phrase qui refuse le fichier, ou celles qui alertent de ce qu'il porte. */
export const raison = async (contenu: Contenu) => {
  const prepare = await importe(contenu);
  return prepare.ok ? prepare.apercu.alertes.join(" ") : prepare.message;
};
export const cellules = (...lignes: (string | number | null)[][]) =>
  lignes.map((l) =>
    l.map((value) => (value === null ? null : { value, type: typeof value === "number" ? Number : String })),
  );
export const classeur = (...lignes: (string | number | null)[][]) => writeXlsx(cellules(...lignes)).toBlob();

/** Une archive zip d'un seul fichier compressé : un classeur tel qu'un tableur l'écrit, à quelques balises près. */
export function zip(fichiers: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const morceaux: Buffer[] = [];
  const repertoire: Buffer[] = [];
  let position = 0;
  for (const [nom, texte] of Object.entries(fichiers)) {
    const contenu = deflateRawSync(Buffer.from(texte));
    const commun = Buffer.alloc(26);
    commun.writeUInt16LE(20, 0);
    commun.writeUInt16LE(8, 4);
    commun.writeUInt32LE(contenu.length, 14);
    commun.writeUInt32LE(Buffer.byteLength(texte), 18);
    commun.writeUInt16LE(nom.length, 22);
    const locale = Buffer.concat([Buffer.from("PK\u0003\u0004"), commun, Buffer.from(nom), contenu]);
    const fin = Buffer.alloc(14);
    fin.writeUInt32LE(position, 10);
    repertoire.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), commun, fin, Buffer.from(nom)]),
    );
    morceaux.push(locale);
    position += locale.length;
  }
  const tout = Buffer.concat(repertoire);
  const pied = Buffer.alloc(18);
  pied.writeUInt16LE(repertoire.length, 4);
  pied.writeUInt16LE(repertoire.length, 6);
  pied.writeUInt32LE(tout.length, 8);
  pied.writeUInt32LE(position, 12);
  return new Uint8Array(Buffer.concat([...morceaux, tout, Buffer.from("PK\u0005\u0006"), pied]));
}
