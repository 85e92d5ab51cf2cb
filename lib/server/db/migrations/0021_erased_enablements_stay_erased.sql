-- What was erased stays erased, whoever would learn it anew.
CREATE TRIGGER enablements_erased BEFORE INSERT ON enablements FOR EACH ROW EXECUTE FUNCTION refuse_erased();
--> statement-breakpoint
CREATE TRIGGER enablement_reads_erased BEFORE INSERT ON enablement_reads FOR EACH ROW EXECUTE FUNCTION refuse_erased();
