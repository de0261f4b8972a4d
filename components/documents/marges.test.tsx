import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Marges } from "./marges";

test("un nom ne ferme ni la chaîne, ni la feuille de style", () => {
  const rendu = renderToStaticMarkup(
    <Marges haut={['a"; } body { display: none } "', "b\\"]} bas={"</style><script>alert(1)</script>\nfin"} />,
  );
  expect(rendu.match(/<\/style>/g)).toHaveLength(1);
  expect(rendu).not.toContain("<script");
  expect(rendu).toContain('@top-left { content: "a\\22 ; } body { display: none } \\22 ";');
  expect(rendu).toContain('@top-right { content: "b\\5c ";');
  expect(rendu).toContain("\\a fin");
});

test("chaque page dit son rang et le total", () => {
  expect(renderToStaticMarkup(<Marges haut={["", ""]} bas="" />)).toContain(
    '"Page " counter(page) " / " counter(pages)',
  );
});
