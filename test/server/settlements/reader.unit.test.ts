import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";

import { prove } from "@/lib/server/settlements/prove";
import { ReportFault } from "@/lib/server/settlements/report/fault";
import type { ReadReport } from "@/lib/server/settlements/report/read-report";
import { Scanner } from "@/lib/server/settlements/report/scanner";

import { kindsOf, klarnasSample, readBytes, smallReport } from "./made-report";

function good(bytes: Uint8Array, piece?: number): ReadReport {
  const read = readBytes(bytes, piece);
  if (read instanceof ReportFault) throw new Error(`${read.line} ${read.column} ${read.reason}`);
  return read;
}

function proofOf({ summary, sums, words }: ReadReport) {
  const kinds = sums.byKind().map(({ type, detailed, ...sum }) => ({ type: words[type] ?? "", detailedType: words[detailed] ?? "", ...sum }));
  return prove(BigInt(summary.amount), summary.totals, kinds);
}

test("Klarna's own sample comes out as it is: captures differ by 45.00, VAT by 0.05, and 44.95 is unexplained", () => {
  const report = good(klarnasSample);
  expect(report.rows).toBe(33);
  const proof = proofOf(report);
  expect(proof.parts.filter(({ gap }) => gap !== undefined && gap !== 0n).map(({ part, gap }) => [part, gap])).toEqual([
    ["capture_amount", 4500n],
    ["vat_amount", -5n],
  ]);
  expect(proof.partsGap).toBe(0n);
  expect(proof.linesGap).toBe(4495n);
  expect(proof.holds).toBe(false);
});

test("a report that adds up holds, to the minor unit", () => {
  expect(proofOf(good(smallReport()))).toMatchObject({ holds: true, partsGap: 0n, linesGap: 0n });
  expect(
    proofOf(
      good(
        smallReport((rows) => {
          rows[1]?.splice(5, 1, "5621");
        }),
      ),
    ),
  ).toMatchObject({ holds: false, partsGap: -1n, linesGap: -1n });
});

test("a column of the summary that nobody knows yet is one of its totals where it says something, and none where it is empty; a known one says something", () => {
  const withBonus = (bonus: string) =>
    readBytes(smallReport((rows) => [rows[0], rows[1]].map((cells, at) => cells?.splice(26, 1, at === 0 ? "bonus_amount" : bonus))));
  expect(withBonus("")).toMatchObject({ summary: { totals: expect.not.objectContaining({ bonus_amount: expect.anything() }) } });
  expect(withBonus("12")).toMatchObject({ summary: { totals: { bonus_amount: 12 } } });
  expect(withBonus("x")).toMatchObject({ line: 2, column: "bonus_amount" });
  expect(readBytes(smallReport((rows) => rows[1]?.splice(7, 1, "")))).toMatchObject({ line: 2, column: "capture_amount" });
});

test("pieces of any length, line breaks of Windows, a byte order mark, quotes and comments change nothing", () => {
  const plain = kindsOf(good(klarnasSample));
  for (const piece of [1, 2, 3, 7, 64, 4_096]) expect(kindsOf(good(klarnasSample, piece))).toEqual(plain);
  const text = klarnasSample.toString("utf8");
  const quoted = text.replaceAll(/^(SALE|FEE),/gm, '"$1",').replaceAll("PSP US Bank Account", '"PSP ""US, Bank\nAccount 漢"');
  for (const other of [
    `\ufeff${text}`,
    text.replaceAll("\n", "\r\n"),
    text.trimEnd(),
    quoted,
    `\n# x\n${text}\n\n`,
    text.replace("price_plan_id", "payment_pricing.price_plan_id"),
  ])
    expect(kindsOf(good(Buffer.from(other)))).toEqual(plain);
  expect(good(Buffer.from(quoted)).summary.bankAccountReference).toBe('PSP "US, Bank\nAccount 漢');
});

