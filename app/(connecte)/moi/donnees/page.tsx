import { Download } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { formatCourt } from "@/lib/but/note";
import { nomComplet } from "@/lib/cursus/adresse";
import { sujetSoi } from "@/lib/cursus/sujet";
import { findDonnees } from "@/lib/donnees/queries";
import styles from "./donnees.module.css";

export const metadata: Metadata = { title: "Mes données" };

const ETATS = { I: "inscrit", DEM: "démission", DEF: "défaillance" } as const;

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/donnees",
  sujet: sujetSoi,
  render: async ({ sujet }) => {
    const donnees = await findDonnees(sujet.etudiantId);
    if (!donnees) notFound();
    const { etudiant, compte, inscriptions, groupes, notes, bonus, dispenses, decisions } = donnees;
    return (
      <>
        <PageHeader
          titre="Mes données"
          sousTitre="Tout ce que Paliers garde de vous et que vous pouvez lire."
          fil={[{ titre: "Mon parcours", href: "/moi" }]}
        >
          <LinkButton aspect="principal" href="/api/moi/donnees" prefetch={false} download>
            <Download size={16} aria-hidden="true" />
            Télécharger en JSON
          </LinkButton>
        </PageHeader>
        <Card>
          <dl className={styles.liste}>
            <Ligne nom="Identité">
              {nomComplet(etudiant)}, numéro {etudiant.numero}
            </Ligne>
            <Ligne nom="Compte">{compte.emails.join(", ") || "aucun"}</Ligne>
            <Ligne nom="Inscriptions">
              <ul>
                {inscriptions.map((i) => (
                  <li key={`${i.annee} ${i.semestre} ${i.regime}`}>
                    S{i.semestre}, {i.annee} : {ETATS[i.etat]}
                  </li>
                ))}
              </ul>
            </Ligne>
            <Ligne nom="Groupes">
              {groupes.map((g) => `S${g.semestre} ${g.annee} : ${g.groupe}`).join(" · ") || "aucun"}
            </Ligne>
            <Ligne nom="Notes publiées">{notes.length}, chacune avec sa date de publication et de modification</Ligne>
            <Ligne nom="Bonus">
              {bonus
                .map((b) => `S${b.semestre} ${b.annee} : ${b.activite}, ${formatCourt(b.pourcent)} %`)
                .join(" · ") || "aucun"}
            </Ligne>
            <Ligne nom="Dispenses">
              {dispenses.map((d) => `S${d.semestre} ${d.annee} : ${d.ue} (${d.motif})`).join(" · ") || "aucune"}
            </Ligne>
            <Ligne nom="Décisions publiées">{decisions.length}, avec la moyenne que le jury a vue</Ligne>
          </dl>
        </Card>
        <p className={styles.note}>
          Une note entre ici quand elle est publiée. Pour faire corriger une donnée, adressez-vous à la scolarité du
          département ; pour une note, à l'enseignant qui l'a donnée.
        </p>
      </>
    );
  },
});

function Ligne({ nom, children }: { readonly nom: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{nom}</dt>
      <dd>{children}</dd>
    </div>
  );
}
