import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./field.module.css";

interface Commun {
  readonly label: string;
  readonly aide?: ReactNode;
  /** La raison du refus, écrite sous le champ et liée à lui. */
  readonly erreur?: string | undefined;
}

function Cadre({ id, label, aide, erreur, children }: Commun & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles.champ}>
      <label className={styles.etiquette} htmlFor={id}>
        {label}
      </label>
      {children}
      {aide && (
        <span className={styles.aide} id={`${id}-aide`}>
          {aide}
        </span>
      )}
      {erreur && (
        <span className={styles.erreur} id={`${id}-erreur`} role="alert">
          {erreur}
        </span>
      )}
    </div>
  );
}

function liens(id: string, { aide, erreur }: Commun) {
  const cibles = [erreur && `${id}-erreur`, aide && `${id}-aide`].filter(Boolean).join(" ");
  return { "aria-describedby": cibles || undefined, "aria-invalid": erreur ? true : undefined };
}

export function Input({ label, aide, erreur, ...reste }: ComponentProps<"input"> & Commun) {
  const fait = useId();
  const id = reste.id ?? fait;
  return (
    <Cadre id={id} label={label} aide={aide} erreur={erreur}>
      <input {...reste} id={id} className={styles.controle} {...liens(id, { label, aide, erreur })} />
    </Cadre>
  );
}

export function Select({ label, aide, erreur, children, ...reste }: ComponentProps<"select"> & Commun) {
  const fait = useId();
  const id = reste.id ?? fait;
  return (
    <Cadre id={id} label={label} aide={aide} erreur={erreur}>
      <select {...reste} id={id} className={styles.controle} {...liens(id, { label, aide, erreur })}>
        {children}
      </select>
    </Cadre>
  );
}

export function Textarea({ label, aide, erreur, ...reste }: ComponentProps<"textarea"> & Commun) {
  const fait = useId();
  const id = reste.id ?? fait;
  return (
    <Cadre id={id} label={label} aide={aide} erreur={erreur}>
      <textarea rows={3} {...reste} id={id} className={styles.controle} {...liens(id, { label, aide, erreur })} />
    </Cadre>
  );
}
