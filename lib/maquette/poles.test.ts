import { expect, test } from "vitest";
import { verifyPoles } from "./poles";

test.each([
  [{ ressource: 50, sae: 50 }, true],
  [{ ressource: 40, sae: 60 }, true],
  [{ ressource: 60, sae: 40 }, true],
  [null, true],
  [{ ressource: 70, sae: 30 }, false],
  [{ ressource: 39, sae: 61 }, false],
  [{ ressource: 50, sae: 40 }, false],
  [{ ressource: 45.5, sae: 54.5 }, false],
])("les pôles %o : %s", (poles, ok) => {
  expect(verifyPoles(poles).ok).toBe(ok);
});

test("le refus dit la borne", () => {
  expect(verifyPoles({ ressource: 70, sae: 30 })).toMatchObject({ message: expect.stringContaining("de 40 à 60 %") });
});
