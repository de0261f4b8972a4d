import { expect, test } from "vitest";
import { isApplicable, parRegard } from "@/lib/import/apercu";
import { celluleOds, feuille, ligneOds, ods, xlsx } from "@/lib/import/essais/classeurs";
import { readFichier } from "@/lib/import/lecture/fichier";
import { apercuDe, bref, type Contenu, classe, GENS } from "./essais/classe";
import { prepareNotes } from "./preparation";
import { countAbsents } from "./usage";

// Des fichiers qu'on apporte vraiment. Pour chacun : les bonnes notes aux bonnes personnes, ou une phrase. Jamais une autre.

const latin1 = (texte: string) => new Uint8Array(Buffer.from(texte, "latin1"));
const utf16 = (texte: string) => new Uint8Array(Buffer.from(texte, "utf16le"));
const renverse = (octets: Uint8Array) => new Uint8Array(Buffer.from(octets).swap16());

const TEXTES: readonly (readonly [string, Contenu, string])[] = [
  // Où est l'en-tête.
  [
    "un titre et des consignes au-dessus",
    "Contrôle du 3 mars\nNe pas toucher aux colonnes A à C\n\nNuméro;Nom;Note\n022025101;ABADIE;7\n022025106;EL HADJ;8",
    "101=7,00 106=8,00",
  ],
  ["un titre qui ressemble à un en-tête", "Notes\nÉtudiant;Groupe;Note\nABADIE Chloé;A1;7", "101=7,00"],
  [
    "deux lignes d'en-tête",
    "Étudiant;;Résultats;\nNuméro;Nom;Note /20;Rang\n022025101;ABADIE;7;2\n022025102;BŒUF;9;1",
    "101=7,00 102=9,00",
  ],
  ["l'en-tête emporté en bas par un tri", "022025101;7\n022025106;8\nNuméro;Note", "101=7,00 106=8,00"],
  ["des titres qu'on ne connaît pas", "Qui donc;Combien\n022025101;7\n022025102;9", "101=7,00 102=9,00"],
  ["sans en-tête", "EL HADJ;Noor;8,5\nABADIE;Chloé;7", "106=8,50 101=7,00"],
  ["une personne qui s'appelle comme un titre", "ABADIE;Chloé;7\nNOMS;Léo;4\nBŒUF;Gaël;9", "101=7,00 ?2 102=9,00"],
  ["l'en-tête répété à chaque page", "Numéro;Note\n022025101;7\nNuméro;Note\n022025106;8", "101=7,00 106=8,00"],
  ["l'annonce du séparateur d'Excel", "sep=,\nNuméro,Note\n022025101,7", "101=7,00"],
  [
    "des lignes vides et un pied",
    "Numéro;Nom;Note\n\n022025101;ABADIE;7\n;;\n\nMoyenne;;7,00\nTotal;1;7\nABS = absent;;",
    "101=7,00",
  ],
  // Qui est qui.
  ["numéros sans leur zéro, dans un autre ordre", "N° étudiant;Note\n22025110;18\n22025101;7", "110=18,00 101=7,00"],
  ["des espaces insécables dans les numéros", "Numéro;Note\n022 025\u00a0101;7", "101=7,00"],
  ["un numéro précédé d'une apostrophe", "Numéro;Note\n'022025101;7", "101=7,00"],
  ["un numéro en notation scientifique", "Numéro;Note\n2,2025E+07;7\n022025102;9", "?2 102=9,00"],
  [
    "ligature, accent, tiret, apostrophe courbe",
    "Nom;Prénom;Note\nBoeuf;GAEL;9\nDe l’Epine;Marie Ange;11\nELHADJ;noor;8",
    "102=9,00 103=11,00 106=8,00",
  ],
  [
    "nom et prénom dans une colonne, dans les deux sens",
    "Étudiant;Note\nChloé ABADIE;7\nZANETTI, Anna-Lucia;18",
    "101=7,00 110=18,00",
  ],
  ["une civilité devant", "Nom et prénom;Note\nMme ABADIE Chloé;7\nM. BŒUF Gaël;9", "101=7,00 102=9,00"],
  ["un titre fusionné sur nom et prénom", "Étudiant;;Note\nABADIE;Chloé;7\nBŒUF;Gaël;9", "101=7,00 102=9,00"],
  [
    "deux personnes aux noms inversés, en deux colonnes",
    "Nom;Prénom;Note\nJEAN;Paul;12\nPAUL;Jean;5",
    "107=12,00 108=5,00",
  ],
  ["les mêmes en une colonne : on ne devine pas", "Étudiant;Note\nJEAN Paul;12\nABADIE Chloé;7", "?2 101=7,00"],
  ["des homonymes : aucun des deux", "Nom;Prénom;Note\nDUVAL;Sam;12\nABADIE;Chloé;7", "?2 101=7,00"],
  ["des homonymes avec leur numéro", "Numéro;Nom;Prénom;Note\n022025105;DUVAL;Sam;12", "105=12,00"],
  ["un nom de famille seul ne suffit pas", "Nom;Note\nABADIE;7\nZANETTI;8", "?2 ?3"],
  [
    "le numéro d'une personne, le nom d'une autre",
    "Numéro;Nom;Prénom;Note\n022025101;BŒUF;Gaël;9\n022025106;EL HADJ;Noor;8",
    "?2 106=8,00",
  ],
  [
    "un numéro d'ailleurs sur un nom d'ici",
    "Numéro;Nom;Prénom;Note\n099999999;ABADIE;Chloé;7\n022025106;EL HADJ;Noor;8",
    "?2 106=8,00",
  ],
  [
    "le numéro, et un nom qui n'est pas le sien",
    "Numéro;Nom;Note\n022025101;TRUC Machin;7\n022025106;EL HADJ;8",
    "?2 106=8,00",
  ],
  ["un nom d'usage à côté du numéro", "Numéro;Nom;Prénom;Note\n022025101;ABADIE-LEROY;Chloé;7", "101=7,00"],
  [
    "un rang dans la colonne « N° »",
    "N°;Nom;Prénom;Note\n1;ABADIE;Chloé;7\n2;BŒUF;Gaël;9\n3;EL HADJ;Noor;8",
    "101=7,00 102=9,00 106=8,00",
  ],
  ["un code INE que la classe ne connaît pas", "Code INE;Nom;Prénom;Note\n0ABC1234567;ABADIE;Chloé;7", "101=7,00"],
  ["la classe d'à côté : personne", "Numéro;Nom;Prénom;Note\n033000001;AUBRY;Léo;7\n033000002;DUVAL;Sam;9", "?2 ?3"],
  [
    "par adresse, majuscules comprises",
    "E-mail;Note\nE022025101@ETU.exemple.fr;7\nautre@etu.exemple.fr;9",
    "101=7,00 ?3",
  ],
  [
    "une personne deux fois : aucune de ses lignes",
    "Numéro;Note\n022025101;7\n022025101;9\n022025106;8",
    "!2 !3 106=8,00",
  ],
  ["un démissionnaire", "Numéro;Note\n022025109;12\n022025101;7", "!2 101=7,00"],
  // Quelle colonne.
  [
    "un export de plateforme : brut, lettre, date",
    '"Prénom","Nom","Adresse de courriel","Test : bilan (Brut)","Dernier téléchargement depuis ce cours"\n"Chloé","Abadie","e022025101@etu.exemple.fr","7,25","1763811111"\n"Gaël","Boeuf","e022025102@etu.exemple.fr","-","1763811111"',
    "101=7,25 102=",
  ],
  ["la note porte le titre de l'évaluation", "Numéro;QCM;Interrogation 2;Interrogation 3\n022025101;1;7;3", "101=7,00"],
  [
    "deux colonnes de notes : à choisir",
    "Numéro;Écrit;Oral\n022025101;7;12\n022025102;8;13",
    "non : Ce fichier a plusieurs colonnes qui peuvent être « Note » (Écrit, Oral) : choisissez la bonne.",
  ],
  [
    "rang, groupe et moyenne ne sont pas la note",
    "Rang;Numéro;Groupe;DM 1;Moyenne de la classe\n1;022025101;2;17;11\n2;022025102;1;9;11\n3;022025106;1;8;11",
    "101=17,00 102=9,00 106=8,00",
  ],
  [
    "un rang sans nom",
    "Numéro;Ordre d'arrivée;DM 1\n022025101;2;17\n022025102;1;9\n022025106;3;8",
    "101=17,00 102=9,00 106=8,00",
  ],
  [
    "un autre barème en tête",
    "Numéro;Note (/40)\n022025101;8\n022025102;9",
    "non : La colonne « Note (/40) » est notée sur 40 et cette évaluation sur 20 : choisissez une autre colonne, ramenez-la sur 20, ou changez d'abord le barème de l'évaluation.",
  ],
  ["le bon barème parmi deux", "Numéro;Note (/40);Note /20\n022025101;31;15,5", "101=15,50"],
  [
    "aucune colonne de notes",
    "Numéro;Nom;Commentaire\n022025101;ABADIE;bien",
    "non : Aucune colonne de ce fichier ne se reconnaît comme « Note » : choisissez-la.",
  ],
  [
    "rien que des notes : un fichier ne se place pas dans l'ordre",
    "Note\n12\n9\n15",
    "non : Ce fichier ne dit pas de qui parle chaque ligne : choisissez la colonne des numéros ou des noms, ou ajoutez-la.",
  ],
  // Ce que les gens tapent.
  [
    "les mots de l'absence",
    "Numéro;Note\n022025101;ABSENTE\n022025102;Abs. just.\n022025106;abi\n022025107;Excusé(e)",
    "101=ABS 102=EXC 106=ABS !5",
  ],
  [
    "des lettres d'appréciation ne sont pas des absences",
    "Numéro;Note\n022025101;A\n022025102;E\n022025106;12",
    "!2 !3 106=12,00",
  ],
  [
    "le barème derrière la note",
    "Numéro;Note\n022025101;7,5/20\n022025102;9 / 20\n022025106;7/10",
    "101=7,50 102=9,00 !4",
  ],
  [
    "point décimal, espaces, insécables",
    "Numéro;Note\n022025101; 7.5 \n022025102;\u00a09,25\u202f",
    "101=7,50 102=9,25",
  ],
  [
    "des notes devenues dates",
    "Numéro;Note\n022025101;12/05/2026\n022025102;12-mai\n022025106;mai-12\n022025107;46154\n022025110;2026-05-12 00:00:00",
    "!2 !3 !4 !5 !6",
  ],
  [
    "un pourcentage est une part du barème",
    "Numéro;Note\n022025101;62,5 %\n022025102;50%\n022025106;33,33 %",
    "101=12,50 102=10,00 !4",
  ],
  ["des erreurs de calcul", "Numéro;Note\n022025101;#DIV/0!\n022025102;#N/A\n022025106;8", "!2 !3 106=8,00"],
  ["négative, trop haute, trop fine", "Numéro;Note\n022025101;-2\n022025102;21\n022025106;12,345", "!2 !3 !4"],
  // Séparateurs et encodages.
  ["une tabulation égarée", "Numéro;Nom;Note\n022025101;ABA\tDIE;7\n022025102;BŒUF;9", "101=7,00 102=9,00"],
  [
    "un point-virgule égaré dans un TSV",
    "Numéro\tNom\tNote\n022025101\tABADIE ; Chloé\t7\n022025102\tBŒUF\t9",
    "101=7,00 102=9,00",
  ],
  [
    "un point-virgule de trop dans un nom",
    "Numéro;Nom;Note;Avis\n022025101;ABADIE;fille;7;bien\n022025102;BŒUF;9;",
    "!2 102=9,00",
  ],
  ["un point-virgule entre guillemets", 'Numéro;Nom;Note\n022025101;"ABADIE ; Chloé";7', "101=7,00"],
  [
    "deux entiers à la fin d'un fichier à virgules",
    "Numéro,Présences,Note\n022025101,4,12\n022025102,5,9",
    "101=12,00 102=9,00",
  ],
  [
    "une virgule qui sépare et décime",
    "Numéro,Note\n022025101,12,5\n022025102,9",
    "non : Dans ce fichier la virgule sépare les colonnes et les décimales : on ne sait pas où finit une note. Enregistrez-le en .xlsx, ou en .csv avec des points-virgules.",
  ],
  ["des barres verticales", "Numéro|Note\n022025101|7", "101=7,00"],
  ["Windows-1252", latin1("Nom;Pr\xe9nom;Note\r\nABADIE;Chlo\xe9;7\r\n"), "101=7,00"],
  ["UTF-16 avec sa marque", utf16("\uFEFFNom\tPrénom\tNote\r\nABADIE\tChloé\t7\r\n"), "101=7,00"],
  ["UTF-16 sans marque", utf16("Nom;Prénom;Note\r\nABADIE;Chloé;7\r\n"), "101=7,00"],
  ["UTF-16 gros-boutiste", renverse(utf16("\uFEFFNom;Prénom;Note\nABADIE;Chloé;7\n")), "101=7,00"],
  ["BOM et vieux Mac", "\uFEFFNuméro;Note\r022025101;7\r", "101=7,00"],
  ["des accents décomposés", "Nom;Pre\u0301nom;Note\nDE L'E\u0301PINE;Marie-Ange;11", "103=11,00"],
  ["une cellule sur deux lignes", 'Numéro;"Note\nsur 20"\n022025101;7\n022025102;9', "101=7,00 102=9,00"],
  ["un texte gardé en texte", 'Numéro;Note\n="022025101";="7,5"', "101=7,50"],
  [
    "une formule sans son résultat",
    "Numéro;Note\n022025101;=A1+2",
    "non : Ligne 2 : ce fichier contient une formule dont le résultat n'est pas enregistré. Ouvrez-le dans votre tableur, enregistrez-le, ou remplacez-la par sa valeur, puis réessayez.",
  ],
];

