CREATE TABLE "settlement_acceptances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"settlement_id" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	"lines_gap" bigint NOT NULL,
	"parts_gap" bigint NOT NULL,
	"chain_gap" bigint,
	"person_id" uuid NOT NULL,
	"accepted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settlement_lines" (
	"load_id" integer NOT NULL,
	"line" integer NOT NULL,
	"type_word" integer NOT NULL,
	"detailed_word" integer NOT NULL,
	"account_word" integer NOT NULL,
	"group_word" integer NOT NULL,
	"product_word" integer NOT NULL,
	"configuration_word" integer NOT NULL,
	"category_word" integer NOT NULL,
	"plan_word" integer NOT NULL,
	"program_word" integer NOT NULL,
	"payment_word" integer NOT NULL,
	"tax_rate" integer,
	"created_at" timestamp with time zone NOT NULL,
	"amount" bigint NOT NULL,
	"tax" bigint,
	"buy_rate" bigint,
	"sell_rate" bigint,
	"payment_at" timestamp with time zone,
	"priced_at" timestamp with time zone,
	"payment" uuid,
	"payment_id" text,
	"environment" text NOT NULL,
	"reference" text,
	"capture" text,
	"capture_reference" text,
	"refund" text,
	"refund_reference" text,
	"dispute" text,
	"chargeback" text,
	"rest" jsonb,
	CONSTRAINT "settlement_lines_load_id_line_pk" PRIMARY KEY("load_id","line")
);
--> statement-breakpoint
CREATE TABLE "settlement_loads" (
	"id" serial PRIMARY KEY NOT NULL,
	"environment" text NOT NULL,
	"settlement_id" text,
	"state" text NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"sha256" "bytea",
	"bytes" bigint,
	"rows" integer,
	"person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "settlement_sums" (
	"load_id" integer NOT NULL,
	"account_word" integer,
	"day" date,
	"type" text NOT NULL,
	"detailed_type" text NOT NULL,
	"rows" integer NOT NULL,
	"amount" bigint NOT NULL,
	"tax" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settlement_words" (
	"load_id" integer NOT NULL,
	"id" integer NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "settlement_words_load_id_id_pk" PRIMARY KEY("load_id","id")
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"environment" text NOT NULL,
	"settlement_id" text NOT NULL,
	"source" text NOT NULL,
	"known_since" timestamp with time zone DEFAULT now() NOT NULL,
	"announced_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	"entity_id" text,
	"created_at" timestamp with time zone,
	"period_from" timestamp with time zone,
	"period_to" timestamp with time zone,
	"currency" text,
	"amount" bigint,
	"totals" jsonb,
	"opening_debt" bigint,
	"closing_debt" bigint,
	"payout_id" text,
	"paid_out_at" timestamp with time zone,
	"bank_account_id" text,
	"bank_account_reference" text,
	"load_id" integer,
	"parts_gap" bigint,
	"lines_gap" bigint,
	"gaps" jsonb,
	"proved" boolean,
	"refusal" jsonb,
	"wanted_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"replaces" boolean DEFAULT false NOT NULL,
	"sorted_at" timestamp with time zone GENERATED ALWAYS AS (coalesce(period_to, known_since)) STORED NOT NULL,
	CONSTRAINT "settlements_environment_settlement_id_pk" PRIMARY KEY("environment","settlement_id")
);
--> statement-breakpoint
ALTER TABLE "settlement_acceptances" ADD CONSTRAINT "settlement_acceptances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "settlement_acceptances_of" ON "settlement_acceptances" USING btree ("environment","settlement_id");--> statement-breakpoint
CREATE INDEX "settlement_lines_of_account" ON "settlement_lines" USING btree ("load_id","account_word","line");--> statement-breakpoint
CREATE INDEX "settlement_lines_of_payment" ON "settlement_lines" USING btree ("payment");--> statement-breakpoint
CREATE INDEX "settlement_loads_of" ON "settlement_loads" USING btree ("environment","settlement_id");--> statement-breakpoint
CREATE INDEX "settlement_loads_open" ON "settlement_loads" USING btree ("state","lease_until");--> statement-breakpoint
CREATE INDEX "settlement_sums_of" ON "settlement_sums" USING btree ("load_id","day","account_word");--> statement-breakpoint
CREATE INDEX "settlements_recent" ON "settlements" USING btree ("environment","sorted_at","settlement_id");--> statement-breakpoint
CREATE INDEX "settlements_chain" ON "settlements" USING btree ("environment","entity_id","currency","period_to");--> statement-breakpoint
CREATE INDEX "settlements_by_payout" ON "settlements" USING btree ("environment","payout_id");--> statement-breakpoint
CREATE INDEX "settlements_wanted" ON "settlements" USING btree ("wanted_at") WHERE wanted_at IS NOT NULL;