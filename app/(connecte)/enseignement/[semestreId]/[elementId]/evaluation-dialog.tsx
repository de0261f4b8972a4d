"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input, Select, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { createEvaluation, updateEvaluation } from "@/lib/evaluations/actions";
import type { SaisieEvaluation } from "@/lib/evaluations/entree";
import type { EvaluationDetaillee, FicheElement } from "@/lib/evaluations/fiche/queries";
import { TITRES_TYPE } from "@/lib/evaluations/libelles";
import styles from "../../formulaires.module.css";

export type Edition =
  | { readonly geste: "creer"; readonly modele: EvaluationDetaillee | null }
  | { readonly geste: "modifier"; readonly modele: EvaluationDetaillee };

interface Props {
  /** L'évaluation à modifier, celle dont partir, ou rien d'autre qu'un formulaire neuf. */
  readonly edition: Edition | null;
  readonly fiche: FicheElement;
  readonly aujourdhui: string;
  readonly onClose: () => void;
  readonly onFait: () => void;
}

const EFFETS: Readonly<Record<SaisieEvaluation["type"], string>> = {
  normale: "Compte dans la moyenne ; une note y manque à qui n'en a pas.",
  rattrapage: "Remplace la moyenne de l'élément si elle est meilleure ; ne rien avoir ne change rien.",
  "seconde-session": "Remplace la moyenne de l'élément dès qu'il y a une note, même plus basse.",
  bonus: "S'ajoute en points à la moyenne de l'élément, dans la limite de 20.",
};

export function EvaluationDialog({ edition, onClose, ...reste }: Props) {
  const titre = edition?.geste === "modifier" ? "Modifier l'évaluation" : "Créer une évaluation";
  return (
    <Dialog open={edition !== null} onClose={onClose} titre={titre}>
      {edition && <Formulaire edition={edition} onClose={onClose} {...reste} />}
    </Dialog>
  );
}

function Formulaire({
  edition,
  fiche,
  aujourdhui,
  onClose,
  onFait,
}: Props & { edition: NonNullable<Props["edition"]> }) {
  const router = useRouter();
  const { modele } = edition;
  const lue = edition.geste === "modifier" ? edition.modele : null;
  const competences = [...new Map(fiche.ues.map((u) => [u.competenceId, u])).values()];
  const [champs, setChamps] = useState<SaisieEvaluation>(() => ({
    titre: modele?.titre ?? "",
    date: lue?.date ?? aujourdhui,
    type: modele?.type ?? "normale",
    coefficient: formatCourt(modele?.coefficient ?? 100),
    bareme: formatCourt(modele?.bareme ?? 2000),
    poids: Object.fromEntries(
      competences.map((c) => [c.competenceId, formatCourt(modele?.poids[c.competenceId] ?? 100)]),
    ),
    doubleSaisie: modele ? modele.double !== null : false,
  }));
  const [motif, setMotif] = useState("");
  const [refus, setRefus] = useState<{ message: string; champs: Record<string, string> } | null>(null);
  const [envoi, setEnvoi] = useState(false);
  const avecCoefficient = champs.type === "normale" || champs.type === "seconde-session";

  const pose = (nom: "titre" | "date" | "coefficient" | "bareme") => ({
    name: nom,
    value: champs[nom],
    erreur: refus?.champs[nom],
    onChange: (e: { target: { value: string } }) => setChamps({ ...champs, [nom]: e.target.value }),
  });

  const submit = async (evenement: FormEvent<HTMLFormElement>) => {
    evenement.preventDefault();
    const formulaire = evenement.currentTarget;
    setEnvoi(true);
    // Le coefficient d'un rattrapage ou d'un bonus n'est pas lu par le calcul.
    const saisie = avecCoefficient ? champs : { ...champs, coefficient: "1" };
    const action = lue
      ? updateEvaluation({ evaluationId: lue.id, version: lue.version, motif, ...saisie })
      : createEvaluation({ semestreId: fiche.semestre.id, elementId: fiche.element.id, ...saisie });
    const resultat = await action.catch(() => null);
    setEnvoi(false);
    if (resultat?.ok) {
      onClose();
      if (lue) return onFait();
      return router.push(`/enseignement/evaluations/${resultat.valeur.id}`);
    }
    setRefus({
      message: resultat?.message ?? "Le serveur ne répond pas : rien n'a été enregistré. Réessayez dans un instant.",
      champs: resultat?.code === "invalide" ? ((resultat.detail ?? {}) as Record<string, string>) : {},
    });
    requestAnimationFrame(() => formulaire.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return (
    <form onSubmit={submit} className={styles.formulaire} noValidate>
      <Input label="Titre" data-premier maxLength={120} {...pose("titre")} />
      <div className={styles.paires}>
        <Input label="Date" type="date" {...pose("date")} />
        <Select
          label="Type"
          aide={EFFETS[champs.type]}
          value={champs.type}
          erreur={refus?.champs.type}
          onChange={(e) => setChamps({ ...champs, type: e.target.value as SaisieEvaluation["type"] })}
        >
          {Object.entries(TITRES_TYPE).map(([type, titre]) => (
            <option key={type} value={type}>
              {titre}
            </option>
          ))}
        </Select>
        {avecCoefficient && <Input label="Coefficient" inputMode="decimal" {...pose("coefficient")} />}
        <Input
          label="Barème"
          inputMode="decimal"
          aide="La note la plus haute : 20 le plus souvent."
          {...pose("bareme")}
        />
      </div>
      {competences.length > 1 && (
        <fieldset className={styles.poids}>
          <legend>Poids par compétence</legend>
          <p className={styles.aide}>1 partout, sauf si cette évaluation pèse davantage dans une UE. 0 l'en retire.</p>
          <div className={styles.paires}>
            {competences.map(({ competenceId, court }) => (
              <Input
                key={competenceId}
                label={court}
                inputMode="decimal"
                value={champs.poids[competenceId] ?? ""}
                erreur={refus?.champs[`poids.${competenceId}`]}
                onChange={(e) => setChamps({ ...champs, poids: { ...champs.poids, [competenceId]: e.target.value } })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <label className={styles.case}>
        <input
          type="checkbox"
          checked={champs.doubleSaisie}
          onChange={(e) => setChamps({ ...champs, doubleSaisie: e.target.checked })}
        />
        <span>
          <strong>Saisie en double</strong>
          <span className={styles.aide}>
            Une seconde personne retape les notes sans voir les premières ; les écarts se tranchent avant la
            publication. Pour les examens.
          </span>
        </span>
      </label>
      {lue?.etat === "publiee" && (
        <Textarea
          label="Motif"
          aide="Cette évaluation est publiée : dites pourquoi elle change."
          value={motif}
          maxLength={500}
          erreur={refus?.champs.motif}
          onChange={(e) => setMotif(e.target.value)}
        />
      )}
      {refus && Object.keys(refus.champs).length === 0 && (
        <Notice ton="danger" role="alert">
          {refus.message}
        </Notice>
      )}
      <div className={styles.boutons}>
        <Button type="submit" aspect="principal" disabled={envoi}>
          {lue ? "Enregistrer" : "Créer l'évaluation"}
        </Button>
        <Button onClick={onClose}>Annuler</Button>
      </div>
    </form>
  );
}
