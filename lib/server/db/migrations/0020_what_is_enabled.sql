CREATE TABLE "enablement_reads" (
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"product_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enablement_reads_environment_account_id_product_id_pk" PRIMARY KEY("environment","account_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "enablements" (
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"product_id" text NOT NULL,
	"enablement_id" text NOT NULL,
	"program_id" text,
	"countries" jsonb,
	"categories" jsonb,
	"effective_from" timestamp with time zone,
	"effective_to" timestamp with time zone,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enablements_environment_account_id_product_id_enablement_id_pk" PRIMARY KEY("environment","account_id","product_id","enablement_id")
);
--> statement-breakpoint
CREATE TABLE "program_names" (
	"environment" text NOT NULL,
	"program_id" text NOT NULL,
	"name" text NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "program_names_environment_program_id_pk" PRIMARY KEY("environment","program_id")
);
--> statement-breakpoint
CREATE INDEX "enablements_by_end" ON "enablements" USING btree ("effective_to");--> statement-breakpoint
CREATE INDEX "enablements_of_program" ON "enablements" USING btree ("environment","program_id");