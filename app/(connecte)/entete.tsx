"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { signOut } from "next-auth/react";
import { Marque } from "@/components/marque";
import { Button } from "@/components/ui/button";
import { Icone } from "@/components/ui/icone";
import styles from "./entete.module.css";

interface Props {
  /** null : la page va conduire à la connexion. */
  readonly nom: string | null;
  readonly espaces: readonly { readonly titre: string; readonly href: string }[];
}

/** L'en-tête de tous les écrans : où l'on est, qui l'on est, et sortir. */
export function Entete({ nom, espaces }: Props) {
  const chemin = usePathname();
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
          {nom !== null && (
            <>
              <nav className={styles.nav} aria-label="Espaces">
                <ul>
                  {espaces.map(({ titre, href }) => (
                    <li key={href}>
                      <Link
                        href={href}
                        aria-current={chemin === href || chemin.startsWith(`${href}/`) ? "page" : undefined}
                      >
                        {titre}
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
              <div className={styles.compte}>
                <Link href="/compte" className={styles.nom}>
                  <span className="lecteur-seul">Mon compte : </span>
                  {nom}
                </Link>
                <Deconnexion />
              </div>
            </>
          )}
        </div>
      </header>
    </>
  );
}

/** Ferme la session et recharge : rien de la personne ne reste dans la mémoire de la page. */
function Deconnexion() {
  return (
    <Button aspect="discret" petit onClick={() => signOut({ callbackUrl: "/connexion" })}>
      <Icone nom="logOut" />
      <span className={styles.mot}>Se déconnecter</span>
    </Button>
  );
}
