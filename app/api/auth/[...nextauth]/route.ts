import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/config";

type Contexte = RouteContext<"/api/auth/[...nextauth]">;

function repond(requete: Request, contexte: Contexte) {
  return NextAuth(requete as never, contexte as never, authOptions());
}

export { repond as GET, repond as POST };
