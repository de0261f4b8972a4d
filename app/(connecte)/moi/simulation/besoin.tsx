import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import type { Cursus } from "@/lib/but/modele/cursus";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import { evaluationsOuvertes, noteNecessaire } from "@/lib/but/questions/besoin";
import { type Choix, listChoix } from "./cibles";
import styles from "./simulateur.module.css";

interface Props {
  readonly simule: Cursus;
  readonly semestreId: string;
  /** Ajoute une évaluation sans note à ces éléments. */
  readonly onImaginer: (elementIds: readonly string[]) => void;
}

const GROUPES = ["UE", "RCUE", "Année"] as const;

/** « De quelle note ai-je besoin ? » : la réponse exacte de lib/but, pour les évaluations encore sans note. */
export function Besoin({ simule, semestreId, onImaginer }: Props) {
  const choix = listChoix(simule, semestreId);
  const [cle, setCle] = useState(choix[0]?.cle ?? "");
  const choisi = choix.find((c) => c.cle === cle);
  if (!choisi) return null;
  const ouvertes = evaluationsOuvertes(simule, semestreId, choisi.ueId);
  const vides = elementsVides(simule, semestreId, choisi.ueId);
  return (
    <div className={styles.besoin}>
      <Select label="De quelle note ai-je besoin pour…" value={cle} onChange={(e) => setCle(e.target.value)}>
        {GROUPES.map((groupe) => (
          <optgroup key={groupe} label={groupe}>
            {choix
              .filter((c) => c.groupe === groupe)
              .map((c) => (
                <option key={c.cle} value={c.cle}>
                  {c.titre}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <p role="status">
        {ouvertes.length > 0
          ? reponse(simule, choisi, ouvertes)
          : "Aucune évaluation n'attend de note ici. Ajoutez-en une à un élément, en laissant sa note vide."}
      </p>
      {vides.length > 0 && (
        <Button petit onClick={() => onImaginer(vides)}>
          Imaginer {vides.length > 1 ? `les ${vides.length} éléments` : "l'élément"} pas encore{" "}
          {vides.length > 1 ? "évalués" : "évalué"}
        </Button>
      )}
      {!choix.some((c) => c.groupe === "RCUE") && (
        <p className={styles.sous}>Le RCUE et l'année se jouent avec l'autre semestre : ils viendront avec lui.</p>
      )}
    </div>
  );
}

function elementsVides(simule: Cursus, semestreId: string, ueId: string | undefined): string[] {
  const elements = simule.semestres.find((s) => s.id === semestreId)?.elements ?? [];
  return elements
    .filter((e) => e.evaluations.length === 0 && (ueId === undefined || e.coefficients[ueId]))
    .map((e) => e.id);
}

function reponse(simule: Cursus, { cible }: Choix, ouvertes: ReturnType<typeof evaluationsOuvertes>): string {
  const besoin = noteNecessaire(simule, cible, ouvertes);
  const ou =
    ouvertes.length === 1 ? "à l'évaluation sans note" : `à chacune des ${ouvertes.length} évaluations sans note`;
  switch (besoin.reponse) {
    case "certain":
      return "C'est déjà gagné, même avec 0.";
    case "impossible":
      return `Ce n'est plus possible, même avec la note maximale ${ou}.`;
    case "note":
      return `Il faut au moins ${formatCentiemes(besoin.note)} sur ${formatCourt(besoin.bareme)} ${ou}.`;
  }
}
