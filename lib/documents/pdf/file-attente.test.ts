import { expect, test } from "vitest";
import { FileAttente, FileOccupee } from "./file-attente";

/** Un travail qui dure jusqu'à ce qu'on le libère. */
function travail() {
  let liberer: () => void = () => {};
  const fini = new Promise<void>((resolve) => {
    liberer = resolve;
  });
  return { fini, liberer };
}

test("un travail ne commence qu'après le précédent, dans l'ordre d'arrivée", async () => {
  const file = new FileAttente(5);
  const premier = travail();
  const ordre: string[] = [];
  const a = file.run("a", async () => {
    ordre.push("a commence");
    await premier.fini;
    ordre.push("a finit");
  });
  const b = file.run("b", async () => ordre.push("b commence"));
  await new Promise((suite) => setTimeout(suite, 5));
  expect(ordre).toEqual(["a commence"]);
  premier.liberer();
  await Promise.all([a, b]);
  expect(ordre).toEqual(["a commence", "a finit", "b commence"]);
});

test("un échec n'arrête pas les suivants, et rend sa place", async () => {
  const file = new FileAttente(1);
  await expect(file.run("a", () => Promise.reject(new Error("panne")))).rejects.toThrow("panne");
  expect(await file.run("a", async () => "fait")).toBe("fait");
});

test("une personne n'attend qu'une fois, et la file a un bout", async () => {
  const file = new FileAttente(2);
  const long = travail();
  const a = file.run("a", () => long.fini);
  await expect(file.run("a", async () => {})).rejects.toThrow(FileOccupee);
  const b = file.run("b", async () => {});
  await expect(file.run("c", async () => {})).rejects.toThrow(/réessayez dans une minute/);
  long.liberer();
  await Promise.all([a, b]);
});
