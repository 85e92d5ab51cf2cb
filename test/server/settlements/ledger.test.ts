import { beforeAll, expect, test } from "vitest";
import { GET as candidates } from "@/app/api/desk/settlements/[settlement_id]/candidates/route";
import { GET as report } from "@/app/api/desk/settlements/[settlement_id]/report/route";
import { GET as detailDoor } from "@/app/api/desk/settlements/[settlement_id]/route";
import { GET as spreadsheet } from "@/app/api/desk/settlements/[settlement_id]/spreadsheet/route";
import { kindOf, type SettlementDetail, type SettlementLine } from "@/lib/desk/settlement";
import { query } from "@/lib/server/db/client";
import { settlementDetail } from "@/lib/server/settlements/detail";
import { settlementLineFilterIn } from "@/lib/server/settlements/input";
import { paymentLines, settlementLines } from "@/lib/server/settlements/lines";
import { loadReport } from "@/lib/server/settlements/load";
import { settlementMerchants } from "@/lib/server/settlements/merchants";

import { answered, browserRequest } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { wholeTable } from "../harness/rows";
import { klarnasSample, smallReport } from "./made-report";

let emulator: TestEmulator;
let finance: SignedIn;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

const id = "15328742";
async function* whole(bytes: Uint8Array) {
  yield bytes;
}
const load = (bytes: Uint8Array) => loadReport(whole(bytes), { environment: "test", source: "imported" });
type Door = (request: Request, context: { params: Promise<{ settlement_id: string }> }) => Promise<Response>;
const knock = async (door: Door, search: Readonly<Record<string, string>> = {}, body?: object, settlement_id = id, cookie = finance.cookie) =>
  answered(
    await door(
      browserRequest("/door", body ? "POST" : "GET", {
        cookie,
        search: { ...(!body && { environment: "test" }), ...search },
        ...(body && { body: { environment: "test", ...body } }),
      }),
      {
        params: Promise.resolve({ settlement_id }),
      },
    ),
  );

beforeAll(async () => {
  finance = await signedIn("finance");
  await load(klarnasSample);
  await query(
    "INSERT INTO merchants (environment, account_id, account_name) VALUES ('test', 'krn:partner:global:account:live:c0342d28-62b7-4d13-a685-840298a90d73', '=Blomster & Söner')",
  );
});

test("Klarna's sample is shown with what differs, and with the rows that would explain it", async () => {
  const detail = (await knock(detailDoor)).body as SettlementDetail;
  expect(detail).toMatchObject({
    verdict: "differs",
    chain: "unknown",
    amount: "78743",
    lines_sum: "83238",
    lines_gap: "4495",
    parts_gap: "0",
    parts_sum: "78743",
  });
  expect(detail.parts.filter(({ gap }) => gap !== "0" && gap !== null).map(({ part, gap }) => [part, gap])).toEqual([
    ["capture_amount", "4500"],
    ["vat_amount", "-5"],
  ]);
  const found = async (part: string) => ((await knock(candidates, { part })).body as { lines: SettlementLine[] }).lines.map(({ line }) => line);
  // Two captures of 45.00; and the one row whose tax at a rate of the report would be 0.05 less.
  expect(await found("capture_amount")).toEqual([27, 34]);
  expect(await found("vat_amount")).toContain(18);
  expect(await found("refund_amount")).toEqual([]);
});

test("what each merchant and each day has is what its rows come to", async () => {
  const { merchants } = await settlementMerchants("test", id);
  expect(merchants.map(({ account_id, net }) => [account_id.slice(-4), net])).toEqual([
    ["0d73", "54700"],
    ["baec", "16958"],
    ["ac44", "11654"],
    ["4464", "49"],
    ["4353", "-123"],
  ]);
  const { days, types } = await settlementDetail("test", id);
  for (const sums of [days, types]) expect(sums.reduce((sum, { amount, tax }) => sum + BigInt(amount) + BigInt(tax), 0n)).toBe(83238n);
  expect(days.map(({ day, rows }) => [day, rows])).toEqual([
    ["2024-09-09", 23],
    ["2024-09-10", 10],
  ]);
});

test("transactions are found by kind, merchant, reference, id, amount and day, page by page", async () => {
  const lines = async (filter: Parameters<typeof settlementLines>[2]) => (await settlementLines("test", id, filter)).lines.map(({ line }) => line);
  const all = klarnasSample.toString("utf8").split("\n");
  const where = (fits: (cells: string[]) => boolean) => all.flatMap((text, at) => (/^[A-Z_]+,/.test(text) && fits(text.split(",")) ? [at + 1] : []));
  expect(await lines({})).toEqual(where(() => true));
  expect(await lines({ kind: "SALE/CAPTURE" })).toEqual(where(([type, detailed]) => type === "SALE" && detailed === "CAPTURE"));
  const account = "krn:partner:global:account:live:7d7713fc-43a2-40bd-baef-de444d85ac44";
  expect(await lines({ account })).toEqual(where((cells) => cells[5] === account));
  expect(await lines({ reference: "partner-transaction-reference-4545" })).toEqual(where((cells) => cells[13] === "partner-transaction-reference-4545"));
  expect(await lines({ reference: "krn:payment:eu1:transaction:4a2aa077-4629-4efe-a75d-4e12a80ac55a:capture:1" })).toEqual(
    where((cells) => (cells[10] ?? "").includes("4a2aa077")),
  );
  expect(await lines({ from: "-200", to: "-100" })).toEqual(where((cells) => Number(cells[3]) >= -200 && Number(cells[3]) <= -100));
  expect(await lines({ day: "2024-09-10" })).toEqual(where((cells) => cells[2]?.startsWith("2024-09-10") === true));
  expect(await lines({ account: "krn:nobody" })).toEqual([]);
});

