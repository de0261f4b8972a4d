-- Ce qui est écrit ici ne se modifie ni ne s'efface : la base elle-même le refuse.
CREATE TRIGGER note_historique_ajout_seul_update BEFORE UPDATE ON note_historique
BEGIN
  SELECT RAISE(ABORT, 'note_historique : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER note_historique_ajout_seul_delete BEFORE DELETE ON note_historique
BEGIN
  SELECT RAISE(ABORT, 'note_historique : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER decision_ajout_seul_update BEFORE UPDATE ON decision
BEGIN
  SELECT RAISE(ABORT, 'decision : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER decision_ajout_seul_delete BEFORE DELETE ON decision
BEGIN
  SELECT RAISE(ABORT, 'decision : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER pv_ajout_seul_update BEFORE UPDATE ON pv
BEGIN
  SELECT RAISE(ABORT, 'pv : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER pv_ajout_seul_delete BEFORE DELETE ON pv
BEGIN
  SELECT RAISE(ABORT, 'pv : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER journal_ajout_seul_update BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER journal_ajout_seul_delete BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER commentaire_jury_ajout_seul_update BEFORE UPDATE ON commentaire_jury
BEGIN
  SELECT RAISE(ABORT, 'commentaire_jury : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER commentaire_jury_ajout_seul_delete BEFORE DELETE ON commentaire_jury
BEGIN
  SELECT RAISE(ABORT, 'commentaire_jury : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER consultation_ajout_seul_update BEFORE UPDATE ON consultation
BEGIN
  SELECT RAISE(ABORT, 'consultation : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER consultation_ajout_seul_delete BEFORE DELETE ON consultation
BEGIN
  SELECT RAISE(ABORT, 'consultation : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER document_ajout_seul_update BEFORE UPDATE ON document
BEGIN
  SELECT RAISE(ABORT, 'document : ajout seul');
END;
--> statement-breakpoint
CREATE TRIGGER document_ajout_seul_delete BEFORE DELETE ON document
BEGIN
  SELECT RAISE(ABORT, 'document : ajout seul');
END;
