"use client";
import { useRouter } from "next/navigation";
import { useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useEnvoi } from "@/components/use-envoi";
import { isMotifRequis } from "@/lib/but/regles/codes-permis";
import { groupBy } from "@/lib/group-by";
import { saveDecisions } from "@/lib/jury/actions";
import { ecrireMotif } from "@/lib/jury/motifs";
import { cleObjet, type ObjetJury } from "@/lib/jury/objets";
import { type Choix, cleConsequence, type LignePlan, planifie } from "@/lib/jury/plan";
import { useDossier } from "./calculs";
import { Effets } from "./effets";
import styles from "./etudiant.module.css";
import { Objet, type Saisie } from "./objet";
import { Refuse } from "./refuse";

interface Props {
  readonly semestreId: string;
  readonly decider: boolean;
  /** L'adresse du dossier suivant de la vue ; null au dernier. */
  readonly suivant: string | null;
}

const codeDe = (objet: ObjetJury, saisie: Saisie | undefined): string =>
  saisie?.code ?? objet.decision?.code ?? objet.proposition ?? "";

/** Ce qui change par rapport aux décisions en vigueur. */
function choixDe(objets: readonly ObjetJury[], saisies: Readonly<Record<string, Saisie>>): Choix[] {
  return objets.flatMap((objet): Choix[] => {
    const saisie = saisies[cleObjet(objet)];
    const code = codeDe(objet, saisie);
    if (code === "" || code === objet.decision?.code) return [];
    const motif = isMotifRequis(objet.proposition, code)
      ? ecrireMotif(saisie?.choisi ?? "", saisie?.precision ?? "")
      : null;
    return [{ portee: objet.portee, objetId: objet.objetId, code, motif }];
  });
}

/** Les décisions d'un étudiant : la proposition déjà choisie, et ce que chaque choix entraîne avant de l'enregistrer. */
export function Decisions({ semestreId, decider, suivant }: Props) {
  const { cursus } = useDossier();
  const router = useRouter();
  const [puisSuivant, setPuisSuivant] = useState(false);
  const [saisies, setSaisies] = useState<Readonly<Record<string, Saisie>>>({});
  const [fait, setFait] = useState<number | null>(null);
  const titre = useId();
  const envoi = useEnvoi(saveDecisions, ({ nombre }) => {
    setSaisies({});
    setFait(nombre);
    if (puisSuivant && suivant) router.push(suivant);
  });

  const { plan, choix, objets } = useMemo(() => {
    const base = planifie(cursus, semestreId, []).objets;
    const sans = base.filter((o) => o.portee !== "diplome");
    const ouverts = planifie(cursus, semestreId, choixDe(sans, saisies)).objets.filter((o) => o.portee === "diplome");
    const tous = [...sans, ...ouverts];
    const voulus = choixDe(tous, saisies);
    return { plan: planifie(cursus, semestreId, voulus), choix: voulus, objets: tous };
  }, [cursus, semestreId, saisies]);

  const lignes = new Map(plan.lignes.map((l) => [cleObjet(l), l]));
  const saisir = (objet: ObjetJury) => (change: Partial<Saisie>) => {
    setFait(null);
    envoi.oublier();
    const cle = cleObjet(objet);
    setSaisies((s) => ({
      ...s,
      [cle]: { code: codeDe(objet, s[cle]), choisi: "", precision: "", rang: objet.rang, ...s[cle], ...change },
    }));
  };
  const enregistrer = () =>
    envoi.envoyer({
      semestreId,
      etudiantId: cursus.etudiantId,
      choix: choix.flatMap((c) => {
        const objet = objets.find((o) => cleObjet(o) === cleObjet(c));
        const rang = saisies[cleObjet(c)]?.rang ?? objet?.rang ?? 0;
        return objet ? [{ ...c, rang, moyenne: objet.moyenne, proposition: objet.proposition }] : [];
      }),
      consequences: plan.lignes.filter((l) => l.raison !== null).map(cleConsequence),
    });
  /** Après un conflit : les choix restent, face aux décisions relues. */
  const relire = () => {
    envoi.oublier();
    setSaisies((s) => Object.fromEntries(Object.entries(s).map(([cle, saisie]) => [cle, { ...saisie, rang: null }])));
    router.refresh();
  };
  const rendre = (objet: ObjetJury) => (
    <Objet
      key={cleObjet(objet)}
      objet={objet}
      jury={semestreId}
      decider={decider}
      saisie={saisies[cleObjet(objet)]}
      code={codeDe(objet, saisies[cleObjet(objet)])}
      deviendra={consequence(lignes.get(cleObjet(objet)))}
      erreur={envoi.erreurs[cleObjet(objet)]}
      onChange={saisir(objet)}
    />
  );
  const [communs, competences] = [
    objets.filter((o) => o.competenceId === null),
    groupBy(
      objets.filter((o) => o.competenceId !== null),
      (o) => o.competenceId,
    ),
  ];

  return (
    <Card aria-labelledby={titre}>
      <h2 id={titre}>{decider ? "Décider" : "Décisions"}</h2>
      <form
        className={styles.formulaire}
        onSubmit={(e) => {
          e.preventDefault();
          enregistrer();
        }}
      >
        {[...competences].map(([competenceId, memes]) => (
          <fieldset key={competenceId} className={styles.competence}>
            <legend>
              {cursus.semestres.flatMap((s) => s.ues).find((u) => u.competenceId === competenceId)?.titre}
            </legend>
            <div className={styles.objets}>{memes.map(rendre)}</div>
          </fieldset>
        ))}
        {communs.length > 0 && (
          <fieldset className={styles.competence}>
            <legend>{communs.length > 1 ? "Année et diplôme" : "Année"}</legend>
            <div className={styles.objets}>{communs.map(rendre)}</div>
          </fieldset>
        )}
        {decider && (
          <div className={styles.pied}>
            <Effets plan={plan} />
            <Refuse resultat={envoi.resultat} relire={relire} />
            <div className={styles.gestes}>
              <p role="status" className={styles.fait}>
                {fait !== null && `${fait} ${fait > 1 ? "décisions enregistrées" : "décision enregistrée"}.`}
              </p>
              <Button
                type="submit"
                aspect={suivant ? "secondaire" : "principal"}
                disabled={envoi.enCours || choix.length === 0}
                onClick={() => setPuisSuivant(false)}
              >
                {envoi.enCours ? "Enregistrement…" : "Enregistrer les décisions"}
              </Button>
              {suivant && (
                <Button
                  type="submit"
                  aspect="principal"
                  disabled={envoi.enCours || choix.length === 0}
                  onClick={() => setPuisSuivant(true)}
                >
                  Enregistrer et suivant
                </Button>
              )}
            </div>
          </div>
        )}
      </form>
    </Card>
  );
}

const consequence = (ligne: LignePlan | undefined): string | null => (ligne?.raison ? ligne.code : null);
