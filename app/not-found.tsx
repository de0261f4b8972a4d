import Link from "next/link";

export default function NotFound() {
  return (
    <main style={{ maxWidth: "34rem", margin: "18vh auto 0", padding: "0 1rem", display: "grid", gap: "0.75rem" }}>
      <h1>Introuvable</h1>
      <p>Cette page n'existe pas, ou elle n'est pas ouverte à votre compte.</p>
      <p>
        <Link href="/">Revenir à l'accueil</Link>
      </p>
    </main>
  );
}
