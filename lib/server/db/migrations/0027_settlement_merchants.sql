CREATE TABLE "settlement_merchants" (
	"load_id" integer NOT NULL,
	"account_word" integer NOT NULL,
	"rows" integer NOT NULL,
	"amount" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"captures" bigint NOT NULL,
	"refunds" bigint NOT NULL,
	"fees" bigint NOT NULL,
	"others" bigint NOT NULL,
	"net" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "settlement_merchants_of" ON "settlement_merchants" USING btree ("load_id","net","account_word");--> statement-breakpoint
INSERT INTO "settlement_merchants" ("load_id", "account_word", "rows", "amount", "tax", "captures", "refunds", "fees", "others", "net")
SELECT "load_id", "account_word", sum("rows"), sum("amount"), sum("tax"),
	coalesce(sum("amount") FILTER (WHERE "type" = 'SALE'), 0),
	coalesce(sum("amount") FILTER (WHERE "type" = 'REFUND'), 0),
	coalesce(sum("amount") FILTER (WHERE "type" IN ('FEE', 'FEE_CORRECTION')), 0),
	coalesce(sum("amount") FILTER (WHERE "type" NOT IN ('SALE', 'REFUND', 'FEE', 'FEE_CORRECTION')), 0),
	sum("amount") + sum("tax")
FROM "settlement_sums" WHERE "account_word" IS NOT NULL GROUP BY "load_id", "account_word";
