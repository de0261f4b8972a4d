"use client";
import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button";
import styles from "./layout.module.css";

/** Ferme la session et recharge : rien de la personne ne reste dans la mémoire de la page. */
export function Deconnexion() {
  return (
    <Button aspect="discret" petit onClick={() => signOut({ callbackUrl: "/connexion" })}>
      <LogOut size={16} aria-hidden="true" />
      <span className={styles.mot}>Se déconnecter</span>
    </Button>
  );
}
