/** Rien ne change pendant une visite : l'instant de la précédente est lu une fois. */
export const neRienEntendre = (): (() => void) => () => undefined;

/**
 * L'instant de la visite précédente de cette table par cette personne, sur ce navigateur ; null à la première. Une visite
 * dure autant que l'onglet : recharger la page n'en commence pas une autre.
 */
export function visitePrecedente(semestreId: string): string | null {
  const cle = `paliers jury ${semestreId}`;
  try {
    const connue = sessionStorage.getItem(cle);
    if (connue === null) {
      sessionStorage.setItem(cle, localStorage.getItem(cle) ?? "");
      localStorage.setItem(cle, new Date().toISOString());
    }
    return sessionStorage.getItem(cle) || null;
  } catch {
    // Un navigateur qui refuse de retenir : le filtre n'apparaît pas.
    return null;
  }
}
