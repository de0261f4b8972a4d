import { Introuvable } from "@/components/introuvable";

export default function NotFound() {
  return (
    <main>
      <Introuvable />
    </main>
  );
}