const text = smallReport().toString("utf8");
const lines = text.split("\n");
const changed = (line: number, change: (text: string) => string) => lines.map((one, at) => (at === line - 1 ? change(one) : one)).join("\n");
const header = lines[0] ?? "";
const refusals: Readonly<Record<string, [Uint8Array | string, number, string | null, RegExp]>> = {
  "an empty file": ["", 1, null, /empty/],
  "a page of HTML": ["<!doctype html>\n<p>Bad gateway", 1, null, /web page/],
  JSON: ['{"error_id": 1}\n', 1, null, /quote in the middle|JSON/],
  "a compressed file": [gzipSync(text), 1, null, /gzip/],
  "a workbook": [Buffer.from("PK\u0003\u0004..."), 1, null, /workbook/],
  "UTF-16": [Buffer.from(`\ufeff${text}`, "utf16le"), 1, null, /UTF-16/],
  "another CSV": ["date,amount\n1,2\n", 1, null, /isn't a settlement report/],
  "the sections swapped": [[...lines.slice(2, -1), ...lines.slice(0, 2), ""].join("\n"), 1, null, /transactions come first/],
  "a summary without its transactions": [lines.slice(0, 2).join("\n"), 2, null, /before its list of transactions/],
  "a header alone": [header, 1, null, /before its summary/],
  "a column missing in the summary": [changed(1, (line) => line.replace("vat_amount,", "vat,")), 1, "vat_amount", /no column/],
  "a column missing in the transactions": [changed(3, (line) => line.replace("tax_amount", "tax")), 3, "tax_amount", /no column/],
  "a column twice": [changed(3, (line) => line.replace("pricing_evaluated_at", "payment_x.amount")), 3, "amount", /two columns/],
  "a cell too many": [changed(6, (line) => `${line},`), 6, null, /15 cells, and its header in line 3 has 14/],
  "a cell too few": [changed(6, (line) => line.slice(0, line.lastIndexOf(","))), 6, null, /13 cells/],
  "a value without a column": [changed(2, (line) => `${line}1`), 2, null, /where the header has no column/],
  "a quote that never closes": [changed(5, (line) => line.replace(",", ',"')), 5, null, /never closed/],
  "a quote in a cell": [changed(5, (line) => line.replace("order-1", 'ord"er"-1')), 5, null, /quote in the middle/],
  "a fraction": [changed(5, (line) => line.replace(",-100,", ",-1.00,")), 5, "amount", /whole number/],
  "no amount": [changed(5, (line) => line.replace(",-100,", ",,")), 5, "amount", /whole number/],
  "an amount beyond 2^53": [changed(5, (line) => line.replace(",-100,", ",9007199254740993,")), 5, "amount", /2\^53/],
  "a sum beyond 2^53 in the summary": [changed(2, (line) => line.replace(",5620,", ",9007199254740993,")), 2, "settlement_amount", /2\^53/],
  "another currency": [changed(5, (line) => line.replace("EUR", "SEK")), 5, "currency", /another currency/],
  "another settlement": [changed(5, (line) => line.replace(",S-1,", ",S-2,")), 5, "settlement_id", /another settlement/],
  "no type": [changed(5, (line) => line.replace("FEE,", ",")), 5, "type", /no type/],
  "a day that there is none of": [changed(5, (line) => line.replace("2026-10-07T", "2026-02-30T")), 5, "created_at", /isn't a time/],
  "no time": [changed(5, (line) => line.replace("2026-10-07T12:55:25.000Z", "")), 5, "created_at", /no time/],
  "a NUL": [changed(5, (line) => line.replace("order", "or\0der")), 5, null, /control character/],
  "what isn't UTF-8": [Buffer.from(text.replace("order-2", "order-\u00ff"), "latin1"), 7, null, /UTF-8/],
  "two reports, one after the other": [`${text}${text}`, 10, null, /cells/],
};

for (const [name, [bytes, line, column, reason]] of Object.entries(refusals))
  test(`${name} is refused with its line, its column and why`, () => {
    const fault = readBytes(Buffer.from(bytes as string));
    expect(fault).toBeInstanceOf(ReportFault);
    expect(fault).toMatchObject({ line, column });
    expect((fault as ReportFault).reason).toMatch(reason);
    // Nothing that was in the file is in the words.
    expect((fault as ReportFault).reason).not.toMatch(/order-|krn:|S-2|SEK/);
  });

test("a row that never ends is refused, and takes no more memory than it needs to be one", () => {
  const fault = readBytes(Buffer.from(`${text}${"x".repeat(400_000)}`));
  expect(fault).toMatchObject({ line: 10, reason: expect.stringMatching(/no row of a report/) });
});

test("a report without a transaction is a report", () => {
  const empty = good(smallReport((rows) => rows.splice(3)));
  expect(empty.rows).toBe(0);
  expect(proofOf(empty).holds).toBe(false);
});

test("sums stay exact beyond 2^53", () => {
  const most = String(Number.MAX_SAFE_INTEGER);
  const report = good(
    smallReport((rows) => {
      for (const at of [3, 6]) rows[at]?.splice(3, 1, most);
    }),
  );
  expect(kindsOf(report)["SALE/CAPTURE"]).toBe(`2 ${2n * BigInt(most)} 0`);
});

test("random files are taken apart as csv-parse takes them apart", () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z0-9:._-]{0,20}$/),
    fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "é", "漢", " ", "#") }),
    fc.string({ unit: "grapheme" }),
  );
  const clean = cell.map((text) => [...text].filter((letter) => letter >= " " || letter === "\t" || letter === "\n").join(""));
  const row = fc.array(clean, { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.integer({ min: 1, max: 70 }),
      (rows, end, all, piece) => {
        const written = (text: string, first: boolean) =>
          all || /[",\n]/.test(text) || (first && /^#|^\ufeff/.test(text)) ? `"${text.replaceAll('"', '""')}"` : text;
        const file = Buffer.from(rows.map((cells) => cells.map((text, at) => written(text, at === 0)).join(",")).join(end) + end);
        const expected: string[][] = parse(file, { relax_column_count: true, skip_empty_lines: true });
        const got: string[][] = [];
        const scanner = new Scanner(() =>
          got.push(Array.from({ length: scanner.cells }, (_, at) => scanner.bytes.toString("utf8", scanner.starts[at], scanner.ends[at]))),
        );
        for (let from = 0; from < file.length; from += piece) scanner.push(file.subarray(from, from + piece));
        scanner.end();
        expect(got).toEqual(expected);
      },
    ),
    { numRuns: 3_000 },
  );
});
