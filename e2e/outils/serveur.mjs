// La démonstration neuve, dans son propre dossier, servie par la commande même de l'utilisateur.
import { rmSync } from "node:fs";
import path from "node:path";
import { RACINE } from "../../scripts/etapes.mjs";

const donnees = path.join(RACINE, ".paliers", "essais");
rmSync(donnees, { recursive: true, force: true });
process.env.PALIERS_DONNEES = donnees;
delete process.env.PALIERS_DB;
await import("../../scripts/start.mjs");
