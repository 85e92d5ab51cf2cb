-- Where a transfer stands twice already, from before this was held, the desk starts all the same: whoever keeps the books takes one of the two back.
DO $$
BEGIN
  CREATE UNIQUE INDEX "book_entries_once_by_number" ON "book_entries" USING btree ("environment",(CASE WHEN "kind" = 'settlement' THEN regexp_replace("payable_id", '^.*-', '') ELSE "payable_id" END)) WHERE taken_back_at IS NULL;
EXCEPTION WHEN unique_violation THEN
  RAISE WARNING 'A payout and the settlement of its number are both booked. Nothing keeps that from happening again before one of their exports is taken back.';
END $$;
