CREATE TABLE "attention_looks" (
	"environment" text NOT NULL,
	"rule" text NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"more" integer NOT NULL,
	CONSTRAINT "attention_looks_environment_rule_pk" PRIMARY KEY("environment","rule")
);
--> statement-breakpoint
ALTER TABLE "attention" ALTER COLUMN "due_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "state_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "people_gaps" jsonb;--> statement-breakpoint
CREATE INDEX "attention_due" ON "attention" USING btree ("due_at","id") WHERE closed_at IS NULL AND done_at IS NULL;--> statement-breakpoint
CREATE INDEX "merchants_set_up" ON "merchants" USING btree ("environment","state_since") WHERE state = 'PARTIALLY_OPERATIONAL';--> statement-breakpoint
CREATE INDEX "merchants_off_by_klarna" ON "merchants" USING btree ("environment","account_id") WHERE products @? '$[*] ? (@.state == "TERMINATED" || (@.state == "DISABLED" && @.state_reason != "" && !(@.state_reason like_regex "_BY_PARTNER$")))';--> statement-breakpoint
CREATE INDEX "merchants_with_gaps" ON "merchants" USING btree ("environment","account_id") WHERE people_gaps <> '[]';--> statement-breakpoint
CREATE INDEX "operations_unannounced" ON "operations" USING btree ("unannounced_since") WHERE unannounced_since IS NOT NULL AND announced_at IS NULL;--> statement-breakpoint
-- Since when those are being set up that are: as well as the desk noticed.
UPDATE merchants m SET state_since = coalesce(
  (SELECT max(c.noticed_at) FROM merchant_changes c WHERE c.environment = m.environment AND c.account_id = m.account_id AND c.field = 'state'), m.first_seen_at)
WHERE state = 'PARTIALLY_OPERATIONAL';--> statement-breakpoint
CREATE TRIGGER attention_erased BEFORE INSERT ON attention FOR EACH ROW EXECUTE FUNCTION refuse_erased();
