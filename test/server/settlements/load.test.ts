import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { LoadEnded, loadReport } from "@/lib/server/settlements/load";
import { beginLoad, dropLoad } from "@/lib/server/settlements/loads";

import { noKlarna, withDesk } from "../harness/desk";
import { klarnasSample, smallReport } from "./made-report";

withDesk(noKlarna);

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 5_000) yield bytes.subarray(from, from + 5_000);
}

const load = (bytes: Uint8Array, settlementId: string | undefined = undefined, replaces = false) =>
  loadReport(pieces(bytes), { environment: "test", settlementId, source: "looked-up", replaces }).then(({ outcome }) => outcome);

const settlement = async (id: string) => (await query<Record<string, unknown>>("SELECT * FROM settlements WHERE settlement_id = $1", [id]))[0];
const everything = async () => {
  const tables = ["settlements", "settlement_loads", "settlement_lines", "settlement_words", "settlement_sums", "settlement_merchants"];
  return Promise.all(
    tables.map(
      async (table) => (await query<{ all: string }>(`SELECT coalesce(string_agg(t::text, ' ' ORDER BY t::text), '') AS all FROM ${table} t`))[0]?.all,
    ),
  );
};

test("a report is loaded whole: its summary, every cell of its lines, and what they come to", async () => {
  expect(await load(klarnasSample)).toBe("loaded");
  expect(await settlement("15328742")).toMatchObject({
    amount: "78743",
    currency: "EUR",
    lines_gap: "4495",
    parts_gap: "0",
    gaps: { capture_amount: 4500, vat_amount: -5 },
    proved: false,
  });
  const lines = await query<Record<string, unknown>>(
    `SELECT l.*, t.word AS type, a.word AS account, s.word || l.payment AS payment_id, g.word AS "group" FROM settlement_lines l
     JOIN settlement_words t ON t.load_id = l.load_id AND t.id = l.type_word JOIN settlement_words a ON a.load_id = l.load_id AND a.id = l.account_word
     JOIN settlement_words s ON s.load_id = l.load_id AND s.id = l.payment_word JOIN settlement_words g ON g.load_id = l.load_id AND g.id = l.group_word ORDER BY line`,
  );
  expect(lines).toHaveLength(33);
  expect(lines[1]).toMatchObject({
    ...{
      line: 8,
      type: "FEE",
      account: "krn:partner:global:account:live:c0342d28-62b7-4d13-a685-840298a90d73",
      group: "",
      amount: "-100",
      tax: "-19",
      tax_rate: 1900,
    },
    ...{ payment_id: "krn:payment:eu1:transaction:6debe89e-98c0-486e-b7a5-08a4f6df94b0", capture: "+:capture:1", capture_reference: "partner-capture-ref-456" },
    ...{ created_at: new Date("2024-09-10T09:53:26.250Z"), buy_rate: "0", reference: "partner-transaction-reference-4567", dispute: null, environment: "test" },
  });
  // An id that Klarna has written with one colon more is kept as it is.
  expect(lines.at(-1)).toMatchObject({ line: 47, chargeback: "+::chargeback:1" });
  const [sums] = await query(
    "SELECT sum(amount) FILTER (WHERE day IS NULL) AS by_account, sum(amount) FILTER (WHERE day IS NOT NULL) AS by_day FROM settlement_sums",
  );
  expect(sums).toEqual({ by_account: "83666", by_day: "83666" });
});

test("the same report once more changes nothing", async () => {
  const before = await everything();
  expect(await load(klarnasSample)).toBe("same");
  const after = await everything();
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(await settlement("15328742")).toMatchObject({ proved: false, refusal: null });
});

test("a bad report is refused with its place, leaves nothing behind, and the earlier good one stands", async () => {
  const before = await everything();
  const bad = Buffer.from(klarnasSample.toString("utf8").replace(",-8000,", ",-80.00,"));
  await expect(load(bad, "15328742")).rejects.toMatchObject({ line: 37, column: "amount" });
  const after = await everything();
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(await settlement("15328742")).toMatchObject({ lines_gap: "4495", refusal: { code: "NOT_A_REPORT", line: 37, column: "amount" } });
});

test("a fault that is found while lines are on their way to the database leaves none of them behind", async () => {
  const count = async () => Number((await query<{ rows: string }>("SELECT count(*) AS rows FROM settlement_lines"))[0]?.rows);
  const before = await count();
  const long = smallReport((rows) => {
    const fees = Array.from({ length: 40_000 }, () => [...(rows[4] ?? [])]);
    rows.push(...fees, ["FEE", "cut off"]);
  });
  await expect(load(long)).rejects.toMatchObject({ line: 40_010, column: null });
  const copying = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'COPY %'";
  await expect.poll(() => query(copying)).toEqual([]);
  expect(await count()).toBe(before);
});

