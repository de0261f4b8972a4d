import { test as setup } from "@playwright/test";
import { etatDe, ROLES, signIn } from "./outils/session";

// Une session par rôle, ouverte une fois par la vraie page de connexion, que les récits reprennent.
for (const role of ROLES) {
  setup(`ouvre la session de ${role}`, async ({ page }) => {
    await signIn(page, `${role}@paliers.demo`);
    await page.context().storageState({ path: etatDe(role) });
  });
}
