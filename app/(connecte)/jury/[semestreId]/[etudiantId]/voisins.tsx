"use client";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { LinkButton } from "@/components/ui/button";
import styles from "./etudiant.module.css";

interface Props {
  readonly base: string;
  readonly requete: string;
  readonly etudiants: readonly { readonly id: string; readonly nom: string }[];
  readonly ici: string;
}

/** Étudiant précédent, étudiant suivant, dans l'ordre de la table d'où l'on vient ; flèches gauche et droite du clavier aussi. */
export function Voisins({ base, requete, etudiants, ici }: Props) {
  const router = useRouter();
  const rang = etudiants.findIndex((e) => e.id === ici);
  const precedent = etudiants[rang - 1];
  const suivant = etudiants[rang + 1];
  const adresse = (id: string): string => `${base}/${id}${requete}`;
  const versPrecedent = precedent && adresse(precedent.id);
  const versSuivant = suivant && adresse(suivant.id);

  useEffect(() => {
    function touche(evenement: KeyboardEvent) {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey } = evenement;
      if (altKey || ctrlKey || metaKey || shiftKey || document.querySelector("dialog[open]")) return;
      // Dans un champ ou une zone qui défile, les flèches gardent leur rôle.
      if (target instanceof Element && target.closest("input, select, textarea, [tabindex='0']")) return;
      const vers = key === "ArrowLeft" ? versPrecedent : key === "ArrowRight" ? versSuivant : undefined;
      if (vers) router.push(vers);
    }
    document.addEventListener("keydown", touche);
    return () => document.removeEventListener("keydown", touche);
  }, [router, versPrecedent, versSuivant]);

  return (
    <nav aria-label="Étudiants" className={styles.voisins}>
      <span className={styles.rang}>
        {rang + 1} sur {etudiants.length}
      </span>
      {versPrecedent && (
        <LinkButton href={versPrecedent} rel="prev" title={precedent.nom} aria-keyshortcuts="ArrowLeft">
          <ArrowLeft size={16} aria-hidden="true" /> Précédent
        </LinkButton>
      )}
      {versSuivant && (
        <LinkButton href={versSuivant} rel="next" title={suivant.nom} aria-keyshortcuts="ArrowRight">
          Suivant <ArrowRight size={16} aria-hidden="true" />
        </LinkButton>
      )}
    </nav>
  );
}
