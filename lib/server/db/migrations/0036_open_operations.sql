-- What takes long comes first, while everybody can still read; then the new take the places of the old, which takes a moment.
CREATE UNIQUE INDEX "operations_once" ON "operations" USING btree ("attempt","environment","name");--> statement-breakpoint
CREATE INDEX "operations_open" ON "operations" USING btree (((environment || ' ' || name || ' ' || params::text) COLLATE "C")) WHERE state IN ('sent', 'unknown');--> statement-breakpoint
CREATE INDEX "operations_unsettled_yet" ON "operations" USING btree ("state","next_try_at") WHERE state IN ('sent', 'unknown');--> statement-breakpoint
CREATE INDEX "operations_by_a_reference" ON "operations" USING btree ("environment","account_reference") WHERE account_reference IS NOT NULL;--> statement-breakpoint
ALTER TABLE "operations" DROP CONSTRAINT "operations_one_attempt";--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_one_attempt" UNIQUE USING INDEX "operations_once";--> statement-breakpoint
DROP INDEX "operations_by_attempt";--> statement-breakpoint
DROP INDEX "operations_unsettled";--> statement-breakpoint
ALTER INDEX "operations_unsettled_yet" RENAME TO "operations_unsettled";--> statement-breakpoint
DROP INDEX "operations_by_reference";--> statement-breakpoint
ALTER INDEX "operations_by_a_reference" RENAME TO "operations_by_reference";
