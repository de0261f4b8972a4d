import type { NextConfig } from "next";

const isDev = process.env.NODE_ENV === "development";

/** Tout vient de ce serveur : aucune police, aucun script, aucune mesure d'ailleurs, et aucun cadre autour. */
const politique = [
  "default-src 'self'",
  // Next écrit ses données dans la page ; en développement, React a besoin d'eval pour ses traces.
  `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  // Sans « : » : Next recompile à chaque page la valeur d'un en-tête qui en contient.
  `connect-src 'self'${isDev ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const config: NextConfig = {
  reactStrictMode: true,
  // Un fichier Apogée passe par une action ; au-delà, une phrase le refuse avant qu'il parte.
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
  poweredByHeader: false,
  // Les types sont vérifiés par « npm test » ; les revérifier ici ne ferait qu'allonger le premier démarrage.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["better-sqlite3", "pg", "@node-rs/argon2"],
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: politique },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
      ],
    },
  ],
};

export default config;
