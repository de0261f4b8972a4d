import { SENS_CODE } from "@/components/code-decision";
import { Table } from "@/components/ui/table";
import { formatCentiemes } from "@/lib/but/nombres/centiemes";
import { cleCase, type LignePv, type VuePv } from "@/lib/jury/pv/vue";

interface Props {
  readonly vue: VuePv;
  readonly ligne: LignePv;
}

/** Les décisions d'un étudiant, chaque code avec ses mots : personne ne doit savoir ce que CMP veut dire. */
export function TableLettre({ vue, ligne }: Props) {
  const objets = [
    ...vue.semestres.map((s) => ({ portee: "ue", rang: s, titre: `UE S${s}` })),
    ...(vue.pair ? [{ portee: "rcue", rang: vue.annee, titre: `RCUE BUT${vue.annee}` }] : []),
  ];
  const lignes = vue.colonnes.flatMap((c) =>
    objets.flatMap((o) => {
      const decision = ligne.cases.get(cleCase(c.numero, o.portee, o.rang));
      return decision ? [{ competence: ligne.competences.get(c.numero) ?? c.titre, objet: o.titre, decision }] : [];
    }),
  );
  return (
    <Table titre={`Décisions pour ${ligne.nom}`}>
      <thead>
        <tr>
          <th scope="col">Compétence</th>
          <th scope="col">Objet</th>
          <th scope="col" className="nombre">
            Moyenne
          </th>
          <th scope="col">Décision</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map(({ competence, objet, decision }) => (
          <tr key={`${competence} ${objet}`}>
            <th scope="row">{competence}</th>
            <td>{objet}</td>
            <td className="nombre">{decision.moyenneVue === null ? "–" : formatCentiemes(decision.moyenneVue)}</td>
            <td>
              <strong>{decision.code}</strong>, {SENS_CODE[decision.code]}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
