"use client";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IdentiteForm } from "../identite-form";

export function Identite({ etudiant }: Pick<ComponentProps<typeof IdentiteForm>, "etudiant">) {
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Button onClick={() => setOuvert(true)}>Corriger l'identité</Button>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre="Identité">
        <IdentiteForm etudiant={etudiant} onFait={() => setOuvert(false)} />
      </Dialog>
    </>
  );
}
