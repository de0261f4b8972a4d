import type { Metadata } from "next";
import Link from "next/link";
import { Badge, type Ton } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { can } from "@/lib/auth/permissions";
import { groupBy } from "@/lib/group-by";
import { NOM_ETAT, nomSemestre } from "@/lib/jury/libelles";
import { type SemestreListe, suiteDe } from "@/lib/jury/liste/bilan";
import { listSemestresJury } from "@/lib/jury/liste/queries";
import styles from "./jury.module.css";

export const metadata: Metadata = { title: "Jury" };

const TONS: Readonly<Record<SemestreListe["etat"], Ton>> = {
  preparation: "neutre",
  ouvert: "info",
  jury: "accent",
  delibere: "attention",
  publie: "succes",
  rouvert: "danger",
};

/** Ce qui attend un jury vient d'abord. */
const ORDRE: readonly SemestreListe["etat"][] = ["jury", "rouvert", "delibere", "ouvert", "preparation", "publie"];

export default definePage({
  action: "jury:lister",
  chemin: "/jury",
  render: async ({ user }) => {
    const semestres = await listSemestresJury((semestre) => can(user, "jury:lire", { semestre }));
    return (
      <>
        <PageHeader titre="Jurys" sousTitre="Les semestres à examiner, ce qui manque, et ce qui est déjà décidé." />
        {semestres.length === 0 && <p>Aucun semestre n'existe encore.</p>}
        {[...groupBy(semestres, (s) => s.anneeUniversitaire)].map(([annee, memes]) => (
          <section key={annee} className={styles.annee} aria-labelledby={`annee-${annee}`}>
            <h2 id={`annee-${annee}`}>{annee}</h2>
            <ul className={styles.semestres}>
              {memes
                .toSorted((a, b) => ORDRE.indexOf(a.etat) - ORDRE.indexOf(b.etat))
                .map((s) => (
                  <li key={s.id} className={styles.semestre}>
                    <Carte semestre={s} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </>
    );
  },
});

function Carte({ semestre }: { readonly semestre: SemestreListe }) {
  const { bilan, inscrits } = semestre;
  return (
    <>
      <div className={styles.entete}>
        <h3>
          <Link href={`/jury/${semestre.id}`}>
            {nomSemestre(semestre)} <span className={styles.promotion}>{semestre.promotion}</span>
          </Link>
        </h3>
        <Badge ton={TONS[semestre.etat]}>{NOM_ETAT[semestre.etat]}</Badge>
      </div>
      <dl className={styles.comptes}>
        <Compte nom="étudiants" valeur={inscrits} />
        {bilan && (
          <>
            <Compte nom="décidés" valeur={bilan.decides} />
            <Compte nom="à décider" valeur={bilan.aDecider} />
            <Compte nom="provisoires" valeur={bilan.provisoires} />
          </>
        )}
      </dl>
      <p className={styles.suite}>{suiteDe(semestre)}</p>
    </>
  );
}

function Compte({ nom, valeur }: { readonly nom: string; readonly valeur: number }) {
  return (
    <div>
      <dt>{nom}</dt>
      <dd>{valeur}</dd>
    </div>
  );
}
