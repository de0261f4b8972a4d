-- Une note ne dépasse jamais son barème, et un barème ne descend jamais sous une de ses notes : la base le refuse aussi.
CREATE FUNCTION refuse_au_dessus_du_bareme() RETURNS trigger AS $$
BEGIN
  IF NEW.valeur > (SELECT bareme FROM evaluation WHERE id = NEW.evaluation_id) THEN
    RAISE EXCEPTION '% : au-dessus du barème', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER note_bareme BEFORE INSERT OR UPDATE ON note
FOR EACH ROW EXECUTE FUNCTION refuse_au_dessus_du_bareme();
--> statement-breakpoint
CREATE TRIGGER seconde_saisie_bareme BEFORE INSERT OR UPDATE ON seconde_saisie
FOR EACH ROW EXECUTE FUNCTION refuse_au_dessus_du_bareme();
--> statement-breakpoint
CREATE FUNCTION refuse_bareme_sous_une_note() RETURNS trigger AS $$
BEGIN
  IF NEW.bareme < (SELECT max(valeur) FROM note WHERE evaluation_id = NEW.id)
    OR NEW.bareme < (SELECT max(valeur) FROM seconde_saisie WHERE evaluation_id = NEW.id) THEN
    RAISE EXCEPTION 'evaluation : barème sous une note';
  END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER evaluation_bareme BEFORE UPDATE OF bareme ON evaluation
FOR EACH ROW EXECUTE FUNCTION refuse_bareme_sous_une_note();
--> statement-breakpoint
-- Vider une table d'un coup, c'est effacer chacune de ses lignes.
CREATE TRIGGER note_historique_ajout_seul_truncate BEFORE TRUNCATE ON note_historique
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER decision_ajout_seul_truncate BEFORE TRUNCATE ON decision
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER pv_ajout_seul_truncate BEFORE TRUNCATE ON pv
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER journal_ajout_seul_truncate BEFORE TRUNCATE ON journal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER commentaire_jury_ajout_seul_truncate BEFORE TRUNCATE ON commentaire_jury
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER consultation_ajout_seul_truncate BEFORE TRUNCATE ON consultation
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER document_ajout_seul_truncate BEFORE TRUNCATE ON document
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ajout_seul();
