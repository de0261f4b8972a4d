import { expect, test } from "vitest";
import { refusDemarrage } from "@/lib/environnement/lecture";
import { fenetreDe, prochainEssai } from "./fenetre";
import { reglageCourriel } from "./reglage";

test("une heure fait une fenêtre ; l'envoi attend une minute de plus", () => {
  expect(fenetreDe("2026-11-22T13:05:00.000Z")).toEqual({
    cle: "publications 2026-11-22T13h",
    fin: "2026-11-22T14:00:00.000Z",
    envoi: "2026-11-22T14:01:00.000Z",
  });
  expect(fenetreDe("2026-11-22T13:59:59.999Z").cle).toBe(fenetreDe("2026-11-22T13:00:00.000Z").cle);
  expect(fenetreDe("2026-11-22T14:00:00.000Z").cle).not.toBe(fenetreDe("2026-11-22T13:59:59.999Z").cle);
});

test.each([
  [1, "2026-11-22T13:10:00.000Z"],
  [2, "2026-11-22T13:30:00.000Z"],
  [3, "2026-11-22T14:30:00.000Z"],
  [6, "2026-11-23T13:00:00.000Z"],
])("après l'essai %i, on attend de plus en plus, un jour au plus", (essai, attendu) => {
  expect(prochainEssai("2026-11-22T13:00:00.000Z", essai)).toBe(attendu);
});

const complet = {
  PALIERS_SMTP: "smtp://u:s@smtp.exemple.fr:587",
  PALIERS_EXPEDITEUR: "Paliers <notes@exemple.fr>",
  PALIERS_URL: "https://p.exemple/",
  NODE_ENV: "test" as const,
};

test("le réglage est complet, absent, ou dit ce qui lui manque", () => {
  expect(reglageCourriel({ NODE_ENV: "test", PALIERS_URL: "https://p.exemple" })).toBeNull();
  expect(reglageCourriel(complet)).toMatchObject({ adresse: "https://p.exemple" });
  expect(refusDemarrage(complet)).toEqual([]);
  for (const [variable, valeur] of [
    ["PALIERS_SMTP", ""],
    ["PALIERS_SMTP", "smtp.exemple.fr"],
    ["PALIERS_EXPEDITEUR", ""],
    ["PALIERS_EXPEDITEUR", "Paliers"],
    ["PALIERS_URL", "p.exemple"],
  ] as const)
    expect(refusDemarrage({ ...complet, [variable]: valeur }).join(), `${variable}=${valeur}`).toContain(variable);
});
