import { Badge, type Ton } from "./ui/badge";
import { Icone } from "./ui/icone";

/** Ce que chaque code veut dire, en une expression : lu dans l'infobulle et les légendes. */
export const SENS_CODE: Readonly<Record<string, string>> = {
  ADM: "acquis",
  CMP: "acquis par compensation",
  ADJ: "acquis par décision du jury",
  ADJR: "acquis par décision du jury sur le RCUE",
  ADSUP: "acquis par le niveau supérieur",
  AJ: "non acquis",
  ATJ: "en attente de jury",
  RAT: "en attente d'un rattrapage",
  DEF: "défaillant",
  DEM: "démissionnaire",
  ABAN: "abandon",
  PASD: "passage de droit, tout n'est pas acquis",
  PAS1NCI: "passage par décision du jury",
  RED: "redoublement",
  NAR: "non autorisé à redoubler",
  ABL: "année blanche",
  EXCLU: "exclusion",
};

const TONS: Readonly<Record<string, Ton>> = {
  ADM: "succes",
  CMP: "info",
  ADJ: "accent",
  ADJR: "accent",
  ADSUP: "info",
  PASD: "attention",
  PAS1NCI: "attention",
  ATJ: "neutre",
  RAT: "neutre",
  ABL: "neutre",
};

const ICONES = {
  succes: "check",
  info: "layers",
  accent: "scale",
  attention: "clock",
  danger: "x",
  neutre: "circleDashed",
} as const;

interface Props {
  readonly code: string;
  /** En tirets : ce que le règlement propose, que le jury n'a pas enregistré. */
  readonly propose?: boolean;
}

/** Un code de jury : couleur, icône et lettres disent la même chose, et l'infobulle la dit en mots. */
export function CodeDecision({ code, propose }: Props) {
  const ton = TONS[code] ?? "danger";
  return (
    <Badge
      ton={ton}
      provisoire={propose}
      icone={<Icone nom={ICONES[ton]} />}
      title={`${SENS_CODE[code] ?? code}${propose ? " (proposition)" : ""}`}
    >
      {code}
      <span className="lecteur-seul">
        {" "}
        {SENS_CODE[code]}
        {propose ? ", proposition" : ""}
      </span>
    </Badge>
  );
}
