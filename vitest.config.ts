import path from "node:path";
import { defineConfig } from "vitest/config";

const racine = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: {
      "@": racine,
      // Hors de Next, « server-only » lève toujours : les tests de données l'importent par les requêtes.
      "server-only": path.join(racine, "node_modules/server-only/empty.js"),
    },
  },
  test: { include: ["{app,components,db,lib,scripts}/**/*.test.{ts,tsx}"], testTimeout: 60_000, hookTimeout: 120_000 },
});
