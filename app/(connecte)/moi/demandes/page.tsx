import type { Metadata } from "next";
import { FilDemande } from "@/components/corrections/fil-demande";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { listMesDemandes } from "@/lib/corrections/queries";
import { sujetSoi } from "@/lib/cursus/sujet";
import styles from "./demandes.module.css";

export const metadata: Metadata = { title: "Mes demandes de correction" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/demandes",
  sujet: sujetSoi,
  render: async ({ sujet }) => {
    const demandes = await listMesDemandes(sujet.etudiantId);
    const ouvertes = demandes.filter((d) => d.etat === "ouverte");
    const repondues = demandes.filter((d) => d.etat !== "ouverte");
    return (
      <>
        <PageHeader
          titre="Mes demandes de correction"
          sousTitre="Une demande va aux enseignants de l'élément ; leur réponse s'affiche ici."
          fil={[{ titre: "Mon parcours", href: "/moi" }]}
        >
          <LinkButton href="/moi/notes" prefetch={false}>
            Choisir une note
          </LinkButton>
        </PageHeader>
        <div className={styles.pile}>
          {demandes.length === 0 && (
            <Card>
              <p className={styles.doux}>
                Aucune demande. Si une note publiée vous semble fausse, ouvrez vos notes et choisissez « Demander une
                correction » sous elle.
              </p>
            </Card>
          )}
          {[
            { titre: "En attente", liste: ouvertes },
            { titre: "Répondues", liste: repondues },
          ].map(
            ({ titre, liste }) =>
              liste.length > 0 && (
                <section key={titre} className={styles.pile}>
                  <h2>{titre}</h2>
                  {liste.map((demande) => (
                    <FilDemande key={demande.id} demande={demande}>
                      {demande.evaluation.publiee && (
                        <LinkButton petit href={`/moi/demandes/${demande.evaluation.id}`} prefetch={false}>
                          {demande.etat === "ouverte" ? "Voir ou retirer" : "Voir"}
                          <span className="lecteur-seul"> la demande sur {demande.evaluation.titre}</span>
                        </LinkButton>
                      )}
                    </FilDemande>
                  ))}
                </section>
              ),
          )}
        </div>
      </>
    );
  },
});
