import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SENS_CODE } from "@/components/code-decision";
import { Impression } from "@/components/documents/impression";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { cheminPdfJury } from "@/lib/documents/chemins";
import { findChromium } from "@/lib/documents/pdf/navigateur";
import { formatJour, titreSemestre } from "@/lib/jury/libelles";
import { loadPv } from "@/lib/jury/pv/queries";
import type { LignePv } from "@/lib/jury/pv/vue";
import { readSujet } from "@/lib/jury/queries";
import { VOIES_DE_RECOURS } from "@/lib/jury/recours";
import styles from "./lettres.module.css";
import { TableLettre } from "./table-lettre";

export const metadata: Metadata = { title: "Lettres de notification" };

type Pv = NonNullable<Awaited<ReturnType<typeof loadPv>>>;

/** Une lettre par étudiant, chacune sur sa page, lue dans l'instantané du PV et nulle part ailleurs. */
export default definePage({
  action: "jury:lire",
  chemin: "/jury/[semestreId]/lettres",
  sujet: readSujet,
  render: async ({ sujet: { semestre } }) => {
    const pv = await loadPv(semestre.id, null);
    if (!pv) notFound();
    const titre = titreSemestre(semestre);
    return (
      <>
        <PageHeader
          titre="Lettres de notification"
          sousTitre={`${pv.vue.lignes.length} lettres, d'après le PV n° ${pv.numero} du ${formatJour(pv.creeLe)}`}
          fil={[
            { titre: "Jurys", href: "/jury" },
            { titre, href: `/jury/${semestre.id}` },
          ]}
        >
          <Impression pdf={findChromium() ? cheminPdfJury("lettres", semestre.id) : null} />
        </PageHeader>
        <div data-document={`Lettres de notification, ${titre}`}>
          {pv.vue.lignes.map((ligne) => (
            <Lettre key={ligne.id} pv={pv} ligne={ligne} titre={titre} />
          ))}
        </div>
      </>
    );
  },
});

interface Props {
  readonly pv: Pv;
  readonly ligne: LignePv;
  readonly titre: string;
}

function Lettre({ pv, ligne, titre }: Props) {
  const { annee, diplomes, passees, ects, passage } = ligne;
  return (
    <article className={styles.lettre} aria-label={`Lettre à ${ligne.nom}`}>
      <header className={styles.tete}>
        <p>
          <strong>{pv.etablissement}</strong>
          <br />
          Département {pv.formation}
        </p>
        <p>
          <strong>{ligne.nom}</strong>
          <br />
          Numéro étudiant {ligne.numero}
        </p>
      </header>
      <h2>Notification des décisions du jury</h2>
      <p>
        Le jury du {titre}, réuni le {formatJour(pv.creeLe)} sous la présidence de {pv.president}, a pris les décisions
        suivantes.
      </p>
      <TableLettre vue={pv.vue} ligne={ligne} />
      <ul className={styles.verdict}>
        {annee && (
          <li>
            BUT{annee.objetId} : <strong>{annee.code}</strong>, {SENS_CODE[annee.code]}
          </li>
        )}
        {diplomes.map((d) => (
          <li key={d.objetId}>
            {d.objetId} : <strong>{d.code}</strong>, {SENS_CODE[d.code]}
          </li>
        ))}
        {passees.length > 0 && <li>Sur les années passées : {passees.join(", ")}</li>}
        <li>
          ECTS acquis : <strong>{ects.acquis}</strong> sur {ects.total}
        </li>
        {passage && <li>{passage}</li>}
      </ul>
      <div className={styles.recours}>
        <h3>Voies et délais de recours</h3>
        {VOIES_DE_RECOURS.map((phrase) => (
          <p key={phrase}>{phrase}</p>
        ))}
      </div>
      <p className={styles.signature}>
        Pour le jury, la présidence
        <br />
        {pv.president}
      </p>
      <p className={styles.reference}>
        D'après le procès-verbal n° {pv.numero} du {formatJour(pv.creeLe)}, instantané SHA-256 : {pv.sha256}
      </p>
    </article>
  );
}
