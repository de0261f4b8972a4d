import fc from "fast-check";
import { expect, test } from "vitest";
import { centiemes } from "@/lib/but/nombres/centiemes";
import type { Changement, Issue, NoteLue } from "./entree";
import { answerBatch, enqueue, type FileEnvoi, nextBatch, resolve } from "./envoi";

const MOTIF = { requis: false, texte: null };

/** Ce que fait le serveur de saveNotes, en mémoire : versions, conflits, renvois reconnus. */
class Serveur {
  readonly notes = new Map<string, { valeur: number; version: number }>();
  readonly recus = new Map<string, Issue>();
  /** Les valeurs de cette personne, dans l'ordre où elles ont été enregistrées. */
  readonly histoire: [string, number][] = [];

  lue(inscriptionId: string): NoteLue | null {
    const n = this.notes.get(inscriptionId);
    return n ? { note: centiemes(n.valeur), version: n.version, le: "", par: "", modifiee: false } : null;
  }

  ecritAilleurs(inscriptionId: string, valeur: number): void {
    this.notes.set(inscriptionId, { valeur, version: (this.notes.get(inscriptionId)?.version ?? 0) + 1 });
  }

  recoit(c: Changement): Issue {
    const deja = this.recus.get(c.id);
    if (deja) return { ...deja, issue: "deja" } as Issue;
    const { id, inscriptionId } = c;
    const avant = this.notes.get(inscriptionId);
    if (avant && avant.valeur === Number(c.saisie))
      return { id, inscriptionId, issue: "deja", note: this.lue(inscriptionId) };
    if ((avant?.version ?? 0) !== c.versionLue)
      return { id, inscriptionId, issue: "conflit", note: this.lue(inscriptionId) };
    this.ecritAilleurs(inscriptionId, Number(c.saisie));
    this.histoire.push([inscriptionId, Number(c.saisie)]);
    const issue: Issue = { id, inscriptionId, issue: "enregistree", note: this.lue(inscriptionId) };
    this.recus.set(id, issue);
    return issue;
  }
}

const unCas = fc.constantFrom("a", "b", "c");
const geste = fc.oneof(
  fc.record({ type: fc.constant("taper" as const), cas: unCas, valeur: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ type: fc.constant("ailleurs" as const), cas: unCas, valeur: fc.integer({ min: 0, max: 20 }) }),
  fc.record({
    type: fc.constant("envoi" as const),
    reseau: fc.constantFrom("bon" as const, "demande-perdue" as const, "reponse-perdue" as const),
  }),
  fc.record({ type: fc.constant("rechargement" as const) }),
);

test("quel que soit le réseau, la dernière valeur tapée finit enregistrée, chaque changement une seule fois", () => {
  fc.assert(
    fc.property(fc.array(geste, { maxLength: 40 }), (gestes) => {
      const serveur = new Serveur();
      let file: FileEnvoi = {};
      let rang = 0;
      const id = () => `c${++rang}`;
      const tapees = new Map<string, number>();
      const ailleurs = new Set<string>();
      const envoie = (reseau: "bon" | "demande-perdue" | "reponse-perdue") => {
        const lot = nextBatch(file, MOTIF);
        file = lot.file;
        const issues = reseau === "demande-perdue" ? [] : lot.changements.map((c) => serveur.recoit(c));
        if (reseau === "bon") file = answerBatch(file, issues);
        // Personne n'est en conflit avec soi-même, même quand une réponse s'est perdue.
        for (const c of Object.values(file)) if (c.conflit) expect(ailleurs).toContain(c.inscriptionId);
      };
      for (const g of gestes) {
        if (g.type === "taper") {
          tapees.set(g.cas, g.valeur);
          file = enqueue(file, {
            id: id(),
            inscriptionId: g.cas,
            saisie: String(g.valeur),
            versionLue: serveur.lue(g.cas)?.version ?? 0,
            source: "cellule",
            motif: null,
            refus: null,
          });
        } else if (g.type === "ailleurs") {
          serveur.ecritAilleurs(g.cas, g.valeur);
          ailleurs.add(g.cas);
        } else if (g.type === "envoi") envoie(g.reseau);
        else file = JSON.parse(JSON.stringify(file)) as FileEnvoi;
      }
      const enAttente = Object.keys(file);
      for (let tour = 0; tour < 6; tour++) {
        envoie("bon");
        for (const c of Object.values(file)) if (c.conflit) file = resolve(file, c.inscriptionId, "mienne", id());
      }
      expect(file).toEqual({});
      for (const cas of enAttente) {
        // La dernière valeur tapée est la dernière enregistrée, sauf si la note valait déjà cela ; quelqu'un d'autre a
        // pu la changer ensuite, en connaissance de cause.
        const derniere = serveur.histoire.findLast(([c]) => c === cas)?.[1];
        expect([derniere, serveur.notes.get(cas)?.valeur]).toContain(tapees.get(cas));
      }
      expect(serveur.histoire).toHaveLength(serveur.recus.size);
    }),
    { numRuns: 2000 },
  );
});
