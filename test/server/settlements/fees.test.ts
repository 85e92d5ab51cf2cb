import { beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { feeAudit, feeAuditMerchants } from "@/lib/server/settlements/fees/answer";
import { wantFeeAudit } from "@/lib/server/settlements/fees/ask";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { differencesIn, type ReportRow, rowsOf } from "./fee-oracle";
import { differing, headers, load, look, rowsBy, settle } from "./fee-stage";

let emulator: TestEmulator;
withDesk(
  async () => {
    emulator = await startTestEmulator();
    return emulator;
  },
  { DESK_TIME_SCALE: "0.02" },
);
beforeEach(() => emulator.heal());

const asked = new Map<string, { percentage: number; fixed: number }>();
async function ask(row: ReportRow) {
  const search = new URLSearchParams({
    ...{ date_time: row.pricing_evaluated_at ?? "", merchant_category_code: row.merchant_category_code ?? "" },
    ...{ currency: row.currency ?? "", payment_program_id: row.payment_program_id ?? "", size: "1" },
  });
  const key = `${row.price_plan_id}?${search}`;
  const before = asked.get(key);
  if (before) return before;
  const answer = await (await fetch(`${emulator.url}/v2/distribution/products/payment/price-plans/${row.price_plan_id}?${search}`, { headers })).json();
  const { percentage, fixed_amount } = (answer as { rates: { buy_rate: { percentage: number; fixed_amount: number } }[] }).rates[0]?.buy_rate ?? {};
  const price = { percentage: Number(percentage), fixed: Number(fixed_amount) };
  asked.set(key, price);
  return price;
}

test("an honest report agrees, fee by fee, and what no plan prices is said", async () => {
  const report = await settle(emulator, "HONEST");
  const rows = rowsOf(report);
  expect((await differencesIn(rows, ask)).size).toBe(0);
  const { checked_at, wanted, reasons, plans } = await feeAudit("test", "HONEST");
  expect([typeof checked_at, wanted]).toEqual(["string", false]);
  const count = (fits: (row: ReportRow) => boolean) => rows.filter(fits).length;
  expect(Object.fromEntries(reasons.map(({ reason, rows }) => [reason, rows]))).toEqual({
    "as-planned": count(({ detailed_type }) => detailed_type === "PAYMENT_FIXED_FEE" || detailed_type === "PAYMENT_VARIABLE_FEE"),
    "not-in-plans": count(({ detailed_type }) => detailed_type === "DISPUTE_FEE"),
    correction: count(({ type }) => type === "FEE_CORRECTION"),
  });
  expect(reasons.find(({ reason }) => reason === "not-in-plans")?.expected).toBeNull();
  expect(plans.map(({ name, why }) => [name, why]).sort()).toEqual([
    ["High volume", null],
    ["Standard 2.0", null],
    ["Travel and hospitality", null],
  ]);
});

test("Klarna is asked for the list once and for each version's rates once, however many fees there are", async () => {
  const before = [await emulator.count("pricePlans.list"), await emulator.count("pricePlans.get")];
  await settle(emulator, "CALLS", { rows: 3_000, seed: 5 });
  const after = [await emulator.count("pricePlans.list"), await emulator.count("pricePlans.get")];
  expect((after[0]?.received ?? 0) - (before[0]?.received ?? 0)).toBe(1);
  // Three plans of 1,040 rates in euros, in pages of the largest size there is.
  expect((after[1]?.received ?? 0) - (before[1]?.received ?? 0)).toBeLessThanOrEqual(3 * 11);
});

for (const [fault, seed] of [
  ["some variable fees are above the plan", 3],
  ["a fixed fee is charged twice", 4],
] as const)
  test(`a report in which ${fault} adds up, and is found out to the minor unit`, async () => {
    const id = `WRONG-${seed}`;
    const wrong = await differencesIn(rowsOf(await settle(emulator, id, { fault, seed })), ask);
    expect(wrong.size).toBeGreaterThan(0);
    expect((await query<{ proved: boolean }>("SELECT proved FROM settlements WHERE settlement_id = $1", [id]))[0]?.proved).toBe(true);
    const lines = await differing(id);
    expect(new Map(lines.map(({ line, charged, expected }) => [line, Number(BigInt(charged) - BigInt(expected))]))).toEqual(wrong);
    const total = [...wrong.values()].reduce((sum, difference) => sum + difference, 0);
    const { merchants } = await feeAuditMerchants("test", id);
    expect(merchants.reduce((sum, { difference }) => sum + Number(difference), 0)).toBe(total);
    const [own] = lines;
    if (!own) throw new Error("Nothing differs.");
    const ofOne = await differing(id, own.account_id);
    expect(ofOne).toEqual(lines.filter(({ account_id }) => account_id === own.account_id));
    const sum = ofOne.reduce((gap, { charged, expected }) => gap + BigInt(charged) - BigInt(expected), 0n);
    expect(merchants.find(({ account_id }) => account_id === own.account_id)?.difference).toBe(String(sum));
  });

test("while Klarna is away the fees wait; what can't be read in the end is why, and can be read again", async () => {
  await emulator.fault("pricePlans.get", "503", 1_000);
  await settle(emulator, "AWAY", { seed: 35 });
  expect(await feeAudit("test", "AWAY")).toMatchObject({ wanted: true, checked_at: null, reasons: [] });
  await query("UPDATE fee_audits SET wanted_at = now(), tries = 4 WHERE wanted_at IS NOT NULL");
  await look();
  expect((await rowsBy("AWAY"))["plan-unreadable"]).toBeGreaterThan(100);
  expect((await feeAudit("test", "AWAY")).plans.every(({ why }) => why !== null)).toBe(true);
  await emulator.heal();
  await wantFeeAudit("test", "AWAY");
  await look();
  expect((await rowsBy("AWAY"))["as-planned"]).toBeGreaterThan(100);
  expect(await query("SELECT 1 FROM fee_audit_sums x JOIN fee_audits a USING (load_id) WHERE x.attempt <> a.result")).toHaveLength(0);
});

test("an attempt that was cut off is never seen, and nothing of it is left", async () => {
  const id = "WRONG-3";
  const before = await differing(id);
  const found = await rowsBy(id);
  await query(
    "INSERT INTO fee_audit_lines SELECT load_id, attempt + 1, line + 1, account_word, plan_word, reason, expected, captured, percentage, fixed, plan_version FROM fee_audit_lines",
  );
  await query("INSERT INTO fee_audit_sums SELECT load_id, attempt + 1, account_word, outcome, reason, detail, rows, charged, expected FROM fee_audit_sums");
  await query("UPDATE fee_audits SET attempt = attempt + 1");
  expect(await differing(id)).toEqual(before);
  expect(await rowsBy(id)).toEqual(found);
  await wantFeeAudit("test", id);
  await look();
  expect(await differing(id)).toEqual(before);
  expect(
    await query(
      "SELECT 1 FROM fee_audit_lines f JOIN fee_audits a USING (load_id) JOIN settlements s USING (load_id) WHERE s.settlement_id = $1 AND f.attempt <> a.result",
      [id],
    ),
  ).toHaveLength(0);
});

test("with a report that takes another's place, what was found of the other's fees goes", async () => {
  const [gone] = await query<{ load_id: number }>("SELECT load_id FROM settlements WHERE settlement_id = 'WRONG-3'");
  await emulator.order("/settlements", { settlement_id: "WRONG-3", rows: 300, announce: false, seed: 50 });
  await load(await (await fetch(`${emulator.url}/v2/settlement/settlements/WRONG-3/csv`, { headers })).text(), true);
  for (const table of ["fee_audits", "fee_audit_sums", "fee_audit_lines"])
    expect(await query(`SELECT 1 FROM ${table} WHERE load_id = $1`, [gone?.load_id]), table).toHaveLength(0);
  expect(await feeAudit("test", "WRONG-3")).toMatchObject({ wanted: true, checked_at: null });
  await look();
  expect(await differing("WRONG-3")).toEqual([]);
});
