import Link from "next/link";
import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import type { NatureElement } from "@/lib/but/modele/element";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import type { ContexteClasse } from "@/lib/classe/contexte";
import type { VueElement, VueNote } from "@/lib/cursus/vue-notes";
import { DansLaClasse } from "./dans-la-classe";
import { LigneNote } from "./note";
import styles from "./notes-elements.module.css";
import { idNote } from "./nouveautes";

const NATURES: Readonly<Record<NatureElement, string>> = {
  ressource: "Ressource",
  sae: "SAÉ",
  portfolio: "Portfolio",
  stage: "Stage",
};

interface Props {
  readonly elements: readonly VueElement[];
  readonly semestreId: string;
  readonly base: string;
  /** Par évaluation ; vide quand le règlement n'en montre pas. */
  readonly contextes: ReadonlyMap<string, ContexteClasse>;
  /** Les évaluations dont la note est nouvelle pour qui lit. */
  readonly nouvelles?: ReadonlySet<string>;
  /** Ce que qui lit peut faire d'une note, sous elle. */
  readonly sousNote?: (note: VueNote) => ReactNode;
}

/** Les notes publiées, élément par élément, et dans l'autre sens les UE que chaque élément nourrit. */
export function NotesElements({ elements, semestreId, base, contextes, nouvelles, sousNote }: Props) {
  return (
    <div className={styles.elements}>
      {elements.map((element) => (
        <section key={element.id} className={styles.element} aria-labelledby={`element-${element.id}`}>
          <header className={styles.tete}>
            <h2 id={`element-${element.id}`}>{element.titre}</h2>
            <p className={styles.nature}>{NATURES[element.nature]}</p>
          </header>
          {element.notes.length === 0 ? (
            <p className={styles.nature}>Aucune évaluation publiée.</p>
          ) : (
            <ul className={styles.notes}>
              {element.notes.map((note) => {
                const contexte = contextes.get(note.evaluationId);
                return (
                  <li key={note.evaluationId} id={idNote(note.evaluationId)}>
                    <LigneNote note={note} nouvelle={nouvelles?.has(note.evaluationId)} />
                    {contexte && <DansLaClasse contexte={contexte} bareme={note.bareme} note={note.note} />}
                    {sousNote?.(note)}
                  </li>
                );
              })}
            </ul>
          )}
          <details>
            <summary>Nourrit {element.ues.length > 1 ? `${element.ues.length} UE` : "1 UE"}</summary>
            <UesNourries element={element} semestreId={semestreId} base={base} />
          </details>
        </section>
      ))}
    </div>
  );
}

interface PropsUes {
  readonly element: VueElement;
  readonly semestreId: string;
  readonly base: string;
}

function UesNourries({ element, semestreId, base }: PropsUes) {
  const aConfirmer = element.ues.some((ue) => !ue.confirmee);
  return (
    <>
      <Table titre={`UE nourries par ${element.titre}`}>
        <thead>
          <tr>
            <th scope="col">UE</th>
            <th scope="col" className="nombre">
              Coefficient
            </th>
            <th scope="col" className="nombre">
              Moyenne ici
            </th>
          </tr>
        </thead>
        <tbody>
          {element.ues.map((ue) => (
            <tr key={ue.ueId}>
              <th scope="row">
                <Link href={`${base}/ue/${semestreId}/${ue.ueId}`} prefetch={false}>
                  {ue.competence}
                </Link>
              </th>
              <td className="nombre">
                {formatCourt(ue.coefficient)} sur {formatCourt(ue.total)}
                {ue.pole !== null && (
                  <span className={styles.pole}>
                    du pôle {element.nature === "ressource" ? "ressources" : "SAÉ"}, {ue.pole} % de l'UE
                  </span>
                )}
              </td>
              <td className="nombre">{ue.moyenne === null ? "—" : formatCentiemes(ue.moyenne)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {aConfirmer && <p className={styles.nature}>Coefficients à confirmer par le département.</p>}
    </>
  );
}
