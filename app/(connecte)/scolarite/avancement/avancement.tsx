import Link from "next/link";
import { Badge, type Ton } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { ElementAvance } from "@/lib/completude/queries";
import { depuis } from "@/lib/completude/rappel";
import type { EvaluationAvancee, Situation } from "@/lib/completude/situation";
import { formatJour, TITRES_NATURE, TITRES_TYPE } from "@/lib/evaluations/libelles";
import styles from "./avancement.module.css";
import { Rappel } from "./rappel";

type Suivie = EvaluationAvancee & { readonly situation: Situation };

interface ElementMontre extends ElementAvance {
  /** Cette personne peut ouvrir les grilles de l'élément. */
  readonly lisible: boolean;
  readonly evaluations: readonly Suivie[];
}

interface Props {
  readonly classe: string;
  readonly aujourdhui: string;
  /** Seulement ce qui demande quelque chose à quelqu'un. */
  readonly reste: boolean;
  /** Plus personne ne saisit : un rappel ne servirait à rien. */
  readonly ferme: boolean;
  readonly elements: readonly ElementMontre[];
}

const CAS: Readonly<Record<Situation["cas"], { readonly texte: string; readonly ton: Ton }>> = {
  "a-venir": { texte: "À venir", ton: "neutre" },
  vide: { texte: "Rien de saisi", ton: "danger" },
  incomplete: { texte: "Incomplète", ton: "attention" },
  "a-publier": { texte: "À publier", ton: "info" },
  "publiee-incomplete": { texte: "Publiée, incomplète", ton: "attention" },
  publiee: { texte: "Publiée", ton: "succes" },
};

/** Un rattrapage vide où personne n'est convoqué n'est pas un retard. */
const badgeDe = ({ cas, aRelancer }: Situation) =>
  cas === "vide" && !aRelancer ? ({ texte: "Rien de saisi", ton: "neutre" } as const) : CAS[cas];

function quand(e: Suivie, aujourdhui: string): string {
  const { cas, depuis: jour } = e.situation;
  if (cas === "a-venir") return `le ${formatJour(jour)}`;
  if (cas === "publiee") return `le ${formatJour(jour)}`;
  return depuis(jour, aujourdhui);
}

const total = (elements: readonly ElementMontre[], de: (e: Suivie) => number): number =>
  elements.reduce((n, el) => n + el.evaluations.reduce((m, e) => m + de(e), 0), 0);

function Resume({ elements }: Pick<Props, "elements">) {
  const chiffres = [
    [total(elements, (e) => e.situation.manquantes), "notes manquantes"],
    [total(elements, (e) => (e.situation.cas === "a-publier" ? 1 : 0)), "évaluations à publier"],
    [elements.filter((el) => el.evaluations.length === 0).length, "éléments sans évaluation"],
    [total(elements, (e) => e.attendues), "notes attendues (ATT)"],
  ] as const;
  return (
    <dl className={styles.resume}>
      {chiffres.map(([nombre, quoi]) => (
        <div key={quoi}>
          <dt>{quoi}</dt>
          <dd>{nombre.toLocaleString("fr-FR")}</dd>
        </div>
      ))}
    </dl>
  );
}

function LigneEvaluation({ e, element, aujourdhui }: { e: Suivie; element: ElementMontre; aujourdhui: string }) {
  const { texte, ton } = badgeDe(e.situation);
  return (
    <tr>
      <th scope="row" className={styles.evaluation}>
        {element.lisible ? <Link href={`/enseignement/evaluations/${e.id}`}>{e.titre}</Link> : e.titre}
        {e.type !== "normale" && <Badge>{TITRES_TYPE[e.type]}</Badge>}
        {e.anonyme && (
          <Link href={`/enseignement/evaluations/${e.id}/anonymat`} className={styles.table}>
            Table d'anonymat <span className="lecteur-seul">de {e.titre}</span>
          </Link>
        )}
      </th>
      <td>{formatJour(e.date)}</td>
      <td className="nombre">
        {e.saisies}/{element.inscrits}
      </td>
      <td className="nombre">{e.situation.manquantes > 0 ? <strong>{e.situation.manquantes}</strong> : 0}</td>
      <td className="nombre">{e.attendues}</td>
      <td>
        <span className={styles.etat}>
          <Badge ton={ton}>{texte}</Badge> <span className={styles.doux}>{quand(e, aujourdhui)}</span>
        </span>
      </td>
    </tr>
  );
}

function Enseignants({ enseignants }: Pick<ElementMontre, "enseignants">) {
  if (enseignants.length === 0) return <Badge ton="danger">Aucun enseignant affecté</Badge>;
  return <span className={styles.doux}>{enseignants.map((e) => e.nom).join(", ")}</span>;
}

/** Les évaluations d'une classe, rangées par élément : ce qui est saisi, ce qui manque, par qui, depuis quand. */
export function Avancement({ classe, aujourdhui, reste, ferme, elements }: Props) {
  if (elements.length === 0)
    return <Notice>Personne n'est encore inscrit dans cette classe : elle n'attend aucune note.</Notice>;
  const montres = reste ? elements.flatMap(resteDe) : elements;
  return (
    <>
      <Resume elements={elements} />
      {montres.length === 0 ? (
        <Notice ton="succes">Rien ne manque dans cette classe.</Notice>
      ) : (
        <TableAvancement classe={classe} aujourdhui={aujourdhui} ferme={ferme} elements={montres} />
      )}
    </>
  );
}

/** L'élément réduit à ce qui reste à y faire ; rien s'il est à jour. */
function resteDe(el: ElementMontre): ElementMontre[] {
  const evaluations = el.evaluations.filter((e) => e.situation.aRelancer);
  return el.evaluations.length === 0 || evaluations.length > 0 ? [{ ...el, evaluations }] : [];
}

function TableAvancement({ classe, aujourdhui, ferme, elements }: Omit<Props, "reste">) {
  return (
    <Table titre={`Avancement des notes, ${classe}`}>
      <thead>
        <tr>
          <th scope="col">Évaluation</th>
          <th scope="col">Date</th>
          <th scope="col" className="nombre">
            Saisies
          </th>
          <th scope="col" className="nombre">
            Manquantes
          </th>
          <th scope="col" className="nombre">
            ATT
          </th>
          <th scope="col">État</th>
        </tr>
      </thead>
      {elements.map((el) => (
        <tbody key={el.id}>
          <tr className={styles.element}>
            <th scope="rowgroup" colSpan={6}>
              <div className={styles.entete}>
                <span className={styles.titre}>
                  <span>
                    {el.titre} <span className={styles.doux}>· {TITRES_NATURE[el.nature]}</span>
                  </span>
                  <Enseignants enseignants={el.enseignants} />
                </span>
                {!ferme && <Rappel element={el} classe={classe} aujourdhui={aujourdhui} />}
              </div>
            </th>
          </tr>
          {el.evaluations.map((e) => (
            <LigneEvaluation key={e.id} e={e} element={el} aujourdhui={aujourdhui} />
          ))}
          {el.evaluations.length === 0 && (
            <tr>
              <td colSpan={6} className={styles.doux}>
                Aucune évaluation créée.
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </Table>
  );
}
