import { ArrowDown, ArrowUp } from "lucide-react";
import { CodeDecision } from "@/components/code-decision";
import type { Cursus } from "@/lib/but/modele/cursus";
import { formatNote } from "@/lib/but/modele/note";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import { type Bascule, type BesoinAnnee, bascules, besoinsAnnee } from "@/lib/jury/bascule";
import styles from "./etudiant.module.css";

/** « Qu'est-ce qui ferait changer la proposition ? » : de quoi juger combien un cas est proche d'un autre. */
export function Bascules({ cursus, semestreId }: { readonly cursus: Cursus; readonly semestreId: string }) {
  const { trouvees, aucune } = bascules(cursus, semestreId);
  const besoins = besoinsAnnee(cursus, semestreId);
  if (trouvees.length + aucune.length + besoins.length === 0) return null;
  return (
    <details className={styles.bascules} open>
      <summary>
        <h2>Qu'est-ce qui ferait changer la proposition ?</h2>
      </summary>
      {besoins.length > 0 && (
        <ul className={styles.manques}>
          {besoins.map((b) => (
            <li key={b.objectif}>{phraseBesoin(b)}</li>
          ))}
        </ul>
      )}
      {trouvees.length > 0 && (
        <>
          <p className={styles.discret}>Le plus petit changement d'une seule note, les autres telles qu'elles sont.</p>
          <ul className={styles.listeBascules}>
            {trouvees.map((b) => (
              <li key={`${b.objet} ${isMontee(b)}`}>
                <Ligne bascule={b} />
              </li>
            ))}
          </ul>
        </>
      )}
      {aucune.length > 0 && (
        <p className={styles.discret}>Aucune note à elle seule ne suffirait pour : {aucune.join(", ")}.</p>
      )}
    </details>
  );
}

const isMontee = ({ avant, apres }: Bascule): boolean => apres > (typeof avant === "number" ? avant : 0);

function Ligne({ bascule }: { readonly bascule: Bascule }) {
  const { libelle, de, vers, evaluation, avant, apres, bareme } = bascule;
  const montee = isMontee(bascule);
  const Icone = montee ? ArrowUp : ArrowDown;
  return (
    <>
      <span className={styles.bascule}>
        <Icone size={15} aria-hidden="true" />
        {libelle} <CodeDecision code={de} propose /> <span aria-hidden="true">→</span>
        <span className="lecteur-seul">deviendrait</span> <CodeDecision code={vers} propose />
      </span>
      <span>
        {evaluation.element}, {evaluation.titre} (S{evaluation.numero}) : {formatNote(avant)} →{" "}
        <strong>{formatCentiemes(apres)}</strong> sur {formatCourt(bareme)}
      </span>
    </>
  );
}

function phraseBesoin({ objectif, besoin, evaluations }: BesoinAnnee): string {
  const but = objectif === "ADM" ? "L'année entière (ADM)" : "Le passage (ADM ou PASD)";
  const ou = evaluations > 1 ? `dans chacune des ${evaluations} notes qui manquent` : "dans la note qui manque";
  switch (besoin.reponse) {
    case "certain":
      return `${but} : déjà certain, même avec 0 ${ou}.`;
    case "impossible":
      return `${but} : hors d'atteinte, même avec le maximum ${ou}.`;
    case "note":
      return `${but} : à partir de ${formatCentiemes(besoin.note)} sur ${formatCourt(besoin.bareme)} ${ou}.`;
  }
}
