import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Symboles } from "@/components/ui/symboles";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Paliers", template: "%s · Paliers" },
  description: "Notes, UE, compétences et jurys du département.",
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="fr">
      <body>
        <Symboles />
        {children}
      </body>
    </html>
  );
}
