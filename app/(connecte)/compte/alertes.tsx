import { Notice } from "@/components/ui/notice";

const QUAND = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Paris" });

/** Des essais ratés que la personne n'a peut-être pas faits : elle le sait, et sait qu'il n'y a rien de perdu. */
export function Alertes({ instants }: { readonly instants: readonly string[] }) {
  const [dernier] = instants;
  if (!dernier) return null;
  return (
    <Notice ton="attention">
      Le {QUAND.format(new Date(dernier))}, plusieurs mots de passe faux ont été essayés avec votre adresse
      {instants.length > 1 ? ` (${instants.length} fois ce mois-ci)` : ""}. Personne n'est entré par là, et votre accès
      n'a pas été fermé. Si ce n'était pas vous, dites-le à la scolarité.
    </Notice>
  );
}
