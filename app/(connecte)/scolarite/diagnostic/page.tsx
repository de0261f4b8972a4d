import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Icone } from "@/components/ui/icone";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { definePage } from "@/lib/auth/guard";
import { formatInstant } from "@/lib/libelles";
import { type Controle, readDiagnostic } from "@/lib/sante/queries";
import { type Lenteur, listLenteurs } from "@/lib/surveillance/observation";
import styles from "../scolarite.module.css";
import page from "./diagnostic.module.css";

export const metadata: Metadata = { title: "Diagnostic" };

const TITRES: Readonly<Record<Controle["nom"], string>> = {
  base: "Base de données",
  migrations: "Version de la base",
  disque: "Place sur le disque",
  courriels: "Courriels",
  sauvegardes: "Sauvegardes",
  pdf: "Documents PDF",
};

const ETATS = {
  bon: { ton: "succes", icone: "circleCheck", mot: "Bon" },
  attention: { ton: "attention", icone: "triangleAlert", mot: "À regarder" },
  panne: { ton: "danger", icone: "circleAlert", mot: "En panne" },
} as const;

function duree(secondes: number): string {
  const [jours, heures, minutes] = [
    Math.floor(secondes / 86_400),
    Math.floor(secondes / 3_600) % 24,
    Math.floor(secondes / 60) % 60,
  ];
  if (jours > 0) return `${jours} j ${heures} h`;
  return heures > 0 ? `${heures} h ${minutes} min` : `${minutes} min`;
}

export default definePage({
  action: "diagnostic:lire",
  chemin: "/scolarite/diagnostic",
  async render() {
    const { version, node, ouvertDepuis, controles } = await readDiagnostic();
    const aVoir = controles.filter((c) => c.etat !== "bon").length;
    return (
      <>
        <PageHeader
          titre="Diagnostic"
          sousTitre={`Paliers ${version} · Node ${node} · ouvert depuis ${duree(ouvertDepuis)}`}
        />
        <div className={styles.pile}>
          <section className={styles.formulaire} aria-labelledby="controles">
            <h2 id="controles">
              {aVoir === 0 ? "Tout va bien" : aVoir === 1 ? "Un point à regarder" : `${aVoir} points à regarder`}
            </h2>
            <ul className={page.controles}>
              {controles.map((c) => (
                <UnControle key={c.nom} controle={c} />
              ))}
            </ul>
          </section>
          <section className={styles.formulaire} aria-labelledby="lentes">
            <h2 id="lentes">Réponses lentes</h2>
            <Lenteurs lignes={listLenteurs()} />
          </section>
        </div>
      </>
    );
  },
});

function UnControle({ controle: { nom, etat, constat, remede } }: { readonly controle: Controle }) {
  const { ton, icone, mot } = ETATS[etat];
  return (
    <li>
      <Card className={page.controle}>
        <h3>{TITRES[nom]}</h3>
        <Badge ton={ton} icone={<Icone nom={icone} />}>
          {mot}
        </Badge>
        <p>{constat}</p>
        {remede && <p className={page.remede}>{remede}</p>}
      </Card>
    </li>
  );
}

function Lenteurs({ lignes }: { readonly lignes: readonly Lenteur[] }) {
  if (lignes.length === 0)
    return <p className={styles.doux}>Depuis son démarrage, ce serveur a répondu à tout en moins d'une seconde.</p>;
  return (
    <Table titre="Les dernières réponses de plus d'une seconde">
      <thead>
        <tr>
          <th scope="col">Quand</th>
          <th scope="col">Quoi</th>
          <th scope="col" className="nombre">
            Durée
          </th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((l) => (
          <tr key={`${l.le} ${l.nom}`}>
            <td>{formatInstant(l.le)}</td>
            <th scope="row">
              {l.genre} <code>{l.nom}</code>
            </th>
            <td className="nombre">{(l.duree / 1_000).toLocaleString("fr-FR", { maximumFractionDigits: 1 })} s</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
