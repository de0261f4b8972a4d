"use client";
import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button";

/** Ferme la session et recharge : rien de la personne ne reste dans la mémoire de la page. */
export function Deconnexion() {
  return (
    <Button aspect="discret" petit onClick={() => signOut({ callbackUrl: "/connexion" })}>
      <LogOut size={16} aria-hidden="true" />
      Se déconnecter
    </Button>
  );
}
