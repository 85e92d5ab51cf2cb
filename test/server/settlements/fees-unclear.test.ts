import { expect, test } from "vitest";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { rowsOf } from "./fee-oracle";
import { changing, differing, isFee, isPriced, load, look, rowsBy, settle } from "./fee-stage";
import { klarnasSample } from "./made-report";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

const unchecked: Readonly<Record<string, [reason: string, change: (report: string) => string]>> = {
  "a plan that Klarna doesn't list": ["plan-unknown", changing("price_plan_id", "krn:partner:global:pricing:payments:price-plan:nobodys", isPriced)],
  "no plan": ["no-plan", changing("price_plan_id", "", isPriced)],
  "no time": ["no-time", changing("pricing_evaluated_at", "", isPriced)],
  "a time before the first version": ["no-version", changing("pricing_evaluated_at", "1999-01-01T00:00:00.000Z", isPriced)],
  "a program that the plan has no rate for": ["no-rate", changing("payment_program_id", "krn:partner:global:pricing:payments:program:nobodys", isPriced)],
  "no program, and rates that differ by it": ["rate-unclear", changing("payment_program_id", "", isPriced)],
  "a capture that is nowhere": ["no-capture", changing("payment_capture_id", "krn:payment:eu1:capture:nobodys", isFee)],
};

for (const [at, [what, [reason, change]]] of Object.entries(unchecked).entries())
  test(`of fees with ${what} nothing is said but why`, async () => {
    await settle(emulator, `U-${at}`, { seed: 20 + at }, change);
    const found = await rowsBy(`U-${at}`);
    expect(found[reason]).toBeGreaterThan(100);
    expect([found["as-planned"], found["other-amount"], found["charged-again"]]).toEqual([undefined, undefined, undefined]);
    expect(await differing(`U-${at}`)).toEqual([]);
  });

test("of fees whose capture is listed with two amounts nothing is said but why", async () => {
  await settle(emulator, "TWO", { seed: 36 }, (report) =>
    report
      .split("\n")
      .flatMap((line) => (line.startsWith("SALE") ? [line, line.split(",").with(3, "77").join(",")] : [line]))
      .join("\n"),
  );
  expect((await rowsBy("TWO"))["capture-unclear"]).toBeGreaterThan(100);
});

test("what a fee leaves out of its pricing is taken from its capture", async () => {
  const without = (column: string) => changing(column, "", isFee);
  const report = await settle(emulator, "LEFT-OUT", { seed: 31 }, (given) =>
    ["price_plan_id", "payment_program_id", "pricing_evaluated_at"].reduce((text, column) => without(column)(text), given),
  );
  expect((await rowsBy("LEFT-OUT"))["as-planned"]).toBe(rowsOf(report).filter(isFee).length);
});

test("a fee whose capture is in another report is held against that one, and one that was charged there before is charged again", async () => {
  await settle(emulator, "EARLIER", { seed: 32, rows: 60 });
  const fees = (report: string) =>
    report
      .split("\n")
      .filter((line) => !line.startsWith("SALE"))
      .join("\n");
  await settle(emulator, "LATER", { seed: 32, rows: 60, to: new Date(Date.now() + 1_000).toISOString() }, fees);
  const found = await rowsBy("LATER");
  expect(found["no-capture"]).toBeUndefined();
  expect(found["charged-again"]).toBeGreaterThan(20);
});

test("an incentive that may explain a difference makes it unknown, and is nothing where the fee is what the plan says", async () => {
  await settle(emulator, "INCENTIVE", { seed: 33, fault: "some variable fees are above the plan" }, changing("buy_rate_incentives_amount", "57", isFee));
  const found = await rowsBy("INCENTIVE");
  expect([found["other-amount"], (found.incentive ?? 0) > 0, (found["as-planned"] ?? 0) > 0]).toEqual([undefined, true, true]);
});

test("in a currency that no plan has rates for, nothing is reckoned with", async () => {
  await settle(emulator, "ZLOTY", { seed: 34, currency: "PLN" });
  expect(Object.keys(await rowsBy("ZLOTY")).filter((reason) => reason !== "not-in-plans" && reason !== "correction")).toEqual(["no-rate"]);
});

test("Klarna's own sample names plans that this Klarna doesn't have, and no fee of it is called right", async () => {
  await load(klarnasSample);
  await look();
  expect(await rowsBy("15328742")).toEqual({ "plan-unknown": 16, "not-in-plans": 1, correction: 1 });
});
