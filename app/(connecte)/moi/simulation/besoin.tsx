import { useState } from "react";
import { Select } from "@/components/ui/field";
import { type Cible, evaluationsOuvertes, noteNecessaire } from "@/lib/but/besoin";
import { type Cursus, computeCursus } from "@/lib/but/cursus";
import { formatCentiemes, formatCourt } from "@/lib/but/note";
import styles from "./simulateur.module.css";

interface Choix {
  readonly cle: string;
  readonly titre: string;
  readonly cible: Cible;
  /** Seules les évaluations qui nourrissent cette UE comptent ; toutes pour une année. */
  readonly ueId?: string;
}

/** Ce que l'on peut vouloir atteindre depuis ce semestre. */
function listChoix(cursus: Cursus, semestreId: string): Choix[] {
  const resultat = computeCursus(cursus);
  const semestre = cursus.semestres.find((s) => s.id === semestreId);
  const annee = resultat.annees.find((a) => a.semestreImpairId === semestreId || a.semestrePairId === semestreId);
  const ues = (semestre?.ues ?? []).map((ue): Choix => {
    const cible = { portee: "ue", semestreId, ueId: ue.id } as const;
    return { cle: ue.id, titre: `l'UE ${ue.titre}, seule ou compensée`, cible, ueId: ue.id };
  });
  if (!annee?.semestrePairId) return ues;
  const { anneeUniversitaire } = annee;
  const annees = (
    [
      ["ADM", "toute l'année"],
      ["passage", "le passage en année suivante"],
    ] as const
  )
    .filter(([objectif]) => objectif === "ADM" || annee.annee < 3)
    .map(
      ([objectif, titre]): Choix => ({
        cle: objectif,
        titre: `${titre} (BUT${annee.annee})`,
        cible: { portee: "annee", annee: annee.annee, objectif, anneeUniversitaire },
      }),
    );
  return [...ues, ...annees];
}

interface Props {
  readonly simule: Cursus;
  readonly semestreId: string;
}

/** « De quelle note ai-je besoin ? » : la réponse exacte de lib/but, pour les évaluations encore sans note. */
export function Besoin({ simule, semestreId }: Props) {
  const choix = listChoix(simule, semestreId);
  const [cle, setCle] = useState(choix[0]?.cle ?? "");
  const choisi = choix.find((c) => c.cle === cle);
  if (!choisi) return null;
  return (
    <div className={styles.besoin}>
      <Select label="De quelle note ai-je besoin pour…" value={cle} onChange={(e) => setCle(e.target.value)}>
        {choix.map((c) => (
          <option key={c.cle} value={c.cle}>
            {c.titre}
          </option>
        ))}
      </Select>
      <p role="status">{reponse(simule, semestreId, choisi)}</p>
    </div>
  );
}

function reponse(simule: Cursus, semestreId: string, { cible, ueId }: Choix): string {
  const ouvertes = evaluationsOuvertes(simule, semestreId, ueId);
  if (ouvertes.length === 0)
    return "Aucune évaluation n'attend de note ici. Ajoutez-en une à un élément, en laissant sa note vide.";
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
