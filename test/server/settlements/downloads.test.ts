import { setImmediate as turn } from "node:timers/promises";
import { beforeAll, expect, test, vi } from "vitest";

import { GET as feeSheet } from "@/app/api/desk/settlements/[settlement_id]/fees/csv/route";
import { GET as report } from "@/app/api/desk/settlements/[settlement_id]/report/route";
import { GET as spreadsheet } from "@/app/api/desk/settlements/[settlement_id]/spreadsheet/route";
import { query } from "@/lib/server/db/client";
import { loadReport } from "@/lib/server/settlements/load";

import { answered, browserRequest } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { smallReport } from "./made-report";

const copies = vi.hoisted(() => ({ made: 0 }));
vi.mock("@/lib/server/db/client", async (original) => {
  const client = await original<typeof import("@/lib/server/db/client")>();
  const copyOut = (statement: string) => {
    copies.made += 1;
    return client.copyOut(statement);
  };
  return { ...client, copyOut };
});

let klarna: ScriptedKlarna;
let finance: SignedIn;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});
beforeAll(async () => {
  finance = await signedIn("finance");
});

type Door = (request: Request, context: { params: Promise<{ settlement_id: string }> }) => Promise<Response>;
const ask = (door: Door, search: Readonly<Record<string, string>> = {}) =>
  door(browserRequest("/door", "GET", { cookie: finance.cookie, search: { environment: "test", ...search } }), {
    params: Promise.resolve({ settlement_id: "S-1" }),
  });
const check = async (door: Door, search: Readonly<Record<string, string>> = {}) => {
  const { status, body } = await answered(await ask(door, { ...search, check: "yes" }));
  return [status, (body as { code?: string } | undefined)?.code];
};
const exported = async () => (await query("SELECT 1 FROM audit_entries WHERE kind = 'settlement-exported'")).length;

/** The report of many captures, so that its spreadsheet takes many copies of the database. */
async function* manyLines(rows: number) {
  const [summary = "", values = "", header = "", capture = ""] = smallReport().toString("utf8").split("\n");
  yield Buffer.from(`${summary}\n${values}\n${header}\n`);
  for (let row = 0; row < rows; row += 1_000) yield Buffer.from(`${capture}\n`.repeat(1_000));
}

/** Lets whatever goes on by itself go on: the database and the network are asked meanwhile. */
async function meanwhile(): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    await query("SELECT 1");
    await turn();
  }
}

test("whether there is a file is said before a browser saves it, and nothing was exported by that", async () => {
  expect(await check(spreadsheet)).toEqual([409, "NOT_LOADED"]);
  expect(await check(feeSheet)).toEqual([409, "NOT_CHECKED"]);
  await loadReport(manyLines(40_000), { environment: "test", source: "imported" });
  expect(await check(spreadsheet)).toEqual([204, undefined]);
  expect(await check(spreadsheet, { account_id: "krn:nobody" })).toEqual([404, "NO_SUCH_MERCHANT"]);
  klarna.script = () => ({ status: 404, body: JSON.stringify({ error_code: "RESOURCE_NOT_FOUND", error_message: "No such settlement." }) });
  expect((await check(report))[0]).toBe(404);
  klarna.script = () => ({ headers: { "content-type": "text/csv" }, body: "type\n" });
  expect(await check(report)).toEqual([204, undefined]);
  expect(await exported()).toBe(0);
  expect((await answered(await ask(report))).body).toBe("type\n");
  expect(await exported()).toBe(1);
});

test("a spreadsheet is made no faster than it is read, and no further once nobody reads", async () => {
  copies.made = 0;
  const reader = (await ask(spreadsheet)).body?.getReader();
  for (let read = 0; read < 3; read += 1) await reader?.read();
  await meanwhile();
  // Of 41: what is read, and what stands ready in the stream.
  expect(copies.made).toBeLessThan(5);
  await reader?.cancel();
  const before = copies.made;
  await meanwhile();
  expect(copies.made).toBe(before);
});

test("Klarna's file is taken no faster than it is read, and its connection ends once nobody reads", async () => {
  const most = 64 * 1024 * 1024;
  const piece = Buffer.alloc(1024 * 1024, "x,");
  let sent = 0;
  let ended = false;
  klarna.script = (_, response) => {
    const more = () => {
      while (sent < 2 * most) {
        sent += piece.length;
        if (!response.write(piece)) return;
      }
    };
    response
      .writeHead(200, { "content-type": "text/csv" })
      .on("drain", more)
      .on("close", () => {
        ended = true;
      });
    more();
    return undefined;
  };
  const reader = (await ask(report)).body?.getReader();
  for (let read = 0; read < 3; read += 1) await reader?.read();
  await meanwhile();
  // What is in the network's own buffers, and no more.
  expect(sent).toBeLessThan(most);
  await reader?.cancel();
  await expect.poll(() => ended).toBe(true);
});
