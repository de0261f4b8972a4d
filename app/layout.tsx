import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Symboles } from "@/components/ui/icone";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Paliers", template: "%s · Paliers" },
  description: "Notes, UE, compétences et jurys du département.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f5f1" },
    { media: "(prefers-color-scheme: dark)", color: "#12151b" },
  ],
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