test("a load that another has cleared away meanwhile takes away what arrived after that", async () => {
  const id = await beginLoad({ environment: "test", source: "imported" });
  await query("DELETE FROM settlement_loads WHERE id = $1", [id]);
  await query("INSERT INTO settlement_words (load_id, id, word) VALUES ($1, 0, 'x')", [id]);
  await dropLoad(id);
  expect(await query("SELECT 1 FROM settlement_words WHERE load_id = $1", [id])).toHaveLength(0);
});

test("another report of the same settlement isn't taken unless somebody says so", async () => {
  const other = Buffer.from(klarnasSample.toString("utf8").replaceAll("partner-capture-ref-456", "partner-capture-ref-457"));
  expect(await load(other, "15328742")).toBe("other");
  expect(await settlement("15328742")).toMatchObject({ refusal: { code: "OTHER_CONTENT" } });
  expect(await load(other, "15328742", true)).toBe("loaded");
  const loads = await query<{ sha256: Buffer }>("SELECT sha256 FROM settlement_loads");
  expect(loads.map(({ sha256 }) => sha256.toString("hex"))).toEqual([createHash("sha256").update(other).digest("hex")]);
  expect(await query("SELECT line FROM settlement_lines")).toHaveLength(33);
});

test("the report of another settlement than was asked for is refused", async () => {
  await expect(load(smallReport(), "15328742")).rejects.toMatchObject({ column: "settlement_id", line: 2 });
  expect(await settlement("S-1")).toBeUndefined();
});

test("a load whose process is asked to stop leaves nothing, and one that was killed is cleared away by the next", async () => {
  const stopped = loadReport(pieces(smallReport()), { environment: "test", source: "imported", holds: () => false });
  await expect(stopped).rejects.toBeInstanceOf(LoadEnded);
  expect(await settlement("S-1")).toBeUndefined();
  const killed = await beginLoad({ environment: "test", source: "imported" });
  await query("INSERT INTO settlement_words (load_id, id, word) VALUES ($1, 0, 'x')", [killed]);
  await query("UPDATE settlement_loads SET lease_until = now() - interval '1 second' WHERE id = $1", [killed]);
  expect(await load(smallReport())).toBe("loaded");
  expect(await query("SELECT 1 FROM settlement_words WHERE load_id = $1", [killed])).toHaveLength(0);
  expect(await settlement("S-1")).toMatchObject({ proved: true, amount: "5620" });
});

test("ids that end in no UUID, columns that nobody knows and amounts at the edge of 2^53 are kept", async () => {
  const most = Number.MAX_SAFE_INTEGER;
  const odd = smallReport((rows) => {
    rows[1]?.splice(0, 1, "S-2");
    rows[2]?.push("new_column");
    for (const [at, cells] of rows.entries()) if (at > 2) cells.splice(6, 1, "S-2");
    for (const [at, cells] of rows.entries()) if (at > 2) cells.push(at === 3 ? "new value" : "");
    rows[3]?.splice(3, 1, String(most));
    rows[4]?.splice(3, 1, String(-most));
    rows[3]?.splice(7, 3, "PAYMENT/1", "=1+1", "CAPTURE/1");
  });
  expect(await load(odd)).toBe("loaded");
  const lines = await query("SELECT l.* FROM settlement_lines l JOIN settlements s ON s.load_id = l.load_id WHERE s.settlement_id = 'S-2' ORDER BY line");
  expect(lines[0]).toMatchObject({
    amount: String(most),
    payment_id: "PAYMENT/1",
    reference: "=1+1",
    capture: "=CAPTURE/1",
    rest: { new_column: "new value" },
  });
  expect(lines[1]).toMatchObject({ amount: String(-most), payment_id: null, rest: null });
});

test("a report that was made before its payout leaves the payout that Klarna has named since", async () => {
  const unpaid = smallReport((rows) => {
    rows[1]?.splice(0, 1, "S-3");
    rows[1]?.splice(22, 2, "", "");
    for (const cells of rows.slice(3)) cells.splice(6, 1, "S-3");
  });
  await query(`INSERT INTO settlements (environment, settlement_id, source, payout_id, paid_out_at)
    VALUES ('test', 'S-3', 'looked-up', 'krn:payout:3', '2026-10-14T22:00:00Z')`);
  expect(await load(unpaid)).toBe("loaded");
  expect(await settlement("S-3")).toMatchObject({ amount: "5620", payout_id: "krn:payout:3", paid_out_at: new Date("2026-10-14T22:00:00Z") });
});
