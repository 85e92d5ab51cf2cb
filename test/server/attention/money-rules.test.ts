import { beforeEach, expect, test } from "vitest";

import { lookBy } from "@/lib/server/attention/look";
import type { AttentionRule } from "@/lib/server/attention/rule";
import { payoutDiffers, payoutHeld, payoutLate, payoutsUnread } from "@/lib/server/attention/rules/payouts";
import { settlementUnpaid } from "@/lib/server/attention/rules/settlements";
import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { look, shownTo } from "./stage";

withDesk(noKlarna, { DESK_TIME_SCALE: "1" });

beforeEach(async () => {
  await query("TRUNCATE attention, attention_looks, settlements, payout_connections CASCADE");
});

/** A connection that was read to the end so long ago, without a refusal. */
async function connection(readAgo = "1 hour", refusal: string | null = null): Promise<string> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO payout_connections (environment, region, name, hint, start_date, created_at, listed_until, refusal)
     VALUES ('test', 'eu', 'Somebody''s shop', 'k', '2025-01-01', now() - interval '60 days', now() - $1::interval, $2) RETURNING id`,
    [readAgo, refusal],
  );
  await query(
    `INSERT INTO payout_syncs (connection_id, kind, created_at, window_from, window_until, listed_until, finished_at)
     VALUES ($1, 'incremental', now() - $2::interval, now(), now(), now(), now() - $2::interval)`,
    [row?.id, readAgo],
  );
  return row?.id ?? "";
}

interface Paid {
  readonly ago: string;
  readonly proof?: object;
  readonly merchant?: string;
  readonly type?: string;
  readonly gone?: boolean;
  readonly linesDue?: boolean;
}

async function payout(
  connectionId: string,
  reference: string,
  { ago, proof, merchant = "K123456", type = "NET", gone = false, linesDue = false }: Paid,
): Promise<string> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO payouts (environment, connection_id, payment_reference, payout_date, listed_at, currency, merchant_id, settlement_type, amount, content, lines_due, proof, gone_at)
     VALUES ('test', $1, $2, now() - $3::interval, now() - $3::interval, 'EUR', $4, $5, 100, '{}', $6, $7, CASE WHEN $8 THEN now() END) RETURNING id`,
    [
      connectionId,
      reference,
      ago,
      merchant,
      type,
      linesDue,
      JSON.stringify({ equation: "closes", lines: "agree", gap: "0", without: [], invoiced: false, parts: [], ...proof }),
      gone,
    ],
  );
  return row?.id ?? "";
}

/** What a rule finds now. */
async function found(rule: AttentionRule): Promise<readonly string[]> {
  await lookBy(rule);
  const rows = await query<{ facts: Readonly<Record<string, string>> }>("SELECT facts FROM attention WHERE rule = $1 AND closed_at IS NULL ORDER BY subject", [
    rule.name,
  ]);
  return rows.map(({ facts }) => facts.payout ?? facts.settlement ?? facts.reference ?? "");
}

test("a payout that is known not to add up, or whose lines don't, is found; one that can't be proved, is due or is gone isn't", async () => {
  const id = await connection();
  await payout(id, "RIGHT", { ago: "3 days" });
  await payout(id, "GAP", { ago: "3 days", proof: { equation: "differs", gap: "5" } });
  await payout(id, "LINES", { ago: "900 days", proof: { lines: "differ" } });
  await payout(id, "UNKNOWN", { ago: "3 days", proof: { equation: "unknown", lines: "unknown" } });
  await payout(id, "DUE", { ago: "3 days", proof: { equation: "differs", gap: "5" }, linesDue: true });
  await payout(id, "GONE", { ago: "3 days", proof: { equation: "differs", gap: "5" }, gone: true });
  expect(await found(payoutDiffers)).toEqual(["GAP", "LINES"]);
  // Another gap is another thing; one that closes ends it.
  const [before] = await query<{ id: string }>("SELECT id FROM attention WHERE facts->>'payout' = 'GAP'");
  await query("UPDATE payouts SET proof = proof || '{\"gap\": \"7\"}' WHERE payment_reference = 'GAP'");
  expect(await found(payoutDiffers)).toEqual(["GAP", "LINES"]);
  expect(await query("SELECT closed_at IS NOT NULL AS closed FROM attention WHERE id = $1", [before?.id])).toEqual([{ closed: true }]);
  await query('UPDATE payouts SET proof = proof || \'{"equation": "closes", "lines": "agree"}\'');
  expect(await found(payoutDiffers)).toEqual([]);
});

test("money that Klarna holds until somebody acts is found for thirty days; what it holds as a reserve isn't", async () => {
  const id = await connection();
  for (const [reference, ago, kind] of [
    ["HELD", "3 days", "INSUFFICIENT_BANK_ACCOUNT_DETAILS"],
    ["OLD", "31 days", "UNDER_REVIEW"],
    ["RESERVE", "3 days", "ROLLING_RESERVE"],
  ] as const)
    await query("INSERT INTO payout_sums (payout_id, type, detailed_type, lines, amount, tax) VALUES ($1, 'HOLDBACK', $2, 1, -100, 0)", [
      await payout(id, reference, { ago }),
      kind,
    ]);
  expect(await found(payoutHeld)).toEqual(["HELD"]);
});

