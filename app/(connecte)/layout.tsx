import type { ReactNode } from "react";
import { espaces } from "@/lib/auth/espaces";
import { getUser } from "@/lib/auth/session";
import { Entete } from "./entete";
import styles from "./layout.module.css";

/** Le cadre commun. Il ne protège rien : chaque page passe par le garde. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  const user = await getUser();
  return (
    <>
      <Entete
        nom={user && `${user.prenom} ${user.nom}`}
        espaces={user ? espaces(user).map(({ titre, href }) => ({ titre, href })) : []}
      />
      <main id="contenu" className={styles.contenu} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
