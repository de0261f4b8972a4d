"use client";
import { RefusGeneral } from "@/components/refus-general";
import { Button } from "@/components/ui/button";
import { useEnvoi } from "@/components/use-envoi";
import { titreMaquetteSemestre } from "@/lib/libelles";
import { openSemestre } from "@/lib/scolarite/promotions/actions";
import type { ClasseLue } from "@/lib/scolarite/promotions/queries";

export function Ouverture({ classe: s }: { readonly classe: ClasseLue }) {
  const { envoyer, enCours, resultat } = useEnvoi(openSemestre);
  return (
    <>
      <Button
        petit
        disabled={enCours}
        aria-label={`Ouvrir ${titreMaquetteSemestre({ ...s, parcours: null })} ${s.anneeUniversitaire}`}
        onClick={() => envoyer({ semestreId: s.id, version: s.version })}
      >
        Ouvrir
      </Button>
      <RefusGeneral resultat={resultat} />
    </>
  );
}
