import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SENS_CODE } from "@/components/code-decision";
import { Impression } from "@/components/documents/impression";
import { Marges } from "@/components/documents/marges";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { cheminPdfJury } from "@/lib/documents/chemins";
import { findChromium } from "@/lib/documents/pdf/navigateur";
import { formatInstant, formatJour, titreSemestre } from "@/lib/jury/libelles";
import { loadPv } from "@/lib/jury/pv/queries";
import { readSujet } from "@/lib/jury/queries";
import styles from "./pv.module.css";
import { TablePv } from "./table-pv";

export const metadata: Metadata = { title: "Procès-verbal" };

export default definePage({
  action: "jury:lire",
  chemin: "/jury/[semestreId]/pv",
  sujet: readSujet,
  render: async ({ sujet: { semestre }, searchParams }) => {
    const numero = Number(searchParams.numero);
    const pv = await loadPv(semestre.id, Number.isInteger(numero) && numero > 0 ? numero : null);
    if (!pv) notFound();
    const remplace = pv.versions.find((v) => v.numero < pv.numero);
    const membres = pv.membres.split(",").map((m) => m.trim());
    return (
      <>
        <PageHeader
          titre={`Procès-verbal de jury n° ${pv.numero}`}
          sousTitre={`${pv.formation}, ${pv.etablissement} · ${titreSemestre(semestre)}`}
          fil={[
            { titre: "Jurys", href: "/jury" },
            { titre: titreSemestre(semestre), href: `/jury/${semestre.id}` },
          ]}
        >
          {pv.versions
            .filter((v) => v.numero !== pv.numero)
            .map((v) => (
              <LinkButton key={v.numero} href={`/jury/${semestre.id}/pv?numero=${v.numero}`}>
                PV n° {v.numero} du {formatJour(v.creeLe)}
              </LinkButton>
            ))}
          <Impression pdf={findChromium() ? cheminPdfJury("pv", semestre.id, pv.numero) : null} />
        </PageHeader>
        <Marges
          haut={[
            `${pv.etablissement}, département ${pv.formation}`,
            `PV n° ${pv.numero}, jury ${titreSemestre(semestre)}`,
          ]}
          bas={`Instantané SHA-256 : ${pv.sha256}`}
        />
        <div className={styles.pv} data-document={`PV n° ${pv.numero}, ${titreSemestre(semestre)}`}>
          {remplace && (
            <p className={styles.remplace}>
              Ce procès-verbal remplace le PV n° {remplace.numero} du {formatJour(remplace.creeLe)}.
            </p>
          )}
          <dl className={styles.entete}>
            <div>
              <dt>Délibéré le</dt>
              <dd>{formatInstant(pv.creeLe)}</dd>
            </div>
            <div>
              <dt>Présidence</dt>
              <dd>{pv.president}</dd>
            </div>
            <div>
              <dt>Membres présents</dt>
              <dd>{membres.join(", ")}</dd>
            </div>
            <div>
              <dt>Étudiants</dt>
              <dd>{pv.vue.lignes.length}</dd>
            </div>
            <div>
              <dt>Règlement</dt>
              <dd>version {pv.reglementVersion}</dd>
            </div>
          </dl>
          <TablePv vue={pv.vue} titre={`Décisions, ${titreSemestre(semestre)}`} />
          <Passees lignes={pv.vue.lignes} />
          <Motifs lignes={pv.vue.lignes} />
          <section className={styles.bloc} aria-labelledby="legende">
            <h2 id="legende">Codes</h2>
            <ul className={styles.legende}>
              {pv.vue.codes.map((code) => (
                <li key={code}>
                  <strong>{code}</strong> {SENS_CODE[code]}
                </li>
              ))}
            </ul>
          </section>
          <section className={styles.bloc} aria-labelledby="signatures">
            <h2 id="signatures">Signatures</h2>
            <ul className={styles.signatures}>
              <li>
                {pv.president}
                <span className={styles.qualite}>Présidence du jury</span>
              </li>
              {membres.map((nom) => (
                <li key={nom}>
                  {nom}
                  <span className={styles.qualite}>Membre du jury</span>
                </li>
              ))}
            </ul>
          </section>
          <p className={styles.empreinte}>
            Empreinte SHA-256 de l'instantané : <code>{pv.sha256}</code>
          </p>
        </div>
      </>
    );
  },
});

type Lignes = NonNullable<Awaited<ReturnType<typeof loadPv>>>["vue"]["lignes"];

function Motifs({ lignes }: { readonly lignes: Lignes }) {
  const motivees = lignes.filter((l) => l.motifs.length > 0);
  if (motivees.length === 0) return null;
  return (
    <section className={styles.bloc} aria-labelledby="motifs">
      <h2 id="motifs">Motifs</h2>
      <ul className={styles.motifs}>
        {motivees.map((l) => (
          <li key={l.id}>
            <strong>{l.nom}</strong> : {l.motifs.map((m) => `${m.objet} ${m.code}, ${m.motif}`).join(" ; ")}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Un niveau validé acquiert ceux du dessous : ces décisions portent sur des années déjà jugées. */
function Passees({ lignes }: { readonly lignes: Lignes }) {
  const concernees = lignes.filter((l) => l.passees.length > 0);
  if (concernees.length === 0) return null;
  return (
    <section className={styles.bloc} aria-labelledby="passees">
      <h2 id="passees">Décisions sur les années passées</h2>
      <ul className={styles.motifs}>
        {concernees.map((l) => (
          <li key={l.id}>
            <strong>{l.nom}</strong> : {l.passees.join(", ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
