/**
 * Du HTML par sa clé. Sur le serveur : ce que renderFige a écrit, à prendre pendant le rendu du document. Dans le
 * navigateur : ce qu'il a déjà reçu, pour revenir à un écran sans le redemander. Sur globalThis, car Next charge ce module
 * une fois pour les composants serveur et une fois pour le rendu des composants client.
 */
const global_ = globalThis as { paliersFiges?: Map<string, string> };
global_.paliersFiges ??= new Map();

export const figes: Map<string, string> = global_.paliersFiges;
