-- What was erased stays erased, whoever would learn it anew: an answer, an event, an import, a tag.
CREATE FUNCTION refuse_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM erased_merchants e WHERE e.environment = NEW.environment AND e.account_id = NEW.account_id) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER merchants_erased BEFORE INSERT ON merchants FOR EACH ROW EXECUTE FUNCTION refuse_erased();
--> statement-breakpoint
CREATE TRIGGER merchant_changes_erased BEFORE INSERT ON merchant_changes FOR EACH ROW EXECUTE FUNCTION refuse_erased();
--> statement-breakpoint
CREATE TRIGGER bank_index_erased BEFORE INSERT ON bank_index FOR EACH ROW EXECUTE FUNCTION refuse_erased();
--> statement-breakpoint
CREATE TRIGGER rereads_erased BEFORE INSERT ON rereads FOR EACH ROW EXECUTE FUNCTION refuse_erased();
--> statement-breakpoint
CREATE TRIGGER merchant_tags_erased BEFORE INSERT ON merchant_tags FOR EACH ROW EXECUTE FUNCTION refuse_erased();
