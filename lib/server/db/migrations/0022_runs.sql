CREATE TABLE "run_rows" (
	"run_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"account_id" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"holder" uuid,
	"lease_until" timestamp with time zone,
	"takes" integer DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" uuid[],
	"code" text,
	"said" "bytea",
	"error_id" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "run_rows_run_id_line_pk" PRIMARY KEY("run_id","line")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"environment" text NOT NULL,
	"act" text NOT NULL,
	"given" jsonb NOT NULL,
	"details" "bytea",
	"made_by" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"starts_at" timestamp with time zone DEFAULT now() NOT NULL,
	"zone" text,
	"went_on_at" timestamp with time zone DEFAULT now() NOT NULL,
	"called_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"stopped" text,
	"cancelled_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "update_paces" (
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"latest" timestamp with time zone NOT NULL,
	CONSTRAINT "update_paces_environment_account_id_pk" PRIMARY KEY("environment","account_id")
);
--> statement-breakpoint
ALTER TABLE "run_rows" ADD CONSTRAINT "run_rows_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "run_rows_once" ON "run_rows" USING btree ("run_id","account_id");--> statement-breakpoint
CREATE INDEX "run_rows_by_state" ON "run_rows" USING btree ("run_id","state","line");--> statement-breakpoint
CREATE INDEX "run_rows_open" ON "run_rows" USING btree ("run_id","line") WHERE state IN ('waiting', 'taken');--> statement-breakpoint
CREATE INDEX "run_rows_unclear" ON "run_rows" USING btree ("run_id","line") WHERE state = 'unclear';--> statement-breakpoint
CREATE INDEX "run_rows_of_account" ON "run_rows" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "runs_latest" ON "runs" USING btree ("environment","created_at","id");--> statement-breakpoint
CREATE INDEX "runs_open" ON "runs" USING btree ("starts_at") WHERE finished_at IS NULL AND cancelled_at IS NULL;--> statement-breakpoint
CREATE INDEX "update_paces_old" ON "update_paces" USING btree ("latest");