CREATE TABLE "audit_entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"role" text,
	"environment" text,
	"account_id" text,
	"operation" text,
	"operation_id" uuid,
	"detail" jsonb,
	"link" bigint,
	"hash" "bytea"
);
--> statement-breakpoint
CREATE TABLE "bank_index" (
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"iban_index" "bytea" NOT NULL,
	CONSTRAINT "bank_index_environment_iban_index_account_id_pk" PRIMARY KEY("environment","iban_index","account_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"content" "bytea",
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merchant_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"noticed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"after" text
);
--> statement-breakpoint
CREATE TABLE "merchants" (
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"account_reference" text,
	"account_name" text,
	"account_group_reference" text,
	"account_group_id" text,
	"state" text,
	"state_reason" text,
	"country" text,
	"products" jsonb,
	"websites" jsonb,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	"missing_since" timestamp with time zone,
	CONSTRAINT "merchants_environment_account_id_pk" PRIMARY KEY("environment","account_id")
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"name" text NOT NULL,
	"attempt" uuid NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" text,
	"params" jsonb NOT NULL,
	"state" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"body" "bytea",
	"tries" integer DEFAULT 1 NOT NULL,
	"fence" integer DEFAULT 1 NOT NULL,
	"first_sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"next_try_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"status" integer,
	"code" text,
	"error_id" text,
	CONSTRAINT "operations_one_attempt" UNIQUE("environment","name","attempt")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "rereads" (
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"fence" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "rereads_environment_account_id_pk" PRIMARY KEY("environment","account_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"bucket" "bytea" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_ends" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"event_id" text NOT NULL,
	"event_type" text NOT NULL,
	"account_id" text,
	"signing_key_id" text NOT NULL,
	"occurred_at" timestamp with time zone,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"raw" "bytea" NOT NULL,
	"duplicates" integer DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "webhook_events_once" UNIQUE("environment","event_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_link" ON "audit_entries" USING btree ("link");--> statement-breakpoint
CREATE INDEX "audit_entries_of_account" ON "audit_entries" USING btree ("environment","account_id");--> statement-breakpoint
CREATE INDEX "drafts_recent" ON "drafts" USING btree ("environment","updated_at");--> statement-breakpoint
CREATE INDEX "merchant_changes_of_account" ON "merchant_changes" USING btree ("environment","account_id","id");--> statement-breakpoint
CREATE INDEX "merchants_by_reference" ON "merchants" USING btree ("environment","account_reference");--> statement-breakpoint
CREATE INDEX "merchants_by_first_seen" ON "merchants" USING btree ("environment","first_seen_at","account_id");--> statement-breakpoint
CREATE INDEX "operations_of_account" ON "operations" USING btree ("environment","account_id","sent_at");--> statement-breakpoint
CREATE INDEX "operations_unsettled" ON "operations" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE INDEX "operations_by_attempt" ON "operations" USING btree ("attempt");--> statement-breakpoint
CREATE INDEX "rereads_due" ON "rereads" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "webhook_events_due" ON "webhook_events" USING btree ("processed_at","due_at");--> statement-breakpoint
CREATE INDEX "webhook_events_of_account" ON "webhook_events" USING btree ("environment","account_id","received_at");