import { Input, Select } from "@/components/ui/field";
import type { Reglement } from "@/lib/but/modele/reglement";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import styles from "../scolarite.module.css";

interface Props {
  readonly modele: Reglement;
  readonly erreurs: Readonly<Record<string, string>>;
}

/** Les choix d'une version, remplis avec ceux de son modèle. Les seuils de l'arrêté n'en sont pas. */
export function ChampsReglement({ modele: m, erreurs }: Props) {
  return (
    <>
      <div className={styles.colonnes}>
        <Select label="Le bonus" name="bonus.lecture" defaultValue={m.bonus.lecture}>
          <option value="multiplicatif">multiplie la moyenne</option>
          <option value="points">ajoute des points</option>
        </Select>
        <Select label="Plusieurs activités" name="bonus.cumul" defaultValue={m.bonus.cumul}>
          <option value="somme">s'ajoutent</option>
          <option value="meilleur">la meilleure compte</option>
        </Select>
        <Input
          label="Bonus le plus grand, en %"
          name="bonus.plafond"
          inputMode="decimal"
          defaultValue={formatCourt(m.bonus.plafond)}
          erreur={erreurs["bonus.plafond"]}
        />
        <Select label="Moyenne du RCUE" name="rcue" defaultValue={m.rcue}>
          <option value="simple">simple</option>
          <option value="ects">pondérée par les ECTS</option>
        </Select>
        <Input
          label="Un pôle pèse au moins, en %"
          name="poles.minimum"
          inputMode="numeric"
          defaultValue={m.poles.minimum}
          erreur={erreurs["poles.minimum"] ?? erreurs.poles}
        />
        <Input
          label="Un pôle pèse au plus, en %"
          name="poles.maximum"
          inputMode="numeric"
          defaultValue={m.poles.maximum}
          erreur={erreurs["poles.maximum"]}
        />
        <Select label="Pôles en BUT3, jugés" name="polesBut3" defaultValue={m.polesBut3}>
          <option value="par-ue">UE par UE</option>
          <option value="deux-ue">sur les deux UE de la compétence</option>
        </Select>
        <Input
          label="Redoubler un même semestre, fois"
          name="redoublements.parSemestre"
          inputMode="numeric"
          defaultValue={m.redoublements.parSemestre}
          erreur={erreurs["redoublements.parSemestre"]}
        />
        <Input
          label="Redoubler en tout, fois"
          name="redoublements.total"
          inputMode="numeric"
          defaultValue={m.redoublements.total}
          erreur={erreurs["redoublements.total"]}
        />
      </div>
      <Select
        label="Montrer à l'étudiant la répartition de sa classe"
        name="afficherClasse"
        defaultValue={String(m.afficherClasse)}
      >
        <option value="true">oui, dès cinq notes publiées</option>
        <option value="false">non</option>
      </Select>
      <Select
        label="Montrer à l'étudiant son rang par UE"
        name="afficherRang"
        defaultValue={String(m.afficherRang)}
        aide="Une information : l'arrêté ne connaît pas de classement."
      >
        <option value="false">non</option>
        <option value="true">oui</option>
      </Select>
    </>
  );
}

/** Ce que le formulaire dit, en texte : l'action vérifie. */
export function lireChamps(champs: FormData) {
  const texte = (nom: string): string => String(champs.get(nom) ?? "");
  return {
    version: texte("version"),
    applicableDu: texte("applicableDu"),
    bonus: {
      lecture: texte("bonus.lecture") === "points" ? ("points" as const) : ("multiplicatif" as const),
      cumul: texte("bonus.cumul") === "meilleur" ? ("meilleur" as const) : ("somme" as const),
      plafond: texte("bonus.plafond"),
    },
    rcue: texte("rcue") === "ects" ? ("ects" as const) : ("simple" as const),
    polesBut3: texte("polesBut3") === "deux-ue" ? ("deux-ue" as const) : ("par-ue" as const),
    poles: { minimum: texte("poles.minimum"), maximum: texte("poles.maximum") },
    redoublements: { parSemestre: texte("redoublements.parSemestre"), total: texte("redoublements.total") },
    afficherRang: texte("afficherRang") === "true",
    afficherClasse: texte("afficherClasse") === "true",
  };
}
