import type { Metadata } from "next";
import { LienDemandes } from "@/components/corrections/lien-demandes";
import { PageHeader } from "@/components/ui/page-header";
import { definePage } from "@/lib/auth/guard";
import { aFaire, urgence } from "@/lib/enseignement/a-faire";
import { listElementsSuivis } from "@/lib/enseignement/queries";
import type { ElementSuivi } from "@/lib/evaluations/effectifs";
import { raisonVerrou } from "@/lib/evaluations/libelles";
import styles from "./enseignement.module.css";
import { jourCourant } from "./instants";
import { SemestreSuivi } from "./semestre-suivi";

export const metadata: Metadata = { title: "Enseignement" };

/** Par semestre, ce qui presse en premier, puis les plus récents. */
function parSemestre(elements: readonly ElementSuivi[], aujourdhui: string): readonly (readonly ElementSuivi[])[] {
  const groupes = new Map<string, ElementSuivi[]>();
  for (const e of elements) groupes.set(e.semestre.id, [...(groupes.get(e.semestre.id) ?? []), e]);
  const presse = (e: ElementSuivi) => urgence(aFaire(e, aujourdhui));
  const pressant = (groupe: readonly ElementSuivi[]) => Math.max(...groupe.map(presse));
  const cle = ([premier]: readonly ElementSuivi[]) =>
    premier ? `${premier.semestre.anneeUniversitaire} ${9 - premier.semestre.numero}` : "";
  return [...groupes.values()]
    .map((groupe) => groupe.sort((a, b) => presse(b) - presse(a)))
    .sort((a, b) => pressant(b) - pressant(a) || cle(b).localeCompare(cle(a)));
}

const isOuvert = ([premier]: readonly ElementSuivi[]): boolean =>
  premier !== undefined && raisonVerrou(premier.semestre.etat) === null;

export default definePage({
  action: "enseignement:lire",
  chemin: "/enseignement",
  render: async ({ user }) => {
    const aujourdhui = jourCourant();
    const semestres = parSemestre(await listElementsSuivis(user), aujourdhui);
    const ouverts = semestres.filter(isOuvert);
    const fermes = semestres.filter((s) => !isOuvert(s));
    const presses = semestres.flat().filter((e) => urgence(aFaire(e, aujourdhui)) >= 2).length;
    return (
      <>
        <PageHeader
          titre="Mes enseignements"
          sousTitre={
            semestres.length === 0
              ? "Aucun élément ne vous est affecté pour l'instant : la scolarité s'en charge."
              : presses === 0
                ? "Tout est à jour."
                : presses === 1
                  ? "Un élément attend quelque chose de vous."
                  : `${presses} éléments attendent quelque chose de vous.`
          }
        >
          <LienDemandes user={user} />
        </PageHeader>
        <div className={styles.semestres}>
          {ouverts.map((elements) => (
            <SemestreSuivi key={elements[0]?.semestre.id} elements={elements} aujourdhui={aujourdhui} />
          ))}
          {fermes.length > 0 && (
            <details open={ouverts.length === 0} className={styles.fermes}>
              <summary>Semestres fermés à la saisie ({fermes.length})</summary>
              <div className={styles.semestres}>
                {fermes.map((elements) => (
                  <SemestreSuivi key={elements[0]?.semestre.id} elements={elements} aujourdhui={aujourdhui} />
                ))}
              </div>
            </details>
          )}
        </div>
      </>
    );
  },
});