test("the transactions of each kind are those that it comes to, also where two kinds share a word", async () => {
  const kinds = ["CHARGEBACK,", "CHARGEBACK,CHARGEBACK", "CHARGEBACK,REVERSAL", "SALE,REVERSAL", "SALE,CAPTURE"];
  const report = smallReport((rows) => {
    rows[1]?.splice(0, 1, "KINDS-1");
    for (const [at, cells] of rows.slice(3).entries()) cells.splice(0, 7, ...`${kinds[at % kinds.length]}`.split(","), ...cells.slice(2, 6), "KINDS-1");
  });
  await load(report);
  const { types } = await settlementDetail("test", "KINDS-1");
  expect(types).toHaveLength(kinds.length);
  for (const { rows, amount, ...kind } of types) {
    const { lines } = await settlementLines("test", "KINDS-1", settlementLineFilterIn({ kind: kindOf(kind) }));
    expect([kind, lines.length, String(lines.reduce((sum, line) => sum + BigInt(line.amount), 0n))]).toEqual([kind, rows, amount]);
  }
});

test("a capture, a refund or a chargeback that isn't named after its payment is found by its id; what nobody knows of a line is kept, shown and exported", async () => {
  const report = smallReport((rows) => {
    for (const [at, cells] of rows.entries()) {
      if (at > 1) cells.push(at === 2 ? "new_column" : at === 3 ? '"=new, value"' : "");
      if (at > 2) cells[6] = "ODD-1";
    }
    rows[1]?.splice(0, 1, "ODD-1");
    for (const at of [3, 4]) rows[at]?.splice(9, 1, "krn:capture:77");
    rows[8]?.splice(10, 1, "krn:refund:78");
  });
  await load(report);
  const found = async (reference: string) => (await settlementLines("test", "ODD-1", { reference })).lines.map(({ line }) => line);
  // With the payment's other lines, as the payment's own id finds it.
  expect(await found("krn:capture:77")).toEqual([4, 5, 6]);
  expect(await found("krn:refund:78")).toEqual([9]);
  expect(await found("krn:capture:7")).toEqual([]);
  const { lines } = await settlementLines("test", "ODD-1", {});
  expect(lines.map(({ capture_id, rest }) => [capture_id?.slice(0, 14), rest]).slice(0, 3)).toEqual([
    ["krn:capture:77", { new_column: "=new, value" }],
    ["krn:capture:77", null],
    ["krn:payment:eu", null],
  ]);
  const [header, first, second] = String((await knock(spreadsheet, {}, undefined, "ODD-1")).body).split("\r\n");
  expect(header).toMatch(/,other_columns$/);
  expect(first).toMatch(/,"\{""new_column"": ""=new, value""\}"$/);
  expect(second).toMatch(/,$/);
});

test("everything about a payment stands together across settlements, in the order in which it happened", async () => {
  const payment = "krn:payment:eu1:transaction:169dafea-394e-48be-8418-363fcb2f06b6";
  const other = klarnasSample
    .toString("utf8")
    .split("\n")
    .map((line) => line.replaceAll(id, "15328743"))
    .filter((line) => !line.startsWith("SALE") || line.includes(payment))
    .join("\n");
  await load(Buffer.from(other));
  const lines = await paymentLines("test", payment);
  expect(lines.map(({ settlement_id, type }) => `${settlement_id} ${type}`)).toEqual([
    `${id} CHARGEBACK`,
    "15328743 CHARGEBACK",
    `${id} SALE`,
    `${id} FEE`,
    "15328743 SALE",
    "15328743 FEE",
  ]);
  expect(lines[0]?.chargeback_id).toBe(`${payment}::chargeback:1`);
  expect(await paymentLines("test", `${payment}:capture:1`)).toHaveLength(6);
  expect(await paymentLines("live", payment)).toHaveLength(0);
});

test("a spreadsheet has decimals, merchants' names and nothing that is taken for a formula; whole or of one merchant", async () => {
  const { status, body, headers } = await knock(spreadsheet);
  expect(status).toBe(200);
  expect(headers.get("content-disposition")).toBe(`attachment; filename="settlement-${id}-spreadsheet.csv"`);
  const rows = String(body).trimEnd().split("\n");
  expect(rows).toHaveLength(34);
  expect(rows[0]).toMatch(/^\ufeff?line,type,detailed_type,created_at,amount,tax_amount,tax_rate_percent,currency,merchant,account_id/);
  expect(rows[2]).toContain("8,FEE,PAYMENT_FIXED_FEE,2024-09-10T09:53:26.250Z,-1.00,-0.19,19.00,EUR,'=Blomster & Söner,krn:partner");
  expect(rows[2]).toContain("krn:payment:eu1:transaction:6debe89e-98c0-486e-b7a5-08a4f6df94b0:capture:1,partner-capture-ref-456");
  const account_id = "krn:partner:global:account:live:c0342d28-62b7-4d13-a685-840298a90d73";
  const own = String((await knock(spreadsheet, { account_id })).body)
    .trimEnd()
    .split("\n");
  expect(own).toHaveLength(1 + rows.filter((row) => row.includes(account_id)).length);
  expect((await knock(spreadsheet, { account_id: "krn:nobody" })).status).toBe(404);
});

test("Klarna's file goes through to the byte", async () => {
  await emulator.order("/settlements", { settlement_id: "RAW-1", rows: 700, announce: false });
  const direct = await fetch(`${emulator.url}/v2/settlement/settlements/RAW-1/csv`, { headers: { authorization: "Basic klarna_test_api_emulator" } });
  expect((await knock(report, {}, undefined, "RAW-1")).body).toBe(await direct.text());
  expect(await wholeTable("audit_entries")).toMatch(/settlement-exported.*RAW-1/);
});