test("a merchant whose weekly payouts stop is found after a week and two days, and no longer once one has come", async () => {
  const id = await connection();
  for (const weeks of [1, 2, 3, 4, 5]) {
    await payout(id, `LATE-${weeks}`, { ago: `${weeks * 7 + 3} days`, merchant: "K1" });
    await payout(id, `FINE-${weeks}`, { ago: `${weeks * 7 + 1} days`, merchant: "K2" });
    // Invoices for fees are no payouts, and of four nobody can say how often they come.
    await payout(id, `FEES-${weeks}`, { ago: `${weeks * 7 + 3} days`, merchant: "K3", type: "GROSS_FEE" });
    if (weeks > 1) await payout(id, `FEW-${weeks}`, { ago: `${weeks * 7 + 3} days`, merchant: "K4" });
  }
  expect(await found(payoutLate)).toEqual(["K1 in EUR"]);
  // What hasn't been read can't be late.
  await query("UPDATE payout_connections SET listed_until = now() - interval '5 days'");
  expect(await found(payoutLate)).toEqual([]);
  await query("UPDATE payout_connections SET listed_until = now()");
  expect(await found(payoutLate)).toEqual(["K1 in EUR"]);
  await payout(id, "CAME", { ago: "1 hour", merchant: "K1" });
  expect(await found(payoutLate)).toEqual([]);
});

test("the payouts of a merchant that is read by two connections are looked at together, whichever has listed them last", async () => {
  const [before, since] = [await connection(), await connection()];
  for (const weeks of [2, 3, 4, 5, 6]) await payout(before, `TWO-${weeks}`, { ago: `${weeks * 7 - 1} days`, merchant: "K1" });
  await payout(since, "TWO-1", { ago: "1 day", merchant: "K1" });
  expect(await found(payoutLate)).toEqual([]);
  await query("UPDATE payouts SET payout_date = payout_date - interval '15 days', listed_at = listed_at - interval '15 days'");
  expect(await found(payoutLate)).toEqual(["K1 in EUR"]);
  await query("UPDATE payout_connections SET listed_until = now() - interval '16 days' WHERE id = $1", [since]);
  expect(await found(payoutLate)).toEqual([]);
});

test("a connection that Klarna refuses, or that wasn't read to the end for a day, is found; a removed one isn't", async () => {
  await connection();
  await payout(await connection("1 hour", "KLARNA_REFUSED_KEY"), "R", { ago: "1 day", merchant: "K1" });
  await connection("25 hours");
  const removed = await connection("25 hours");
  await query("UPDATE payout_connections SET removed_at = now() WHERE id = $1", [removed]);
  expect([...(await found(payoutsUnread))].sort()).toEqual(["Payout connection", "Payouts of K1"]);
  // A reading that ended without having read everything doesn't count.
  await query("UPDATE payout_syncs SET code = 'NO_ANSWER'");
  expect(await found(payoutsUnread)).toHaveLength(3);
});

test("a settlement of which Klarna names no payout is found five days after it was made, if there is something to pay out", async () => {
  for (const [id, ago, amount, paid] of [
    ["LATE", "6 days", 500, null],
    ["SOON", "4 days", 500, null],
    ["OWED", "6 days", -500, null],
    ["PAID", "6 days", 500, "krn:payout:1"],
  ] as const)
    await query(
      "INSERT INTO settlements (environment, settlement_id, source, created_at, currency, amount, payout_id) VALUES ('test', $1, 'looked-up', now() - $2::interval, 'EUR', $3, $4)",
      [id, ago, amount, paid],
    );
  expect(await found(settlementUnpaid)).toEqual(["LATE"]);
  await query("UPDATE settlements SET payout_id = 'krn:payout:2' WHERE settlement_id = 'LATE'");
  expect(await found(settlementUnpaid)).toEqual([]);
});

test("each is said in plain words with the way to it, and only to those who may read settlements", async () => {
  const id = await connection("25 hours");
  await payout(id, "GAP", { ago: "3 days", proof: { equation: "differs", gap: "-12345" } });
  await query(
    "INSERT INTO settlements (environment, settlement_id, source, created_at, currency, amount) VALUES ('test', 'S-1', 'looked-up', now() - interval '6 days', 'EUR', 78743)",
  );
  await look();
  const shown = await shownTo(await signedIn("finance"), { sort: "opened" });
  expect(
    shown.map(({ rule, merchant, reason, payment_reference, settlement_id }) => [rule, merchant, reason, payment_reference ?? settlement_id]).sort(),
  ).toEqual([
    ["payout-differs", "Payout GAP", "It doesn't add up: -EUR\u00a0123.45 of what is paid out is unexplained.", "GAP"],
    ["payouts-unread", "Payouts of K123456", "This connection's payouts haven't been read to the end for more than a day.", null],
    ["settlement-unpaid", "Settlement S-1", "EUR\u00a0787.43 should have been paid out: Klarna names no payout, five days after it was settled.", "S-1"],
  ]);
  expect(await shownTo(await signedIn("support"))).toEqual([]);
});
