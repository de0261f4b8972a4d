"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { closeJury, openJury, reopenSemestre, saveDeliberation } from "@/lib/jury/cycle/actions";
import { Confirmation } from "./confirmation";
import { Publication } from "./publication";
import styles from "./semestre.module.css";

type Geste = "ouvrir" | "fermer" | "deliberer" | "rouvrir";

interface Props {
  readonly semestre: {
    readonly id: string;
    readonly version: number;
    readonly publicationPrevueLe: string | null;
  };
  readonly droits: Readonly<Record<Geste | "publier", boolean>>;
  readonly bloquants: readonly string[];
  readonly restants: readonly { readonly id: string; readonly nom: string; readonly aDecider: readonly string[] }[];
  /** Proposés à la délibération : ceux du PV précédent, à défaut qui est connecté. */
  readonly presents: { readonly president: string; readonly membres: string };
}

const BOUTONS = {
  ouvrir: { texte: "Ouvrir le jury", aspect: "principal" },
  deliberer: { texte: "Délibérer", aspect: "principal" },
  fermer: { texte: "Revenir à « ouvert »", aspect: "secondaire" },
  rouvrir: { texte: "Rouvrir", aspect: "secondaire" },
} as const;

/** Les passages d'un état à l'autre ; seuls ceux que les droits permettent ici sont montrés. */
export function Cycle({ semestre, droits, bloquants, restants, presents }: Props) {
  const [ouvert, setOuvert] = useState<Geste | null>(null);
  const fermer = () => setOuvert(null);
  const ouverture = useEnvoi(openJury, fermer);
  const retour = useEnvoi(closeJury, fermer);
  const deliberation = useEnvoi(saveDeliberation, fermer);
  const reouverture = useEnvoi(reopenSemestre, fermer);
  const cible = { semestreId: semestre.id, version: semestre.version };
  return (
    <>
      {(Object.keys(BOUTONS) as Geste[])
        .filter((geste) => droits[geste])
        .map((geste) => (
          <Button key={geste} aspect={BOUTONS[geste].aspect} onClick={() => setOuvert(geste)}>
            {BOUTONS[geste].texte}
          </Button>
        ))}
      {droits.publier && <Publication semestre={semestre} prevue={semestre.publicationPrevueLe} />}
      <Dialog open={ouvert === "ouvrir"} onClose={fermer} titre="Ouvrir le jury de ce semestre ?">
        <Confirmation envoi={ouverture} envoyer={() => ouverture.envoyer(cible)} bouton="Confirmer l'ouverture">
          <p>Les enseignants ne pourront plus saisir de notes tant que le jury siège.</p>
          {bloquants.length > 0 && (
            <Notice ton="attention">
              Le jury peut s'ouvrir, mais il ne pourra pas délibérer avant que ceci soit réglé : {bloquants.join(", ")}.
            </Notice>
          )}
        </Confirmation>
      </Dialog>
      <Dialog open={ouvert === "fermer"} onClose={fermer} titre="Rendre la saisie aux enseignants ?">
        <Confirmation envoi={retour} envoyer={() => retour.envoyer(cible)} bouton="Confirmer le retour">
          <p>Le semestre revient à « ouvert ». Les décisions déjà enregistrées restent.</p>
        </Confirmation>
      </Dialog>
      <Dialog open={ouvert === "deliberer"} onClose={fermer} titre="Délibérer">
        {bloquants.length > 0 || restants.length > 0 ? (
          <Empeche bloquants={bloquants} restants={restants} semestreId={semestre.id} />
        ) : (
          <Confirmation
            envoi={deliberation}
            envoyer={(champs) =>
              deliberation.envoyer({ ...cible, president: champs.president ?? "", membres: champs.membres ?? "" })
            }
            bouton="Confirmer la délibération"
            champs={[
              { nom: "president", label: "Présidente ou président du jury", defaut: presents.president },
              {
                nom: "membres",
                label: "Membres présents",
                defaut: presents.membres,
                aide: "NOM Prénom, séparés par des virgules.",
                long: true,
              },
            ]}
          >
            <p>
              Le semestre se verrouille pour tous, et un procès-verbal garde chaque note, chaque résultat et chaque
              décision avec son empreinte.
            </p>
          </Confirmation>
        )}
      </Dialog>
      <Dialog open={ouvert === "rouvrir"} onClose={fermer} titre="Rouvrir ce semestre ?">
        <Confirmation
          envoi={reouverture}
          envoyer={(champs) => reouverture.envoyer({ ...cible, motif: champs.motif ?? "" })}
          bouton="Confirmer la réouverture"
          champs={[{ nom: "motif", label: "Motif", defaut: "", aide: "Il reste au journal.", long: true }]}
        >
          <p>Notes et décisions redeviennent modifiables. La prochaine délibération fera un nouveau PV numéroté.</p>
        </Confirmation>
      </Dialog>
    </>
  );
}

interface PropsEmpeche extends Pick<Props, "bloquants" | "restants"> {
  readonly semestreId: string;
}

function Empeche({ bloquants, restants, semestreId }: PropsEmpeche) {
  return (
    <div className={styles.corps}>
      {bloquants.length > 0 && (
        <Notice ton="danger">
          À régler d'abord : {bloquants.join(", ")}. Revenez à « ouvert » pour que les enseignants complètent.
        </Notice>
      )}
      {restants.length > 0 && (
        <>
          <p>
            Il reste à décider pour {restants.length} {restants.length > 1 ? "étudiants" : "étudiant"}.
          </p>
          <ul className={styles.restants}>
            {restants.map((r) => (
              <li key={r.id}>
                <Link href={`/jury/${semestreId}/${r.id}?vue=a-decider`}>{r.nom}</Link> : {r.aDecider.join(", ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