test.each(TEXTES)("%s", async (_, contenu, attendu) => {
  expect(await bref(contenu)).toBe(attendu);
});

const CLASSEURS: readonly (readonly [string, Uint8Array<ArrayBuffer>, string])[] = [
  ["des numéros en nombres", feuille(["Numéro", "Note"], [22025101, 7.25], [22025110, 16.1]), "101=7,25 110=16,10"],
  [
    "un format à zéros de tête",
    feuille(
      ["Numéro", "Note"],
      [
        { v: 22025101, s: 3 },
        { v: 7, s: 4 },
      ],
    ),
    "101=7,00",
  ],
  ["un nombre rangé de travers", feuille(["Numéro", "Note"], [22025101, 16.100000000000001]), "101=16,10"],
  [
    "des notes devenues dates",
    feuille(["Numéro", "Note"], [22025101, { v: 46154, s: 1 }], [22025102, { v: 46154, s: 5 }], [22025106, 8]),
    "!2 !3 106=8,00",
  ],
  ["des pourcentages", feuille(["Numéro", "Note"], [22025101, { v: 0.5, s: 2 }]), "101=10,00"],
  ["une formule et sa valeur", feuille(["Numéro", "Note"], [22025101, { f: "SUM(C2:D2)", v: 7.5 }]), "101=7,50"],
  [
    "une formule sans valeur",
    feuille(["Numéro", "Note"], [22025101, { f: "SUM(C2:D2)" }]),
    "non : Ligne 2 : ce fichier contient une formule dont le résultat n'est pas enregistré. Ouvrez-le dans votre tableur, enregistrez-le, ou remplacez-la par sa valeur, puis réessayez.",
  ],
  [
    "une formule sans valeur, ailleurs",
    feuille(["Numéro", "Note", "Moyenne"], [22025101, 7, { f: "AVERAGE(B:B)" }]),
    "101=7,00",
  ],
  ["une erreur de calcul", feuille(["Numéro", "Note"], [22025101, { v: "#DIV/0!", t: "e" }]), "!2"],
  [
    "un titre fusionné",
    xlsx([
      {
        nom: "Notes",
        lignes: [["Partiel de mai", null, null], [], ["Numéro", "Nom", "Note"], [22025101, "ABADIE", 7]],
        fusions: ["A1:C1"],
      },
    ]),
    "101=7,00",
  ],
  [
    "un nom fusionné sur deux lignes",
    xlsx([
      {
        nom: "Notes",
        lignes: [
          ["Nom et prénom", "Note"],
          ["ABADIE Chloé", 7],
          [null, 9],
        ],
        fusions: ["A2:A3"],
      },
    ]),
    "101=7,00 ?3",
  ],
  [
    "une seconde feuille de consignes",
    xlsx([
      { nom: "Consignes", lignes: [["Lisez bien"], ["Note sur 20"]] },
      {
        nom: "Saisie",
        lignes: [
          ["Numéro", "Note"],
          [22025101, 7],
        ],
      },
    ]),
    "101=7,00",
  ],
  [
    "deux feuilles de notes : à choisir",
    xlsx(
      ["TD1", "TD2"].map((nom) => ({
        nom,
        lignes: [
          ["Numéro", "Note"],
          [22025101, 7],
        ],
      })),
    ),
    "non : Ce classeur a plusieurs feuilles remplies (TD1, TD2) : choisissez celle qui est à importer.",
  ],
  [
    "une feuille cachée ne compte pas",
    xlsx([
      {
        nom: "Vieux",
        lignes: [
          ["Numéro", "Note"],
          [22025101, 3],
        ],
        cachee: true,
      },
      {
        nom: "Notes",
        lignes: [
          ["Numéro", "Note"],
          [22025101, 7],
        ],
      },
    ]),
    "101=7,00",
  ],
  [
    "LibreOffice",
    ods(ligneOds("Numéro", "Note") + ligneOds("022025101", 7.5) + ligneOds("022025102", "Abs")),
    "101=7,50 102=ABS",
  ],
  [
    "LibreOffice : cellules répétées, recouvertes, mises en forme",
    ods(
      `<table:table-header-rows>${ligneOds("Numéro", "Nom", "", "Note")}</table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>0220<text:span>251</text:span>01</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>ABADIE</text:p></table:table-cell><table:covered-table-cell/>${celluleOds(7)}</table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16000"/></table:table-row>`,
    ),
    "101=7,00",
  ],
  [
    "LibreOffice : date et pourcentage",
    ods(
      `${ligneOds("Numéro", "Note")}<table:table-row>${celluleOds("022025101")}<table:table-cell office:value-type="date" office:date-value="2026-05-12"><text:p>12/05/26</text:p></table:table-cell></table:table-row><table:table-row>${celluleOds("022025102")}<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell></table:table-row>`,
    ),
    "!2 102=10,00",
  ],
];

