import Link from "next/link";
import { MessagePage } from "./message-page";

export function Introuvable() {
  return (
    <MessagePage titre="Introuvable">
      <p>Cette page n'existe pas, ou elle n'est pas ouverte à votre compte.</p>
      <p>
        <Link href="/">Revenir à l'accueil</Link>
      </p>
    </MessagePage>
  );
}
