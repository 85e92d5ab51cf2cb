CREATE TABLE "webhook_keys" (
	"environment" text NOT NULL,
	"key_id" text NOT NULL,
	"secret" "bytea",
	"source" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	"superseded_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "webhook_keys_environment_key_id_pk" PRIMARY KEY("environment","key_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_refusals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"signing_key_id" text,
	"length" integer,
	"digest" "bytea",
	"more" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_watches" (
	"environment" text PRIMARY KEY NOT NULL,
	"quiet_hours" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "webhook_keys" ADD CONSTRAINT "webhook_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_keys" ADD CONSTRAINT "webhook_keys_superseded_by_people_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_refusals_recent" ON "webhook_refusals" USING btree ("environment","received_at","id");--> statement-breakpoint
CREATE INDEX "operations_recent" ON "operations" USING btree ("environment","first_sent_at");--> statement-breakpoint
CREATE INDEX "webhook_events_recent" ON "webhook_events" USING btree ("environment","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_events_of_type" ON "webhook_events" USING btree ("environment","event_type","received_at");--> statement-breakpoint
CREATE INDEX "webhook_events_by_key" ON "webhook_events" USING btree ("environment","signing_key_id","received_at");--> statement-breakpoint
CREATE INDEX "webhook_events_odd" ON "webhook_events" USING btree ("environment","received_at","id") WHERE duplicates > 0 OR received_at - occurred_at > interval '1 minute';