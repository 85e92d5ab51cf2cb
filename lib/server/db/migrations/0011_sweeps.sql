CREATE TABLE "sweep_misses" (
	"environment" text NOT NULL,
	"night" timestamp with time zone NOT NULL,
	"account_id" text NOT NULL,
	"tries" integer DEFAULT 1 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text,
	CONSTRAINT "sweep_misses_environment_night_account_id_pk" PRIMARY KEY("environment","night","account_id")
);
--> statement-breakpoint
CREATE TABLE "sweeps" (
	"environment" text NOT NULL,
	"night" timestamp with time zone NOT NULL,
	"began_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"total" integer NOT NULL,
	CONSTRAINT "sweeps_environment_night_pk" PRIMARY KEY("environment","night")
);
--> statement-breakpoint
ALTER TABLE "merchant_changes" ADD COLUMN "drift" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "sweep_misses_by_night" ON "sweep_misses" USING btree ("night");