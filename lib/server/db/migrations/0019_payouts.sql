CREATE TABLE "payout_connections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"region" text NOT NULL,
	"name" text NOT NULL,
	"credential" "bytea",
	"hint" text NOT NULL,
	"start_date" date NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"refusal" text,
	"listed_until" timestamp with time zone,
	"deep_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payout_lines" (
	"payout_id" bigint NOT NULL,
	"key" "bytea" NOT NULL,
	"type" text,
	"detailed_type" text,
	"amount" bigint,
	"tax" bigint,
	"currency" text,
	"captured_at" timestamp with time zone,
	"order_id" text,
	"merchant_reference" text,
	"capture_id" text,
	"refund_id" text,
	"content" jsonb NOT NULL,
	CONSTRAINT "payout_lines_payout_id_key_pk" PRIMARY KEY("payout_id","key")
);
--> statement-breakpoint
CREATE TABLE "payout_sums" (
	"payout_id" bigint NOT NULL,
	"type" text NOT NULL,
	"detailed_type" text NOT NULL,
	"lines" integer NOT NULL,
	"amount" bigint,
	"tax" bigint NOT NULL,
	CONSTRAINT "payout_sums_payout_id_type_detailed_type_pk" PRIMARY KEY("payout_id","type","detailed_type")
);
--> statement-breakpoint
CREATE TABLE "payout_syncs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"window_from" timestamp with time zone NOT NULL,
	"window_until" timestamp with time zone NOT NULL,
	"listed_until" timestamp with time zone NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"payouts" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"lines" integer DEFAULT 0 NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"finished_at" timestamp with time zone,
	"code" text,
	"cancelled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payouts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"environment" text NOT NULL,
	"connection_id" uuid NOT NULL,
	"payment_reference" text NOT NULL,
	"payout_date" timestamp with time zone,
	"listed_at" timestamp with time zone NOT NULL,
	"currency" text,
	"merchant_id" text,
	"settlement_type" text,
	"amount" bigint,
	"content" jsonb NOT NULL,
	"lines_due" boolean DEFAULT true NOT NULL,
	"lines_read_at" timestamp with time zone,
	"proof" jsonb,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "payouts_by_reference" UNIQUE("environment","payment_reference")
);
--> statement-breakpoint
CREATE TABLE "pending_lines" (
	"connection_id" uuid NOT NULL,
	"key" "bytea" NOT NULL,
	"type" text,
	"detailed_type" text,
	"amount" bigint,
	"tax" bigint,
	"currency" text,
	"captured_at" timestamp with time zone,
	"order_id" text,
	"merchant_reference" text,
	"capture_id" text,
	"refund_id" text,
	"content" jsonb NOT NULL,
	CONSTRAINT "pending_lines_connection_id_key_pk" PRIMARY KEY("connection_id","key")
);
--> statement-breakpoint
ALTER TABLE "payout_connections" ADD CONSTRAINT "payout_connections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_lines" ADD CONSTRAINT "payout_lines_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_sums" ADD CONSTRAINT "payout_sums_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_syncs" ADD CONSTRAINT "payout_syncs_connection_id_payout_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."payout_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_syncs" ADD CONSTRAINT "payout_syncs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_connection_id_payout_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."payout_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_lines" ADD CONSTRAINT "pending_lines_connection_id_payout_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."payout_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payout_lines_of_order" ON "payout_lines" USING btree ("order_id") WHERE order_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "payout_lines_of_reference" ON "payout_lines" USING btree ("merchant_reference") WHERE merchant_reference IS NOT NULL;--> statement-breakpoint
CREATE INDEX "payout_lines_of_capture" ON "payout_lines" USING btree ("capture_id") WHERE capture_id <> '';--> statement-breakpoint
CREATE INDEX "payout_syncs_latest" ON "payout_syncs" USING btree ("connection_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payout_syncs_one_at_a_time" ON "payout_syncs" USING btree ("connection_id") WHERE finished_at IS NULL AND cancelled_at IS NULL;--> statement-breakpoint
CREATE INDEX "payouts_latest" ON "payouts" USING btree ("environment","listed_at","id");--> statement-breakpoint
CREATE INDEX "payouts_of_connection" ON "payouts" USING btree ("connection_id","payout_date");--> statement-breakpoint
CREATE INDEX "payouts_due" ON "payouts" USING btree ("connection_id","id") WHERE lines_due;--> statement-breakpoint
CREATE INDEX "payouts_changed" ON "payouts" USING btree ("connection_id","changed_at","id");