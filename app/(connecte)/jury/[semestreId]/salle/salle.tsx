"use client";
import { ArrowLeft, ArrowRight, Eye, EyeOff, Maximize, Table2, UserRound, X } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { ecrireFiltre, filtreLignes, type LigneTable, lireFiltre } from "@/lib/jury/filtre";
import type { ColonneCompetence } from "@/lib/jury/queries";
import { isToucheLibre } from "../touches";
import { FicheSalle } from "./fiche-salle";
import styles from "./salle.module.css";
import { PAR_ECRAN, TableSalle } from "./table-salle";

interface Props {
  readonly lignes: readonly LigneTable[];
  readonly colonnes: readonly ColonneCompetence[];
  readonly semestre: { readonly id: string; readonly numero: number; readonly titre: string };
}

/** Projeté au mur : un étudiant à la fois, ou la table par écrans. L'adresse dit tout ce qui est montré. */
export function Salle({ lignes, colonnes, semestre }: Props) {
  const ouverte = useSearchParams();
  // L'adresse suit : deux touches rapprochées n'attendent pas que le routeur la rende.
  const [recherche, setRecherche] = useState(() => new URLSearchParams(ouverte));
  const chemin = usePathname();
  const router = useRouter();
  const filtre = useMemo(() => lireFiltre(Object.fromEntries(recherche)), [recherche]);
  const montrees = useMemo(() => filtreLignes(lignes, filtre), [lignes, filtre]);
  const isTable = recherche.get("ecran") === "table";
  const moyennes = recherche.get("moyennes") !== "0";
  const trouve = montrees.findIndex((l) => l.etudiantId === recherche.get("etudiant"));
  const rang = Math.max(0, trouve);
  const pas = isTable ? PAR_ECRAN : 1;
  const debut = rang - (rang % pas);
  const retour = `/jury/${semestre.id}${ecrireFiltre(filtre)}`;

  const change = (valeurs: Readonly<Record<string, string>>) => {
    const suite = new URLSearchParams(recherche);
    for (const [cle, valeur] of Object.entries(valeurs)) suite.set(cle, valeur);
    setRecherche(suite);
    window.history.replaceState(null, "", `${chemin}?${suite}`);
  };
  const aller = (vers: number) => {
    const ligne = montrees[vers];
    if (ligne) change({ etudiant: ligne.etudiantId });
  };
  /** Les boutons et les touches font la même chose. */
  const gestes: Readonly<Record<string, () => void>> = {
    ArrowRight: () => aller(debut + pas),
    ArrowLeft: () => aller(debut - pas),
    t: () => change({ ecran: isTable ? "etudiant" : "table" }),
    m: () => change({ moyennes: moyennes ? "0" : "1" }),
    f: pleinEcran,
    Escape: () => router.push(retour),
  };
  const joue = (touche: string) => gestes[touche]?.();
  const auClavier = useEffectEvent((evenement: KeyboardEvent) => {
    if (isToucheLibre(evenement)) joue(evenement.key);
  });
  useEffect(() => {
    const touche = (evenement: KeyboardEvent) => auClavier(evenement);
    document.addEventListener("keydown", touche);
    return () => document.removeEventListener("keydown", touche);
  }, []);

  const ligne = montrees[rang];
  return (
    <div className={styles.salle}>
      <header className={styles.barre}>
        <h1>Jury {semestre.titre}</h1>
        <p role="status">
          {montrees.length === 0
            ? "aucun étudiant"
            : isTable
              ? `${debut + 1} à ${Math.min(debut + pas, montrees.length)} sur ${montrees.length}`
              : `${rang + 1} sur ${montrees.length}`}
        </p>
      </header>
      {ligne &&
        (isTable ? (
          <TableSalle
            lignes={montrees.slice(debut, debut + pas)}
            colonnes={colonnes}
            numero={semestre.numero}
            moyennes={moyennes}
          />
        ) : (
          <FicheSalle ligne={ligne} colonnes={colonnes} numero={semestre.numero} moyennes={moyennes} />
        ))}
      <nav className={styles.gestes} aria-label="Projection">
        <Geste
          joue={joue}
          touche="ArrowLeft"
          nom="Précédent"
          icone={<ArrowLeft aria-hidden="true" />}
          inactif={debut === 0}
        />
        <Geste
          joue={joue}
          touche="ArrowRight"
          nom="Suivant"
          icone={<ArrowRight aria-hidden="true" />}
          inactif={debut + pas >= montrees.length}
        />
        <Geste
          joue={joue}
          touche="t"
          nom={isTable ? "Un étudiant" : "La table"}
          icone={isTable ? <UserRound aria-hidden="true" /> : <Table2 aria-hidden="true" />}
        />
        <Geste
          joue={joue}
          touche="m"
          nom={moyennes ? "Cacher les moyennes" : "Montrer les moyennes"}
          icone={moyennes ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
        />
        <Geste joue={joue} touche="f" nom="Plein écran" icone={<Maximize aria-hidden="true" />} />
        <LinkButton href={retour} aspect="discret" petit aria-keyshortcuts="Escape">
          <X aria-hidden="true" /> Quitter
        </LinkButton>
      </nav>
    </div>
  );
}

function pleinEcran() {
  const fini = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  // Un navigateur peut refuser le plein écran : la projection continue en fenêtre.
  fini.catch(() => undefined);
}

interface PropsGeste {
  readonly touche: string;
  readonly nom: string;
  readonly icone: ReactNode;
  readonly inactif?: boolean;
  readonly joue: (touche: string) => void;
}

function Geste({ touche, nom, icone, inactif, joue }: PropsGeste) {
  return (
    <Button
      aspect="discret"
      petit
      disabled={inactif}
      onClick={() => joue(touche)}
      aria-keyshortcuts={touche}
      title={touche.length === 1 ? `Touche ${touche.toUpperCase()}` : undefined}
    >
      {icone} {nom}
    </Button>
  );
}
