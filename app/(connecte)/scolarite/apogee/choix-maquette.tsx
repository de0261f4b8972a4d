"use client";
import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/field";

interface Props {
  readonly maquettes: readonly { readonly id: string; readonly titre: string }[];
  readonly choisie: string;
}

export function ChoixMaquette({ maquettes, choisie }: Props) {
  const router = useRouter();
  return (
    <Select
      label="Version de la maquette"
      value={choisie}
      onChange={(e) => router.push(`/scolarite/apogee?maquette=${encodeURIComponent(e.target.value)}`)}
    >
      {maquettes.map((m) => (
        <option key={m.id} value={m.id}>
          {m.titre}
        </option>
      ))}
    </Select>
  );
}
