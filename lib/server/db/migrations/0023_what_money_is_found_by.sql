CREATE INDEX "pending_lines_of_order" ON "pending_lines" USING btree ("order_id") WHERE order_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "pending_lines_of_reference" ON "pending_lines" USING btree ("merchant_reference") WHERE merchant_reference IS NOT NULL;--> statement-breakpoint
CREATE INDEX "pending_lines_of_capture" ON "pending_lines" USING btree ("capture_id") WHERE capture_id <> '';--> statement-breakpoint
CREATE INDEX "settlement_lines_of_capture" ON "settlement_lines" USING btree ("capture") WHERE left(capture, 1) = '=';