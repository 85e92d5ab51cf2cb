CREATE TABLE "operation_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operation_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"source" text NOT NULL,
	"note" "bytea"
);
--> statement-breakpoint
CREATE TABLE "operation_looks" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"operation_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"finding" text NOT NULL,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"code" text,
	"error_id" text
);
--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "account_reference" text;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "settled_by" text;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "next_look_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "looks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "operation_decisions" ADD CONSTRAINT "operation_decisions_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_decisions" ADD CONSTRAINT "operation_decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_looks" ADD CONSTRAINT "operation_looks_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operation_decisions_of" ON "operation_decisions" USING btree ("operation_id");--> statement-breakpoint
CREATE INDEX "operation_looks_of" ON "operation_looks" USING btree ("operation_id","id");--> statement-breakpoint
CREATE INDEX "operations_by_reference" ON "operations" USING btree ("environment","account_reference");