/** Les trois paliers d'une compétence. Décorative : le nom est écrit à côté. */
export function Marque({ taille = 26 }: { readonly taille?: number }) {
  return (
    <svg width={taille} height={taille} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path
        d="M6 25v-6h7v-6h7V7h6"
        fill="none"
        stroke="var(--sur-accent)"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
