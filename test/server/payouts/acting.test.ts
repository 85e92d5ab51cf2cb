import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { GET as report } from "@/app/api/desk/payouts/[payment_reference]/report/route";
import { GET as period } from "@/app/api/desk/payouts/reports/route";
import { query } from "@/lib/server/db/client";
import { writeStreams } from "@/lib/server/payouts/export/write";
import { findPayout } from "@/lib/server/payouts/find";
import { readPayoutNow } from "@/lib/server/payouts/read-one";
import { listSyncs } from "@/lib/server/payouts/sync/standing";
import { startSync } from "@/lib/server/payouts/sync/start";
import { steerSync } from "@/lib/server/payouts/sync/steer";

import { answered, browserRequest } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type KlarnasLine, klarnasLines, signed } from "./klarnas";
import { book, type PaidOut, paidOut, readFirst, sync, work, workUntilOver } from "./stage";

let emulator: TestEmulator;
let connection: string;
let klarnas: readonly PaidOut[];
const folder = mkdtempSync(path.join(os.tmpdir(), "streams-"));
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});
beforeAll(async () => {
  klarnas = await book(emulator, { payouts: 60, lines: 14 });
  await emulator.order("/payouts", { region: "eu", environment: "test", pending: 8 });
  connection = await readFirst();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => emulator.heal());

test("Klarna's papers are handed on as they are, for those who may, and who took them is written down", async () => {
  const { cookie, id } = await signedIn("finance");
  const reference = klarnas[0]?.payment_reference ?? "";
  const before = await latestAudit();
  const open = (format: string, by = cookie, name = reference) =>
    report(browserRequest("/api/desk/payouts/x/report", "GET", { cookie: by, search: { environment: "test", format } }), {
      params: Promise.resolve({ payment_reference: name }),
    });
  for (const [format, begins] of [
    ["csv", "total_sale_amount;"],
    ["pdf", "%PDF-1.4"],
  ] as const) {
    const answer = await answered(await open(format));
    expect([answer.status, String(answer.body).slice(0, begins.length)]).toEqual([200, begins]);
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="settlement.${reference}.${format}"`);
  }
  const days = { connection, from: "2020-01-01", to: "2099-01-01", format: "pdf" };
  expect((await answered(await period(browserRequest("/api/desk/payouts/reports", "GET", { cookie, search: days })))).status).toBe(200);
  expect((await answered(await period(browserRequest("/api/desk/payouts/reports", "GET", { cookie, search: { ...days, from: "2099-02-01" } })))).status).toBe(
    400,
  );
  expect((await auditAfter(before)).map(({ kind, person_id }) => [kind, person_id])).toEqual(Array(3).fill(["payout-downloaded", id]));
  expect((await open("csv", (await signedIn("support")).cookie)).status).toBe(403);
  expect((await open("csv", cookie, "NOBODYS")).status).toBe(404);
  await emulator.fault("payoutReports.pdf", "503", 9);
  expect((await answered(await open("pdf"))).status).toBe(503);
});

test("one payout is asked for anew at once, also one that the desk hasn't heard of", async () => {
  const first = klarnas[2];
  await emulator.order("/payouts", { region: "eu", environment: "test", changes: { [`${first?.payment_reference}`]: { credit: 777 } } });
  await readPayoutNow("test", first?.payment_reference ?? "");
  expect(await findPayout("test", first?.payment_reference ?? "")).toMatchObject({
    amount: String((first?.totals.settlement_amount ?? 0) + 777),
    lines_due: false,
    proof: { equation: "closes", lines: "agree" },
  });
  await query("DELETE FROM payouts WHERE payment_reference = $1", [klarnas[5]?.payment_reference]);
  expect(await readPayoutNow("test", klarnas[5]?.payment_reference ?? "")).toEqual({ payment_reference: klarnas[5]?.payment_reference });
  await expect(readPayoutNow("test", "NOBODYS")).rejects.toMatchObject({ problem: { status: 404 } });
});

test("a reading is paused, gone on with and given up; two at once there are not", async () => {
  const { id: personId } = await signedIn("finance");
  const by = { personId, role: "finance" as const };
  const { id } = await startSync(connection, "full", by);
  await expect(startSync(connection, "incremental", by)).rejects.toMatchObject({ problem: { status: 409, code: "SYNC_OPEN" } });
  expect(await steerSync(id, "pause", by)).toMatchObject({ state: "paused" });
  await work();
  expect((await listSyncs("test"))[0]).toMatchObject({ id, state: "paused", calls: 0 });
  await steerSync(id, "resume", by);
  await workUntilOver(id);
  expect((await listSyncs("test"))[0]).toMatchObject({ id, state: "done", added: 0, by: expect.stringContaining("finance") });
  const { id: other } = await startSync(connection, "incremental", by);
  expect(await steerSync(other, "cancel", by)).toMatchObject({ state: "cancelled" });
  expect(await steerSync(other, "resume", by)).toMatchObject({ state: "cancelled" });
  expect(await sync(connection)).toMatchObject({ state: "done" });
});

test("what was read is written as two streams with the names that Klarna gives, and the next time only what changed since", async () => {
  const jsonl = (name: string) =>
    readFileSync(path.join(folder, name), "utf8")
      .trimEnd()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  await longAgo();
  const all = await writeStreams({ connection, folder, format: "jsonl", everything: true });
  expect(all).toEqual({ payouts: 60, transactions: jsonl("transactions.jsonl").length });
  expect(jsonl("payouts.jsonl")[0]).toMatchObject({
    payment_reference: expect.any(String),
    totals: { sale_amount: expect.any(Number) },
    adds_up: "closes",
    lines_agree: "agree",
    gone: false,
  });
  const lines = jsonl("transactions.jsonl");
  expect(new Set(lines.map(({ line_key }) => line_key)).size).toBe(lines.length);
  expect(lines.every(({ type, amount, signed_amount }) => signed_amount === signed({ type, amount } as KlarnasLine))).toBe(true);
  // What other connectors give is all that Klarna's list of lines has, those in no payout among them.
  const asKlarna = lines.map(({ line_key, signed_amount, signed_vat_amount, ...klarnas }) => inOrder(klarnas));
  expect(asKlarna.sort()).toEqual((await klarnasLines(emulator)).map(inOrder).sort());
  expect(lines.filter(({ payment_reference }) => payment_reference === undefined)).toHaveLength(8);
  expect(await writeStreams({ connection, folder, format: "jsonl", everything: false })).toEqual({ payouts: 0, transactions: 8 });
  await emulator.order("/payouts", { region: "eu", environment: "test", changes: { [`${klarnas[1]?.payment_reference}`]: { credit: 5 } } });
  await sync(connection);
  // How far one format got says nothing of the other, which would lack what was written before.
  await expect(writeStreams({ connection, folder, format: "csv", everything: false })).rejects.toMatchObject({ problem: { code: "OTHER_STATE" } });
  expect(await writeStreams({ connection, folder, format: "jsonl", everything: false })).toEqual({ payouts: 1, transactions: 15 + 8 });
  expect(await writeStreams({ connection, folder, format: "csv", everything: true })).toMatchObject({ payouts: klarnas.length });
  const [header, ...rows] = readFileSync(path.join(folder, "payouts.csv"), "utf8").split("\r\n");
  expect(header).toContain("payment_reference,payout_date,currency_code,");
  expect(rows.filter((row) => row.startsWith(`${klarnas[1]?.payment_reference},`))).toHaveLength(1);
  expect(rows.at(-1)).toBe("");
  await expect(writeStreams({ connection: "f3a1c2d4-0000-4000-8000-000000000000", folder, format: "csv", everything: false })).rejects.toMatchObject({
    problem: { code: "OTHER_STATE" },
  });
});

test("a change that was on its way while the streams were written is in them the next time", async () => {
  await longAgo();
  const own = path.join(folder, "late");
  const write = (everything: boolean) => writeStreams({ connection, folder: own, format: "jsonl", everything });
  await write(true);
  expect(await write(false)).toMatchObject({ payouts: 0 });
  // Its statement began a minute before, and ended after.
  await query("UPDATE payouts SET changed_at = now() - interval '1 minute' WHERE payment_reference = $1", [klarnas[3]?.payment_reference]);
  expect(await write(false)).toMatchObject({ payouts: 1 });
});

test("what a payout brings is in the streams once, and the lines of one that is gone are in them no longer", async () => {
  await book(emulator, { payouts: 10, lines: 14, every: 6 });
  await emulator.order("/payouts", { region: "eu", environment: "test", pending: 5 });
  await sync(connection, "full");
  const place = { region: "eu", environment: "test" };
  await emulator.order("/payouts", { ...place, more: 1, pending: 0 });
  await sync(connection);
  const own = path.join(folder, "own");
  const write = () => writeStreams({ connection, folder: own, format: "jsonl", everything: true });
  const there = async () => (await klarnasLines(emulator)).length;
  expect(await write()).toMatchObject({ transactions: await there() });
  const [latest] = await paidOut(emulator);
  await emulator.order("/payouts", { ...place, changes: { [`${latest?.payment_reference}`]: { gone: true } } });
  await sync(connection, "deep");
  const { payouts, transactions } = await write();
  expect(transactions).toBe(await there());
  expect(payouts).toBeGreaterThanOrEqual(11);
  expect(readFileSync(path.join(own, "transactions.jsonl"), "utf8")).not.toContain(`"${latest?.payment_reference}"`);
});

/** As if nothing had changed for a while. */
async function longAgo(): Promise<void> {
  await query("UPDATE payouts SET changed_at = changed_at - interval '1 hour'");
}

function inOrder(line: object): string {
  return JSON.stringify(line, (_, value: unknown) => (value?.constructor === Object ? Object.fromEntries(Object.entries(value).sort()) : value));
}
