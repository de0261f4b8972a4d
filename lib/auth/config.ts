import "server-only";
import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { adressePublique } from "@/lib/environnement/lecture";
import { adresseClient } from "./adresse-client";
import { verifyIdentifiants } from "./identifiants";
import { secret } from "./secret";

declare module "next-auth" {
  interface Session {
    user: { id?: string; version?: number };
  }
  interface User {
    sessionVersion: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    version?: number;
  }
}

const HUIT_HEURES = 8 * 60 * 60;

/** Sur https, le préfixe fait refuser par le navigateur un cookie posé par un autre hôte ou sans chiffrement. */
const isHttps = () => adressePublique().startsWith("https:");
const nomAppareils = () => (isHttps() ? "__Host-paliers-appareils" : "paliers-appareils");
const UN_AN = 365 * 24 * 60 * 60;

async function authorize(donnees: Record<"email" | "motDePasse", string> | undefined) {
  const [pot, entetes] = await Promise.all([cookies(), headers()]);
  const qui = await verifyIdentifiants({
    email: donnees?.email ?? "",
    motDePasse: donnees?.motDePasse ?? "",
    adresse: adresseClient(entetes),
    appareils: pot.get(nomAppareils())?.value,
  });
  if (!qui) return null;
  pot.set(nomAppareils(), qui.appareils, {
    httpOnly: true,
    sameSite: "lax",
    secure: isHttps(),
    path: "/",
    maxAge: UN_AN,
  });
  return { id: qui.id, sessionVersion: qui.sessionVersion };
}

/** Réglages de next-auth : le jeton ne porte que l'identifiant et la version de session, jamais un rôle. */
export function authOptions(): NextAuthOptions {
  return {
    secret: secret(),
    session: { strategy: "jwt", maxAge: HUIT_HEURES },
    ...(isHttps() && {
      cookies: {
        sessionToken: {
          name: "__Host-next-auth.session-token",
          options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
        },
      },
    }),
    pages: { signIn: "/connexion", error: "/connexion" },
    providers: [Credentials({ credentials: { email: {}, motDePasse: {} }, authorize })],
    callbacks: {
      jwt({ token, user }) {
        if (user) {
          token.sub = user.id;
          token.version = user.sessionVersion;
        }
        return token;
      },
      session({ session, token }) {
        return { ...session, user: { id: token.sub, version: token.version } };
      },
    },
  };
}
