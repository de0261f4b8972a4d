import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { Cellule, Remplissage } from "@/lib/apogee/remplissage";
import local from "./apogee.module.css";

export interface FichierRempli extends Omit<Remplissage, "inconnus" | "octets"> {
  readonly titre: string;
  readonly etudiants: number;
  readonly inconnus: readonly {
    readonly ligne: number;
    readonly numero: string;
    readonly nom: string;
    readonly prenom: string;
  }[];
  readonly contenu: string;
}

const pluriel = (n: number, un: string, plusieurs: string): string =>
  `${n.toLocaleString("fr-FR")} ${n > 1 ? plusieurs : un}`;

/** Ce qui demande un regard d'abord, puis ce qui serait écrit. */
export function ApercuRemplissage({ rempli }: { readonly rempli: FichierRempli }) {
  const { titre, etudiants, remplies, changees, inconnus, absents, codesInconnus, refus } = rempli;
  const rien = remplies.length + changees.length === 0;
  return (
    <div className={local.apercu}>
      <p>
        <strong>{titre || "Fichier Apogée"}</strong>, {pluriel(etudiants, "étudiant", "étudiants")}.{" "}
        {rien
          ? "Paliers n'a rien à y changer."
          : [
              remplies.length > 0 &&
                pluriel(remplies.length, "cellule vide serait remplie", "cellules vides seraient remplies"),
              changees.length > 0 && pluriel(changees.length, "déjà remplie changerait", "déjà remplies changeraient"),
            ]
              .filter(Boolean)
              .join(", ")
              .concat(".")}
      </p>
      {inconnus.length > 0 && (
        <Liste
          ton="attention"
          titre={pluriel(
            inconnus.length,
            "étudiant du fichier est inconnu ici",
            "étudiants du fichier sont inconnus ici",
          )}
        >
          {inconnus.map((e) => (
            <li key={e.ligne}>
              {e.nom} {e.prenom}, {e.numero} (ligne {e.ligne}) : sa ligne reste telle quelle.
            </li>
          ))}
        </Liste>
      )}
      {absents.length > 0 && (
        <Liste
          ton="attention"
          titre={pluriel(
            absents.length,
            "étudiant d'ici n'est pas dans le fichier",
            "étudiants d'ici ne sont pas dans le fichier",
          )}
        >
          {absents.map((e) => (
            <li key={e.id}>
              {e.nom} {e.prenom}, {e.numero}
            </li>
          ))}
        </Liste>
      )}
      {refus.length > 0 && (
        <Liste
          ton="attention"
          titre={pluriel(
            refus.length,
            "case reste vide et devrait être remplie",
            "cases restent vides et devraient être remplies",
          )}
        >
          {refus.map((r) => (
            <li key={`${r.ligne} ${r.code} ${r.raison}`}>
              {r.personne}, {r.code} : {r.raison}.
            </li>
          ))}
        </Liste>
      )}
      {codesInconnus.length > 0 && (
        <Liste
          ton="info"
          titre={pluriel(
            codesInconnus.length,
            "code du fichier n'est à aucun objet d'ici",
            "codes du fichier ne sont à aucun objet d'ici",
          )}
        >
          {codesInconnus.map((c) => (
            <li key={c.code}>{c.titre || c.code}</li>
          ))}
        </Liste>
      )}
      {changees.length > 0 && <Cellules titre="Déjà remplies, et qui changeraient" cellules={changees} changees />}
      {remplies.length > 0 && (
        <details className={local.details}>
          <summary>
            {remplies.length > 1
              ? `Voir les ${remplies.length} cellules qui seraient remplies`
              : "Voir la cellule qui serait remplie"}
          </summary>
          <Cellules titre="Cellules qui seraient remplies" cellules={remplies} />
        </details>
      )}
    </div>
  );
}

function Liste({
  ton,
  titre,
  children,
}: {
  readonly ton: "attention" | "info";
  readonly titre: string;
  readonly children: ReactNode;
}) {
  return (
    <Notice ton={ton}>
      <details className={local.details}>
        <summary>{titre}</summary>
        <ul className={local.liste}>{children}</ul>
      </details>
    </Notice>
  );
}

const TYPES: Readonly<Record<string, string>> = { N: "note", B: "barème", R: "résultat" };

function Cellules({
  titre,
  cellules,
  changees,
}: {
  readonly titre: string;
  readonly cellules: readonly Cellule[];
  readonly changees?: boolean;
}) {
  return (
    <Table titre={titre}>
      <thead>
        <tr>
          <th scope="col">Étudiant</th>
          <th scope="col">Code</th>
          <th scope="col">Quoi</th>
          {changees && <th scope="col">Dans le fichier</th>}
          <th scope="col">{changees ? "Deviendrait" : "Valeur"}</th>
        </tr>
      </thead>
      <tbody>
        {cellules.map((c) => (
          <tr key={`${c.ligne} ${c.code} ${c.type}`}>
            <th scope="row">{c.personne}</th>
            <td>
              <code>{c.code}</code>
            </td>
            <td>{TYPES[c.type] ?? c.type}</td>
            {changees && <td>{c.avant}</td>}
            <td>{c.type === "R" ? <Badge>{c.apres}</Badge> : c.apres}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
