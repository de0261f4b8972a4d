"use client";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { ApercuImport } from "@/components/import/apercu-import";
import { Attente } from "@/components/import/attente";
import { ChoixColonnes } from "@/components/import/choix-colonnes";
import { useFichier } from "@/components/import/use-fichier";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { importBonus, previewBonus } from "@/lib/bonus/import/actions";
import type { EcranImportBonus, EffetBonus } from "@/lib/bonus/import/queries";
import { type BonusImporte, CHAMPS_BONUS, usageBonus } from "@/lib/bonus/import/usage";
import { isApplicable, prepareImport } from "@/lib/import/apercu";
import type { LigneApercu } from "@/lib/import/usage";
import { newId } from "@/lib/notes/identifiant";
import styles from "../../scolarite.module.css";
import { Effets } from "./effets";
import { LotsBonus } from "./lots-bonus";

const CHAMPS = [
  { id: "numero", titre: "Numéro" },
  { id: "courriel", titre: "Adresse électronique" },
  { id: "complet", titre: "Nom et prénom ensemble" },
  { id: "nom", titre: "Nom" },
  { id: "prenom", titre: "Prénom" },
  ...Object.values(CHAMPS_BONUS).map(({ id, titre }) => ({ id, titre })),
];

const SANS_REPONSE = "Le serveur ne répond pas : rien n'a été écrit. Réessayez quand la connexion revient.";
type Ligne = LigneApercu<BonusImporte> & { readonly valeur: BonusImporte };

export function ImportBonus({ ecran }: { readonly ecran: EcranImportBonus }) {
  const router = useRouter();
  const fichier = useFichier();
  const { lu, choix, part } = fichier;
  const [activite, setActivite] = useState("Sport");
  const [enCours, setEnCours] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const [fait, setFait] = useState<string | null>(null);
  const [effets, setEffets] = useState<{ readonly de: unknown; readonly lus: readonly EffetBonus[] } | null>(null);
  const lotId = useMemo(() => (lu ? newId() : ""), [lu]);
  const essai = useMemo(
    () => lu && prepareImport(lu.lecture, usageBonus(ecran.inscrits, activite), choix),
    [lu, choix, activite, ecran],
  );
  const vu = essai && (essai.ok ? essai.apercu : essai.choix);

  useEffect(() => {
    const aEcrire = essai?.ok ? essai.apercu.lignes.filter(isApplicable) : [];
    if (aEcrire.length === 0) return;
    const encore = { vaut: true };
    void previewBonus({
      semestreId: ecran.semestreId,
      bonus: aEcrire.map((l) => ({ ligne: l.ligne, ...l.valeur })),
    })
      .then((r) => encore.vaut && (r.ok ? setEffets({ de: essai, lus: r.valeur }) : setRefus(r.message)))
      .catch(() => encore.vaut && setRefus(SANS_REPONSE));
    return () => {
      encore.vaut = false;
    };
  }, [essai, ecran.semestreId]);

  const applique = async (lignes: readonly Ligne[]) => {
    if (!lu || !essai?.ok) return;
    setEnCours(true);
    setRefus(null);
    const resultat = await importBonus({
      semestreId: ecran.semestreId,
      lotId,
      fichier: lu.nom,
      signature: essai.apercu.signature,
      lignes: essai.apercu.lignes.length,
      ecartees: essai.apercu.lignes.length - lignes.length,
      bonus: lignes.map((l) => ({ ligne: l.ligne, ...l.valeur })),
    }).catch(() => null);
    setEnCours(false);
    if (!resultat) return setRefus(SANS_REPONSE);
    if (!resultat.ok) return setRefus(resultat.message);
    const { ecrites } = resultat.valeur;
    setFait(ecrites > 1 ? `${ecrites} bonus sont enregistrés.` : "Un bonus est enregistré.");
    setEffets(null);
    fichier.oublie();
    router.refresh();
  };

  return (
    <div className={styles.pile}>
      <Card aria-labelledby="fichier" aria-busy={enCours || part !== null}>
        <div className={styles.formulaire}>
          <h2 id="fichier">La liste</h2>
          <p className={styles.doux}>
            Une ligne par étudiant et par activité : son numéro, son adresse ou son nom, l'activité, et un pourcentage
            ou une note d'activité sur 20. Classes concernées : {ecran.classes.join(" ; ")}.
          </p>
          <div className={styles.colonnes}>
            <Input
              label="Fichier de la liste"
              type="file"
              accept=".xlsx,.ods,.csv,.tsv,.txt"
              aide="Excel, LibreOffice ou texte. Rien n'est enregistré avant l'aperçu."
              onChange={(e) => {
                setFait(null);
                setRefus(null);
                void fichier.choisit(e);
              }}
            />
            <Input
              label="Activité des lignes qui n'en disent pas"
              value={activite}
              maxLength={80}
              onChange={(e) => setActivite(e.target.value)}
            />
          </div>
          {part !== null && <Attente part={part} texte="Lecture de la liste…" />}
          {fait && (
            <Notice ton="succes" role="status">
              {fait} Les moyennes en tiennent compte.
            </Notice>
          )}
          {refus && (
            <Notice ton="danger" role="alert">
              {refus}
            </Notice>
          )}
          {essai && !essai.ok && (
            <Notice ton="attention" role="alert">
              {essai.message}
            </Notice>
          )}
          {essai?.ok ? (
            <ApercuImport
              titre="Aperçu des bonus"
              colonne="Liste"
              qui="Étudiant"
              explication="Étudiants reconnus à ce que la liste dit d'eux, jamais à leur place."
              apercu={essai.apercu}
              titreChamp={(c) => (c in CHAMPS_BONUS ? "" : c)}
              verbe={(n) => `Enregistrer ${n} bonus`}
              enCours={enCours}
              onApplique={(lignes) => void applique(lignes)}
              onAnnule={fichier.oublie}
            >
              <ChoixColonnes
                lu={essai.apercu}
                champs={CHAMPS}
                ouvert={false}
                onColonne={fichier.choisitColonne}
                onFeuille={fichier.choisitFeuille}
              />
              {effets?.de === essai && <Effets effets={effets.lus} />}
            </ApercuImport>
          ) : (
            vu && (
              <ChoixColonnes
                lu={vu}
                champs={CHAMPS}
                ouvert
                onColonne={fichier.choisitColonne}
                onFeuille={fichier.choisitFeuille}
              />
            )
          )}
        </div>
      </Card>
      <LotsBonus
        lots={ecran.lots}
        onDefait={() => {
          setFait(null);
          router.refresh();
        }}
      />
    </div>
  );
}
