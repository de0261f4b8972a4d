"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./sous-navigation.module.css";

interface Props {
  readonly pages: readonly { readonly titre: string; readonly href: string }[];
}

export function SousNavigation({ pages }: Props) {
  const chemin = usePathname();
  const ici = (href: string) => chemin === href || (href !== "/scolarite" && chemin.startsWith(`${href}/`));
  return (
    <nav className={styles.nav} aria-label="Scolarité">
      <ul>
        {pages.map(({ titre, href }) => (
          <li key={href}>
            <Link href={href} aria-current={ici(href) ? "page" : undefined}>
              {titre}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
