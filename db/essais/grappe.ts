import { Client } from "pg";
import { openGrappe } from "../../scripts/postgres.mjs";
import { migrateBase } from "../migrate";

/** Pour les tests de données sur PostgreSQL : une grappe, et une base modèle déjà à jour que chaque fichier de test copie. */
export default async function setup(): Promise<() => void> {
  const grappe = await openGrappe();
  const client = new Client({ connectionString: `${grappe.url}/postgres` });
  await client.connect();
  await client.query("create database modele");
  await client.end();
  await migrateBase({ dialecte: "postgres", url: `${grappe.url}/modele` });
  process.env.GRAPPE_ESSAI = grappe.url;
  return () => grappe.close();
}
