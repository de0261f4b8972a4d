"use client";
import { useState } from "react";
import { FilDemande } from "@/components/corrections/fil-demande";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Demande } from "@/lib/corrections/queries";
import styles from "./demandes.module.css";
import { Repondre } from "./repondre";

interface Props {
  readonly aRepondre: readonly Demande[];
  /** Ouvertes, mais qu'un autre doit traiter ou que l'état du semestre retient. */
  readonly ailleurs: readonly Demande[];
  readonly repondues: readonly { readonly demande: Demande; readonly aCorriger: boolean }[];
}

const grille = (d: Demande): string => `/enseignement/evaluations/${d.evaluation.id}`;

/** Les demandes, celles qui attendent d'abord. La réponse donnée se dit ici, car sa demande change de place. */
export function Liste({ aRepondre, ailleurs, repondues }: Props) {
  const [annonce, setAnnonce] = useState<{ readonly demande: Demande; readonly etat: "acceptee" | "refusee" } | null>(
    null,
  );
  return (
    <div className={styles.pile}>
      <div role="status">
        {annonce && (
          <Notice ton="succes">
            Réponse envoyée à {annonce.demande.etudiant.prenom} {annonce.demande.etudiant.nom}.{" "}
            {annonce.etat === "acceptee" && (
              <a href={grille(annonce.demande)}>Changez maintenant la note dans la grille, avec son motif.</a>
            )}
          </Notice>
        )}
      </div>
      {aRepondre.length > 0 && (
        <section className={styles.pile} aria-labelledby="a-repondre">
          <h2 id="a-repondre">À répondre</h2>
          {aRepondre.map((demande) => (
            <FilDemande key={demande.id} demande={demande} nommee>
              <Repondre demande={demande} onRepondu={(etat) => setAnnonce({ demande, etat })} />
            </FilDemande>
          ))}
        </section>
      )}
      {ailleurs.length > 0 && (
        <section className={styles.pile} aria-labelledby="ailleurs">
          <h2 id="ailleurs">En attente, à lire seulement</h2>
          <p className={styles.doux}>
            Un enseignant de l'élément répond, tant que le semestre est ouvert. Devant le jury, les notes sont gelées.
          </p>
          {ailleurs.map((demande) => (
            <FilDemande key={demande.id} demande={demande} nommee />
          ))}
        </section>
      )}
      {repondues.length > 0 && (
        <section className={styles.pile} aria-labelledby="repondues">
          <h2 id="repondues">Répondues</h2>
          {repondues.map(({ demande, aCorriger }) => (
            <FilDemande key={demande.id} demande={demande} nommee>
              {aCorriger && (
                <LinkButton petit href={grille(demande)}>
                  Ouvrir la grille
                  <span className="lecteur-seul"> de {demande.evaluation.titre}</span>
                </LinkButton>
              )}
            </FilDemande>
          ))}
        </section>
      )}
      {aRepondre.length + ailleurs.length + repondues.length === 0 && (
        <p className={styles.doux}>
          Aucune demande pour l'instant. Un étudiant peut en faire une sous chacune de ses notes publiées.
        </p>
      )}
    </div>
  );
}