test.each(CLASSEURS)("un classeur : %s", async (_, contenu, attendu) => {
  expect(await bref(contenu)).toBe(attendu);
});

test("des espaces entre les chiffres et un titre : rien ne va à une ligne que le fichier ne désigne pas", async () => {
  // Le début de la classe, sans aucun de ses numéros ni de ses noms : l'ordre ne sert jamais à un fichier.
  const lu = await apercuDe(`Numéro;Note\n${GENS.map((_, i) => `X${i};${i}`).join("\n")}`);
  expect(lu.ok && lu.apercu.lignes.every((l) => l.cle === null)).toBe(true);
  expect(lu.ok && lu.apercu.alertes[0]).toContain("10 lignes sur 10 ne désignent personne");
});

test("la colonne choisie par la personne passe avant ce qui se devine", async () => {
  const deux = "Numéro;Écrit;Oral\n022025101;7;12\n022025102;8;13";
  expect(await bref(deux, classe(), { colonnes: new Map([["note", "Oral"]]) })).toBe("101=12,00 102=13,00");
});

const serie = (valeurs: readonly string[]) =>
  `Numéro;Note\n${valeurs.map((v, i) => `${GENS[i]?.numero};${v}`).join("\n")}`;
test.each([
  [["15", "22", "31", "40", "38"], "Les deux tiers des notes dépassent 20"],
  [["4", "7", "9", "10", "8,5", "3"], "Aucune note ne dépasse 10"],
  [["12", "12", "12", "12", "12"], "Toutes les notes du fichier sont égales à 12"],
])("une surprise se dit en une phrase : %s", async (valeurs, phrase) => {
  const lu = await apercuDe(serie(valeurs));
  expect(lu.ok && lu.apercu.alertes.join(" ")).toContain(phrase);
});

