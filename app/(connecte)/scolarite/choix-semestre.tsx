import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { ETATS_SEMESTRE } from "@/lib/libelles";
import type { SemestreListe } from "@/lib/scolarite/queries";
import styles from "./scolarite.module.css";

interface Props {
  readonly semestres: readonly SemestreListe[];
  readonly choisi: string | undefined;
}

/** Choisit la classe montrée ; l'adresse la porte, donc un lien envoyé ouvre la même vue. */
export function ChoixSemestre({ semestres, choisi }: Props) {
  return (
    <form method="get" className={styles.filtres}>
      <Select label="Semestre" name="semestre" defaultValue={choisi} key={choisi}>
        {semestres.map((s) => (
          <option key={s.id} value={s.id}>
            {s.titre} ({ETATS_SEMESTRE[s.etat]})
          </option>
        ))}
      </Select>
      <Button type="submit">Afficher</Button>
    </form>
  );
}

/** Le semestre demandé par l'adresse, sinon le premier ouvert, sinon le premier. */
export function semestreDemande(
  semestres: readonly SemestreListe[],
  demande: string | string[] | undefined,
): SemestreListe | undefined {
  return semestres.find((s) => s.id === demande) ?? semestres.find((s) => s.etat === "ouvert") ?? semestres[0];
}
