import { Notice } from "@/components/ui/notice";
import styles from "./compte.module.css";

const QUAND = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Paris" });

/** Des essais ratés que la personne n'a peut-être pas faits : elle le sait, et sait quoi faire. */
export function Alertes({ instants }: { readonly instants: readonly string[] }) {
  const [dernier] = instants;
  if (!dernier) return null;
  return (
    <div className={styles.alerte}>
      <Notice ton="attention">
        Le {QUAND.format(new Date(dernier))}, plusieurs mots de passe faux ont été essayés avec votre adresse
        {instants.length > 1 ? ` (${instants.length} fois depuis un mois)` : ""}. Votre accès n'a pas été fermé. Si ce
        n'était pas vous, dites-le à la scolarité, et changez votre mot de passe s'il a déjà servi ailleurs.
      </Notice>
    </div>
  );
}
