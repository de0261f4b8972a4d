import { Search } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { ecrireFiltre, type Filtre, isDansVue, TRIS, VUES, type Vue } from "@/lib/jury/filtre";
import type { Jury } from "@/lib/jury/queries";
import styles from "./semestre.module.css";

interface Props {
  readonly filtre: Filtre;
  readonly jury: Pick<Jury, "lignes" | "parcours" | "groupes" | "aConfirmer">;
  readonly semestreId: string;
  readonly montres: number;
}

/** Les filtres sont dans l'adresse : un lien ouvre la même vue, et tout marche sans JavaScript. */
export function Filtres({ filtre, jury, semestreId, montres }: Props) {
  const base = `/jury/${semestreId}`;
  return (
    <section className={styles.filtres} aria-label="Filtres">
      <nav aria-label="Vues">
        <ul className={styles.vues}>
          {(Object.keys(VUES) as Vue[]).map((vue) => (
            <li key={vue}>
              <Link
                href={`${base}${ecrireFiltre(filtre, { vue })}`}
                aria-current={filtre.vue === vue ? "true" : undefined}
              >
                {VUES[vue]} <span>{jury.lignes.filter((l) => isDansVue(l, vue)).length}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Form action={base} className={styles.formulaire}>
        <input type="hidden" name="vue" value={filtre.vue} />
        <Input label="Nom ou numéro" name="nom" type="search" defaultValue={filtre.nom} />
        {jury.parcours.length > 1 && (
          <Choix label="Parcours" nom="parcours" valeur={filtre.parcours} parmi={jury.parcours} />
        )}
        {jury.groupes.length > 1 && <Choix label="Groupe" nom="groupe" valeur={filtre.groupe} parmi={jury.groupes} />}
        <Select label="Trier par" name="tri" defaultValue={filtre.tri}>
          {Object.entries(TRIS).map(([cle, libelle]) => (
            <option key={cle} value={cle}>
              {libelle}
            </option>
          ))}
        </Select>
        <Button type="submit">
          <Search size={16} aria-hidden="true" />
          Filtrer
        </Button>
      </Form>
      <p className={styles.compte} role="status">
        {montres} {montres > 1 ? "étudiants montrés" : "étudiant montré"} sur {jury.lignes.length}
        {jury.aConfirmer > 0 && " · moyennes aux coefficients par défaut, à confirmer par le département"}
      </p>
    </section>
  );
}

interface PropsChoix {
  readonly label: string;
  readonly nom: string;
  readonly valeur: string;
  readonly parmi: readonly string[];
}

function Choix({ label, nom, valeur, parmi }: PropsChoix) {
  return (
    <Select label={label} name={nom} defaultValue={valeur}>
      <option value="">Tous</option>
      {parmi.map((v) => (
        <option key={v}>{v}</option>
      ))}
    </Select>
  );
}
