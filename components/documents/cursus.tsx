import { SENS_CODE } from "@/components/code-decision";
import { Table } from "@/components/ui/table";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import type { AnneeDocument, ContenuCursus, UeDocument } from "@/lib/documents/types";
import { Decision } from "./decisions";
import styles from "./feuille.module.css";

/** Tout le cursus, année par année : les deux UE d'une compétence, puis le niveau qu'elles construisent. */
export function ReleveCursus({ contenu }: { readonly contenu: ContenuCursus }) {
  const { annees, enCours, diplomes, ects } = contenu;
  return (
    <>
      {annees.map((annee) => (
        <Annee key={`${annee.annee} ${annee.anneeUniversitaire}`} annee={annee} />
      ))}
      <section aria-labelledby="cursus-bilan" className={styles.bloc}>
        <h2 id="cursus-bilan">Bilan</h2>
        <ul className={styles.bilan}>
          <li>
            ECTS acquis : <strong>{ects.acquis}</strong> sur {ects.total}
          </li>
          {diplomes.map((d) => (
            <li key={d.objetId}>
              {d.libelle} : <Decision decision={d} />
            </li>
          ))}
          {enCours.length > 0 && <li>Sans décision publiée : {enCours.join(" ; ")}</li>}
        </ul>
      </section>
      <Legende annees={annees} />
    </>
  );
}

function Annee({
  annee: { annee, anneeUniversitaire, semestres, niveaux, decision },
}: {
  readonly annee: AnneeDocument;
}) {
  const id = `cursus-${annee}-${anneeUniversitaire}`;
  const competences = new Map(semestres.flatMap((s) => s.ues.map((ue) => [ue.competenceId, ue.competence])));
  const ueDe = (semestreId: string, competenceId: string): UeDocument | undefined =>
    semestres.find((s) => s.id === semestreId)?.ues.find((ue) => ue.competenceId === competenceId);
  return (
    <section aria-labelledby={id} className={styles.bloc}>
      <h2 id={id}>
        BUT{annee}, {anneeUniversitaire}
      </h2>
      <Table titre={`Compétences du BUT${annee}, ${anneeUniversitaire}`}>
        <thead>
          <tr>
            <th scope="col">Compétence</th>
            {semestres.map((s) => (
              <th key={s.id} scope="col">
                UE du S{s.numero}
              </th>
            ))}
            {niveaux.length > 0 && <th scope="col">Niveau (RCUE)</th>}
            <th scope="col" className="nombre">
              ECTS acquis
            </th>
          </tr>
        </thead>
        <tbody>
          {[...competences].map(([competenceId, nom]) => {
            const niveau = niveaux.find((n) => n.competenceId === competenceId);
            const ues = semestres.map((s) => ({ id: s.id, ue: ueDe(s.id, competenceId) }));
            return (
              <tr key={competenceId}>
                <th scope="row">{nom}</th>
                {ues.map(({ id: semestreId, ue }) => (
                  <td key={semestreId}>
                    {ue && <Resultat moyenne={ue.moyenne} code={ue.decision?.code ?? ue.sansMoyenne ?? "–"} />}
                  </td>
                ))}
                {niveaux.length > 0 && <td>{niveau && <Resultat moyenne={niveau.moyenne} code={niveau.code} />}</td>}
                <td className="nombre">{ues.reduce((somme, { ue }) => somme + (ue?.ectsAcquis ?? 0), 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <ul className={styles.bilan}>
        {semestres
          .filter((s) => s.inscription !== "I")
          .map((s) => (
            <li key={s.id}>
              S{s.numero} : {s.inscription === "DEM" ? "démission" : "défaillance"}, aucune moyenne n'est établie.
            </li>
          ))}
        {decision && (
          <li>
            {decision.libelle} : <Decision decision={decision} />
          </li>
        )}
      </ul>
    </section>
  );
}

function Resultat({ moyenne, code }: { readonly moyenne: number | null; readonly code: string }) {
  return (
    <>
      {moyenne !== null && `${formatCentiemes(moyenne)} `}
      <strong>{code}</strong>
    </>
  );
}

function Legende({ annees }: { readonly annees: readonly AnneeDocument[] }) {
  const codes = annees.flatMap((a) => [
    ...a.semestres.flatMap((s) => s.ues.flatMap((ue) => ue.decision?.code ?? [])),
    ...a.niveaux.map((n) => n.code),
  ]);
  const connus = [...new Set(codes)]
    .sort()
    .flatMap((code) => (SENS_CODE[code] ? [`${code} : ${SENS_CODE[code]}`] : []));
  return (
    <p className={styles.legende}>
      Moyennes sur 20, telles que le jury les a vues. {connus.join(" ; ")}. Le BUT ne connaît ni moyenne de semestre, ni
      moyenne d'année, ni classement.
    </p>
  );
}
