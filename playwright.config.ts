import { defineConfig } from "@playwright/test";

const PORT = process.env.PORT_ESSAIS ?? "3987";
const baseURL = `http://127.0.0.1:${PORT}`;
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: "e2e",
  outputDir: ".paliers/rapports/navigateur",
  // Un seul serveur, une seule base : chaque récit a sa classe, mais deux cœurs ne portent pas plus.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] },
  },
  projects: [
    { name: "comptes", testMatch: "auth.setup.ts" },
    { name: "plan", testMatch: "ecrans.setup.ts", dependencies: ["comptes"] },
    { name: "ecrans", testMatch: "accessibilite.spec.ts", dependencies: ["plan"] },
    { name: "recits", testMatch: "**/*.spec.ts", testIgnore: "accessibilite.spec.ts", dependencies: ["comptes"] },
  ],
  webServer: {
    command: "node e2e/outils/serveur.mjs",
    url: `${baseURL}/connexion`,
    env: { PORT },
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
