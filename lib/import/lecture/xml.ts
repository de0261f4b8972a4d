import { XMLParser } from "fast-xml-parser";

export type Noeud = { readonly [nom: string]: unknown };

/** Ni entité ni document externe : un classeur n'en a pas besoin, une attaque si. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  removeNSPrefix: true,
});

export class XmlRefuse extends Error {}

export function parseXml(texte: string): Noeud {
  if (texte.includes("<!DOCTYPE") || texte.includes("<!ENTITY")) throw new XmlRefuse("déclaration de document");
  return parser.parse(texte) as Noeud;
}

const NOMMEES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Les cinq entités de XML et les caractères par leur numéro ; aucune autre n'existe ici. */
export const sansEntites = (texte: string): string =>
  texte.includes("&")
    ? texte.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (tout, dix, seize, nom) => {
        const code = dix ? Number(dix) : seize ? Number.parseInt(seize, 16) : null;
        if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : tout;
        return NOMMEES[nom] ?? tout;
      })
    : texte;

export const liste = (noeud: unknown): readonly Noeud[] => {
  const tous = Array.isArray(noeud) ? noeud : noeud === undefined || noeud === null ? [] : [noeud];
  return tous.map((n) => (typeof n === "object" && n !== null ? (n as Noeud) : { "#text": n }));
};

export const fils = (noeud: unknown, nom: string): unknown =>
  typeof noeud === "object" && noeud !== null && !Array.isArray(noeud) ? (noeud as Noeud)[nom] : undefined;

export const attribut = (noeud: Noeud, nom: string): string => {
  const valeur = noeud[`@${nom}`];
  return typeof valeur === "string" ? sansEntites(valeur) : "";
};

export const texteDe = (noeud: unknown): string => {
  if (typeof noeud === "string") return sansEntites(noeud);
  if (Array.isArray(noeud)) return noeud.map(texteDe).join("");
  const texte = fils(noeud, "#text");
  return texte === undefined ? "" : sansEntites(String(texte));
};
