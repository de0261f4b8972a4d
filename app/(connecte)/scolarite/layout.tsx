import type { ReactNode } from "react";
import { type Action, can } from "@/lib/auth/permissions";
import { getUser } from "@/lib/auth/session";
import { SousNavigation } from "./sous-navigation";

const PAGES: readonly { readonly titre: string; readonly href: string; readonly action: Action }[] = [
  { titre: "Vue d'ensemble", href: "/scolarite", action: "scolarite:lister" },
  { titre: "Avancement", href: "/scolarite/avancement", action: "scolarite:lister" },
  { titre: "Étudiants", href: "/scolarite/etudiants", action: "scolarite:lire" },
  { titre: "Promotions", href: "/scolarite/promotions", action: "scolarite:lire" },
  { titre: "Maquettes", href: "/scolarite/maquettes", action: "scolarite:lire" },
  { titre: "Règlement", href: "/scolarite/reglement", action: "scolarite:lire" },
  { titre: "Bonus", href: "/scolarite/bonus", action: "scolarite:lister" },
  { titre: "Demandes", href: "/enseignement/demandes", action: "correction:lire" },
  { titre: "Apogée", href: "/scolarite/apogee", action: "apogee:ecrire" },
  { titre: "Comptes", href: "/scolarite/comptes", action: "compte:gerer" },
  { titre: "Diagnostic", href: "/scolarite/diagnostic", action: "diagnostic:lire" },
  { titre: "Journal", href: "/scolarite/journal", action: "journal:lire" },
];

/** Les pages de la scolarité ouvertes à cette personne. Rien n'est protégé ici : chaque page passe par le garde. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  const user = await getUser();
  const pages = user ? PAGES.filter((p) => can(user, p.action)) : [];
  return (
    <>
      {pages.length > 0 && <SousNavigation pages={pages.map(({ titre, href }) => ({ titre, href }))} />}
      {children}
    </>
  );
}
