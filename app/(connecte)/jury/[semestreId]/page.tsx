import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { lignesTable } from "@/lib/jury/filtre";
import { formatInstant, NOM_ETAT, nomSemestre } from "@/lib/jury/libelles";
import { loadJury, readSujet } from "@/lib/jury/queries";
import { Controles } from "./controles";
import { Cycle } from "./cycle";
import { Differences } from "./differences";
import { Documents } from "./documents";
import { Propositions } from "./propositions";
import styles from "./semestre.module.css";
import { Tableau } from "./tableau";
import { Veille } from "./veille";

export const metadata: Metadata = { title: "Jury" };

export default definePage({
  action: "jury:lire",
  chemin: "/jury/[semestreId]",
  sujet: readSujet,
  render: async ({ user, sujet: { semestre } }) => {
    const jury = await loadJury(semestre);
    const droit = (action: Parameters<typeof can>[1]) => can(user, action, { semestre });
    const juges = jury.lignes.filter((l) => l.inscription === "I");
    const restants = juges.filter((l) => l.aDecider.length > 0);
    return (
      <>
        <PageHeader
          titre={`${nomSemestre(semestre)}, ${semestre.promotion}`}
          sousTitre={
            <span className={styles.resume}>
              {semestre.anneeUniversitaire} <Badge ton="accent">{NOM_ETAT[semestre.etat]}</Badge>
              <span>
                {jury.lignes.length} étudiants, {juges.length - restants.length} décidés, {restants.length} à décider
              </span>
              {semestre.etat === "publie" && semestre.publieLe && (
                <span>publié le {formatInstant(semestre.publieLe)}</span>
              )}
              {semestre.publicationPrevueLe && (
                <span>publication fixée au {formatInstant(semestre.publicationPrevueLe)}</span>
              )}
            </span>
          }
          fil={[{ titre: "Jurys", href: "/jury" }]}
        >
          {droit("jury:decider") && <Propositions semestreId={semestre.id} />}
          <Cycle
            semestre={semestre}
            droits={{
              ouvrir: droit("jury:ouvrir"),
              fermer: droit("jury:fermer"),
              deliberer: droit("jury:deliberer"),
              publier: droit("jury:publier"),
              rouvrir: droit("jury:rouvrir"),
            }}
            bloquants={jury.controles.filter((c) => c.ton === "bloquant").map((c) => c.titre)}
            restants={restants.map((l) => ({
              id: l.etudiantId,
              nom: `${l.nom} ${l.prenom}`,
              aDecider: l.aDecider,
            }))}
            presents={{
              president: jury.pv?.president ?? `${user.nom} ${user.prenom}`,
              membres: jury.pv?.membres ?? "",
            }}
          />
        </PageHeader>
        <div className={styles.blocs}>
          <Documents semestreId={semestre.id} pv={jury.pv?.numero ?? null} />
          <Differences pv={jury.pv} differences={jury.differences} semestreId={semestre.id} />
          <Controles controles={jury.controles} ouverts={semestre.etat !== "publie"} />
          <Tableau
            lignes={lignesTable(jury.lignes)}
            colonnes={jury.colonnes}
            parcours={jury.parcours}
            groupes={jury.groupes}
            aConfirmer={jury.aConfirmer}
            semestre={{ id: semestre.id, numero: semestre.numero, regime: semestre.regime }}
          />
          <Veille semestreId={semestre.id} version={jury.version} />
        </div>
      </>
    );
  },
});
