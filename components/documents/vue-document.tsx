import Link from "next/link";
import { ChoixSemestre } from "@/components/cursus/choix-semestre";
import { adresseEtudiant } from "@/lib/cursus/adresse";
import { cheminDocument, cheminPdf, cheminVerification } from "@/lib/documents/chemins";
import { type DocumentLu, TITRES_DOCUMENT, TYPES_DOCUMENT } from "@/lib/documents/types";
import { nomComplet } from "@/lib/libelles";
import { Attestation } from "./attestation";
import styles from "./barre.module.css";
import { ReleveCursus } from "./cursus";
import { Feuille } from "./feuille";
import { Impression } from "./impression";
import { Obtenir } from "./obtenir";
import { Releve } from "./releve";

interface Props {
  readonly document: DocumentLu;
  /** Vu par le personnel ; sinon par l'étudiant lui-même. */
  readonly personnel: boolean;
  /** Cette machine sait faire des PDF. */
  readonly chromium: boolean;
  readonly verification: string | null;
}

/** Un document et ce qu'on peut en faire ; la barre ne s'imprime pas. */
export function VueDocument({ document, personnel, chromium, verification }: Props) {
  const { contenu, etudiant, semestre, semestres, empechement, delivre } = document;
  const { type } = contenu;
  const deQui = personnel ? etudiant.id : undefined;
  const retour = personnel
    ? { titre: nomComplet(etudiant), href: `${adresseEtudiant(etudiant.id)}?semestre=${semestre.id}` }
    : { titre: "Mon parcours", href: `/moi?semestre=${semestre.id}` };
  return (
    <>
      <div className={styles.barre}>
        <nav aria-label="Fil d'Ariane" className={styles.fil}>
          <Link href={retour.href}>{retour.titre}</Link>
        </nav>
        <nav aria-label="Documents" className={styles.onglets}>
          {TYPES_DOCUMENT.map((t) => (
            <Link
              key={t}
              href={cheminDocument(t, semestre.id, deQui)}
              aria-current={t === type ? "page" : undefined}
              prefetch={false}
            >
              {ONGLETS[t]}
            </Link>
          ))}
        </nav>
        {type === "releve" && (
          <ChoixSemestre semestres={semestres} choisi={semestre.id} href={cheminDocument(type, undefined, deQui)} />
        )}
        <div className={styles.actions}>
          {empechement === null && delivre === null ? (
            <Obtenir type={type} etudiantId={etudiant.id} semestreId={semestre.id} personnel={personnel} />
          ) : (
            <Impression pdf={chromium ? cheminPdf(type, semestre.id, deQui) : null} />
          )}
        </div>
      </div>
      <Feuille
        document={document}
        titre={TITRES_DOCUMENT[type]}
        sousTitre={sousTitre(document)}
        precision={contenu.type === "releve" ? `S${semestre.numero} ${semestre.anneeUniversitaire}` : null}
        verification={verification}
      >
        <Corps document={document} />
      </Feuille>
      <p className={styles.verification}>
        <Link href={cheminVerification()} prefetch={false}>
          Comment un tiers vérifie un document
        </Link>
      </p>
    </>
  );
}

const ONGLETS = { releve: "Relevé de semestre", cursus: "Relevé du cursus", attestation: "Attestation" } as const;

function Corps({ document }: { readonly document: DocumentLu }) {
  const { contenu } = document;
  switch (contenu.type) {
    case "releve":
      return <Releve contenu={contenu} />;
    case "cursus":
      return <ReleveCursus contenu={contenu} />;
    case "attestation":
      return <Attestation contenu={contenu} document={document} />;
  }
}

function sousTitre({ contenu, semestres }: DocumentLu): string {
  switch (contenu.type) {
    case "releve": {
      const { numero, anneeUniversitaire, regime } = contenu.semestre;
      return `Semestre ${numero}${regime === "alternance" ? " en alternance" : ""}, ${anneeUniversitaire}`;
    }
    case "cursus": {
      const annees = semestres.map((s) => s.anneeUniversitaire).sort();
      return `Années universitaires ${annees[0]?.slice(0, 4)} à ${annees.at(-1)?.slice(5)}`;
    }
    case "attestation":
      return "Bachelor universitaire de technologie";
  }
}
