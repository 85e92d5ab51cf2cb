ALTER TABLE "operations" DROP CONSTRAINT "operations_one_attempt";--> statement-breakpoint
DROP INDEX "operations_by_attempt";--> statement-breakpoint
DROP INDEX "operations_unsettled";--> statement-breakpoint
DROP INDEX "operations_by_reference";--> statement-breakpoint
CREATE INDEX "operations_open" ON "operations" USING btree ((environment || ' ' || name || ' ' || params::text)) WHERE state IN ('sent', 'unknown');--> statement-breakpoint
CREATE INDEX "operations_unsettled" ON "operations" USING btree ("state","next_try_at") WHERE state IN ('sent', 'unknown');--> statement-breakpoint
CREATE INDEX "operations_by_reference" ON "operations" USING btree ("environment","account_reference") WHERE account_reference IS NOT NULL;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_one_attempt" UNIQUE("attempt","environment","name");