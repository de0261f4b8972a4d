import "server-only";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { dossierDonnees, ErreurPaliers, isDemonstration } from "@/db";
import { lire } from "@/lib/environnement/lecture";
import { isMotDePasse } from "./mot-de-passe";
import { findCompte } from "./queries";

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

/** Dix échecs par adresse et par quart d'heure ; une réussite remet à zéro. */
const echecs = new RateLimiterMemory({ points: 10, duration: 15 * 60 });

/** PALIERS_SECRET signe les sessions. La démonstration fait et garde le sien ; en usage réel il est obligatoire. */
function secret(): string {
  const donne = lire("PALIERS_SECRET");
  if (donne) return donne;
  if (!isDemonstration()) {
    throw new ErreurPaliers(
      "PALIERS_SECRET manque : donnez une longue valeur secrète (par exemple le résultat de « openssl rand -base64 32 »), puis relancez.",
    );
  }
  secretDemonstration ??= openSecret(path.join(dossierDonnees(), "secret"));
  return secretDemonstration;
}

/** Lu une fois : chaque page vérifie une session. */
let secretDemonstration: string | undefined;

function openSecret(fichier: string): string {
  try {
    return readFileSync(fichier, "utf8");
  } catch {
    const nouveau = randomBytes(32).toString("base64url");
    mkdirSync(dossierDonnees(), { recursive: true });
    try {
      writeFileSync(fichier, nouveau, { mode: 0o600, flag: "wx" });
      return nouveau;
    } catch {
      // Un autre processus l'a écrit entre-temps : c'est le sien qui vaut.
      return readFileSync(fichier, "utf8");
    }
  }
}

async function authorize(donnees: Record<"email" | "motDePasse", string> | undefined) {
  const email = donnees?.email?.trim().toLowerCase() ?? "";
  const motDePasse = donnees?.motDePasse ?? "";
  const suivi = await echecs.get(email);
  if (suivi && suivi.remainingPoints <= 0) throw new Error("attente");
  const compte = await findCompte(email);
  if (!(await isMotDePasse(compte?.motDePasse, motDePasse)) || !compte) {
    await echecs.consume(email).catch(() => undefined);
    return null;
  }
  await echecs.delete(email);
  return { id: compte.id, sessionVersion: compte.sessionVersion };
}

/** Réglages de next-auth : le jeton ne porte que l'identifiant et la version de session, jamais un rôle. */
export function authOptions(): NextAuthOptions {
  return {
    secret: secret(),
    session: { strategy: "jwt", maxAge: HUIT_HEURES },
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
