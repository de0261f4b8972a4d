import { CircleCheck, Lock } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { aFaire, urgence } from "@/lib/enseignement/a-faire";
import type { ElementSuivi } from "@/lib/evaluations/effectifs";
import { raisonVerrou, TITRES_NATURE, TITRES_SEMESTRE } from "@/lib/evaluations/libelles";
import styles from "./enseignement.module.css";

interface Props {
  readonly elements: readonly ElementSuivi[];
  readonly aujourdhui: string;
}

const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`;

function Manque({ suivi, aujourdhui }: { readonly suivi: ElementSuivi; readonly aujourdhui: string }) {
  const reste = aFaire(suivi, aujourdhui);
  if (raisonVerrou(suivi.semestre.etat) !== null) return <Badge icone={<Lock />}>Lecture seule</Badge>;
  if (urgence(reste) === 0)
    return (
      <Badge ton="succes" icone={<CircleCheck />}>
        À jour
      </Badge>
    );
  return (
    <>
      {reste.notes > 0 && <Badge ton="attention">{pluriel(reste.notes, "note à saisir", "notes à saisir")}</Badge>}
      {reste.publications > 0 && (
        <Badge ton="info">{pluriel(reste.publications, "évaluation à publier", "évaluations à publier")}</Badge>
      )}
      {reste.sansEvaluation && <Badge>Aucune évaluation</Badge>}
    </>
  );
}

/** Les éléments d'un semestre, ce qui presse en premier. */
export function SemestreSuivi({ elements, aujourdhui }: Props) {
  const semestre = elements[0]?.semestre;
  if (!semestre) return null;
  const titre = `S${semestre.numero} ${semestre.anneeUniversitaire}`;
  const regime = semestre.regime === "alternance" ? " · alternance" : "";
  return (
    <section aria-labelledby={`semestre-${semestre.id}`}>
      <h2 id={`semestre-${semestre.id}`} className={styles.titreSemestre}>
        {titre}
        <span>
          {semestre.promotion}
          {regime} · {TITRES_SEMESTRE[semestre.etat]}
        </span>
      </h2>
      <ul className={styles.elements}>
        {elements.map((suivi) => {
          const { element, evaluations, inscrits } = suivi;
          return (
            <li key={element.id}>
              <Link href={`/enseignement/${semestre.id}/${element.id}`} className={styles.element}>
                <span className={styles.titreElement}>
                  {element.titre}
                  <small>
                    {TITRES_NATURE[element.nature]} · {pluriel(inscrits, "étudiant", "étudiants")} ·{" "}
                    {pluriel(evaluations.length, "évaluation", "évaluations")}
                  </small>
                </span>
                <span className={styles.manque}>
                  <Manque suivi={suivi} aujourdhui={aujourdhui} />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
