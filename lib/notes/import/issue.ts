import type { Issue } from "../entree";

/** Une note d'un lot, écrite ou non ; les autres n'en dépendent pas. */
export type IssueImport = Issue & { readonly evaluationId: string };
