import { FileText, FlaskConical, UserRound } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import styles from "./outils.module.css";

/** Ce que l'étudiant peut faire de ses résultats, sous ses moyennes et en petit. */
export function Outils({ semestreId }: { readonly semestreId: string }) {
  const semestre = encodeURIComponent(semestreId);
  return (
    <nav className={styles.outils} aria-label="Mes outils">
      <LinkButton petit href={`/moi/simulation?semestre=${semestre}`} prefetch={false}>
        <FlaskConical size={16} aria-hidden="true" />
        Et si…
      </LinkButton>
      <LinkButton petit href={`/moi/releve?semestre=${semestre}`} prefetch={false}>
        <FileText size={16} aria-hidden="true" />
        Relevé
      </LinkButton>
      <LinkButton petit href="/moi/donnees" prefetch={false}>
        <UserRound size={16} aria-hidden="true" />
        Mes données
      </LinkButton>
    </nav>
  );
}
