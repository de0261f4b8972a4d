import { FileSpreadsheet, FileText, Mail, PenLine, PieChart, Presentation } from "lucide-react";
import Link from "next/link";
import styles from "./semestre.module.css";

interface Props {
  readonly semestreId: string;
  /** Numéro du dernier PV ; null tant que rien n'est délibéré. */
  readonly pv: number | null;
}

/** Ce qui s'imprime, s'emporte ou se projette, de la convocation à la notification. */
export function Documents({ semestreId, pv }: Props) {
  const base = `/jury/${semestreId}`;
  return (
    <nav aria-label="Documents" className={styles.documents}>
      <Link href={`${base}/salle`}>
        <Presentation aria-hidden="true" /> Projeter en salle
      </Link>
      <Link href={`${base}/emargement`}>
        <PenLine aria-hidden="true" /> Émargement
      </Link>
      {pv !== null && (
        <>
          <Link href={`${base}/pv`}>
            <FileText aria-hidden="true" /> PV n° {pv}
          </Link>
          <Link href={`${base}/lettres`}>
            <Mail aria-hidden="true" /> Lettres
          </Link>
        </>
      )}
      <a href={`/api/jury/${semestreId}/tableur`} download>
        <FileSpreadsheet aria-hidden="true" /> Tableur
      </a>
      <Link href={`${base}/statistiques`}>
        <PieChart aria-hidden="true" /> Statistiques
      </Link>
    </nav>
  );
}
