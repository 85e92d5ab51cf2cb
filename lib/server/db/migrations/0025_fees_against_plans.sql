CREATE TABLE "fee_audit_lines" (
	"load_id" integer NOT NULL,
	"attempt" integer NOT NULL,
	"line" integer NOT NULL,
	"account_word" integer NOT NULL,
	"plan_word" integer NOT NULL,
	"reason" text NOT NULL,
	"expected" bigint NOT NULL,
	"captured" bigint NOT NULL,
	"percentage" bigint NOT NULL,
	"fixed" bigint NOT NULL,
	"plan_version" integer NOT NULL,
	CONSTRAINT "fee_audit_lines_load_id_attempt_line_pk" PRIMARY KEY("load_id","attempt","line")
);
--> statement-breakpoint
CREATE TABLE "fee_audit_sums" (
	"load_id" integer NOT NULL,
	"attempt" integer NOT NULL,
	"account_word" integer NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"detail" text NOT NULL,
	"rows" integer NOT NULL,
	"charged" bigint NOT NULL,
	"expected" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fee_audits" (
	"load_id" integer PRIMARY KEY NOT NULL,
	"wanted_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"result" integer,
	"checked_at" timestamp with time zone,
	"plans" jsonb
);
--> statement-breakpoint
CREATE INDEX "fee_audit_lines_of_account" ON "fee_audit_lines" USING btree ("load_id","attempt","account_word","line");--> statement-breakpoint
CREATE INDEX "fee_audit_sums_of" ON "fee_audit_sums" USING btree ("load_id","attempt","account_word");--> statement-breakpoint
CREATE INDEX "fee_audits_wanted" ON "fee_audits" USING btree ("wanted_at") WHERE wanted_at IS NOT NULL;