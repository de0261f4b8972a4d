"use client";
import { useRouter } from "next/navigation";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useEnvoi } from "@/components/use-envoi";
import { attachReglement } from "@/lib/scolarite/reglement/actions";
import type { ClasseReglee } from "@/lib/scolarite/reglement/queries";
import styles from "../scolarite.module.css";

interface Props {
  readonly classe: ClasseReglee;
  readonly reglementId: string;
  readonly nom: string;
}

export function Rattachement({ classe: { id, version }, reglementId, nom }: Props) {
  const router = useRouter();
  const { envoyer, enCours, resultat, erreurs } = useEnvoi(attachReglement, () =>
    router.replace("/scolarite/reglement"),
  );
  return (
    <>
      {erreurs.reglementId && (
        <Notice ton="danger" role="alert">
          {erreurs.reglementId}
        </Notice>
      )}
      <RefusGeneral resultat={resultat} />
      <div className={styles.ligne}>
        <Button aspect="principal" disabled={enCours} onClick={() => envoyer({ semestreId: id, version, reglementId })}>
          Faire suivre la version {nom}
        </Button>
      </div>
    </>
  );
}
