import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { formatCentiemes, formatCourt } from "@/lib/but/nombres/centiemes";
import { isNoteAttendue } from "@/lib/evaluations/libelles";
import type { Comparaison } from "@/lib/notes/double/queries";
import type { Grille } from "@/lib/notes/queries";
import { statistiques } from "@/lib/notes/statistiques";

const RIEN_A_PUBLIER = "Aucune note n'est saisie : il n'y a rien à publier. Saisissez au moins une note.";

export const isVide = (grille: Grille | undefined): boolean =>
  !grille?.lignes.some((l) => l.etat === "I" && (l.note?.note ?? null) !== null);

const noms = (lignes: readonly { readonly nom: string; readonly prenom: string }[]): string =>
  lignes.map((l) => `${l.nom} ${l.prenom}`).join(", ");

/** Les écarts à trancher entre les deux saisies. */
export const ecartsDe = (comparaison: Comparaison | undefined) =>
  comparaison?.lignes.filter((l) => l.sort === "ecart") ?? [];

/** Ce que la double saisie n'a pas encore fini. */
function ResteDouble({ comparaison }: { readonly comparaison: Comparaison }) {
  const ecarts = ecartsDe(comparaison);
  const seules = comparaison.lignes.filter((l) => l.sort === "premiere-seule" || l.sort === "seconde-seule");
  if (ecarts.length === 0 && seules.length === 0)
    return <Notice ton="succes">Les deux saisies sont identiques.</Notice>;
  return (
    <Notice ton={ecarts.length > 0 ? "danger" : "attention"}>
      {ecarts.length > 0 && (
        <p>
          <strong>{ecarts.length > 1 ? `${ecarts.length} copies ont` : "1 copie a"} deux notes différentes : </strong>
          {noms(ecarts)}.
        </p>
      )}
      {seules.length > 0 && (
        <p>
          {seules.length > 1 ? `${seules.length} copies ne sont saisies` : "1 copie n'est saisie"} qu'une fois :{" "}
          {noms(seules)}.
        </p>
      )}
      <p>
        <Link href={`/enseignement/evaluations/${comparaison.evaluation.id}/comparaison`}>
          Comparer les deux saisies
        </Link>
      </p>
    </Notice>
  );
}

/** Ce que verront les étudiants, et qui n'a pas de note. */
export function ApercuPublication({
  grille,
  comparaison,
}: {
  readonly grille: Grille;
  readonly comparaison: Comparaison | undefined;
}) {
  const inscrits = grille.lignes.filter((l) => l.etat === "I");
  const manquants = inscrits.filter((l) => (l.note?.note ?? null) === null);
  const s = statistiques(inscrits.map((l) => l.note?.note ?? null));
  const attendue = isNoteAttendue(grille.evaluation.type);
  const notes = inscrits.length - manquants.length;
  if (notes === 0) return <Notice ton="attention">{RIEN_A_PUBLIER}</Notice>;
  return (
    <>
      <p>
        Dès la publication, {notes > 1 ? `${notes} étudiants verront leur note` : `${notes} étudiant verra sa note`} sur{" "}
        {formatCourt(grille.evaluation.bareme)}, et elle comptera dans {notes > 1 ? "leurs" : "ses"} moyennes. Ensuite,
        changer une note demandera un motif.
      </p>
      {s.chiffres && (
        <p>
          Moyenne {formatCentiemes(s.chiffres.moyenne)} · de {formatCentiemes(s.chiffres.min)} à{" "}
          {formatCentiemes(s.chiffres.max)} · {s.abs} ABS · {s.exc} EXC · {s.att} ATT
        </p>
      )}
      {comparaison && <ResteDouble comparaison={comparaison} />}
      {manquants.length === 0 ? (
        <Notice ton="succes">Aucune note ne manque.</Notice>
      ) : attendue ? (
        <Notice ton="attention">
          <p>
            <strong>
              {manquants.length > 1 ? `${manquants.length} notes manquent` : "1 note manque"} : les moyennes de ces
              étudiants resteront provisoires.
            </strong>
          </p>
          <p>{noms(manquants)}</p>
        </Notice>
      ) : (
        <Notice>
          {manquants.length > 1 ? `${manquants.length} étudiants n'ont` : "1 étudiant n'a"} pas de note ici : rien ne
          change pour {manquants.length > 1 ? "eux" : "lui"}.
        </Notice>
      )}
    </>
  );
}
