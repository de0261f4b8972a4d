import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { definePublicPage } from "@/lib/auth/public";
import { parametre } from "@/lib/cursus/adresse";
import { Cadre } from "./cadre";

export const metadata: Metadata = { title: "Vérifier un document", robots: { index: false } };

export default definePublicPage(async ({ searchParams }) => {
  const code = parametre(searchParams.code)?.trim();
  if (code) redirect(`/verification/${encodeURIComponent(code.slice(0, 64))}`);
  return (
    <Cadre>
      <p>
        Un relevé ou une attestation de Paliers porte un code de vérification. Tapez-le ici : vous saurez à qui ce
        document a été remis, quand, et s'il est toujours à jour.
      </p>
    </Cadre>
  );
});
