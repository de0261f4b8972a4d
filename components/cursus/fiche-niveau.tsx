import { Button } from "@/components/ui/button";
import { formatCentiemes } from "@/lib/but/note";
import type { VueCompetence, VueNiveau } from "@/lib/cursus/vue-niveaux";
import { motsNiveau } from "./etat-niveau";
import styles from "./fiche-niveau.module.css";

export const idFiche = (niveauId: string): string => `fiche-${niveauId}`;

interface Props {
  readonly competence: VueCompetence;
  readonly niveau: VueNiveau;
  readonly base: string;
}

/** Le titre officiel d'un niveau et ses apprentissages critiques, à un geste : un « popover » du navigateur. */
export function FicheNiveau({ competence, niveau, base }: Props) {
  const id = idFiche(niveau.id);
  const titre = `${id}-titre`;
  return (
    <div id={id} popover="auto" role="dialog" aria-labelledby={titre} className={styles.fiche}>
      <div className={styles.tete}>
        <h3 id={titre}>
          {competence.court}, niveau {niveau.ordre}
        </h3>
        <Button aspect="discret" petit popoverTarget={id} popoverTargetAction="hide">
          Fermer
        </Button>
      </div>
      <p className={styles.officiel}>{niveau.titre}</p>
      <p className={styles.etat}>Niveau {motsNiveau(niveau)}</p>
      {niveau.moyenne !== null && niveau.anneeUniversitaire && (
        <p>
          RCUE {formatCentiemes(niveau.moyenne)}
          {niveau.provisoire && " (provisoire)"} :{" "}
          <a href={`${base}/niveau/${niveau.id}?annee=${niveau.anneeUniversitaire}`}>montrez-moi le calcul</a>
        </p>
      )}
      <h4>Apprentissages critiques</h4>
      <ul className={styles.apprentissages}>
        {niveau.apprentissages.map(({ code, libelle }) => (
          <li key={code}>
            <span className={styles.code}>{code}</span> {libelle}
          </li>
        ))}
      </ul>
    </div>
  );
}
