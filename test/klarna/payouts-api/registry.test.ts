import { expect, test } from "vitest";

import { everyOperation } from "@/lib/klarna/every-operation";
import { isChange } from "@/lib/klarna/operation";
import { payoutOperations } from "@/lib/klarna/payouts-api";
import { environmentOfKey, payoutsHost, regionMeant } from "@/lib/klarna/payouts-api/hosts";

const query = (name: string, value: object) => payoutOperations.get(name)?.query?.safeParse(value).success;

test("has a row for each of the eight calls, all of them reads, and none that the general door opens to", () => {
  expect([...payoutOperations.values()].map(({ name, path }) => [name, path])).toEqual([
    ["payouts.list", "/settlements/v1/payouts"],
    ["payouts.get", "/settlements/v1/payouts/{payment_reference}"],
    ["payouts.summary", "/settlements/v1/payouts/summary"],
    ["payoutTransactions.list", "/settlements/v1/transactions"],
    ["payoutReports.csv", "/settlements/v1/reports/payout-with-transactions"],
    ["payoutReports.pdf", "/settlements/v1/reports/payout"],
    ["payoutReports.periodCsv", "/settlements/v1/reports/payouts-summary-with-transactions"],
    ["payoutReports.periodPdf", "/settlements/v1/reports/payouts-summary"],
  ]);
  for (const operation of payoutOperations.values()) {
    expect(isChange(operation)).toBe(false);
    expect(everyOperation.has(operation.name), operation.name).toBe(false);
  }
});

test("asks by whole seconds in UTC: a bare day would leave out the last one", () => {
  const [start_date, end_date] = ["2026-09-01T00:00:00Z", "2026-09-30T23:59:59Z"];
  expect(query("payouts.list", { start_date, end_date, size: 500, offset: 0, currency_code: "SEK" })).toBe(true);
  for (const wrong of ["2026-09-30", "2026-09-30T23:59:59", "2026-09-30T23:59:59+02:00", "2026-09-31T00:00:00Z", "30.9.2026", ""]) {
    expect(query("payouts.list", { end_date: wrong }), wrong).toBe(false);
    expect(query("payouts.summary", { start_date, end_date: wrong }), wrong).toBe(false);
  }
  expect(query("payouts.summary", { start_date: end_date, end_date: start_date })).toBe(false);
  expect(query("payouts.summary", { start_date })).toBe(false);
  for (const wrong of [{ size: 501 }, { size: 0 }, { offset: -1 }, { offset: 1.5 }, { currency_code: "sek" }, { flavour: "red" }])
    expect(query("payouts.list", wrong), JSON.stringify(wrong)).toBe(false);
});

test("reads whatever comes: totals nested or flat, null everywhere, what isn't known yet", () => {
  const list = payoutOperations.get("payouts.list")?.output;
  for (const payout of [
    { totals: { sale_amount: 1, bonus_amount: 2 } },
    { sale_amount: 1 },
    { totals: null, payment_reference: null },
    { totals: "none" },
    null,
    5,
    { merchant_settlement_type: "NEW" },
  ])
    expect(list?.parse({ payouts: [payout], pagination: null, more: 1 })).toEqual({ payouts: [payout], pagination: null, more: 1 });
  expect(list?.parse({ payouts: [], pagination: "odd" })).toEqual({ payouts: [], pagination: null });
  for (const wrong of [null, {}, { payouts: null }, "<html>"]) expect(list?.safeParse(wrong).success).toBe(false);
  const lines = payoutOperations.get("payoutTransactions.list")?.output;
  const odd = { type: "MYSTERY", amount: null, order_id: null, nobody_knows: { deep: [1] } };
  expect(lines?.parse({ transactions: [odd] })).toEqual({ transactions: [odd] });
});

test("knows Klarna's six hosts, and corrects the region that no host has", () => {
  expect(["eu", "na", "oc"].map((region) => payoutsHost(region as "eu", "test"))).toEqual([
    "https://api.playground.klarna.com",
    "https://api-na.playground.klarna.com",
    "https://api-oc.playground.klarna.com",
  ]);
  expect([payoutsHost("eu", "live"), payoutsHost("na", "live"), payoutsHost("oc", "live")]).toEqual([
    "https://api.klarna.com",
    "https://api-na.klarna.com",
    "https://api-oc.klarna.com",
  ]);
  expect(["us", " US ", "na", "EU", "oc", "mars", "", "eu.evil.example"].map(regionMeant)).toEqual([
    "na",
    "na",
    "na",
    "eu",
    "oc",
    undefined,
    undefined,
    undefined,
  ]);
  expect(["klarna_live_api_x", "klarna_test_api_x", "K123_x"].map(environmentOfKey)).toEqual(["live", "test", undefined]);
});
