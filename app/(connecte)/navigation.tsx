"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./layout.module.css";

interface Props {
  readonly espaces: readonly { readonly titre: string; readonly href: string }[];
}

export function Navigation({ espaces }: Props) {
  const chemin = usePathname();
  return (
    <nav className={styles.nav} aria-label="Espaces">
      <ul>
        {espaces.map(({ titre, href }) => (
          <li key={href}>
            <Link href={href} aria-current={chemin === href || chemin.startsWith(`${href}/`) ? "page" : undefined}>
              {titre}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
