import { Select } from "@/components/ui/field";
import type { ClasseOuverte } from "@/lib/scolarite/etudiants/queries";
import styles from "../../scolarite.module.css";
import page from "./inscription.module.css";

interface Props {
  readonly classe: ClasseOuverte;
  readonly programme: string;
  readonly groupeIds: readonly string[];
  readonly erreur: string | undefined;
}

/** Le programme suivi et les groupes, pour une classe donnée. */
export function ChoixSuivi({ classe, programme, groupeIds, erreur }: Props) {
  return (
    <>
      <Select label="Programme suivi" name="programme" defaultValue={programme} erreur={erreur}>
        <option value="">À choisir</option>
        {classe.programmes.map((p) => (
          <option key={p.id} value={p.id}>
            {p.titre}
          </option>
        ))}
      </Select>
      {classe.groupes.length > 0 && (
        <fieldset className={page.groupes}>
          <legend>Groupes</legend>
          <div className={styles.ligne}>
            {classe.groupes.map((g) => (
              <label key={g.id} className={page.groupe}>
                <input type="checkbox" name="groupe" value={g.id} defaultChecked={groupeIds.includes(g.id)} />
                {g.nom}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

/** Lit ce que ChoixSuivi a fait choisir. */
export function suiviChoisi(formulaire: HTMLFormElement) {
  const champs = new FormData(formulaire);
  return { maquetteSemestreId: String(champs.get("programme") ?? ""), groupeIds: champs.getAll("groupe").map(String) };
}