test("des notes ordinaires ne surprennent pas", async () => {
  const lu = await apercuDe(serie(["12", "4,5", "9", "17", "8"]));
  expect(lu.ok && lu.apercu.alertes).toEqual([]);
});

test("un homonyme, un doublon, un mot mal écrit : chaque raison dit quoi faire", async () => {
  const lu = await apercuDe("Nom;Prénom;Note\nDUVAL;Sam;12\nABADIE;Chloé;12,5 pts\nEL HADJ;Noor;NN\nBŒUF;Gaël;Abs.");
  const raisons = lu.ok ? lu.apercu.lignes.map((l) => l.raison) : [];
  expect(raisons).toEqual([
    "Deux étudiants portent ce nom : ajoutez une colonne avec leur numéro.",
    "« 12,5 pts » n'est pas une note : écrivez seulement 12,5.",
    expect.stringContaining("ABS, EXC, ATT"),
    "« Abs. » lu ABS.",
  ]);
});

test("ce qui demande un regard vient d'abord, et seul ce qui s'écrit s'applique", async () => {
  const lu = await apercuDe("Numéro;Note\n022025101;7\n022025103;10\n022025102;Abs.\nX;3\n022025106;NN\n022025110;");
  const lignes = lu.ok ? parRegard(lu.apercu.lignes) : [];
  expect(lignes.map((l) => [l.ligne, l.sort])).toEqual([
    [6, "refusee"],
    [5, "inconnue"],
    [4, "nouvelle"],
    [2, "nouvelle"],
    [3, "identique"],
    [7, "vide"],
  ]);
  expect(lignes.filter(isApplicable).map((l) => l.valeur.saisie)).toEqual(["ABS", "7,00"]);
  expect(countAbsents(GENS, lignes)).toBe(4);
});

