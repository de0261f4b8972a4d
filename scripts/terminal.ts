import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { ErreurPaliers } from "../db/erreurs";

/** @throws ErreurPaliers si la commande n'est pas lancée d'un terminal */
async function question(texte: string, output: NodeJS.WritableStream, comment: string): Promise<string> {
  if (!process.stdin.isTTY) throw new ErreurPaliers(comment);
  const lecture = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await lecture.question(texte);
  } finally {
    lecture.close();
  }
}

/** @param comment ce qu'il faut faire sans terminal */
export async function ask(texte: string, comment: string): Promise<string> {
  return (await question(`${texte} : `, process.stdout, comment)).trim();
}

/** Une réponse qui ne s'affiche pas. */
export async function askSecret(texte: string, comment: string): Promise<string> {
  if (process.stdin.isTTY) process.stdout.write(`${texte} : `);
  const muet = new Writable({ write: (_morceau, _codage, fini) => fini() });
  const reponse = await question("", muet, comment);
  process.stdout.write("\n");
  return reponse;
}
