import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { BonusInscription, EffetUe } from "@/lib/bonus/queries";
import { type Centiemes, formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import { A_CONFIRMER } from "@/lib/libelles";
import styles from "./effets-ues.module.css";

interface Props {
  readonly vue: BonusInscription;
  readonly enregistre: Centiemes;
  /** Le total que donnerait la saisie en cours ; null quand il ne change rien. */
  readonly essai: Centiemes | null;
}

const selon = (ue: EffetUe, pourcent: Centiemes): Centiemes | null => ue.selon[pourcent / 25] ?? null;

function Moyenne({ avant, apres, seuil }: { avant: Centiemes | null; apres: Centiemes | null; seuil: Centiemes }) {
  if (apres === null) return <span className={styles.doux}>pas de moyenne</span>;
  const gain = avant === null ? 0 : apres - avant;
  return (
    <>
      {gain !== 0 && <span className={styles.gain}>{`${gain > 0 ? "+" : ""}${formatCentiemes(gain)}`}</span>}{" "}
      <strong>{formatCentiemes(apres)}</strong>
      {avant !== null && avant < seuil && apres >= seuil && (
        <>
          {" "}
          <Badge ton="succes">atteint {formatCourt(seuil)}</Badge>
        </>
      )}
    </>
  );
}

/** Les UE de l'étudiant avant et après bonus, et avec la saisie en cours avant qu'elle soit enregistrée. */
export function EffetsUes({ vue, enregistre, essai }: Props) {
  if (vue.effets.length === 0)
    return <p className={styles.doux}>Sans parcours choisi, ce semestre n'a pas encore d'UE à montrer.</p>;
  const toutesAConfirmer = vue.effets.every((ue) => !ue.confirmee);
  return (
    <section className={styles.effets} aria-labelledby="effets">
      <div className={styles.titre}>
        <h2 id="effets">Les UE, avant et après bonus</h2>
        {toutesAConfirmer && (
          <Badge ton="attention" provisoire>
            {A_CONFIRMER}
          </Badge>
        )}
      </div>
      <Table titre="Moyennes d'UE avant et après bonus">
        <thead>
          <tr>
            <th scope="col">UE</th>
            <th scope="col" className="nombre">
              Avant bonus
            </th>
            <th scope="col" className="nombre">
              Après bonus ({formatCourt(enregistre)} %)
            </th>
            {essai !== null && (
              <th scope="col" className="nombre">
                Avec cette saisie ({formatCourt(essai)} %)
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {vue.effets.map((ue) => (
            <tr key={ue.ueId}>
              <th scope="row">
                {ue.competence} <Marques ue={ue} aConfirmer={!ue.confirmee && !toutesAConfirmer} />
              </th>
              <td className="nombre">{ue.avant === null ? "" : formatCentiemes(ue.avant)}</td>
              <td className="nombre">
                <Moyenne avant={ue.avant} apres={selon(ue, enregistre)} seuil={vue.seuil} />
              </td>
              {essai !== null && (
                <td className={`nombre ${styles.essai}`}>
                  <Moyenne avant={ue.avant} apres={selon(ue, essai)} seuil={vue.seuil} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={styles.doux}>
        Calculées sur les évaluations publiées.
        {toutesAConfirmer && ` Leurs coefficients et leurs pôles sont ${A_CONFIRMER}.`}
      </p>
    </section>
  );
}

function Marques({ ue, aConfirmer }: { readonly ue: EffetUe; readonly aConfirmer: boolean }) {
  return (
    <span className={styles.marques}>
      {ue.provisoire && (
        <Badge provisoire title="Des notes manquent encore">
          provisoire
        </Badge>
      )}
      {ue.dispensee && <Badge>dispensée</Badge>}
      {ue.capitalisee && <Badge title="Un bonus ne change jamais une UE capitalisée">capitalisée</Badge>}
      {aConfirmer && (
        <Badge ton="attention" provisoire>
          {A_CONFIRMER}
        </Badge>
      )}
    </span>
  );
}
