import type { Ecriture } from "../connexion";
import type { Classe } from "./classes";

export async function seedJury(_tx: Ecriture, _classe: Classe, _jury: string): Promise<void> {}
