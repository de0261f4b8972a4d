import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { and, count, isNull, lt, lte } from "drizzle-orm";
import { courriel, read } from "@/db";
import { ESSAIS_MAX } from "@/lib/courriel/fenetre";
import { lire } from "@/lib/environnement/lecture";
import { mesures } from "@/lib/surveillance/mesures";

const empreinte = (texte: string) => createHash("sha256").update(texte).digest();

/** « Bearer … » porte-t-il le jeton réglé ? Comparé par empreintes : la durée ne dit rien. */
export function isJetonMesures(autorisation: string | null): boolean {
  const jeton = lire("PALIERS_MESURES");
  return jeton !== undefined && timingSafeEqual(empreinte(autorisation ?? ""), empreinte(`Bearer ${jeton}`));
}

/** Le texte que Prometheus attend. */
export async function lireMesures(): Promise<string> {
  const dus = and(
    isNull(courriel.envoyeLe),
    lt(courriel.essais, ESSAIS_MAX),
    lte(courriel.prochainEssaiLe, new Date().toISOString()),
  );
  const [due] = await read((l) => l.select({ n: count() }).from(courriel).where(dus));
  mesures().attente.set(Number(due?.n ?? 0));
  return mesures().registre.metrics();
}
