"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** Assez court pour qu'une décision prise ailleurs soit là en moins de deux secondes. */
const ATTENTE = 1000;

interface Props {
  readonly semestreId: string;
  /** Ce que la page montre. */
  readonly version: string;
}

/** Plusieurs membres connectés : ce que l'un décide arrive chez les autres sans recharger ; la saisie en cours reste. */
export function Veille({ semestreId, version }: Props) {
  const router = useRouter();
  const [relue, setRelue] = useState<string | null>(null);
  useEffect(() => {
    let fini = false;
    // Déjà demandée : la page met parfois plus d'un tour à revenir, et redemander la ferait attendre encore.
    let demandee: string | null = null;
    let minuterie = setTimeout(regarder, ATTENTE);
    async function regarder() {
      const lue = document.visibilityState === "visible" ? await readVersion(semestreId) : null;
      if (!fini && lue !== null && lue !== version && lue !== demandee) {
        demandee = lue;
        setRelue(new Date().toLocaleTimeString("fr-FR"));
        router.refresh();
      }
      if (!fini) minuterie = setTimeout(regarder, ATTENTE);
    }
    return () => {
      fini = true;
      clearTimeout(minuterie);
    };
  }, [router, semestreId, version]);
  return (
    <span role="status" className="lecteur-seul">
      {relue && `Décisions mises à jour à ${relue}.`}
    </span>
  );
}

async function readVersion(semestreId: string): Promise<string | null> {
  try {
    const reponse = await fetch(`/api/jury/${encodeURIComponent(semestreId)}/version`);
    return reponse.ok ? ((await reponse.json()) as { version: string }).version : null;
  } catch {
    // Hors ligne : la prochaine lecture dira ce qui a changé.
    return null;
  }
}
