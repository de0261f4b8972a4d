import { expect, test } from "vitest";
import { insecables } from "./typographie";

test("les signes doubles restent avec le mot qu'ils suivent, le reste peut passer à la ligne", () => {
  expect(insecables("Anglais : 12,50 ; « ABS » à 5 % ?")).toBe(
    "Anglais\u00a0: 12,50\u00a0; «\u00a0ABS\u00a0» à 5\u00a0%\u00a0?",
  );
});
