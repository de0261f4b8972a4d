"use client";
import { Printer } from "lucide-react";
import { Button } from "./ui/button";

export function Imprimer() {
  return (
    <Button aspect="principal" onClick={() => window.print()}>
      <Printer size={16} aria-hidden="true" />
      Imprimer
    </Button>
  );
}
