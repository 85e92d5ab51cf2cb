ALTER TABLE "payout_connections" ADD COLUMN "pending_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "payout_connections" ADD COLUMN "merchant_id" text;--> statement-breakpoint
ALTER TABLE "payout_connections" ADD COLUMN "settlement_type" text;--> statement-breakpoint
ALTER TABLE "pending_lines" ADD COLUMN "place" integer;--> statement-breakpoint
UPDATE "payout_connections" c SET "pending_at" = c."deep_at", "merchant_id" = o."merchant_id", "settlement_type" = o."settlement_type"
FROM "payout_connections" i LEFT JOIN LATERAL (
	SELECT "merchant_id", "settlement_type" FROM "payouts" p WHERE p."connection_id" = i."id" AND p."merchant_id" IS NOT NULL ORDER BY p."payout_date" DESC NULLS LAST LIMIT 1) o ON true
WHERE i."id" = c."id";--> statement-breakpoint
UPDATE "pending_lines" l SET "place" = t."place"
FROM (
	SELECT "connection_id", "key", row_number() OVER (
		PARTITION BY "connection_id", "type", "detailed_type", "amount", "currency", "captured_at", "order_id", "capture_id", "refund_id" ORDER BY "key") AS "place"
	FROM "pending_lines") t
WHERE t."connection_id" = l."connection_id" AND t."key" = l."key";--> statement-breakpoint
ALTER TABLE "pending_lines" ALTER COLUMN "place" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "payout_lines_of_no_order" ON "payout_lines" USING btree ("captured_at") WHERE order_id IS NULL;