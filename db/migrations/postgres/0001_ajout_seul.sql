-- Ce qui est écrit ici ne se modifie ni ne s'efface : la base elle-même le refuse.
CREATE FUNCTION refuse_ajout_seul() RETURNS trigger AS $$
BEGIN
  RAISE EXCEPTION '% : ajout seul', TG_TABLE_NAME;
END;
$$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER note_historique_ajout_seul BEFORE UPDATE OR DELETE ON note_historique
FOR EACH ROW EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER decision_ajout_seul BEFORE UPDATE OR DELETE ON decision
FOR EACH ROW EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER pv_ajout_seul BEFORE UPDATE OR DELETE ON pv
FOR EACH ROW EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER journal_ajout_seul BEFORE UPDATE OR DELETE ON journal
FOR EACH ROW EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER commentaire_jury_ajout_seul BEFORE UPDATE OR DELETE ON commentaire_jury
FOR EACH ROW EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER consultation_ajout_seul BEFORE UPDATE OR DELETE ON consultation
FOR EACH ROW EXECUTE FUNCTION refuse_ajout_seul();
--> statement-breakpoint
CREATE TRIGGER document_ajout_seul BEFORE UPDATE OR DELETE ON document
FOR EACH ROW EXECUTE FUNCTION refuse_ajout_seul();
