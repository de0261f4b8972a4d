"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { saveNotes } from "@/lib/notes/actions";
import { saveSeconde } from "@/lib/notes/double/actions";
import type { Issue, Passe } from "@/lib/notes/entree";
import { answerBatch, type FileEnvoi, type MotifEnvoi, nextBatch, refuseBatch } from "@/lib/notes/envoi";
import { loadFile, storeFile, tiroirDe } from "./garde-locale";

/** Après un échec, la prochaine tentative attend de plus en plus, sans jamais renoncer. */
const ATTENTES = [1000, 2000, 4000, 8000, 15_000];

export interface Liaison {
  /** Le dernier envoi n'a pas abouti ; tout est gardé et repartira. */
  readonly horsLigne: boolean;
  /** Ce qu'il faut faire pour que l'envoi reprenne, si la personne doit faire quelque chose. */
  readonly message: string | null;
}

interface Options {
  readonly userId: string;
  readonly evaluationId: string;
  readonly passe: Passe;
  readonly publiee: boolean;
  readonly onIssues: (issues: readonly Issue[]) => void;
}

/** La file d'envoi vivante : gardée sur le disque, envoyée dans l'ordre, renvoyée jusqu'à sa réponse. */
export function useEnvoi({ userId, evaluationId, passe, publiee, onIssues }: Options) {
  const [file, setFile] = useState<FileEnvoi>({});
  const [liaison, setLiaison] = useState<Liaison>({ horsLigne: false, message: null });
  const [enregistreeLe, setEnregistreeLe] = useState<string | null>(null);
  const [motif, setMotif] = useState<string | null>(null);
  const [motifDemande, setMotifDemande] = useState(false);

  const courante = useRef<FileEnvoi>({});
  const motifCourant = useRef<MotifEnvoi>({ requis: publiee, texte: motif });
  const enCours = useRef(false);
  const echecs = useRef(0);
  const minuterie = useRef<ReturnType<typeof setTimeout>>(undefined);
  const surIssues = useRef(onIssues);

  useEffect(() => {
    surIssues.current = onIssues;
    motifCourant.current = { requis: publiee || motifDemande, texte: motif };
  });

  const tiroir = tiroirDe(userId, evaluationId, passe);
  const change = useCallback(
    (suite: (f: FileEnvoi) => FileEnvoi) => {
      const avant = courante.current;
      courante.current = suite(avant);
      storeFile(tiroir, avant, courante.current);
      setFile(courante.current);
    },
    [tiroir],
  );

  const send = useCallback(async () => {
    clearTimeout(minuterie.current);
    if (enCours.current) return;
    enCours.current = true;
    const reessaie = (message: string | null) => {
      setLiaison({ horsLigne: true, message });
      const attente = ATTENTES[Math.min(echecs.current, ATTENTES.length - 1)];
      echecs.current += 1;
      minuterie.current = setTimeout(() => void send(), attente);
    };
    try {
      for (;;) {
        const { file: partie, changements } = nextBatch(courante.current, motifCourant.current);
        if (changements.length === 0) return;
        change(() => partie);
        const save = passe === "seconde" ? saveSeconde : saveNotes;
        const resultat = await save({ evaluationId, auteurId: userId, changements: [...changements] }).catch(
          () => null,
        );
        if (!resultat) return reessaie(null);
        if (!resultat.ok && resultat.code === "deconnecte") return reessaie(resultat.message);
        echecs.current = 0;
        setLiaison({ horsLigne: false, message: null });
        if (!resultat.ok) {
          change((f) => refuseBatch(f, resultat.message));
          continue;
        }
        const { issues, instant } = resultat.valeur;
        if (issues.some((i) => i.issue === "refusee" && i.motifRequis)) {
          motifCourant.current = { ...motifCourant.current, requis: true };
          setMotifDemande(true);
        }
        surIssues.current(issues);
        change((f) => answerBatch(f, issues));
        if (issues.some((i) => i.issue === "enregistree" || i.issue === "deja")) setEnregistreeLe(instant);
      }
    } finally {
      enCours.current = false;
    }
  }, [change, evaluationId, passe, userId]);

  // Ce que cet appareil gardait d'une visite interrompue revient et repart.
  useEffect(() => {
    courante.current = loadFile(tiroir);
    setFile(courante.current);
    void send();
    const reprend = () => void send();
    window.addEventListener("online", reprend);
    return () => {
      window.removeEventListener("online", reprend);
      clearTimeout(minuterie.current);
    };
  }, [tiroir, send]);

  /** Change la file, puis envoie ce qui peut partir. */
  const applique = useCallback(
    (suite: (f: FileEnvoi) => FileEnvoi) => {
      change(suite);
      void send();
    },
    [change, send],
  );

  const giveMotif = useCallback(
    (texte: string) => {
      motifCourant.current = { requis: true, texte };
      setMotif(texte);
      void send();
    },
    [send],
  );

  const motifEnvoi: MotifEnvoi = { requis: publiee || motifDemande, texte: motif };
  return { file, applique, liaison, enregistreeLe, motif: motifEnvoi, giveMotif, send };
}
