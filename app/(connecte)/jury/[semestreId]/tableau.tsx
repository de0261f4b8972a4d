"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { type KeyboardEvent, useMemo, useState, useSyncExternalStore } from "react";
import { Notice } from "@/components/ui/notice";
import { ecrireFiltre, type Filtre, filtreLignes, type LigneTable, lireFiltre } from "@/lib/jury/filtre";
import type { ColonneCompetence } from "@/lib/jury/queries";
import { neRienEntendre } from "./derniere-visite";
import { Filtres } from "./filtres";
import styles from "./semestre.module.css";
import { TableJury } from "./table-jury";
import { deplace } from "./touches";

/** Ce qu'un écran montre et un peu plus : le serveur n'écrit que cela, le navigateur fait le reste en s'éveillant. */
const AU_PREMIER_ENVOI = 40;

interface Props {
  readonly lignes: readonly LigneTable[];
  readonly colonnes: readonly ColonneCompetence[];
  readonly parcours: readonly string[];
  readonly groupes: readonly string[];
  readonly aConfirmer: number;
  readonly semestre: { readonly id: string; readonly numero: number; readonly regime: string };
}

/** La table et ses filtres : tout est déjà là, un filtre répond donc aussitôt, et l'adresse le retient. */
export function Tableau({ lignes, colonnes, parcours, groupes, aConfirmer, semestre }: Props) {
  const recherche = useSearchParams();
  const chemin = usePathname();
  // L'adresse suit : la lire à chaque frappe perdrait des lettres, le routeur ne la rend qu'un peu plus tard.
  const [filtre, setFiltre] = useState(() => lireFiltre(Object.fromEntries(recherche)));
  const entiere = useSyncExternalStore(
    neRienEntendre,
    () => true,
    () => false,
  );
  const montrees = useMemo(() => filtreLignes(lignes, filtre), [lignes, filtre]);
  const filtrer = (change: Partial<Filtre>) => {
    setFiltre({ ...filtre, ...change });
    window.history.replaceState(null, "", chemin + ecrireFiltre(filtre, change));
  };

  function touche(evenement: KeyboardEvent<HTMLElement>) {
    if (deplace(evenement.key, evenement.target, evenement.currentTarget)) evenement.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: les touches vont d'un lien à l'autre, chacun reste atteignable par tabulation
    <div className={styles.blocs} onKeyDown={touche}>
      <Filtres
        filtre={filtre}
        filtrer={filtrer}
        lignes={lignes}
        parcours={parcours}
        groupes={groupes}
        semestreId={semestre.id}
      />
      <p className={styles.compte} role="status">
        {montrees.length} {montrees.length > 1 ? "étudiants montrés" : "étudiant montré"} sur {lignes.length}
        {aConfirmer > 0 && " · moyennes aux coefficients par défaut, à confirmer par le département"}
      </p>
      {montrees.length === 0 ? (
        <Notice>Aucun étudiant ne correspond à ces filtres.</Notice>
      ) : (
        <TableJury
          lignes={entiere ? montrees : montrees.slice(0, AU_PREMIER_ENVOI)}
          colonnes={colonnes}
          semestre={semestre}
          filtre={filtre}
        />
      )}
      <p className={styles.compte}>
        Repères : code en tirets, proposition ; cerclé, autre choix du jury ; +, bonus compris ; (C), UE capitalisée à
        une inscription précédente.
      </p>
      <p className={`${styles.compte} ${styles.touches}`}>
        Clavier : <kbd>/</kbd> chercher, <kbd>↓</kbd> <kbd>↑</kbd> d'un étudiant à l'autre, <kbd>Entrée</kbd> ouvrir.
      </p>
    </div>
  );
}
