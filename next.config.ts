import type { NextConfig } from "next";

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
  // La politique des scripts change à chaque réponse : lib/porte la pose.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
      ],
    },
  ],
};

export default config;
