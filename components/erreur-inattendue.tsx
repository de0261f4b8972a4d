"use client";
import { MessagePage } from "./message-page";
import { Button } from "./ui/button";

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export function ErreurInattendue({ error, reset }: Props) {
  return (
    <MessagePage titre="Une erreur est survenue">
      <p>
        Rien de ce qui était enregistré n'est perdu. Réessayez ; si cela recommence, transmettez cette référence à la
        scolarité : <code>{error.digest ?? "sans référence"}</code>.
      </p>
      <div>
        <Button aspect="principal" onClick={reset}>
          Réessayer
        </Button>
      </div>
    </MessagePage>
  );
}
