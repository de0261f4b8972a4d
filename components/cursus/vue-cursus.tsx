import type { ReactNode } from "react";
import { CodeDecision } from "@/components/code-decision";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { VueCursus } from "@/lib/cursus/vue";
import type { VueNote } from "@/lib/cursus/vue-notes";
import { Decision } from "./decision";
import { Ects } from "./ects";
import { Matrice } from "./matrice/matrice";
import { LigneNote } from "./notes/note";
import { CarteUe } from "./ue/carte-ue";
import styles from "./vue-cursus.module.css";

interface Props {
  readonly vue: Omit<VueCursus, "elements">;
  /** Les notes les plus récentes du semestre. */
  readonly notes: readonly VueNote[];
  /** « /moi », ou la page du même étudiant vue par le personnel. */
  readonly base: string;
  /** Ce que l'étudiant seul peut faire d'ici. */
  readonly actions?: ReactNode;
  /** Les évaluations dont la note est nouvelle pour qui lit. */
  readonly nouvelles?: ReadonlySet<string> | undefined;
}

/** Où j'en suis : les moyennes du semestre, puis les paliers, puis ce qui manque encore. */
export function CursusEtudiant({ vue, notes, base, actions, nouvelles }: Props) {
  const { semestre, ues, competences } = vue;
  const communes = [...new Set(ues.flatMap((ue) => (ue.attente?.liste.length === 0 ? [ue.attente.resume] : [])))];
  const aConfirmer = ues.some((ue) => !ue.confirmee);
  return (
    <div className={styles.page}>
      <section className={styles.semestre} aria-labelledby="semestre-titre">
        <h2 id="semestre-titre" className="lecteur-seul">
          UE du semestre {semestre.numero}
        </h2>
        <Sortie vue={vue} />
        {vue.decision && <Decision decision={vue.decision} />}
        <div className={styles.cartes}>
          {ues.map((ue) => (
            <CarteUe
              key={ue.ueId}
              ue={ue}
              niveaux={competences.find((c) => c.id === ue.competenceId)?.niveaux ?? []}
              base={base}
            />
          ))}
        </div>
        {ues.length === 0 && <p>Le parcours n'est pas encore choisi pour ce semestre : ses UE viendront ensuite.</p>}
        {actions}
        {communes.map((phrase) => (
          <p key={phrase} className={styles.mention}>
            {phrase}
          </p>
        ))}
        {aConfirmer && (
          <p className={styles.mention}>
            Coefficients et pôles proposés, à confirmer par le département
            {ues.some((ue) => ue.stabilite !== "definitive") && " : les moyennes peuvent encore changer"}.
          </p>
        )}
      </section>
      <NotesRecentes vue={vue} notes={notes} base={base} nouvelles={nouvelles} />
      <div className={styles.matrice}>
        <Matrice competences={competences} base={base} />
      </div>
      <Bilan vue={vue} />
    </div>
  );
}

function Sortie({ vue: { inscription } }: Pick<Props, "vue">) {
  if (inscription === "I") return null;
  return (
    <div className={styles.sortie}>
      <Notice ton="attention">
        {inscription === "DEM"
          ? "Démission enregistrée pour ce semestre : aucune moyenne n'est calculée."
          : "Défaillance enregistrée pour ce semestre : aucune moyenne n'est calculée. Adressez-vous à la scolarité."}
      </Notice>
    </div>
  );
}

function NotesRecentes({ vue, notes, base, nouvelles }: Omit<Props, "actions">) {
  return (
    <Card className={styles.notes} aria-labelledby="notes-titre">
      <div className={styles.tete}>
        <h2 id="notes-titre">Dernières notes</h2>
        <a href={`${base}/notes?semestre=${vue.semestre.id}`}>
          Toutes les notes<span className="lecteur-seul"> du semestre {vue.semestre.numero}</span>
        </a>
      </div>
      {notes.length === 0 ? (
        <p className={styles.doux}>Aucune note publiée dans ce semestre.</p>
      ) : (
        <ul className={styles.liste}>
          {notes.map((note) => (
            <li key={note.evaluationId}>
              <LigneNote note={note} avecElement nouvelle={nouvelles?.has(note.evaluationId)} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Bilan({ vue: { ects, manque, passages, diplomes } }: Pick<Props, "vue">) {
  return (
    <div className={styles.bilan}>
      <Card aria-labelledby="ects-titre">
        <h2 id="ects-titre">ECTS</h2>
        <Ects acquis={ects.acquis} total={ects.total} />
        <dl className={styles.etapes}>
          {passages.map(({ vers, ouvert, raison }) => (
            <div key={vers}>
              <dt>Passage en {vers}</dt>
              <dd>
                <strong>{ouvert ? "ouvert" : "pas encore ouvert"}</strong>
                <span className={styles.doux}>{raison}</span>
              </dd>
            </div>
          ))}
          {diplomes.map(({ nom, code, propose }) => (
            <div key={nom}>
              <dt>{nom}</dt>
              <dd>{code ? <CodeDecision code={code} propose={propose} /> : <strong>pas encore</strong>}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card aria-labelledby="manque-titre">
        <h2 id="manque-titre">Ce qui manque encore</h2>
        {manque.length === 0 ? (
          <p className={styles.doux}>Rien : tous les niveaux sont validés.</p>
        ) : (
          <ul className={styles.manques}>
            {manque.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
