import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { refusal } from "@/lib/server/door";
import { underRequestId } from "@/lib/server/edge/request-id";
import { logFault } from "@/lib/server/log";
import { guardOutput, noteFault } from "@/lib/server/log-guard";

import { sensitiveIn, sensitiveValues } from "../harness/canaries";
import { logged } from "../harness/captured-log";
import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

const quoting = sensitiveValues.join(" ");
const written: string[] = [];
const original = { ...globalThis.console };
const listeners = { warning: process.listeners("warning"), uncaughtException: process.listeners("uncaughtException") };

beforeAll(() => {
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation((text) => written.push(String(text)) > 0);
  guardOutput();
});
afterAll(() => {
  vi.restoreAllMocks();
  Object.assign(globalThis.console, original);
  for (const [name, before] of Object.entries(listeners)) {
    process.removeAllListeners(name);
    for (const listener of before) process.on(name, listener as () => void);
  }
});
beforeEach(() => {
  logged.length = 0;
  written.length = 0;
});

const told = () => [...logged, ...written].join("\n");
const lines = () => logged.map((line) => JSON.parse(line));

test("whatever a library writes on the terminal, of an error its name and place are kept and nothing else", () => {
  const { console } = globalThis;
  for (const say of [console.error, console.warn, console.log, console.info, console.debug, console.trace]) {
    say(quoting, { quoting }, [quoting]);
    say("⨯", new TypeError(quoting, { cause: new Error(quoting) }), quoting);
  }
  expect(lines().filter(({ fault }) => fault)).toHaveLength(2);
  expect(lines().filter(({ fault }) => !fault)).toMatchObject([{ code: "error" }, { code: "warn" }]);
  expect(lines()[1]).toMatchObject({ fault: { name: "TypeError", frames: expect.arrayContaining([expect.stringContaining("canaries.test.ts")]) } });
  expect(sensitiveIn(told())).toEqual([]);
});

test("a warning of the process and a fault that nobody caught are noted the same way", () => {
  process.emit("warning", Object.assign(new Error(quoting), { name: "DeprecationWarning" }));
  // Beside Next.js, which listens too and goes on.
  process.on("uncaughtException", () => undefined);
  process.emit("uncaughtException", new RangeError(quoting));
  expect(lines()).toMatchObject([{ fault: { name: "DeprecationWarning" } }, { fault: { name: "RangeError" } }]);
  expect(sensitiveIn(told())).toEqual([]);
});

test("an error can't bring anything along: not by its name, its code, its causes, nor by a message that looks like a stack", () => {
  for (const value of sensitiveValues) {
    const forged = new Error(`x\n    at ${value} (file:///desk.js:1:1)\n    at ${value} (/desk.js:1:1)`, {
      cause: new Error(value, { cause: new Error(value) }),
    });
    logFault("a test", Object.assign(forged, { name: `${value}!`, code: `${value} `, detail: value, digest: value }), {});
    noteFault("a test", Object.assign(new Error(value), { digest: `${value} ${value}` }));
    noteFault("a test", value);
  }
  expect(logged.length).toBe(3 * sensitiveValues.length);
  expect(sensitiveIn(told())).toEqual([]);
});

test("PostgreSQL's own words, which quote rows and parameters, are never written down", async () => {
  for (const statement of ["SELECT $1::int", "SELECT $1::timestamptz", "SELECT ($1::text)::jsonb", "SELECT $1::uuid"]) {
    const error = await query(statement, [sensitiveValues[0]]).catch((fault: unknown) => fault);
    expect(`${error} ${JSON.stringify(error)}`).toContain("Canaria");
    const response = refusal(error, { operation: "a test" });
    expect(sensitiveIn(await response.text())).toEqual([]);
  }
  expect(lines()).toHaveLength(4);
  expect(lines()[0]).toMatchObject({ fault: { code: expect.stringMatching(/^22/) } });
  expect(sensitiveIn(told())).toEqual([]);
});

test("a fault is told twice and noted once, with what the person is shown to quote", async () => {
  const error = Object.assign(new Error(quoting), { digest: "1234567890" });
  noteFault("page failed", error);
  const { error: say } = globalThis.console;
  say(error);
  expect(lines()).toMatchObject([{ msg: "page failed", digest: "1234567890" }]);
  const id = "0b8f3c64-7a53-4f19-9d53-2c1e7b5a4f86";
  const response = underRequestId(id, () => refusal(new Error(quoting), { operation: "a test" }));
  expect(await response.json()).toMatchObject({ status: 500, code: "UNEXPECTED", errorId: id });
  expect(lines()[1]).toMatchObject({ requestId: id, operation: "a test" });
});

test("the search for canaries would find one in what is captured", () => {
  process.stderr.write(quoting);
  expect(sensitiveIn(told()).length).toBe(new Set(sensitiveValues).size);
});
