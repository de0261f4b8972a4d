import type { Metadata } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Symboles } from "@/components/ui/symboles";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Paliers", template: "%s · Paliers" },
  description: "Notes, UE, compétences et jurys du département.",
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Rien n'est écrit d'avance : les scripts d'une page portent le nonce de sa propre réponse.
  await connection();
  return (
    <html lang="fr">
      <body>
        <Symboles />
        {children}
      </body>
    </html>
  );
}
