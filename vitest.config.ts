import path from "node:path";
import { defineConfig } from "vitest/config";
import { findPostgres } from "./scripts/postgres.mjs";

const racine = import.meta.dirname;
const alias = {
  "@": racine,
  // Hors de Next, « server-only » lève toujours : les tests de données importent les requêtes.
  "server-only": path.join(racine, "node_modules/server-only/empty.js"),
};
const commun = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Un vrai PostgreSQL s'il est installé ; sinon PGlite, le même moteur dans ce processus. */
const POSTGRES = findPostgres() ? "postgres" : "pglite";

// Les tests « .data.test.ts » tournent deux fois, sur SQLite et sur PostgreSQL ; les autres une fois.
const donnees = (name: string, dialecte: string) => ({
  resolve: { alias },
  test: {
    ...commun,
    name,
    include: ["{app,components,db,lib,scripts}/**/*.data.test.{ts,tsx}"],
    setupFiles: ["./db/essais/base-vide.ts"],
    ...(dialecte === "postgres" && { globalSetup: ["./db/essais/grappe.ts"] }),
    env: { DIALECTE_ESSAI: dialecte },
  },
});

export default defineConfig({
  test: {
    // D'origine un cœur reste libre : sur deux, tout irait à la file.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          ...commun,
          name: "unite",
          include: ["{app,components,db,lib,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.data.test.*", "node_modules/**"],
        },
      },
      donnees("sqlite", "sqlite"),
      donnees(POSTGRES, POSTGRES),
    ],
  },
});
