-- Une note ne dépasse jamais son barème, et un barème ne descend jamais sous une de ses notes : la base le refuse aussi.
CREATE TRIGGER note_bareme_insert BEFORE INSERT ON note
WHEN NEW.valeur > (SELECT bareme FROM evaluation WHERE id = NEW.evaluation_id)
BEGIN
  SELECT RAISE(ABORT, 'note : au-dessus du barème');
END;
--> statement-breakpoint
CREATE TRIGGER note_bareme_update BEFORE UPDATE ON note
WHEN NEW.valeur > (SELECT bareme FROM evaluation WHERE id = NEW.evaluation_id)
BEGIN
  SELECT RAISE(ABORT, 'note : au-dessus du barème');
END;
--> statement-breakpoint
CREATE TRIGGER seconde_saisie_bareme_insert BEFORE INSERT ON seconde_saisie
WHEN NEW.valeur > (SELECT bareme FROM evaluation WHERE id = NEW.evaluation_id)
BEGIN
  SELECT RAISE(ABORT, 'seconde_saisie : au-dessus du barème');
END;
--> statement-breakpoint
CREATE TRIGGER seconde_saisie_bareme_update BEFORE UPDATE ON seconde_saisie
WHEN NEW.valeur > (SELECT bareme FROM evaluation WHERE id = NEW.evaluation_id)
BEGIN
  SELECT RAISE(ABORT, 'seconde_saisie : au-dessus du barème');
END;
--> statement-breakpoint
CREATE TRIGGER evaluation_bareme_update BEFORE UPDATE OF bareme ON evaluation
WHEN NEW.bareme < (SELECT max(valeur) FROM note WHERE evaluation_id = NEW.id)
  OR NEW.bareme < (SELECT max(valeur) FROM seconde_saisie WHERE evaluation_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'evaluation : barème sous une note');
END;
