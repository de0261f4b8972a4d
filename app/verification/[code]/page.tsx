import type { Metadata } from "next";
import { Jour } from "@/components/ui/jour";
import { Notice } from "@/components/ui/notice";
import { definePublicPage } from "@/lib/auth/public";
import { parseCode } from "@/lib/documents/code";
import { consumeVerification } from "@/lib/documents/pdf/cadence";
import { findVerification, type Verification } from "@/lib/documents/queries";
import { TITRES_DOCUMENT } from "@/lib/documents/types";
import { nomComplet } from "@/lib/libelles";
import { Cadre } from "../cadre";
import styles from "../verification.module.css";

export const metadata: Metadata = { title: "Vérification d'un document", robots: { index: false } };

/** Ce que dit un code à n'importe qui : à qui, quoi, quand, et si c'est encore vrai. Jamais un résultat. */
export default definePublicPage(async ({ params }) => {
  const saisie = lit(params.code ?? "");
  const code = parseCode(saisie);
  if (code === null) {
    return (
      <Cadre saisie={saisie}>
        <Notice ton="attention">
          « {saisie} » n'est pas un code de vérification : relisez-le sur le document. Il a quatre groupes de quatre
          lettres ou chiffres, sans 0, 1, I ni O.
        </Notice>
      </Cadre>
    );
  }
  if (!(await consumeVerification())) {
    return (
      <Cadre saisie={code}>
        <Notice ton="attention">Trop de vérifications à la suite : réessayez dans dix minutes.</Notice>
      </Cadre>
    );
  }
  const trouve = await findVerification(code);
  return (
    <Cadre saisie={code}>
      {trouve ? (
        <Reponse verification={trouve} />
      ) : (
        <Notice ton="danger">
          Aucun document remis par ce département ne porte le code {code}. S'il est écrit ainsi sur un document, ce
          document n'est pas authentique.
        </Notice>
      )}
    </Cadre>
  );
});

function lit(segment: string): string {
  try {
    return decodeURIComponent(segment).slice(0, 64);
  } catch {
    return segment.slice(0, 64);
  }
}

function Reponse({ verification: v }: { readonly verification: Verification }) {
  return (
    <>
      {v.exact ? (
        <Notice ton="succes">
          <strong>Document authentique, toujours exact.</strong> Les résultats qu'il énonce sont ceux d'aujourd'hui.
        </Notice>
      ) : (
        <Notice ton="attention">
          <strong>Document authentique, mais dépassé.</strong> Les résultats ont changé depuis : demandez un nouveau
          document.
        </Notice>
      )}
      <dl className={styles.faits}>
        <div>
          <dt>Document</dt>
          <dd>{TITRES_DOCUMENT[v.type]}</dd>
        </div>
        <div>
          <dt>Remis à</dt>
          <dd>{nomComplet(v)}</dd>
        </div>
        {v.semestre && (
          <div>
            <dt>Semestre</dt>
            <dd>
              Semestre {v.semestre.numero}, {v.semestre.anneeUniversitaire}
            </dd>
          </div>
        )}
        <div>
          <dt>Remis le</dt>
          <dd>
            <Jour le={v.creeLe} />
          </dd>
        </div>
        <div>
          <dt>Code</dt>
          <dd className={styles.code}>{v.code}</dd>
        </div>
      </dl>
      <p className={styles.doux}>
        Comparez ces lignes au document que vous avez reçu. Cette page ne montre aucun résultat : ils ne sont que sur le
        document.
      </p>
    </>
  );
}
