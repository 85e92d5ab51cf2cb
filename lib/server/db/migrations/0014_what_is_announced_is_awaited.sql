ALTER TABLE "operations" ADD COLUMN "awaited_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "announced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "unannounced_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "operations_awaited" ON "operations" USING btree ("awaited_until") WHERE awaited_until IS NOT NULL;