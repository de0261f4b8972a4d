"use client";
import type { ComponentProps } from "react";
import { ErreurInattendue } from "@/components/erreur-inattendue";

export default function ErreurHorsSession(props: ComponentProps<typeof ErreurInattendue>) {
  return (
    <main>
      <ErreurInattendue {...props} />
    </main>
  );
}
