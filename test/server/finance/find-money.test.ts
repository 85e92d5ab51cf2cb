import { beforeAll, expect, test } from "vitest";

import { POST as palette } from "@/app/api/desk/palette/route";
import type { PaletteFound } from "@/lib/desk/palette";
import { roleNames } from "@/lib/klarna/permissions";
import { query } from "@/lib/server/db/client";
import { findMoney } from "@/lib/server/finance/find-money";
import { loadReport } from "@/lib/server/settlements/load";

import { answered, browserRequest } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";
import { plansOf } from "../harness/plans";
import { book, readFirst } from "../payouts/stage";
import { smallReport } from "../settlements/made-report";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

const payment = "krn:payment:eu1:transaction:16a484d1-859b-489f-8969-d92dccc7a3a1";
const apart = "krn:capture:0b7bd4e5-35dd-4a5c-8f7a-6c2f0a9b1c2d";
let cookies: Map<string, string>;

/** Two settlements of one payout; in the second a capture has an id of its own. */
beforeAll(async () => {
  cookies = new Map(await Promise.all(roleNames.map(async (role) => [role, (await signedIn(role)).cookie] as const)));
  for (const [id, captured] of [
    ["S-1", undefined],
    ["S-2", apart],
  ] as const)
    await loadReport(
      (async function* () {
        yield smallReport((rows) => {
          for (const cells of rows) for (const [at, cell] of cells.entries()) if (cell === "S-1") cells[at] = id;
          const columns = rows[2] ?? [];
          const first = rows[3];
          if (captured && first) first[columns.indexOf("payment_capture_id")] = captured;
        });
      })(),
      { environment: "test", source: "imported" },
    );
  await book(emulator, { payouts: 3, lines: 6 });
  await readFirst();
});

const found = async (text: string) => (await findMoney("test", text)).map(({ kind, id }) => `${kind} ${id}`);

test("settlements, payouts, orders and captures are found by their ids, in the environment that is worked in", async () => {
  const [line] = await query<{ order_id: string; capture_id: string; merchant_reference: string; payment_reference: string }>(
    "SELECT l.order_id, l.capture_id, l.merchant_reference, p.payment_reference FROM payout_lines l JOIN payouts p ON p.id = l.payout_id WHERE l.capture_id <> '' AND l.order_id IS NOT NULL LIMIT 1",
  );
  if (!line) throw new Error("There is no line.");
  expect(await findMoney("test", " S-1 ")).toEqual([{ kind: "settlement", id: "S-1", amount: "5620", currency: "EUR" }]);
  expect((await found("krn:payout:1")).sort()).toEqual(["settlement S-1", "settlement S-2"]);
  for (const text of [line.payment_reference, line.payment_reference.toLowerCase()])
    expect(await found(text), text).toEqual([`payout ${line.payment_reference}`]);
  for (const text of [line.order_id, line.capture_id, line.merchant_reference]) expect(await found(text), text).toEqual([`order ${line.order_id}`]);
  for (const text of [payment, `${payment}:capture:1`, apart]) expect(await found(text), text).toEqual([`payment ${payment}`]);
  for (const text of ["S-1", payment, apart, line.payment_reference, line.order_id]) expect(await findMoney("live", text), text).toEqual([]);
});

test("a settlement is found by its number alone, without the prefix that tells its kind", async () => {
  await query("INSERT INTO settlements (environment, settlement_id, source) VALUES ('test', 'XD65-113574402', 'announced')");
  for (const text of ["113574402", "XD65-113574402", "xd65-113574402"]) expect(await found(text), text).toEqual(["settlement XD65-113574402"]);
  for (const text of ["13574402", "11357440", "XD65", "-113574402"]) expect(await found(text), text).toEqual([]);
  expect(await findMoney("live", "113574402")).toEqual([]);
});

test("an order is found before it is paid out", async () => {
  const [connection] = await query<{ id: string }>("SELECT id FROM payout_connections");
  await query(
    `INSERT INTO pending_lines (connection_id, key, place, type, order_id, merchant_reference, capture_id, content)
     VALUES ($1, '\\x01', 1, 'SALE', 'order-to-come', 'shop-77', 'capture-to-come', '{}')`,
    [connection?.id],
  );
  for (const text of ["order-to-come", "shop-77", "capture-to-come"]) expect(await found(text), text).toEqual(["order order-to-come"]);
});

test("what is no id is the id of nothing: words, what is empty, what is too long, and what is hostile", async () => {
  for (const text of [
    "",
    "abc",
    "Blomster AB",
    `${payment}x`,
    `${payment}:capture`.slice(0, 30),
    "x".repeat(201),
    "%_%_",
    "' OR 1=1--",
    "a\0bcd",
    "\u202Eabcd",
    "====",
    "+:capture:1",
  ])
    expect(await findMoney("test", text), JSON.stringify(text)).toEqual([]);
});

test("small letters are those of what is written so, before they are those of Klarna's capitals", async () => {
  await query(`INSERT INTO payouts (environment, connection_id, payment_reference, listed_at, amount, currency, content)
    SELECT 'test', id, reference, now(), 1, 'SEK', '{}' FROM payout_connections, unnest(ARRAY['AB12CD34', 'ab12cd34', 'Ef56Gh78']) reference`);
  expect(await found("ab12cd34")).toEqual(["payout ab12cd34"]);
  expect(await found("AB12CD34")).toEqual(["payout AB12CD34"]);
  expect(await found("Ab12cD34")).toEqual(["payout AB12CD34"]);
  expect(await found("Ef56Gh78")).toEqual(["payout Ef56Gh78"]);
  expect(await found("ef56gh78"), "what isn't Klarna's is found as it is written").toEqual([]);
});

test("nothing is read through to find it", async () => {
  // Of a few settlements one index is as good as another.
  await query(
    "INSERT INTO settlements (environment, settlement_id, source, payout_id) SELECT 'test', 'XD65-' || n, 'announced', 'krn:payout:many-' || n FROM generate_series(1, 2000) n",
  );
  await query(`INSERT INTO payouts (environment, connection_id, payment_reference, listed_at, content)
    SELECT 'test', id, 'MANY' || n, now(), '{}' FROM payout_connections, generate_series(1, 2000) n`);
  await query("ANALYZE settlements, payouts");
  const plan = await plansOf(() => findMoney("test", apart));
  for (const index of [
    "settlement_lines_of_payment",
    "settlement_lines_of_capture",
    "payout_lines_of_order",
    "pending_lines_of_order",
    "settlements_by_payout",
    "settlements_by_number",
    "payouts_by_reference",
  ])
    expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan on (settlement|payout|pending)/);
});

test("whoever may not read settlements is told nothing of money", async () => {
  const may: string[] = [];
  for (const role of roleNames) {
    const answer = await answered(
      await palette(browserRequest("/api/desk/palette", "POST", { cookie: cookies.get(role), body: { environment: "test", text: "S-1" } })),
    );
    if (answer.status === 200 && (answer.body as PaletteFound).money.length > 0) may.push(role);
  }
  expect(may.sort()).toEqual(["admin", "auditor", "finance"]);
});
