import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { phraseManque } from "@/lib/but/expliquer/module";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { listCommentaires } from "@/lib/jury/commentaires/queries";
import { cursusDuJury } from "@/lib/jury/cursus-au-jury";
import { ecrireFiltre, filtreLignes, lireFiltre } from "@/lib/jury/filtre";
import { NOM_ETAT, titreSemestre } from "@/lib/jury/libelles";
import { loadJury, readSujetEtudiant } from "@/lib/jury/queries";
import { Differences } from "../differences";
import { Veille } from "../veille";
import { Absences } from "./absences";
import { Bascules } from "./bascules";
import { Calculs } from "./calculs";
import { Commentaires } from "./commentaires";
import { Cursus } from "./cursus";
import { Decisions } from "./decisions";
import styles from "./etudiant.module.css";
import { Histoire } from "./histoire";
import { Voisins } from "./voisins";

export const metadata: Metadata = { title: "Dossier devant le jury" };

export default definePage({
  action: "jury:lire",
  chemin: "/jury/[semestreId]/[etudiantId]",
  sujet: readSujetEtudiant,
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "jury" }),
  render: async ({ user, sujet, searchParams }) => {
    const { semestre, etudiantId } = sujet;
    const jury = await loadJury(semestre);
    const filtre = lireFiltre(searchParams);
    const requete = ecrireFiltre(filtre);
    const ligne = jury.lignes.find((l) => l.etudiantId === etudiantId);
    const nomme = jury.dossiers.find((d) => d.dossier.etudiant.id === etudiantId);
    if (!ligne || !nomme) return null;
    const decider = can(user, "jury:decider", sujet);
    const differences = jury.differences.filter((d) => d.etudiantId === etudiantId);
    const vue = voisins(filtreLignes(jury.lignes, filtre), jury.lignes, etudiantId);
    const suivant = vue[vue.findIndex((e) => e.id === etudiantId) + 1];
    const details = [ligne.numero, ligne.parcours, ...ligne.groupes];
    return (
      <>
        <PageHeader
          titre={`${ligne.nom} ${ligne.prenom}`}
          sousTitre={
            <span className={styles.resume}>
              <span>{details.filter(Boolean).join(" · ")}</span>
              {ligne.inscription !== "I" && <Badge ton="danger">{ligne.inscription}</Badge>}
              {ligne.bonus > 0 && <Badge ton="accent">bonus {formatCourt(ligne.bonus)} %</Badge>}
              <Badge>{NOM_ETAT[semestre.etat]}</Badge>
            </span>
          }
          fil={[
            { titre: "Jurys", href: "/jury" },
            { titre: titreSemestre(semestre), href: `/jury/${semestre.id}${requete}` },
          ]}
        >
          <Voisins base={`/jury/${semestre.id}`} requete={requete} etudiants={vue} ici={etudiantId} />
        </PageHeader>
        <Calculs cursus={nomme.cursus}>
          <div className={styles.blocs}>
            <Differences pv={jury.pv} differences={differences} semestreId={semestre.id} />
            {ligne.manques.length > 0 && (
              <Notice ton="attention">
                <strong>Que manque-t-il ?</strong> Le résultat est provisoire : pas de proposition tant que ceci manque.
                <ul className={styles.manques}>
                  {[...new Set(ligne.manques.map(phraseManque))].map((phrase) => (
                    <li key={phrase}>{phrase}</li>
                  ))}
                </ul>
              </Notice>
            )}
            <Decisions
              key={etudiantId}
              semestreId={semestre.id}
              decider={decider}
              suivant={suivant ? `/jury/${semestre.id}/${suivant.id}${requete}` : null}
            />
            {can(user, "commentaire:lire", sujet) && (
              <Commentaires
                key={`commentaires ${etudiantId}`}
                semestreId={semestre.id}
                etudiantId={etudiantId}
                commentaires={await listCommentaires(user, etudiantId)}
                ecrire={can(user, "commentaire:ecrire", sujet)}
              />
            )}
            <Bascules cursus={nomme.cursus} semestreId={semestre.id} />
            <Cursus cursus={nomme.cursus} lus={jury.lus} />
            <Absences cursus={cursusDuJury(nomme.cursus, semestre.id)} />
            <Veille semestreId={semestre.id} version={jury.version} />
            <Histoire decisions={nomme.cursus.decisions} lus={jury.lus} />
          </div>
        </Calculs>
      </>
    );
  },
});

/** Les étudiants de la vue d'où l'on vient ; celui-ci y est toujours, même s'il n'y correspond plus une fois décidé. */
function voisins(
  vue: readonly { etudiantId: string; nom: string; prenom: string }[],
  tous: typeof vue,
  ici: string,
): { id: string; nom: string }[] {
  const dans = new Set(vue.map((l) => l.etudiantId));
  const suite = dans.has(ici) ? vue : tous.filter((l) => l.etudiantId === ici || dans.has(l.etudiantId));
  return suite.map((l) => ({ id: l.etudiantId, nom: `${l.nom} ${l.prenom}` }));
}
