-- The audit log can only grow. The one change allowed is the sealer laying a link where none is yet.
CREATE FUNCTION audit_entries_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.link IS NULL AND OLD.hash IS NULL AND NEW.link IS NOT NULL AND NEW.hash IS NOT NULL
     AND (NEW.id, NEW.at, NEW.kind) = (OLD.id, OLD.at, OLD.kind)
     AND (NEW.person_id, NEW.role, NEW.environment, NEW.account_id, NEW.operation, NEW.operation_id, NEW.detail)
         IS NOT DISTINCT FROM (OLD.person_id, OLD.role, OLD.environment, OLD.account_id, OLD.operation, OLD.operation_id, OLD.detail) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_entries is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION audit_entries_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_entries_never_truncated BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_append_only();
