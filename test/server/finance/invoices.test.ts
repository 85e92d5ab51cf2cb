import { beforeAll, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { financePeriod } from "@/lib/server/finance/period";
import { payoutWeeks } from "@/lib/server/finance/weeks";
import { listPayouts } from "@/lib/server/payouts/list";

import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

const closing = { equation: "closes", lines: "agree" };
const differing = { equation: "differs", lines: "agree" };

beforeAll(async () => {
  await query("INSERT INTO payout_connections (environment, region, name, hint, start_date) VALUES ('test', 'eu', 'A shop', 'PK', '2026-01-01')");
  for (const [reference, type, proof] of [
    ["PAID0001", "GROSS", closing],
    ["FEES0001", "GROSS_FEE", differing],
    ["FEES0002", "GROSS_FEE", differing],
    ["FEES0003", "GROSS_FEE", closing],
    ["FEES0004", "GROSS_FEE", null],
  ] as const)
    await query(
      `INSERT INTO payouts (environment, connection_id, payment_reference, payout_date, listed_at, currency, amount, settlement_type, proof, lines_due, content)
       SELECT 'test', id, $1, '2026-10-21T00:00:00Z', '2026-10-21T00:00:00Z', 'SEK', 100, $2, $3, $3::jsonb IS NULL, '{}' FROM payout_connections`,
      [reference, type, proof && JSON.stringify(proof)],
    );
});

test("invoices for fees that don't add up are told apart: no week has more of them than it has payouts", async () => {
  const [figures] = await payoutWeeks("test", await financePeriod({ weeks: "4", until: "2026-10-22" }));
  expect(figures?.weeks[0]).toMatchObject({ count: 1, odd: 0, open: 0 });
  expect(figures?.total).toMatchObject({ count: 1, odd: 0, open: 0 });
  expect(figures?.invoices).toEqual({ count: 4, amount: "400", odd: 2 });
  const listed = (await listPayouts("test", { currency: "SEK", type: "GROSS_FEE", proof: "odd" })).payouts;
  expect(listed.map(({ payment_reference }) => payment_reference).sort()).toEqual(["FEES0001", "FEES0002"]);
});
