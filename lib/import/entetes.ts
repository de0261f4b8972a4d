/** Les colonnes qui accompagnent celles qu'on cherche, dans les feuilles de ce métier : jamais une valeur, jamais une identité. */
const ACCOMPAGNE =
  /^(rang|rangs|classement|place|position|groupes?|gr|gpe|td|tp|tdtp|td tp|groupe td|groupe tp|parcours|promo|promotion|formation|annee|semestre|date|date de naissance|naissance|ne le|ne e le|heure|jour|salle|table|signature|emargement|sexe|genre|age|civilite|bac|statut|etat|regime|tel|telephone|ville|adresse|boursier|tiers temps|amenagement|coef|coefficient|coefficients|ects|bareme|modifie le|duree|debut|fin|horodatage|timestamp|min|max|minimum|maximum|ecart type|mediane|nb abs|nombre d absences|absences|total absences|retards|mention|avis|photo|institution|departement|departement d affectation|enseignant|reperes?|repere a garder|ine|code ine|bourse|nationalite)$/;
const ACCOMPAGNE_PARTOUT =
  /(^| )(commentaires?|remarques?|observations?|appreciations?|feedback|feed back|maximale|minimale|peut etre|justificatif|motif|telechargement|derniere? (modification|acces|connexion)|moyennes?|moy|rang|classement|temps (utilise|passe)|commence le|termine le)( |$)/;

/** Une clé d'en-tête qui dit tout autre chose. */
export const isAccompagnement = (cle: string): boolean => ACCOMPAGNE.test(cle) || ACCOMPAGNE_PARTOUT.test(cle);

/** Une ligne de bas de tableau : un total, une statistique, une légende. */
const PIED =
  /^(moyennes?|moy|mediane|total|totaux|minimum|maximum|min|max|ecart type|ecart|effectifs?|nb|nombre|somme|legende|variance|note (min|max|mini|maxi|minimale|maximale|moyenne)|plus (haute|basse)|presents?|absents?|fait a|fait le|signature)( |$)/;

export const isPied = (cle: string): boolean => PIED.test(cle);