test("un choix retenu revient pour les mêmes titres ; un titre absent se dit", async () => {
  const deux = "Numéro;Écrit;Oral\n022025101;7;12\n022025102;8;13";
  const lecture = await readFichier(new Blob([deux]));
  const memoires = { "numero|ecrit|oral": { note: "Oral" } };
  const retenu = prepareNotes(lecture, classe(), {}, memoires);
  expect(retenu.ok && retenu.apercu.lignes.map((l) => l.apres)).toEqual(["12,00", "13,00"]);
  expect(retenu.ok && retenu.apercu.dit.join(" ")).toContain("la dernière fois");
  // Un choix de maintenant passe avant celui d'alors.
  const choisi = prepareNotes(lecture, classe(), { colonnes: new Map([["note", "Écrit"]]) }, memoires);
  expect(choisi.ok && choisi.apercu.lignes.map((l) => l.apres)).toEqual(["7,00", "8,00"]);
  expect(await bref(deux, classe(), { colonnes: new Map([["note", "Projet"]]) })).toContain(
    "n'a pas de colonne « Projet »",
  );
});

test("une colonne de commentaires est proposée à côté des notes ; vide, elle ne retire rien ; trop longue, elle est refusée", async () => {
  const [premier, second, troisieme] = GENS;
  if (!premier || !second || !troisieme) throw new Error("gens absents");
  const fichier = [
    "Numéro;Note;Commentaires",
    `${premier.numero};12;Bonne démarche`,
    `${second.numero};8;`,
    `${troisieme.numero};9;${"x".repeat(501)}`,
  ].join("\n");
  const lu = await apercuDe(fichier, classe({ commentaires: true }));
  if (!lu.ok) throw new Error(lu.message);
  const commentaires = lu.apercu.lignes.filter((l) => l.champ === "commentaire");
  expect(commentaires.map((l) => [l.cle, l.sort])).toEqual([
    [premier.inscriptionId, "nouvelle"],
    [troisieme.inscriptionId, "refusee"],
  ]);
  expect(commentaires[0]?.valeur).toMatchObject({ saisie: "Bonne démarche", genre: "commentaire", versionLue: 0 });
  const sans = await apercuDe(fichier, classe());
  if (!sans.ok) throw new Error(sans.message);
  expect(sans.apercu.lignes.some((l) => l.champ === "commentaire")).toBe(false);
});
