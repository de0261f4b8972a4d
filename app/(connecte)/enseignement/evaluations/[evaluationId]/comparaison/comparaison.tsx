"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { Badge, type Ton } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatNote } from "@/lib/but/modele/note";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import type { SortComparaison } from "@/lib/evaluations/comparaison";
import { formatJour } from "@/lib/evaluations/libelles";
import type { Comparaison, LigneComparee } from "@/lib/notes/double/queries";
import { comparaisonOptions } from "@/lib/notes/options";
import { EtatEvaluation } from "../../../etat-evaluation";
import styles from "./comparaison.module.css";
import { Ecart } from "./ecart";

interface Props {
  readonly initiale: Comparaison;
  readonly modifiable: boolean;
}

const SORTS: Readonly<Record<SortComparaison, { readonly texte: string; readonly ton: Ton }>> = {
  ecart: { texte: "Différentes", ton: "danger" },
  "premiere-seule": { texte: "Dans la première seulement", ton: "attention" },
  "seconde-seule": { texte: "Dans la seconde seulement", ton: "attention" },
  identique: { texte: "Identiques", ton: "succes" },
  vide: { texte: "Dans aucune", ton: "neutre" },
};
const ORDRE = Object.keys(SORTS) as SortComparaison[];

const nomDe = (l: LigneComparee): string => `${l.nom} ${l.prenom}`;

function Seules({ titre, lignes, href }: { titre: string; lignes: readonly LigneComparee[]; href: string | null }) {
  if (lignes.length === 0) return null;
  return (
    <section className={styles.bloc} aria-label={titre}>
      <h2>
        {titre} ({lignes.length})
      </h2>
      <p>{lignes.map(nomDe).join(", ")}</p>
      {href && (
        <LinkButton href={href} petit aspect="secondaire">
          Saisir ce qui manque
        </LinkButton>
      )}
    </section>
  );
}

/** Les deux saisies face à face : chaque écart se tranche ici, rien d'autre ne demande un regard. */
export function ComparaisonSaisies({ initiale, modifiable }: Props) {
  const client = useQueryClient();
  const options = comparaisonOptions(initiale.evaluation.id);
  const { data } = useQuery({ ...options, initialData: initiale, refetchOnWindowFocus: "always" });
  const { evaluation, element, semestre, lignes, anonyme } = data;
  const adresse = `/enseignement/evaluations/${evaluation.id}`;
  const de = (sort: SortComparaison) => lignes.filter((l) => l.sort === sort);
  const ecarts = de("ecart");
  const identiques = de("identique");
  const relit = () => client.invalidateQueries({ queryKey: options.queryKey });
  return (
    <>
      <PageHeader
        titre="Comparer les deux saisies"
        fil={[
          { titre: "Enseignement", href: "/enseignement" },
          {
            titre: `S${semestre.numero} ${semestre.anneeUniversitaire} · ${element.titre}`,
            href: `/enseignement/${semestre.id}/${element.id}`,
          },
          { titre: evaluation.titre, href: adresse },
        ]}
        sousTitre={
          <>
            {evaluation.titre} · {formatJour(evaluation.date)} · sur {formatCourt(evaluation.bareme)}{" "}
            <EtatEvaluation etat={evaluation.archiveeLe ? "archivee" : evaluation.etat} />{" "}
            {anonyme && <Badge ton="info">Anonyme</Badge>}
          </>
        }
      >
        {modifiable && <LinkButton href={`${adresse}/seconde`}>Seconde saisie</LinkButton>}
      </PageHeader>
      <p className={styles.comptes} role="status">
        {ORDRE.map((sort) => {
          const n = de(sort).length;
          return (
            n > 0 && (
              <Badge key={sort} ton={SORTS[sort].ton}>
                {SORTS[sort].texte} : {n}
              </Badge>
            )
          );
        })}
      </p>
      <div className={styles.blocs}>
        {ecarts.length === 0 ? (
          <Notice ton={identiques.length > 0 ? "succes" : "info"}>
            {identiques.length > 0 ? (
              <span className={styles.accord}>
                <CircleCheck size={18} aria-hidden="true" /> Aucun écart : les copies saisies deux fois portent la même
                note.
              </span>
            ) : (
              "Aucune copie n'est encore saisie deux fois."
            )}
          </Notice>
        ) : (
          <section aria-labelledby="ecarts">
            <h2 id="ecarts">{ecarts.length > 1 ? `${ecarts.length} écarts à trancher` : "1 écart à trancher"}</h2>
            <ul className={styles.ecarts}>
              {ecarts.map((l) => (
                <Ecart
                  key={l.inscriptionId}
                  evaluationId={evaluation.id}
                  ligne={l}
                  modifiable={modifiable}
                  onTranche={relit}
                />
              ))}
            </ul>
          </section>
        )}
        <Seules
          titre="Dans la première saisie seulement"
          lignes={de("premiere-seule")}
          href={modifiable ? `${adresse}/seconde` : null}
        />
        <Seules
          titre="Dans la seconde saisie seulement"
          lignes={de("seconde-seule")}
          href={modifiable ? adresse : null}
        />
        {identiques.length > 0 && (
          <details className={styles.bloc}>
            <summary>Copies identiques ({identiques.length})</summary>
            <ul className={styles.identiques}>
              {identiques.map((l) => (
                <li key={l.inscriptionId}>
                  {nomDe(l)} <strong>{formatNote(l.valeurs?.premiere.note ?? null)}</strong>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  );
}
