import { gzipSync } from "node:zlib";
import { beforeAll, beforeEach, expect, test } from "vitest";

import { POST as importDoor } from "@/app/api/desk/settlements/import/route";
import { query } from "@/lib/server/db/client";
import { settlementDetail } from "@/lib/server/settlements/detail";

import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { klarnasSample, smallReport } from "./made-report";

withDesk(noKlarna);

const id = "15328742";
let finance: SignedIn;
beforeAll(async () => {
  finance = await signedIn("finance");
});
beforeEach(() => query("DELETE FROM throttles"));

const bring = async (body: Uint8Array | string, cookie = finance.cookie) =>
  answered(await importDoor(browserRequest("/api/desk/settlements/import", "POST", { cookie, search: { environment: "test" }, body })));

const everything = async () => {
  const tables = ["settlements", "settlement_loads", "settlement_lines", "settlement_words", "settlement_sums", "settlement_merchants", "fee_audits"];
  const texts = tables.map((table) => query<{ all: string }>(`SELECT coalesce(string_agg(t::text, ' ' ORDER BY t::text), '') AS all FROM ${table} t`));
  return (await Promise.all(texts)).map(([row]) => row?.all);
};
const entries = () => query<{ detail: object; person_id: string }>("SELECT detail, person_id FROM audit_entries WHERE kind = 'settlement-report-imported'");

const bad: Readonly<Record<string, readonly [body: Uint8Array | string, message: RegExp]>> = {
  "cut off in a row": [klarnasSample.subarray(0, 9_000), /^Line \d+.*Nothing of the file was kept\.$/],
  "cut off in its summary": [klarnasSample.subarray(0, 300), /^Line \d+/],
  compressed: [gzipSync(klarnasSample), /^Line 1: .*gzip/],
  "a web page": ["<!doctype html><title>Sign in</title>", /^Line 1: .*web page/],
  empty: ["", /^Line 1/],
  "a picture": [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), /^Line 1/],
  "a report with an amount that is none": [smallReport((cells) => cells.at(-1)?.splice(3, 1, "12.50")), /^Line \d+, column amount: /],
  "a report with a row of another settlement": [klarnasSample.toString("utf8").replace(/,15328742,(?=[^\n]*\n?$)/, ",1,"), /^Line \d+, column settlement_id: /],
};

for (const [what, [body, message]] of Object.entries(bad))
  test(`a file that is ${what} is refused with its place and reason, and leaves nothing behind`, async () => {
    const before = await everything();
    const { status, body: problem } = await bring(body);
    expect([status, problem]).toEqual([400, expect.objectContaining({ code: "NOT_A_REPORT", message: expect.stringMatching(message) })]);
    expect(await everything()).toEqual(before);
    expect(await entries()).toHaveLength(0);
  });

test("a report that somebody brings is loaded and proved like Klarna's own, with who brought it", async () => {
  expect(await bring(klarnasSample)).toMatchObject({ status: 200, body: { settlement_id: id, outcome: "loaded" } });
  const detail = await settlementDetail("test", id);
  expect(detail).toMatchObject({
    source: "imported",
    seen_at: null,
    verdict: "differs",
    lines_gap: "4495",
    rows: 33,
    loaded: { by: expect.any(String), sha256: expect.any(String) },
  });
  const [entry, ...others] = await entries();
  expect([entry?.detail, others]).toEqual([{ settlement: id, sha256: detail.loaded?.sha256, rows: 33 }, []]);
  expect(await query("SELECT 1 FROM people WHERE id = $1 AND name = $2", [entry?.person_id, detail.loaded?.by])).toHaveLength(1);
});

test("the same file once more changes nothing", async () => {
  const before = await everything();
  expect(await bring(klarnasSample)).toMatchObject({ status: 200, body: { settlement_id: id, outcome: "same" } });
  expect(await everything()).toEqual(before);
  expect(await entries()).toHaveLength(1);
});

test("a file of the same settlement with another content is refused, and what was loaded stands as it is", async () => {
  const before = await everything();
  const other = Buffer.from(klarnasSample.toString("utf8").replace("-184,EUR", "-185,EUR"));
  expect(await bring(other)).toMatchObject({ status: 409, body: { code: "OTHER_CONTENT" } });
  expect(await everything()).toEqual(before);
});

test("a file that denies what Klarna has said of its settlement is refused; one that agrees is taken, and Klarna's own report is still awaited", async () => {
  const known = "settlement_id, source, seen_at, wanted_at, replaces, amount, currency";
  await query(
    `INSERT INTO settlements (environment, ${known}) VALUES ('test', 'S-1', 'announced', '2026-10-14T00:00:00Z', '2026-10-15T00:00:00Z', false, 5620, 'EUR')`,
  );
  const before = await everything();
  for (const [at, value] of [
    [5, "5621"],
    [6, "SEK"],
  ] as const) {
    const contrary = smallReport((rows) => {
      rows[1]?.splice(at, 1, value);
      if (value === "SEK") for (const cells of rows.slice(3)) cells.splice(4, 1, value);
    });
    expect(await bring(contrary)).toMatchObject({ status: 409, body: { code: "NOT_KLARNAS_AMOUNT" } });
    expect(await everything()).toEqual(before);
  }
  expect(await bring(smallReport())).toMatchObject({ status: 200, body: { settlement_id: "S-1", outcome: "loaded" } });
  expect(await query("SELECT source, seen_at, wanted_at, proved FROM settlements WHERE settlement_id = 'S-1'")).toEqual([
    { source: "announced", seen_at: new Date("2026-10-14T00:00:00Z"), wanted_at: new Date("2026-10-15T00:00:00Z"), proved: true },
  ]);
});

test("a file that breaks off on its way is no report, and leaves nothing behind", async () => {
  const before = await everything();
  let sent = false;
  const stream = new ReadableStream({
    pull: (controller) => {
      if (sent) controller.error(new Error("gone"));
      else controller.enqueue(smallReport());
      sent = true;
    },
  });
  const asked = browserRequest("/api/desk/settlements/import", "POST", { cookie: finance.cookie, search: { environment: "test" } });
  const request = new Request(asked.url, { method: "POST", headers: asked.headers, body: stream, duplex: "half" } as RequestInit);
  expect(await answered(await importDoor(request))).toMatchObject({ status: 400, body: { code: "BROKEN_OFF" } });
  expect(await everything()).toEqual(before);
});

test("only finance and admins bring in reports", async () => {
  for (const role of ["auditor", "support", "operations"] as const) expect((await bring(klarnasSample, (await signedIn(role)).cookie)).status, role).toBe(403);
});

test("what comes after a fault isn't kept in memory, and no more of it is taken than a sender needs to hear why", async () => {
  let pulled = 0;
  const stream = new ReadableStream({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(Buffer.alloc(1024 * 1024, "x"));
    },
  });
  const asked = browserRequest("/api/desk/settlements/import", "POST", { cookie: finance.cookie, search: { environment: "test" } });
  const request = new Request(asked.url, { method: "POST", headers: asked.headers, body: stream, duplex: "half" } as RequestInit);
  expect(await answered(await importDoor(request))).toMatchObject({ status: 400, body: { code: "NOT_A_REPORT" } });
  expect(pulled).toBeLessThan(80);
});
