"use client";
import { useState } from "react";
import { Table } from "@/components/ui/table";
import { poleDe } from "@/lib/but/modele/element";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { A_CONFIRMER } from "@/lib/libelles";
import type { MaquetteSemestreLu } from "@/lib/maquette/queries";
import styles from "../../scolarite.module.css";
import { CelluleCoefficient } from "./cellule-coefficient";
import page from "./matrice.module.css";
import { type DemandeMotif, MotifDialog } from "./motif-dialog";

const POLES = [
  ["ressource", "Pôle ressources"],
  ["sae", "Pôle SAÉ : SAÉ, portfolio, stage"],
] as const;

interface Props {
  readonly vue: MaquetteSemestreLu;
  readonly ouvert: boolean;
  readonly decidee: boolean;
}

/** La matrice des coefficients : une ligne par élément, une colonne par UE. Chaque case s'enregistre seule. */
export function Matrice({ vue, ouvert, decidee }: Props) {
  const [demande, setDemande] = useState<DemandeMotif | null>(null);
  return (
    <section className={styles.formulaire} aria-labelledby="matrice">
      <h2 id="matrice">Coefficients</h2>
      <p className={styles.petit}>
        {ouvert
          ? "Entrée ou quitter la case enregistre, Échap rend la valeur d'avant. Un coefficient 0 sort l'élément de l'UE. "
          : ""}
        Sous chaque coefficient, les heures imprimées et le titre imprimé quand il diffère.
      </p>
      <Table titre={`Coefficients de ${vue.titre}`}>
        <thead>
          <tr>
            <th scope="col" className={page.element}>
              Élément
            </th>
            {vue.ues.map((u) => (
              <th scope="col" key={u.id} className={page.ue}>
                {u.court}
                {u.confirmee === null && <span className={page.marque}>{A_CONFIRMER}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {POLES.map(([pole, nom]) => {
          const elements = vue.elements.filter((e) => poleDe(e.nature) === pole);
          return (
            <tbody key={pole}>
              <tr>
                <th scope="rowgroup" colSpan={vue.ues.length + 1} className={page.pole}>
                  {nom}
                </th>
              </tr>
              {elements.map((e) => (
                <tr key={e.id}>
                  <th scope="row" className={page.element}>
                    {e.titre}
                  </th>
                  {vue.ues.map((u) => {
                    const cellule = e.cellules.find((c) => c.ueId === u.id);
                    return (
                      <td key={u.id} className={page.case}>
                        {cellule && (
                          <CelluleCoefficient
                            cellule={cellule}
                            nom={`Coefficient de ${e.titre} dans ${u.court}`}
                            ouvert={ouvert}
                            motif={
                              decidee
                                ? "Un jury a déjà décidé avec ce coefficient."
                                : u.confirmee && "Cette UE est confirmée."
                            }
                            onMotif={setDemande}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
              <tr>
                <th scope="row" className={`${page.element} ${page.somme}`}>
                  Somme
                </th>
                {vue.ues.map((u) => (
                  <td key={u.id} className={page.somme}>
                    {formatCourt(
                      elements
                        .flatMap((e) => e.cellules)
                        .reduce((somme, c) => somme + (c.ueId === u.id ? c.valeur : 0), 0),
                    )}
                  </td>
                ))}
              </tr>
            </tbody>
          );
        })}
      </Table>
      <MotifDialog demande={demande} onFin={() => setDemande(null)} />
    </section>
  );
}
