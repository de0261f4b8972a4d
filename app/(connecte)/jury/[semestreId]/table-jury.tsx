"use client";
import { Check, X } from "lucide-react";
import Link from "next/link";
import { memo } from "react";
import { CodeDecision } from "@/components/code-decision";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { ecrireFiltre, type Filtre, type LigneTable } from "@/lib/jury/filtre";
import { nomSemestre } from "@/lib/jury/libelles";
import type { AnneeAnterieure, LigneJury } from "@/lib/jury/ligne";
import type { ColonneCompetence } from "@/lib/jury/queries";
import { CelluleJury } from "./cellule-jury";
import styles from "./table-jury.module.css";

interface Props {
  readonly lignes: readonly LigneTable[];
  readonly colonnes: readonly ColonneCompetence[];
  readonly semestre: { readonly id: string; readonly numero: number; readonly regime: string };
  readonly filtre: Filtre;
}

/** Une ligne par étudiant. Au semestre pair, chaque compétence montre ses deux UE et leur RCUE, puis l'année et le passage. */
export function TableJury({ lignes, colonnes, semestre, filtre }: Props) {
  const pair = semestre.numero % 2 === 0;
  const passage = lignes.find((l) => l.passage)?.passage?.vers;
  const requete = ecrireFiltre(filtre);
  const avant =
    filtre.passe === "1" ? [...new Set(lignes.flatMap((l) => l.anterieures.map((a) => a.annee)))].sort().join("") : "";
  return (
    <div className={styles.jury}>
      <Table titre={`Jury de ${nomSemestre(semestre)}`} figee>
        <thead>
          <tr>
            <th scope="col" rowSpan={pair ? 2 : 1} className={styles.nom}>
              Étudiant
            </th>
            {[...avant].map((annee) => (
              <th key={annee} scope="col" rowSpan={pair ? 2 : 1}>
                BUT{annee}
              </th>
            ))}
            {colonnes.map((c) => (
              <th key={c.numero} scope={pair ? "colgroup" : "col"} colSpan={pair ? 3 : 1} className={styles.competence}>
                {c.titre}
              </th>
            ))}
            {pair && (
              <th scope="col" rowSpan={2}>
                BUT{semestre.numero / 2}
              </th>
            )}
            {passage && (
              <th scope="col" rowSpan={2}>
                Vers {passage}
              </th>
            )}
          </tr>
          {pair && (
            <tr>
              {colonnes.flatMap((c) => [
                <th key={`${c.numero} i`} scope="col" className={styles.debut}>
                  S{semestre.numero - 1}
                </th>,
                <th key={`${c.numero} p`} scope="col">
                  S{semestre.numero}
                </th>,
                <th key={`${c.numero} r`} scope="col" className={styles.rcue}>
                  RCUE
                </th>,
              ])}
            </tr>
          )}
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <tr key={ligne.etudiantId}>
              <th scope="row" className={styles.nom}>
                <Link href={`/jury/${semestre.id}/${ligne.etudiantId}${requete}`} prefetch={false}>
                  {ligne.nom} {ligne.prenom}
                </Link>
                <Etiquettes ligne={ligne} />
              </th>
              <Cellules ligne={ligne} colonnes={colonnes} pair={pair} avant={avant} passage={passage !== undefined} />
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface PropsCellules {
  readonly ligne: LigneTable;
  readonly colonnes: readonly ColonneCompetence[];
  readonly pair: boolean;
  /** Les années antérieures dépliées, un chiffre chacune : « 12 ». */
  readonly avant: string;
  readonly passage: boolean;
}

/** Les cases d'une ligne, retenues d'un filtre à l'autre : filtrer ne refait pas les lignes qui restent. */
const Cellules = memo(function Cellules({ ligne, colonnes, pair, avant, passage }: PropsCellules) {
  return (
    <>
      {[...avant].map((annee) => (
        <td key={annee} className={styles.avant}>
          {ligne.anterieures
            .filter((a) => String(a.annee) === annee)
            .map((a) => (
              <Anterieure key={a.anneeUniversitaire} annee={a} />
            ))}
        </td>
      ))}
      {colonnes.flatMap(({ numero }) =>
        pair
          ? [
              <td key={`${numero} i`} className={styles.debut}>
                <CelluleJury cellule={ligne.impaires[numero]} />
              </td>,
              <td key={`${numero} p`}>
                <CelluleJury cellule={ligne.ues[numero]} />
              </td>,
              <td key={`${numero} r`} className={styles.rcue}>
                <CelluleJury cellule={ligne.rcues[numero]} />
              </td>,
            ]
          : [
              <td key={numero}>
                <CelluleJury cellule={ligne.ues[numero]} />
              </td>,
            ],
      )}
      {pair && (
        <td>
          <CelluleJury cellule={ligne.annee ?? undefined} sansMoyenne />
          {ligne.diplomes.map((d) => (
            <span key={d.nom} className={styles.diplome}>
              <Badge ton="accent" provisoire={d.code === null} title={d.code ? "décidé" : "proposition"}>
                {d.nom}
                {d.code !== null && d.code !== "ADM" && ` ${d.code}`}
                {d.code === null && <span className="lecteur-seul"> proposition</span>}
              </Badge>
            </span>
          ))}
        </td>
      )}
      {passage && <td>{ligne.passage && <Passage {...ligne.passage} />}</td>}
    </>
  );
});

function Anterieure({ annee: { code, restes, anneeUniversitaire } }: { readonly annee: AnneeAnterieure }) {
  return (
    <div className={styles.cellule} title={anneeUniversitaire}>
      {code ? (
        <span className={styles.code}>
          <CodeDecision code={code} />
        </span>
      ) : (
        <span className={styles.absente}>–</span>
      )}
      {restes.map((reste) => (
        <span key={reste} className={styles.etiquettes}>
          {reste}
        </span>
      ))}
    </div>
  );
}

function Etiquettes({ ligne }: { readonly ligne: LigneTable }) {
  const textes = [
    ligne.parcours,
    ...ligne.groupes,
    ligne.bonus > 0 ? `bonus ${formatCourt(ligne.bonus)} %` : null,
    ligne.adsup > 0 ? `ADSUP : ${ligne.adsup} UE` : null,
  ];
  return (
    <span className={styles.etiquettes}>
      {ligne.inscription !== "I" && <Badge ton="danger">{ligne.inscription}</Badge>}
      {textes.filter(Boolean).join(" · ")}
    </span>
  );
}

function Passage({ ouvert, raison, vers }: NonNullable<LigneJury["passage"]>) {
  return (
    <span className={ouvert ? styles.oui : styles.non} title={raison}>
      {ouvert ? <Check size={16} aria-hidden="true" /> : <X size={16} aria-hidden="true" />}
      <span className="lecteur-seul">
        {vers} {ouvert ? "permis" : "non permis"} : {raison}
      </span>
    </span>
  );
}
