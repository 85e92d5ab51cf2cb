CREATE TABLE "erased_merchants" (
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "erased_merchants_environment_account_id_pk" PRIMARY KEY("environment","account_id")
);
--> statement-breakpoint
CREATE TABLE "keeping_runs" (
	"at" timestamp with time zone PRIMARY KEY DEFAULT now() NOT NULL,
	"removed" jsonb NOT NULL
);
