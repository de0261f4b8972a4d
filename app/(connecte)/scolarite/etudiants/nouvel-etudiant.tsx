"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IdentiteForm } from "./identite-form";

export function NouvelEtudiant() {
  const router = useRouter();
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Button aspect="principal" onClick={() => setOuvert(true)}>
        <Plus size={18} aria-hidden="true" />
        Ajouter un étudiant
      </Button>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre="Nouvel étudiant">
        <IdentiteForm
          etudiant={{ id: null, numero: "", nom: "", prenom: "" }}
          onFait={(id) => router.push(`/scolarite/etudiants/${id}`)}
        />
      </Dialog>
    </>
  );
}
