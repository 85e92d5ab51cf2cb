ALTER TABLE "rereads" ADD COLUMN "run_id" uuid;--> statement-breakpoint
CREATE INDEX "rereads_put_off" ON "rereads" USING btree ("run_id") WHERE run_id IS NOT NULL;