CREATE TABLE "rate_budgets" (
	"environment" text NOT NULL,
	"lane" text NOT NULL,
	"budget" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rate_budgets_environment_lane_pk" PRIMARY KEY("environment","lane")
);
