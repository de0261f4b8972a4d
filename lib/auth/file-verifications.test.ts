import { expect, test } from "vitest";
import { FileVerifications } from "./file-verifications";

test("mille essais d'un réseau ne font pas attendre celui qui vient d'ailleurs", async () => {
  const file = new FileVerifications(2);
  const finis: string[] = [];
  const tour = (origine: string) =>
    file.run(origine, async () => {
      await Promise.resolve();
      finis.push(origine);
    });
  const essais = Array.from({ length: 1_000 }, () => tour("attaquant"));
  await Promise.all([...essais, tour("ailleurs")]);
  expect(finis).toHaveLength(1_001);
  expect(finis.indexOf("ailleurs")).toBeLessThan(5);
});

test("une vérification en panne le dit à qui l'attend, et la file avance", async () => {
  const file = new FileVerifications(1);
  const panne = file.run("a", async () => {
    throw new Error("panne");
  });
  await expect(panne).rejects.toThrow("panne");
  expect(await file.run("a", async () => "suivant")).toBe("suivant");
});
