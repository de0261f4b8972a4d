import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { type Centiemes, formatCentiemes } from "@/lib/but/nombres/centiemes";
import { type ClasseReglee, findDifferences, type VersionReglement } from "@/lib/scolarite/reglement/queries";
import styles from "../scolarite.module.css";
import { Rattachement } from "./rattachement";

interface Props {
  readonly classe: ClasseReglee;
  readonly versions: readonly VersionReglement[];
  /** La version dont on regarde l'effet ; l'adresse la porte. */
  readonly version: string | undefined;
}

/** Changer le règlement d'une classe : on voit d'abord ce que cela changerait. */
export async function Changement({ classe, versions, version }: Props) {
  const autres = versions.filter((v) => v.id !== classe.reglementId);
  const choisie = autres.find((v) => v.id === version);
  return (
    <Card className={styles.formulaire} aria-labelledby="changement">
      <h2 id="changement">{classe.titre}</h2>
      <p>
        Cette classe suit la version {classe.reglement}.{" "}
        {autres.length === 0 && "Créez une autre version pour pouvoir en changer."}
      </p>
      {autres.length > 0 && (
        <form method="get" className={styles.filtres}>
          <input type="hidden" name="semestre" value={classe.id} />
          <Select label="Autre version" name="version" defaultValue={choisie?.id} key={choisie?.id}>
            {autres.map((v) => (
              <option key={v.id} value={v.id}>
                {v.reglement.version}
              </option>
            ))}
          </Select>
          <Button type="submit">Voir ce qui changerait</Button>
        </form>
      )}
      {choisie && <Effets classe={classe} choisie={choisie} />}
    </Card>
  );
}

const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`;
const ecrite = (moyenne: Centiemes | null): string => (moyenne === null ? "—" : formatCentiemes(moyenne));

async function Effets({ classe, choisie }: { readonly classe: ClasseReglee; readonly choisie: VersionReglement }) {
  const d = await findDifferences(classe.id, choisie.id);
  if (!d) return null;
  const { version } = choisie.reglement;
  const changent = [
    ...(d.moyennes > 0 ? [`${pluriel(d.moyennes, "moyenne d'UE bouge", "moyennes d'UE bougent")} sur ${d.ues}`] : []),
    ...(d.rcues > 0 ? [pluriel(d.rcues, "proposition de RCUE change", "propositions de RCUE changent")] : []),
    ...(d.annees > 0 ? [pluriel(d.annees, "proposition d'année change", "propositions d'année changent")] : []),
  ];
  return (
    <>
      <p role="status">
        Avec la version {version}, {changent.length > 0 ? `${changent.join(", ")}, et ` : "rien ne bouge et "}
        <strong>
          {d.codes.length === 0
            ? "aucune UE ne change de code"
            : pluriel(d.codes.length, "UE change de code", "UE changent de code")}
        </strong>
        . <span className={styles.doux}>D'après ce qui est publié.</span>
      </p>
      {d.codes.length > 0 && (
        <Table titre="UE qui changeraient de code">
          <thead>
            <tr>
              <th scope="col">Étudiant</th>
              <th scope="col">UE</th>
              <th scope="col" className="nombre">
                Aujourd'hui
              </th>
              <th scope="col" className="nombre">
                Avec {version}
              </th>
            </tr>
          </thead>
          <tbody>
            {d.codes.map((c) => (
              <tr key={`${c.etudiant} ${c.competence} ${c.numero}`}>
                <th scope="row">{c.etudiant}</th>
                <td>
                  {c.competence} S{c.numero}
                </td>
                <td className="nombre">
                  {ecrite(c.avant.moyenne)} {c.avant.code}
                </td>
                <td className="nombre">
                  {ecrite(c.apres.moyenne)} {c.apres.code}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Rattachement classe={classe} reglementId={choisie.id} nom={version} />
    </>
  );
}
