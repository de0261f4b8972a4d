import { AnchorButton } from "@/components/ui/button";
import { Icone } from "@/components/ui/icone";
import styles from "./outils.module.css";

/** Ce que l'étudiant peut faire de ses résultats, sous ses moyennes et en petit. */
export function Outils({ semestreId }: { readonly semestreId: string }) {
  const semestre = encodeURIComponent(semestreId);
  return (
    <nav className={styles.outils} aria-label="Mes outils">
      <AnchorButton petit href={`/moi/simulation?semestre=${semestre}`}>
        <Icone nom="flaskConical" />
        Et si…
      </AnchorButton>
      <AnchorButton petit href={`/moi/releve?semestre=${semestre}`}>
        <Icone nom="fileText" />
        Relevé
      </AnchorButton>
      <AnchorButton petit href="/moi/donnees">
        <Icone nom="userRound" />
        Mes données
      </AnchorButton>
    </nav>
  );
}
