"use client";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/field";
import { useEnvoi } from "@/components/use-envoi";
import { insertRole, removeRole } from "@/lib/comptes/actions";
import type { CompteGere } from "@/lib/comptes/queries";
import { ROLES } from "@/lib/libelles";
import styles from "../../scolarite.module.css";
import page from "../comptes.module.css";
import { ROLES_ORDONNES } from "../roles-ordonnes";

export function Roles({ compte }: { readonly compte: CompteGere }) {
  const ajout = useEnvoi(insertRole);
  const retrait = useEnvoi(removeRole);
  // Un compte d'étudiant s'ouvre avec son étudiant : ce rôle ne se donne pas après coup sans lui.
  const possibles = ROLES_ORDONNES.filter((r) => r !== "etudiant" || compte.numeroEtudiant !== null);
  return (
    <Card aria-labelledby="roles">
      <div className={styles.formulaire}>
        <h2 id="roles">Rôles</h2>
        <ul className={styles.liste}>
          {compte.roles.map((r) => (
            <li key={r.id} className={page.ligne}>
              <span>
                <strong>{ROLES[r.role]}</strong> <span className={styles.petit}>{r.classe ?? "partout"}</span>
              </span>
              <Button
                petit
                aria-label={`Retirer le rôle ${ROLES[r.role]}, ${r.classe ?? "partout"}`}
                disabled={retrait.enCours}
                onClick={() => retrait.envoyer({ utilisateurId: compte.id, id: r.id })}
              >
                Retirer
              </Button>
            </li>
          ))}
          {compte.roles.length === 0 && <li className={styles.doux}>Aucun rôle : ce compte n'ouvre rien.</li>}
        </ul>
        <RefusGeneral resultat={retrait.resultat} />
        <form
          className={styles.formulaire}
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            const champs = new FormData(e.currentTarget);
            const role = ROLES_ORDONNES.find((r) => r === champs.get("role"));
            if (role)
              ajout.envoyer({ utilisateurId: compte.id, role, semestreId: String(champs.get("classe")) || null });
          }}
        >
          <div className={styles.colonnes}>
            <Select label="Rôle à donner" name="role" erreur={ajout.erreurs.role}>
              {possibles.map((r) => (
                <option key={r} value={r}>
                  {ROLES[r]}
                </option>
              ))}
            </Select>
            <Select label="Étendue" name="classe" erreur={ajout.erreurs.semestreId}>
              <option value="">Partout</option>
              {compte.classes.map((c) => (
                <option key={c.id} value={c.id}>
                  {c.titre}
                </option>
              ))}
            </Select>
          </div>
          <RefusGeneral resultat={ajout.resultat} />
          <div className={styles.ligne}>
            <Button type="submit" disabled={ajout.enCours}>
              Donner ce rôle
            </Button>
          </div>
        </form>
      </div>
    </Card>
  );
}
