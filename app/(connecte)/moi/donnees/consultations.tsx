import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Donnees } from "@/lib/donnees/queries";
import { formatInstant } from "@/lib/libelles";
import styles from "./donnees.module.css";

const PAR_PAGE = 15;

interface Props {
  readonly consultations: Donnees["consultations"];
  readonly page: number;
}

/** Qui a ouvert ce dossier nominatif, et ce que d'autres voient sans qu'il y ait de ligne ici. */
export function Consultations({ consultations, page }: Props) {
  const pages = Math.max(1, Math.ceil(consultations.length / PAR_PAGE));
  const ici = Math.min(page, pages);
  const lignes = consultations.slice((ici - 1) * PAR_PAGE, ici * PAR_PAGE);
  return (
    <Card aria-labelledby="consultations" className={styles.pile}>
      <h2 id="consultations">Qui a ouvert mon dossier</h2>
      {consultations.length === 0 ? (
        <p className={styles.doux}>Personne ne l'a encore ouvert.</p>
      ) : (
        <ol className={styles.lignes}>
          {lignes.map((c) => (
            <li key={`${c.creeLe} ${c.nom} ${c.objet}`} className={styles.ligne}>
              <span>
                <strong>
                  {c.nom} {c.prenom}
                </strong>
                {c.roles.length > 0 && <span className={styles.petit}>{c.roles.join(", ")}</span>}
              </span>
              <span className={styles.droite}>
                {c.objet}
                <time className={styles.petit} dateTime={c.creeLe}>
                  {formatInstant(c.creeLe)}
                </time>
              </span>
            </li>
          ))}
        </ol>
      )}
      {pages > 1 && (
        <nav className={styles.pages} aria-label="Pages des consultations">
          {ici > 1 && (
            <LinkButton petit prefetch={false} href={`/moi/donnees?page=${ici - 1}#consultations`}>
              Plus récentes
            </LinkButton>
          )}
          <span className={styles.doux}>
            Page {ici} sur {pages}
          </span>
          {ici < pages && (
            <LinkButton petit prefetch={false} href={`/moi/donnees?page=${ici + 1}#consultations`}>
              Plus anciennes
            </LinkButton>
          )}
        </nav>
      )}
      <p className={styles.doux}>
        Une ligne par personne, par jour et par chose lue. Les listes de toute une classe n'en font pas : vos
        enseignants y voient vos notes dans leurs éléments ; le jury, la direction des études et la scolarité, vos
        résultats avec ceux de la promotion. Chaque fichier de classe téléchargé laisse une ligne au journal du
        département.
      </p>
    </Card>
  );
}
