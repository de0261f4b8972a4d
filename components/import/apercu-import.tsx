"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Badge, type Ton } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { type Apercu, isApplicable, ORDRE, parRegard } from "@/lib/import/apercu";
import type { LigneApercu, Sort } from "@/lib/import/usage";
import { insecables } from "@/lib/typographie";
import styles from "./import.module.css";

const SORTS: Readonly<Record<Sort, { readonly texte: string; readonly ton: Ton }>> = {
  refusee: { texte: "Refusée", ton: "danger" },
  inconnue: { texte: "Inconnue", ton: "danger" },
  changee: { texte: "Changée", ton: "attention" },
  effacee: { texte: "Effacée", ton: "attention" },
  nouvelle: { texte: "Nouvelle", ton: "succes" },
  identique: { texte: "Identique", ton: "neutre" },
  vide: { texte: "Vide, rien ne change", ton: "neutre" },
};

/** Au-delà, les lignes ordinaires attendent qu'on les demande : 5 000 lignes d'un coup figeraient la page. */
const MONTREES = 200;

export interface PropsApercu<V> {
  readonly titre: string;
  /** L'en-tête de la colonne de ce que porte le fichier. */
  readonly colonne: string;
  /** « Étudiant ». */
  readonly qui: string;
  /** Comment les lignes ont trouvé leur destinataire. */
  readonly explication: string;
  readonly apercu: Apercu<V>;
  /** À plusieurs champs, le titre de celui d'une ligne. */
  readonly titreChamp?: (champ: string) => string;
  /** « Enregistrer 4 notes ». */
  readonly verbe: (combien: number) => string;
  readonly enCours?: boolean;
  /** Pourquoi on ne peut pas appliquer tout de suite. */
  readonly empechement?: string | null;
  readonly onApplique: (lignes: readonly (LigneApercu<V> & { readonly valeur: V })[]) => void;
  readonly onAnnule: () => void;
  /** Les colonnes lues et de quoi les changer ; un motif à donner. */
  readonly children?: ReactNode;
}

/** Ce que fera chaque ligne d'un fichier, avant que rien ne soit écrit : ce qui demande un regard d'abord. */
export function ApercuImport<V>(props: PropsApercu<V>) {
  const { titre, colonne, qui, explication, apercu, titreChamp, verbe, enCours, empechement, children } = props;
  const [tout, setTout] = useState(false);
  // Le champ du fichier vient de disparaître : le clavier reprend ici, où tout se lit.
  const tete = useRef<HTMLParagraphElement>(null);
  useEffect(() => tete.current?.focus(), []);
  const aEcrire = apercu.lignes.filter(isApplicable);
  // Placées par position, les lignes se vérifient dans leur ordre.
  const lignes = apercu.position ? apercu.lignes : parRegard(apercu.lignes);
  const montrees = tout ? lignes : lignes.slice(0, MONTREES);
  return (
    <>
      {apercu.alertes.map((a) => (
        <Notice key={a} ton="attention">
          {insecables(a)}
        </Notice>
      ))}
      <p ref={tete} tabIndex={-1} className={styles.tete}>
        {insecables(explication)}
      </p>
      {apercu.dit.map((d) => (
        <p key={d} className={styles.discret}>
          {insecables(d)}
        </p>
      ))}
      <p className={styles.comptes}>
        {ORDRE.map((sort) => {
          const n = apercu.lignes.filter((l) => l.sort === sort).length;
          return (
            n > 0 && (
              <Badge key={sort} ton={SORTS[sort].ton}>
                {SORTS[sort].texte} : {n}
              </Badge>
            )
          );
        })}
      </p>
      {children}
      <div className={styles.lignes}>
        <Table titre={titre}>
          <thead>
            <tr>
              <th scope="col">{qui}</th>
              <th scope="col">Effet</th>
              <th scope="col" className={styles.large}>
                Avant
              </th>
              <th scope="col" className={styles.large}>
                {colonne}
              </th>
            </tr>
          </thead>
          <tbody>
            {montrees.map((l) => (
              <Rangee key={`${l.ligne} ${l.champ}`} ligne={l} champ={titreChamp?.(l.champ)} />
            ))}
          </tbody>
        </Table>
      </div>
      {montrees.length < lignes.length && (
        <Button petit onClick={() => setTout(true)}>
          Montrer les {lignes.length} lignes
        </Button>
      )}
      <Ecartees apercu={apercu} />
      {empechement && <Notice ton="attention">{empechement}</Notice>}
      <div className={styles.boutons}>
        <Button
          aspect="principal"
          onClick={() => props.onApplique(aEcrire)}
          disabled={aEcrire.length === 0 || enCours || Boolean(empechement)}
          data-premier
        >
          {enCours ? "Enregistrement…" : verbe(aEcrire.length)}
        </Button>
        <Button onClick={props.onAnnule}>Annuler</Button>
      </div>
    </>
  );
}

function Rangee<V>({ ligne: l, champ }: { readonly ligne: LigneApercu<V>; readonly champ: string | undefined }) {
  return (
    <tr>
      <th scope="row">
        {l.qui}
        {champ && <span className={styles.discret}> · {champ}</span>}
        {l.cle === null && <span className={styles.discret}> · ligne {l.ligne}</span>}
      </th>
      <td>
        <Badge ton={SORTS[l.sort].ton}>{SORTS[l.sort].texte}</Badge>{" "}
        {(l.propose || l.nuance) && l.valeur !== null && <Badge ton="attention">À vérifier</Badge>}{" "}
        {insecables([l.raison, l.nuance].filter(Boolean).join(" "))}
        <span className={styles.etroit}>
          {l.avant && `${l.avant} → `}
          {l.apres || l.lu}
        </span>
      </td>
      <td className={styles.large}>{l.avant || "—"}</td>
      <td className={styles.large}>{l.lu || "—"}</td>
    </tr>
  );
}

/** Ce qui n'est pas une ligne du tableau : montré, pour qu'une ligne écartée à tort se voie. */
function Ecartees<V>({ apercu: { ecartees } }: { readonly apercu: Apercu<V> }) {
  if (ecartees.length === 0) return null;
  return (
    <details className={styles.discret}>
      <summary>
        {ecartees.length > 1 ? `${ecartees.length} lignes laissées de côté` : "1 ligne laissée de côté"} : titres,
        totaux, légendes
      </summary>
      <ul>
        {ecartees.slice(0, 20).map((l) => (
          <li key={l.numero}>
            Ligne {l.numero} : {l.cellules.flatMap((c) => (c.texte === "" ? [] : [c.texte])).join(" · ")}
          </li>
        ))}
      </ul>
    </details>
  );
}
