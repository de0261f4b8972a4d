import Link from "next/link";
import { raisonFermeture } from "@/lib/corrections/libelles";
import type { Demande } from "@/lib/corrections/queries";
import styles from "./lien-correction.module.css";

/** Là où un calcul s'explique : par où contester une des notes dont il part, tant qu'elle peut changer. */
export function VersMesNotes({ semestre }: { readonly semestre: Pick<Demande["semestre"], "id" | "etat"> }) {
  if (raisonFermeture(semestre.etat)) return null;
  return (
    <p className={styles.invite}>
      Une note vous semble fausse ?{" "}
      <Link href={`/moi/notes?semestre=${encodeURIComponent(semestre.id)}`} prefetch={false}>
        Demandez sa correction, sous elle, dans vos notes
      </Link>
      .
    </p>
  );
}
