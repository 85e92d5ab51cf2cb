CREATE TABLE "book_accounts" (
	"environment" text PRIMARY KEY NOT NULL,
	"accounts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "book_entries" (
	"export_id" uuid NOT NULL,
	"environment" text NOT NULL,
	"kind" text NOT NULL,
	"payable_id" text NOT NULL,
	"date" text NOT NULL,
	"reference" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"source" text NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "book_entries_export_id_kind_payable_id_pk" PRIMARY KEY("export_id","kind","payable_id")
);
--> statement-breakpoint
CREATE TABLE "book_exports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"month" text NOT NULL,
	"style" text NOT NULL,
	"accounts" jsonb NOT NULL,
	"seen" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	"taken_back_by" uuid
);
--> statement-breakpoint
CREATE TABLE "book_months" (
	"environment" text NOT NULL,
	"month" text NOT NULL,
	"locked_at" timestamp with time zone,
	"locked_by" uuid,
	CONSTRAINT "book_months_environment_month_pk" PRIMARY KEY("environment","month")
);
--> statement-breakpoint
ALTER TABLE "book_entries" ADD CONSTRAINT "book_entries_export_id_book_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."book_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_exports" ADD CONSTRAINT "book_exports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_exports" ADD CONSTRAINT "book_exports_taken_back_by_people_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_exports" ADD CONSTRAINT "book_exports_of_a_month" FOREIGN KEY ("environment","month") REFERENCES "public"."book_months"("environment","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_months" ADD CONSTRAINT "book_months_locked_by_people_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "book_entries_once" ON "book_entries" USING btree ("environment","payable_id") WHERE taken_back_at IS NULL;--> statement-breakpoint
CREATE INDEX "book_entries_in_order" ON "book_entries" USING btree ("export_id","date","kind","payable_id");--> statement-breakpoint
CREATE INDEX "book_exports_of_month" ON "book_exports" USING btree ("environment","month","created_at");