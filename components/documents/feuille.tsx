import type { ReactNode } from "react";
import { Jour } from "@/components/ui/jour";
import type { DocumentLu } from "@/lib/documents/types";
import { nomComplet } from "@/lib/libelles";
import styles from "./feuille.module.css";
import { Marges } from "./marges";
import { Qr } from "./qr";

interface Props {
  readonly document: DocumentLu;
  readonly titre: string;
  readonly sousTitre: string;
  /** Ce qui distingue ce document d'un autre du même titre, dans le nom du fichier. */
  readonly precision: string | null;
  /** L'adresse où n'importe qui vérifie ce document ; null tant qu'il n'a pas de code. */
  readonly verification: string | null;
  readonly children: ReactNode;
}

/** Une feuille A4 du département : de qui, pour qui, quoi, et de quoi le vérifier. Tout doit tenir en noir sur blanc. */
export function Feuille({ document, titre, sousTitre, precision, verification, children }: Props) {
  const { entete, etudiant, delivre } = document;
  const mention = delivre ? `code de vérification ${delivre.code}` : "sans code de vérification";
  return (
    <article
      className={styles.feuille}
      data-document={[titre, precision, nomComplet(etudiant)].filter((mot) => mot !== null).join(", ")}
    >
      <Marges haut={["", ""]} bas={`${titre}, ${nomComplet(etudiant)}, ${etudiant.numero} · ${mention}`} />
      <header className={styles.entete}>
        <div>
          <p className={styles.etablissement}>{entete.etablissement}</p>
          <p>Département {entete.formation}</p>
          <p className={styles.doux}>
            Bachelor universitaire de technologie{entete.parcours && `, parcours ${entete.parcours}`}
          </p>
        </div>
        <div className={styles.etudiant}>
          <p>
            <strong>{nomComplet(etudiant)}</strong>
          </p>
          <p className={styles.doux}>Numéro étudiant {etudiant.numero}</p>
        </div>
      </header>
      <div className={styles.titre}>
        <h1>{titre}</h1>
        <p>{sousTitre}</p>
      </div>
      {document.empechement !== null && (
        <p className={styles.provisoire}>Document provisoire, sans code de vérification. {document.empechement}</p>
      )}
      {children}
      <Pied document={document} verification={verification} />
    </article>
  );
}

function Pied({ document: { delivre, empechement }, verification }: Pick<Props, "document" | "verification">) {
  if (delivre === null || verification === null) {
    return (
      <footer className={styles.pied}>
        {empechement === null && <p>Document sans code de vérification : il n'a pas encore été demandé.</p>}
      </footer>
    );
  }
  return (
    <footer className={`${styles.pied} ${styles.remis}`}>
      <Qr adresse={verification} />
      <p>
        Document remis le <Jour le={delivre.creeLe} />
        <br />
        <span className={styles.doux}>
          Chacun peut vérifier, sans compte, qu'il est authentique et toujours à jour :{" "}
          <a href={verification}>{verification}</a>
        </span>
      </p>
      <p className={styles.code}>
        <span className={styles.doux}>Code de vérification</span>
        <strong>{delivre.code}</strong>
      </p>
    </footer>
  );
}
