import { EtatDuNiveau } from "@/components/cursus/matrice/etat-niveau";
import { Table } from "@/components/ui/table";
import { resultatCursus } from "@/lib/but/cursus/resultats";
import type { Cursus as CursusLu } from "@/lib/but/modele/cursus";
import { nomSemestre } from "@/lib/jury/libelles";
import { celluleUe } from "@/lib/jury/ligne";
import type { Jury } from "@/lib/jury/queries";
import { CelluleJury } from "../cellule-jury";
import { BoutonCalcul } from "./calculs";
import styles from "./etudiant.module.css";

interface Props {
  readonly cursus: CursusLu;
  readonly lus: Jury["lus"];
}

/** Le chemin de l'étudiant : chaque UE de chaque semestre suivi, puis l'état de ses niveaux, compétence par compétence. */
export function Cursus({ cursus, lus }: Props) {
  const resultat = resultatCursus(cursus);
  const { ectsAcquis, ectsTotal, semestres, niveaux, manque } = resultat;
  const suivies = new Set([
    ...niveaux.map((n) => n.competenceId),
    ...semestres.flatMap((s) => s.ues.map((u) => u.competenceId)),
  ]);
  const competences = [...lus.competences.values()]
    .filter((c) => suivies.has(c.id))
    .sort((a, b) => a.numero - b.numero);
  return (
    <section className={styles.cursus} aria-labelledby="cursus">
      <h2 id="cursus">
        Cursus{" "}
        <span className={styles.discret}>
          {ectsAcquis} ECTS sur {ectsTotal}
        </span>
      </h2>
      <div className={styles.table}>
        <Table titre="Cursus">
          <thead>
            <tr>
              <th scope="col">Compétence</th>
              {semestres.map((s) => (
                <th key={s.id} scope="col">
                  {nomSemestre({ numero: s.numero, regime: lus.semestres.get(s.id)?.regime ?? "" })}
                  <span>{s.anneeUniversitaire}</span>
                </th>
              ))}
              <th scope="col">Niveaux</th>
            </tr>
          </thead>
          <tbody>
            {competences.map((c) => (
              <tr key={c.id}>
                <th scope="row">{c.court}</th>
                {semestres.map((s) => {
                  const ue = s.ues.find((u) => u.competenceId === c.id);
                  return (
                    <td key={s.id}>
                      {ue && (
                        <div className={styles.ue}>
                          <CelluleJury cellule={celluleUe(ue)} />
                          <BoutonCalcul
                            sujet={{ type: "ue", semestreId: s.id, ueId: ue.ueId }}
                            libelle={`${c.court} S${s.numero} ${s.anneeUniversitaire}`}
                          />
                        </div>
                      )}
                    </td>
                  );
                })}
                <td>
                  <ol className={styles.niveaux}>
                    {niveaux
                      .filter((n) => n.competenceId === c.id)
                      .map((n) => (
                        <li key={n.niveauId}>
                          {n.ordre} <EtatDuNiveau etat={n.etat} decide={n.decide} />
                        </li>
                      ))}
                  </ol>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {manque.length > 0 && (
        <details>
          <summary>Ce qui reste à acquérir</summary>
          <ul className={styles.manques}>
            {manque.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
