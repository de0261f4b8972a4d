"use client";
import { Button } from "@/components/ui/button";

export default function ErreurInattendue({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <main style={{ maxWidth: "34rem", margin: "18vh auto 0", padding: "0 1rem", display: "grid", gap: "0.75rem" }}>
      <h1>Une erreur est survenue</h1>
      <p>
        Rien de ce qui était enregistré n'est perdu. Réessayez ; si cela recommence, transmettez cette référence à la
        scolarité : <code>{error.digest ?? "sans référence"}</code>.
      </p>
      <div>
        <Button aspect="principal" onClick={reset}>
          Réessayer
        </Button>
      </div>
    </main>
  );
}
