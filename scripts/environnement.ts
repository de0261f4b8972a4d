import { adressePublique, lire, origineLocale, verifyEnvironnement } from "../lib/environnement/lecture";
import { run } from "./commande";

// Pour « npm start » : refuse un environnement qui ne convient pas, sinon rend ce qui s'en déduit.
await run(async () => {
  verifyEnvironnement();
  const { NEXTAUTH_URL: _, ...env } = process.env;
  const adresses = { adresse: adressePublique(env), locale: origineLocale(env) };
  console.log(JSON.stringify({ host: lire("HOST"), port: lire("PORT"), ...adresses }));
});
