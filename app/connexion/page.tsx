import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Marque } from "@/components/marque";
import { comptesDemonstration } from "@/lib/auth/demonstration";
import { getUser } from "@/lib/auth/session";
import styles from "./connexion.module.css";
import { ConnexionForm } from "./connexion-form";

export const metadata: Metadata = { title: "Connexion" };

/** Où aller ensuite : un chemin de ce site seulement, jamais l'adresse d'un autre. */
function retourSur(valeur: string | string[] | undefined): string {
  return typeof valeur === "string" && /^\/(?![/\\])/.test(valeur) ? valeur : "/";
}

export default async function Page({ searchParams }: PageProps<"/connexion">) {
  const retour = retourSur((await searchParams).retour);
  if (await getUser()) redirect(retour);
  return (
    <main className={styles.page}>
      <div className={styles.presentation}>
        <p className={styles.marque}>
          <Marque taille={34} /> Paliers
        </p>
        <p className={styles.promesse}>Vos notes, vos UE, vos trois niveaux : chaque nombre avec son calcul.</p>
      </div>
      <ConnexionForm retour={retour} comptes={comptesDemonstration()} />
    </main>
  );
}
