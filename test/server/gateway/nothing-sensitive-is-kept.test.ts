import { beforeAll, expect, test } from "vitest";

import { isChange, type Operation } from "@/lib/klarna/operation";
import { query } from "@/lib/server/db/client";
import { logFault } from "@/lib/server/log";

import { ask, problemOf } from "../harness/ask";
import { idsFor, validCall } from "../harness/calls";
import { calm } from "../harness/calm";
import { canaryAnswer, sensitiveIn, sensitiveValues } from "../harness/canaries";
import { logged } from "../harness/captured-log";
import { withDesk } from "../harness/desk";
import { knowOwnKeys } from "../harness/own-key";
import { signedIn } from "../harness/people";
import { auditAfter, everyTable, operationsOf, wholeTable } from "../harness/rows";
import { type ScriptedAnswer, type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { everyOperation } from "./permission-table";

let klarna: ScriptedKlarna;
let cookie: string;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  { DESK_TIME_SCALE: "0.01" },
);
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
  await knowOwnKeys();
});

const quoting = sensitiveValues.join(" ");
/** Answers that hold all that was typed and more, in places where it shouldn't be. */
const answers: Readonly<Record<string, (operation: Operation) => ScriptedAnswer>> = {
  "a yes": ({ output, method }) => (method === "DELETE" ? { status: 204 } : { body: JSON.stringify(canaryAnswer(output)) }),
  "a yes with unknown fields": ({ output }) => ({ body: JSON.stringify({ ...Object(canaryAnswer(output)), "new in r6": { deep: [quoting] } }) }),
  "a yes of another shape": () => ({ body: JSON.stringify([quoting, { iban: quoting }]) }),
  "a yes that isn't JSON": () => ({ body: quoting }),
  "a refusal that quotes": () => ({
    status: 400,
    body: JSON.stringify({
      error_id: "5b1c0e7a-0000-4000-8000-000000000001",
      error_code: "VALIDATION_ERROR",
      error_message: quoting,
      validation_errors: [{ parameter: "account_owner.email", reason: quoting }],
    }),
  }),
  "a fault that quotes": () => ({ status: 500, body: JSON.stringify({ error_code: "INTERNAL_ERROR", error_message: quoting }) }),
};

test.each(Object.keys(answers))("after %s no record holds a sensitive value, of any operation", async (name) => {
  for (const operation of everyOperation) {
    klarna.script = () => answers[name]?.(operation);
    calm();
    await ask(operation.name, { cookie, ...validCall(operation) });
  }
  const kept = await Promise.all((await everyTable()).map(async (table) => [table, await wholeTable(table)] as const));
  for (const [table, rows] of kept) expect(sensitiveIn(rows), table).toEqual([]);
  const { account_id = "none" } = idsFor("accounts.get");
  const known = kept.filter(([, rows]) => rows.includes(account_id)).map(([table]) => table);
  expect(known, "what isn't sensitive is found").toContain("public.operations");
  expect(sensitiveIn(logged.join("\n"))).toEqual([]);
});

test("the search for sensitive values would find one, in clear and as bytes", async () => {
  for (const value of sensitiveValues) {
    expect(sensitiveIn(`x ${value} y`)).toContain(value);
    expect(sensitiveIn(`\\x${Buffer.from(`x${value}`).toString("hex")}`)).toContain(value);
  }
  expect(sensitiveValues.length).toBeGreaterThan(15);
});

test("a change records what was asked and answered, with its marked fields hidden and the others as they are", async () => {
  const operation = everyOperation.find(({ name }) => name === "bankAccounts.create");
  if (!operation) throw new Error("There is no such operation.");
  klarna.script = () => ({ body: JSON.stringify(canaryAnswer(operation.output)) });
  calm();
  const { attempt, ...call } = validCall(operation);
  await ask(operation.name, { cookie, ...call, attempt });
  const [row] = await operationsOf(attempt ?? "");
  const [sent, confirmed] = (await auditAfter(0)).filter(({ operation_id }) => operation_id === row?.id);
  expect(sent?.detail).toEqual({
    params: { account_id: call.search.account_id },
    body: { bank_account_type: "IBAN", account_holder: "•••", bic: "•••", iban: "•••" },
    tries: 1,
  });
  expect(confirmed?.detail).toMatchObject({ status: 200, answer: { bank_account_id: "some bank_account_id", iban: "•••" } });
});

test("a fault is logged by its name and place, and never by a message or a value", async () => {
  const operation = everyOperation.find(({ name }) => name === "bankAccounts.create");
  if (!operation) throw new Error("There is no such operation.");
  // PostgreSQL's own message quotes the row.
  await query("ALTER TABLE operations ADD CONSTRAINT nothing_fits CHECK (name = '') NOT VALID");
  try {
    logged.length = 0;
    klarna.received.length = 0;
    const answered = await ask(operation.name, { cookie, ...validCall(operation) });
    expect(answered.status).toBe(500);
    expect(problemOf(answered).code).toBe("UNEXPECTED");
    expect(klarna.received).toEqual([]);
    expect(logged.join("")).toContain("bankAccounts.create");
    expect(logged.join("")).toContain("frames");
    expect(logged.join("")).not.toMatch(/Failing row|nothing_fits/);
  } finally {
    await query("ALTER TABLE operations DROP CONSTRAINT nothing_fits");
  }
  logFault("a test", new Error(quoting, { cause: new Error(quoting) }));
  expect(sensitiveIn(logged.join("\n"))).toEqual([]);
});

test("every change that was asked for has its row, whatever came of it", async () => {
  const changes = everyOperation.filter(isChange).length;
  const rows = await query<{ state: string; rows: number }>("SELECT state, count(*)::int AS rows FROM operations GROUP BY state");
  expect(rows.reduce((sum, row) => sum + row.rows, 0)).toBe(changes * Object.keys(answers).length + 1);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["confirmed", "rejected", "unknown"]));
});
