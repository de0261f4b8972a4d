import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Compte } from "./session";

/** Un écran à regarder : par qui, à quelle adresse, et si c'est la première fois que ce gabarit se voit. */
export interface Visite {
  readonly compte: Compte | null;
  readonly adresse: string;
  readonly gabarit: string;
  readonly premiere: boolean;
}

const FICHIER = path.join(".paliers", "essais", "plan-ecrans.json");

export const writePlan = (visites: readonly Visite[]): void => writeFileSync(FICHIER, JSON.stringify(visites, null, 1));

export const readPlan = (): readonly Visite[] => JSON.parse(readFileSync(FICHIER, "utf8")) as Visite[];
