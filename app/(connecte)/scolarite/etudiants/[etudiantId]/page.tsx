import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { findSujetEtudiant } from "@/lib/cursus/queries";
import { findEtudiantAdministratif } from "@/lib/scolarite/etudiants/queries";
import styles from "../../scolarite.module.css";
import { CarteInscription } from "./carte-inscription";
import { Identite } from "./identite";
import { NouvelleInscription } from "./nouvelle-inscription";

export const metadata: Metadata = { title: "Inscriptions d'un étudiant" };

export default definePage({
  action: "scolarite:lire",
  chemin: "/scolarite/etudiants/[etudiantId]",
  sujet: (lecture, { params }) => findSujetEtudiant(lecture, params.etudiantId),
  consulte: ({ sujet }) => ({ etudiantId: sujet.etudiantId, objet: "inscriptions" }),
  async render({ user, sujet }) {
    const vue = await findEtudiantAdministratif(sujet.etudiantId);
    if (!vue) notFound();
    const permise = (s: { id: string; etat: (typeof vue.classes)[number]["etat"] }) =>
      can(user, "inscription:ecrire", { semestre: { id: s.id, etat: s.etat } });
    const deja = new Set(vue.inscriptions.map((i) => i.semestreId));
    const ouvertes = vue.classes.filter((c) => !deja.has(c.id) && permise(c));
    return (
      <>
        <PageHeader
          titre={`Inscriptions de ${vue.nom} ${vue.prenom}`}
          sousTitre={`Numéro ${vue.numero}`}
          fil={[{ titre: "Étudiants", href: "/scolarite/etudiants" }]}
        >
          <LinkButton href={`/etudiants/${vue.id}`}>Voir ses résultats</LinkButton>
          {can(user, "etudiant:ecrire") && (
            <Identite etudiant={{ id: vue.id, numero: vue.numero, nom: vue.nom, prenom: vue.prenom }} />
          )}
        </PageHeader>
        <div className={styles.pile}>
          {ouvertes.length > 0 && (
            <Card aria-labelledby="nouvelle">
              <NouvelleInscription etudiantId={vue.id} classes={ouvertes} />
            </Card>
          )}
          {vue.inscriptions.map((i) => (
            <CarteInscription key={i.id} inscription={i} ouvert={permise({ id: i.semestreId, etat: i.etatSemestre })} />
          ))}
          {vue.inscriptions.length === 0 && <p className={styles.doux}>Aucune inscription pour l'instant.</p>}
        </div>
      </>
    );
  },
});
