import type { Metadata } from "next";
import { FilDemande } from "@/components/corrections/fil-demande";
import { Jour } from "@/components/ui/jour";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { formatNote } from "@/lib/but/modele/note";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { raisonFermeture } from "@/lib/corrections/libelles";
import { findDemandable, listMesDemandes } from "@/lib/corrections/queries";
import styles from "../demandes.module.css";
import { Demander } from "./demander";

export const metadata: Metadata = { title: "Demander une correction" };

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/demandes/[evaluationId]",
  sujet: async (lecture, { user, params }) =>
    user.etudiantId === null ? null : findDemandable(lecture, user.etudiantId, params.evaluationId ?? ""),
  render: async ({ sujet }) => {
    const { evaluation, semestre, inscriptionId } = sujet;
    const demandes = await listMesDemandes(sujet.etudiantId, evaluation.id);
    const [attente] = demandes.filter((d) => d.etat === "ouverte");
    const note = sujet.note?.valeur ?? sujet.note?.code ?? null;
    const fermee = raisonFermeture(semestre.etat);
    return (
      <>
        <PageHeader
          titre="Demander une correction"
          sousTitre={
            <>
              {evaluation.titre}, {evaluation.element}, le <Jour le={evaluation.date} /> · note publiée :{" "}
              {note === null ? "aucune" : formatNote(note)}
              {typeof note === "number" && ` sur ${formatCourt(evaluation.bareme)}`}
            </>
          }
          fil={[
            { titre: "Mes notes", href: `/moi/notes?semestre=${encodeURIComponent(semestre.id)}` },
            { titre: "Mes demandes", href: "/moi/demandes" },
          ]}
        />
        <div className={styles.pile}>
          {fermee && <Notice ton="attention">{fermee}</Notice>}
          <Demander
            evaluationId={evaluation.id}
            inscriptionId={inscriptionId}
            ouverte={fermee === null}
            attente={attente ? { id: attente.id, version: attente.version } : null}
          >
            {attente && <FilDemande demande={attente} niveau={2} />}
          </Demander>
          {demandes
            .filter((d) => d.etat !== "ouverte")
            .map((demande) => (
              <FilDemande key={demande.id} demande={demande} niveau={2} />
            ))}
        </div>
      </>
    );
  },
});
