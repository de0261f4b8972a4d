import { COMPTES_DEMONSTRATION } from "../db/comptes-demonstration";

// Ce que « npm start » annonce à la fin, tel que la page de connexion le liste.
for (const { email, libelle } of COMPTES_DEMONSTRATION) console.log(`  ${email.padEnd(28)}${libelle}`);
