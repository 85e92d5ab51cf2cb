import { afterEach, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { readPayoutNow } from "@/lib/server/payouts/read-one";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { faults, inMonth, linesOf, list, payoutOf, sale, says } from "./scripted";
import { everything, forgetPayouts, readFirst, sync } from "./stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});
beforeEach(() => {
  klarna.received.length = 0;
});
afterEach(forgetPayouts);

test("null everywhere is kept as it came, and never shown as right", async () => {
  const nulls = {
    payment_reference: "P1",
    payout_date: null,
    currency_code: null,
    merchant_id: null,
    merchant_settlement_type: null,
    totals: null,
    new_field: { a: [1] },
  };
  const line = { type: null, detailed_type: null, amount: null, currency_code: null, capture_date: null, sale_date: null, order_id: null, capture_id: null };
  says(klarna, {
    payouts: (search) => (inMonth(search) ? list([nulls, null, payoutOf("", { payment_reference: null })]) : list([])),
    lines: linesOf([line, line, null, 7]),
  });
  await readFirst();
  expect(await faults()).toEqual([
    { code: "payout-without-reference", about: "no date" },
    { code: "payout-without-reference", about: "2024-03-05" },
  ]);
  const { payouts, lines } = await everything();
  expect(payouts).toMatchObject([{ payment_reference: "P1", amount: null, content: nulls, proof: { equation: "unknown", lines: "unknown" } }]);
  expect(lines).toHaveLength(4);
  expect(lines.map(({ content }) => content)).toEqual(expect.arrayContaining([line, line, { unreadable: null }, { unreadable: 7 }]));
});

test("what the desk doesn't know yet is kept: a new type has no direction, so nothing is proved by it, and no total is made up", async () => {
  const totals = { sale_amount: 1_000, bonus_amount: 50, settlement_amount: 1_050 };
  const lines = [sale(), sale({ type: "BONUS", detailed_type: "SUMMER", amount: 50, capture_id: "c-2", bonus_id: "b-1" })];
  says(klarna, {
    payouts: (search) => (inMonth(search) ? list([payoutOf("P1", { totals, merchant_settlement_type: "NEW_KIND" })]) : list([])),
    lines: linesOf(lines),
  });
  await readFirst();
  const { payouts, sums, lines: kept } = await everything();
  expect(payouts).toMatchObject([{ proof: { equation: "differs", gap: "50", lines: "unknown" }, content: { totals: { bonus_amount: 50 } } }]);
  expect(sums).toMatchObject([
    { type: "BONUS", amount: null, lines: 1 },
    { type: "SALE", amount: "1000" },
  ]);
  expect(kept.find(({ content }) => (content as { type: string }).type === "BONUS")).toMatchObject({ amount: null, content: { bonus_id: "b-1" } });
});

test("totals beside the rest count like nested ones; an amount that no number holds exactly is no amount", async () => {
  const flat = { ...payoutOf("P1", { totals: undefined }), sale_amount: 1_000, settlement_amount: 1_000 };
  const huge = JSON.stringify(payoutOf("P2")).replaceAll("1000", "9007199254740993");
  says(klarna, {
    payouts: (search) => (inMonth(search) ? `{"payouts":[${JSON.stringify(flat)},${huge}],"pagination":{"total":2,"next":null}}` : list([])),
    lines: linesOf([sale()]),
  });
  await readFirst();
  expect((await everything()).payouts).toMatchObject([
    { payment_reference: "P1", amount: "1000", proof: { equation: "closes", lines: "agree" } },
    { payment_reference: "P2", amount: null, proof: { equation: "unknown" } },
  ]);
});

test("a reference that comes for another merchant leaves the payout that is there as it is, and is said", async () => {
  says(klarna, { payouts: (search) => (inMonth(search) ? list([payoutOf("P1")]) : list([])), lines: linesOf([sale()]) });
  const id = await readFirst();
  const before = await everything();
  says(klarna, {
    payouts: (search) => (inMonth(search) ? list([payoutOf("P1", { merchant_id: "K2", totals: { sale_amount: 5, settlement_amount: 5 } })]) : list([])),
    lines: linesOf([]),
  });
  expect(await sync(id, "full")).toMatchObject({ faults: expect.arrayContaining([{ code: "reference-of-another", about: "P1" }]) });
  expect((await everything()).lines).toEqual(before.lines);
  expect((await everything()).payouts).toMatchObject([{ amount: "1000" }]);
});

test("that a line came out differently isn't forgotten where the reading broke off after it", async () => {
  const klarnas = (vat: number, pagination: object) => {
    const lines = linesOf([sale(), sale({ type: "FEE", amount: 0, vat_amount: vat })], pagination);
    says(klarna, { payouts: (search) => (inMonth(search) ? list([payoutOf("P1")]) : list([])), lines });
  };
  const changed = async () => String((await query<{ at: string }>("SELECT changed_at::text AS at FROM payouts"))[0]?.at);
  klarnas(5, {});
  const id = await readFirst();
  const before = await changed();
  klarnas(6, { total: 3 });
  expect(await sync(id, "full")).toMatchObject({ faults: [{ code: "lines-missing" }] });
  const brokenOff = await changed();
  expect(brokenOff > before).toBe(true);
  klarnas(6, {});
  expect(await sync(id, "full")).toMatchObject({ faults: [] });
  // Whoever has taken it in between has an old proof.
  expect((await changed()) > brokenOff).toBe(true);
  const after = await changed();
  expect(await sync(id, "full")).toMatchObject({ faults: [] });
  expect(await changed()).toBe(after);
});

test("Klarna's own sums that are others than its payouts' are said", async () => {
  says(klarna, {
    payouts: (search) => (inMonth(search) ? list([payoutOf("P1")]) : list([])),
    lines: linesOf([sale()]),
    summary: [{ summary_settlement_currency: "EUR", summary_total_settlement_amount: 1_000 }],
  });
  await readFirst();
  // Right for the month of the payout, wrong for the empty ones.
  expect(await faults()).toEqual(expect.arrayContaining([{ code: "summary-differs", about: "EUR 2024-02" }]));
  expect(await faults()).not.toEqual(expect.arrayContaining([{ code: "summary-differs", about: "EUR 2024-03" }]));
});

test.each([
  ["a page of HTML", 200, "<html>maintenance</html>", "UNREADABLE_ANSWER"],
  ["nothing of the kind", 200, '{"error":null}', "UNREADABLE_ANSWER"],
  ["a credential it doesn't take", 401, '{"error_code":"UNAUTHORIZED","error_messages":["no"],"correlation_id":"c-9"}', "KLARNA_REFUSED_KEY"],
  ["a credential that may not", 403, "<html>", "KLARNA_BLOCKED"],
  ["an address it doesn't know", 404, "", "NO_SUCH_PAYOUT"],
])("%s ends the reading with a clear word, and nothing is kept", async (_, status, body, code) => {
  says(klarna, { payouts: () => body, status });
  await readFirst();
  const [found] = await query<{ code: string | null; job: string | null; refusal: string | null }>(
    `SELECT s.code, j.output->>'code' AS job, c.refusal FROM payout_syncs s JOIN payout_connections c ON c.id = s.connection_id
     LEFT JOIN pgboss.job j ON j.name = 'payouts' AND j.id = s.id`,
  );
  expect(found?.code ?? found?.job).toBe(code);
  expect(found?.refusal).toBe(status === 401 || status === 403 ? code : null);
  expect((await everything()).payouts).toEqual([]);
});

test("a refusal says what to do, and carries the id that Klarna's support asks for", async () => {
  says(klarna, { payouts: () => list([]) });
  await readFirst();
  for (const [status, words] of [
    [401, /disabled after two months/],
    [403, /read access to the Settlements API/],
    [404, /Compare it with the bank statement/],
  ] as const) {
    klarna.script = () => ({ status, body: '{"error_code":"X","error_messages":["<b>no</b>"],"correlation_id":"c-9"}' });
    await expect(readPayoutNow("test", "P9")).rejects.toMatchObject({
      problem: { message: expect.stringMatching(words), ...(status !== 404 && { errorId: "c-9" }) },
    });
  }
});
