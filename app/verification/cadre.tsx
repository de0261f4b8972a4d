import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Marque } from "@/components/marque";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import styles from "./verification.module.css";

interface Props {
  readonly saisie?: string;
  readonly children: ReactNode;
}

/** La page de vérification : sans compte et sans script, le formulaire est une simple adresse. */
export function Cadre({ saisie, children }: Props) {
  return (
    <main className={styles.page}>
      <p className={styles.marque}>
        <Marque taille={28} /> Paliers
      </p>
      <div className={styles.carte}>
        <h1>Vérifier un document</h1>
        {children}
        <form action="/verification" className={styles.formulaire}>
          <Input
            label={saisie === undefined ? "Code de vérification" : "Vérifier un autre code"}
            name="code"
            required
            maxLength={64}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aide="Par exemple ABCD-EFGH-JKLM-NPQR ; les tirets et les minuscules ne comptent pas."
          />
          <Button type="submit" aspect={saisie === undefined ? "principal" : "secondaire"}>
            <Search size={16} aria-hidden="true" />
            Vérifier
          </Button>
        </form>
      </div>
    </main>
  );
}
