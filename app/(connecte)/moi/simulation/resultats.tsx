import type { Cursus } from "@/lib/but/modele/cursus";
import type { ResultatCursus } from "@/lib/but/modele/resultats";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import styles from "./simulateur.module.css";

interface Props {
  readonly reel: ResultatCursus;
  readonly simule: ResultatCursus;
  readonly cursus: Cursus;
  readonly semestreId: string;
}

/** Les UE du semestre, les RCUE et l'année qu'elles font : en vrai, puis simulés. */
export function Resultats({ reel, simule, cursus, semestreId }: Props) {
  const nom = nommeur(cursus);
  const ues = (r: ResultatCursus) => r.semestres.find((s) => s.id === semestreId)?.ues ?? [];
  const annee = (r: ResultatCursus) =>
    r.annees.find((a) => a.semestreImpairId === semestreId || a.semestrePairId === semestreId);
  const rcues = (r: ResultatCursus) => (annee(r)?.rcues ?? []).filter((rcue) => rcue.moyenne !== null);
  const anneeSimulee = annee(simule);
  return (
    <table className={styles.table}>
      <caption>En vrai, puis dans la simulation</caption>
      <thead>
        <tr>
          <th scope="col">Moyenne</th>
          <th scope="col">en vrai</th>
          <th scope="col">simulée</th>
        </tr>
      </thead>
      <tbody>
        {ues(simule).map((ue) => (
          <Ligne
            key={ue.ueId}
            titre={`UE ${nom(ue.competenceId)}`}
            avant={ues(reel).find((u) => u.ueId === ue.ueId)?.moyenne ?? null}
            apres={ue.moyenne}
          />
        ))}
      </tbody>
      {rcues(simule).length > 0 && (
        <tbody>
          {rcues(simule).map((rcue) => (
            <Ligne
              key={rcue.niveauId}
              titre={`RCUE ${nom(rcue.competenceId)}`}
              avant={rcues(reel).find((r) => r.niveauId === rcue.niveauId)?.moyenne ?? null}
              apres={rcue.moyenne}
            />
          ))}
        </tbody>
      )}
      {anneeSimulee && (
        <tbody>
          <tr>
            <th scope="row">Année BUT{anneeSimulee.annee}</th>
            <td>{annee(reel)?.proposition ?? "pas encore"}</td>
            <td className={styles.simule}>{anneeSimulee.proposition ?? "pas encore"}</td>
          </tr>
        </tbody>
      )}
    </table>
  );
}

const nommeur =
  (cursus: Cursus) =>
  (competenceId: string): string =>
    cursus.niveaux.find((n) => n.competenceId === competenceId)?.titre ?? competenceId;

/** Sur un téléphone, les moyennes simulées restent en bas de l'écran pendant que l'on change des notes. */
export function Rappel({ simule, cursus, semestreId }: Omit<Props, "reel">) {
  const nom = nommeur(cursus);
  return (
    <div className={styles.rappel} aria-hidden="true">
      {simule.semestres
        .find((s) => s.id === semestreId)
        ?.ues.map((ue) => (
          <div key={ue.ueId}>
            <span>{nom(ue.competenceId)}</span>
            <strong>{ue.moyenne === null ? "—" : formatCentiemes(ue.moyenne)}</strong>
          </div>
        ))}
    </div>
  );
}

interface LigneProps {
  readonly titre: string;
  readonly avant: number | null;
  readonly apres: number | null;
}

function Ligne({ titre, avant, apres }: LigneProps) {
  const ecart = avant !== null && apres !== null ? apres - avant : 0;
  return (
    <tr>
      <th scope="row">{titre}</th>
      <td>{avant === null ? "—" : formatCentiemes(avant)}</td>
      <td className={styles.simule}>
        {apres === null ? "—" : formatCentiemes(apres)}
        {ecart !== 0 && (
          <span className={ecart > 0 ? styles.monte : styles.baisse}>
            {ecart > 0 ? "+" : "−"}
            {formatCentiemes(Math.abs(ecart))}
          </span>
        )}
      </td>
    </tr>
  );
}
