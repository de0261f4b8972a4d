import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Marque } from "@/components/marque";
import { comptesDemonstration } from "@/lib/auth/demonstration";
import { cheminInterne } from "@/lib/auth/retour";
import { getUser } from "@/lib/auth/session";
import styles from "./connexion.module.css";
import { ConnexionForm } from "./connexion-form";

export const metadata: Metadata = { title: "Connexion" };

export default async function Page({ searchParams }: PageProps<"/connexion">) {
  const retour = cheminInterne((await searchParams).retour);
  if (await getUser()) redirect(retour);
  return (
    <main className={styles.page}>
      <div className={styles.presentation}>
        <p className={styles.marque}>
          <Marque taille={34} /> Paliers
        </p>
        <p className={styles.promesse}>Vos notes, vos UE, vos trois niveaux : chaque nombre avec son calcul.</p>
      </div>
      <ConnexionForm retour={retour} comptes={comptesDemonstration()} />
    </main>
  );
}
