import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Jour } from "@/components/ui/jour";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { formatCourt } from "@/lib/but/nombres/centiemes";
import { ETATS_DEMANDE } from "@/lib/corrections/libelles";
import { parametre } from "@/lib/cursus/adresse";
import { sujetSoi } from "@/lib/cursus/sujet";
import { type Donnees, findDonnees } from "@/lib/donnees/queries";
import { ETATS_INSCRIPTION, formatInstant, nomComplet } from "@/lib/libelles";
import { Consultations } from "./consultations";
import styles from "./donnees.module.css";
import { Resultats } from "./resultats";

export const metadata: Metadata = { title: "Mes données" };

const DOCUMENTS = { releve: "Relevé", cursus: "Relevé du cursus", attestation: "Attestation" } as const;

export default definePage({
  action: "cursus:soi",
  chemin: "/moi/donnees",
  sujet: sujetSoi,
  render: async ({ sujet, searchParams }) => {
    const donnees = await findDonnees(sujet.etudiantId);
    if (!donnees) notFound();
    return (
      <>
        <PageHeader
          titre="Mes données"
          sousTitre="Tout ce que Paliers garde de vous et que vous pouvez lire, et qui l'a lu."
          fil={[{ titre: "Mon parcours", href: "/moi" }]}
        >
          <LinkButton aspect="principal" href="/api/moi/donnees" prefetch={false} download>
            <Download size={16} aria-hidden="true" />
            Télécharger en JSON
          </LinkButton>
        </PageHeader>
        <div className={styles.cartes}>
          <Consultations
            consultations={donnees.consultations}
            page={Math.max(1, Number.parseInt(parametre(searchParams.page) ?? "1", 10) || 1)}
          />
          <Identite {...donnees} />
          <Resultats notes={donnees.notes} decisions={donnees.decisions} />
          <Echanges {...donnees} />
          <Card aria-labelledby="corriger" className={styles.pile}>
            <h2 id="corriger">Faire corriger</h2>
            <p>
              Une note vous semble fausse : choisissez « Demander une correction » sous elle, dans{" "}
              <Link href="/moi/notes" prefetch={false}>
                vos notes
              </Link>
              . L'enseignant reçoit la demande et vous répond par écrit.
            </p>
            <p>
              Un nom, un groupe, une inscription, un bonus ou une dispense : adressez-vous à la scolarité du
              département.
            </p>
            <p className={styles.doux}>
              Une note entre sur cette page quand elle est publiée. Les notes de travail du jury n'y figurent pas ; ses
              décisions y entrent à leur publication.
            </p>
          </Card>
        </div>
      </>
    );
  },
});

function Identite({ etudiant, compte, inscriptions, groupes, bonus, dispenses, visites }: Donnees) {
  return (
    <Card aria-labelledby="identite" className={styles.pile}>
      <h2 id="identite">Qui je suis ici</h2>
      <dl className={styles.liste}>
        <Ligne nom="Identité">
          {nomComplet(etudiant)}, numéro {etudiant.numero}
          {etudiant.forceMajeure && ", redoublement pour force majeure accordé"}
        </Ligne>
        <Ligne nom="Compte">{compte.emails.join(", ") || "aucun"}</Ligne>
        <Ligne nom="Inscriptions">
          <ul>
            {inscriptions.map((i) => (
              <li key={`${i.annee} ${i.semestre} ${i.regime}`}>
                S{i.semestre}, {i.annee} : {ETATS_INSCRIPTION[i.etat]}
              </li>
            ))}
          </ul>
        </Ligne>
        <Ligne nom="Groupes">
          {groupes.map((g) => `S${g.semestre} ${g.annee} : ${g.groupe}`).join(" · ") || "aucun"}
        </Ligne>
        <Ligne nom="Bonus">
          {bonus.map((b) => `S${b.semestre} ${b.annee} : ${b.activite}, ${formatCourt(b.pourcent)} %`).join(" · ") ||
            "aucun"}
        </Ligne>
        <Ligne nom="Dispenses">
          {dispenses.map((d) => `S${d.semestre} ${d.annee} : ${d.ue} (${d.motif})`).join(" · ") || "aucune"}
        </Ligne>
        <Ligne nom="Dernière visite">
          {visites.map((v) => formatInstant(v.derniereLe)).join(", ") || "aucune encore"}
          <span className={styles.petit}>gardée pour vous dire quelles notes sont nouvelles</span>
        </Ligne>
      </dl>
    </Card>
  );
}

function Echanges({ demandes, documents, courriels, compte }: Donnees) {
  return (
    <Card aria-labelledby="echanges" className={styles.pile}>
      <h2 id="echanges">Ce que nous nous sommes dit</h2>
      <dl className={styles.liste}>
        <Ligne nom="Demandes de correction">
          {demandes.length === 0 ? (
            "aucune"
          ) : (
            <ul>
              {demandes.map((d) => (
                <li key={d.creeLe}>
                  {d.element}, {d.evaluation}, le <Jour le={d.creeLe} /> : {ETATS_DEMANDE[d.etat]}
                </li>
              ))}
            </ul>
          )}
          <Link href="/moi/demandes" prefetch={false}>
            Mes demandes et leurs réponses
          </Link>
        </Ligne>
        <Ligne nom="Documents remis">
          {documents.length === 0 ? (
            "aucun"
          ) : (
            <ul>
              {documents.map((d) => (
                <li key={d.code}>
                  {DOCUMENTS[d.type]}
                  {d.semestre !== null && ` S${d.semestre} ${d.annee}`}, le <Jour le={d.creeLe} />, code {d.code}
                </li>
              ))}
            </ul>
          )}
        </Ligne>
        <Ligne nom="Courriels envoyés">
          {courriels.flatMap((c) => (c.envoyeLe ? [formatInstant(c.envoyeLe)] : [])).join(" · ") || "aucun"}
          <span className={styles.petit}>
            {compte.resumeCourriel ? "Vous avez demandé à être prévenu. " : "Vous n'avez pas demandé à être prévenu. "}
            <Link href="/compte#courriel" prefetch={false}>
              Changer
            </Link>
          </span>
        </Ligne>
      </dl>
    </Card>
  );
}

function Ligne({ nom, children }: { readonly nom: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{nom}</dt>
      <dd>{children}</dd>
    </div>
  );
}
