"use client";
import Link from "next/link";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Input, Select } from "@/components/ui/field";
import {
  ecrireFiltre,
  type Filtre,
  isDansVue,
  type LigneTable,
  TRIS,
  type Tri,
  VUES,
  type Vue,
} from "@/lib/jury/filtre";
import { formatInstant } from "@/lib/jury/libelles";
import { neRienEntendre, visitePrecedente } from "./derniere-visite";
import styles from "./semestre.module.css";
import { isToucheLibre } from "./touches";

interface Props {
  readonly filtre: Filtre;
  readonly filtrer: (change: Partial<Filtre>) => void;
  readonly lignes: readonly LigneTable[];
  readonly parcours: readonly string[];
  readonly groupes: readonly string[];
  readonly semestreId: string;
}

/** Les filtres vivent dans l'adresse : un lien envoyé à un collègue ouvre la même vue. */
export function Filtres({ filtre, filtrer, lignes, parcours, groupes, semestreId }: Props) {
  const recherche = useRef<HTMLFormElement>(null);
  const precedente = useSyncExternalStore(
    neRienEntendre,
    () => visitePrecedente(semestreId),
    () => null,
  );
  const depuis = filtre.depuis || precedente;
  const vues = (Object.keys(VUES) as Vue[]).filter((vue) => vue !== "changes" || depuis);

  useEffect(() => {
    function touche(evenement: KeyboardEvent) {
      if (evenement.key !== "/" || !isToucheLibre(evenement)) return;
      evenement.preventDefault();
      recherche.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus();
    }
    document.addEventListener("keydown", touche);
    return () => document.removeEventListener("keydown", touche);
  }, []);

  return (
    <section className={styles.filtres} aria-label="Filtres">
      <nav aria-label="Vues">
        <ul className={styles.vues}>
          {vues.map((vue) => {
            const change = { vue, depuis: vue === "changes" ? (depuis ?? "") : "" };
            return (
              <li key={vue}>
                <Link
                  href={`/jury/${semestreId}${ecrireFiltre(filtre, change)}`}
                  aria-current={filtre.vue === vue ? "true" : undefined}
                  onClick={(evenement) => {
                    if (evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return;
                    evenement.preventDefault();
                    filtrer(change);
                  }}
                >
                  {VUES[vue]}
                  {vue === "changes" && depuis && ` depuis le ${formatInstant(depuis)}`}{" "}
                  <span>{lignes.filter((l) => isDansVue(l, { ...filtre, ...change })).length}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <form ref={recherche} className={styles.formulaire} onSubmit={(e) => e.preventDefault()}>
        <Input
          label="Nom ou numéro"
          name="nom"
          type="search"
          value={filtre.nom}
          onChange={(e) => filtrer({ nom: e.target.value })}
          aria-keyshortcuts="/"
          autoComplete="off"
        />
        {parcours.length > 1 && (
          <Choix
            label="Parcours"
            valeur={filtre.parcours}
            parmi={parcours}
            choisir={(valeur) => filtrer({ parcours: valeur })}
          />
        )}
        {groupes.length > 1 && (
          <Choix
            label="Groupe"
            valeur={filtre.groupe}
            parmi={groupes}
            choisir={(valeur) => filtrer({ groupe: valeur })}
          />
        )}
        <Select
          label="Trier par"
          name="tri"
          value={filtre.tri}
          onChange={(e) => filtrer({ tri: e.target.value as Tri })}
        >
          {Object.entries(TRIS).map(([cle, libelle]) => (
            <option key={cle} value={cle}>
              {libelle}
            </option>
          ))}
        </Select>
        {lignes.some((l) => l.anterieures.length > 0) && (
          <label className={styles.case}>
            <input
              type="checkbox"
              checked={filtre.passe === "1"}
              onChange={(e) => filtrer({ passe: e.target.checked ? "1" : "" })}
            />
            Années antérieures
          </label>
        )}
      </form>
    </section>
  );
}

interface PropsChoix {
  readonly label: string;
  readonly valeur: string;
  readonly parmi: readonly string[];
  readonly choisir: (valeur: string) => void;
}

function Choix({ label, valeur, parmi, choisir }: PropsChoix) {
  return (
    <Select label={label} value={valeur} onChange={(e) => choisir(e.target.value)}>
      <option value="">Tous</option>
      {parmi.map((v) => (
        <option key={v}>{v}</option>
      ))}
    </Select>
  );
}
