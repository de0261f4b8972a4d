import Link from "next/link";
import type { ReactNode } from "react";
import { Marque } from "@/components/marque";
import { espaces } from "@/lib/auth/espaces";
import { getUser } from "@/lib/auth/session";
import { Deconnexion } from "./deconnexion";
import styles from "./layout.module.css";
import { Navigation } from "./navigation";

/** L'en-tête commun. Il ne protège rien : chaque page passe par le garde. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  const user = await getUser();
  return (
    <>
      <a className={styles.saut} href="#contenu">
        Aller au contenu
      </a>
      <header className={styles.entete}>
        <div className={styles.barre}>
          <Link href="/" className={styles.marque}>
            <Marque />
            Paliers
          </Link>
          {user && (
            <>
              <Navigation espaces={espaces(user).map(({ titre, href }) => ({ titre, href }))} />
              <div className={styles.compte}>
                <Link href="/compte" className={styles.nom}>
                  <span className="lecteur-seul">Mon compte : </span>
                  {user.prenom} {user.nom}
                </Link>
                <Deconnexion />
              </div>
            </>
          )}
        </div>
      </header>
      <main id="contenu" className={styles.contenu} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
