import { beforeAll, expect, test } from "vitest";

import { closeDatabase, query } from "@/lib/server/db/client";
import { timelineOf } from "@/lib/server/merchants/timeline";
import { listPayouts } from "@/lib/server/payouts/list";
import { settlementLines } from "@/lib/server/settlements/lines";
import { listSettlements } from "@/lib/server/settlements/list";
import { loadReport } from "@/lib/server/settlements/load";

import { noKlarna, withDesk } from "../harness/desk";
import { smallReport } from "../settlements/made-report";

withDesk(noKlarna);

// In this night Berlin's clocks skipped an hour: its day had 23.
const day = "2026-03-29";
const late = `${day}T23:30:00Z`;
beforeAll(async () => {
  await query("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), 'Europe/Berlin'); END $$");
  // What is connected already keeps its own.
  await closeDatabase();
  expect(await query("SHOW timezone")).toEqual([{ TimeZone: "Europe/Berlin" }]);
});

async function* lateReport() {
  yield smallReport((rows) => {
    for (const [at, row] of rows.entries()) if (at >= 3) row[2] = late;
  });
}

test("a day is a whole day in UTC where the database's clock is another and has just been set forward", async () => {
  await loadReport(lateReport(), { environment: "test", source: "imported" });
  await query("UPDATE settlements SET period_to = $1", [late]);
  await query(
    `WITH connection AS (INSERT INTO payout_connections (environment, region, name, hint, start_date) VALUES ('test', 'eu', 'A shop', 'k', '2025-01-01') RETURNING id)
     INSERT INTO payouts (environment, connection_id, payment_reference, listed_at, content) SELECT 'test', id, 'X-1', $1, '{}' FROM connection`,
    [late],
  );
  await query("INSERT INTO merchant_changes (environment, account_id, field, noticed_at) VALUES ('test', 'krn:1', 'account_name', $1)", [late]);
  expect((await settlementLines("test", "S-1", { day })).lines).toHaveLength(6);
  expect((await listSettlements("test", { from: day, to: day })).settlements).toHaveLength(1);
  expect((await listPayouts("test", { from: day, to: day })).payouts).toHaveLength(1);
  expect((await timelineOf("test", "krn:1", "admin", { kinds: [], from: day, to: day }, { limit: 5 })).entries).toHaveLength(1);
});
