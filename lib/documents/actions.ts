"use server";
import { defineAction } from "@/lib/auth/guard";
import { insertDocument, lockEtudiant } from "./ecriture";
import { ENTREE_DOCUMENT } from "./entree";

/** L'étudiant obtient l'un de ses documents. */
export const obtainDocument = defineAction({
  action: "cursus:soi",
  entree: ENTREE_DOCUMENT,
  sujet: (tx, { etudiantId }) => lockEtudiant(tx, etudiantId),
  run: ({ tx, entree, instant }) => insertDocument(tx, entree, instant),
});

/** Le personnel remet le même document à qui le demande au guichet. */
export const issueDocument = defineAction({
  action: "cursus:lire",
  entree: ENTREE_DOCUMENT,
  sujet: (tx, { etudiantId }) => lockEtudiant(tx, etudiantId),
  run: ({ tx, entree, instant }) => insertDocument(tx, entree, instant),
});
