import { beforeAll, beforeEach, expect, test } from "vitest";

import { everything } from "@/lib/desk/directory";
import { query } from "@/lib/server/db/client";
import { setRole } from "@/lib/server/people";
import { checkRun } from "@/lib/server/runs/check";
import { downloadResults } from "@/lib/server/runs/csv";
import { makeRun } from "@/lib/server/runs/make";
import { findRun } from "@/lib/server/runs/standing";
import { steerRun } from "@/lib/server/runs/steer";
import type { Session } from "@/lib/server/session";

import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { accountId, confirmed, make, obeys, plant, product, results, sessionOf, suspension, updates, work } from "./stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let omar: Session;
beforeAll(async () => {
  omar = sessionOf(await signedIn("operations"));
});
let from = 0;
const some = (count: number) => Array.from({ length: count }, (_, index) => from + index);
beforeEach(() => {
  from += 1_000;
  klarna.received.length = 0;
  obeys(klarna);
});

test("before anything is done each merchant is weighed: who is ready, who is left out and why, who was never read", async () => {
  await plant([from, from + 1]);
  await plant([from + 2], { products: [product(from + 2), product(from + 3)] });
  await plant([from + 4], { products: [product(from + 4, { state: "DISABLED", state_reason: "VOLUNTARY_BY_PARTNER" })], seen: 90 });
  await plant([from + 5], { products: [product(from + 5, { state: "TERMINATED" })] });
  await plant([from + 6], { state: "PARTIALLY_OPERATIONAL" });
  await plant([from + 7], { state: null, products: null });
  const asked = { ...everything, accounts: [0, 1, 2, 4, 5, 6, 7, 8].map((index) => accountId(from + index)) };
  expect(await checkRun("test", suspension, asked)).toMatchObject({
    merchants: 7,
    ready: 4,
    unread: 1,
    products: 4,
    settled_lately: { loaded_to: null, is_old: false, missing: 0, merchants: 0, captures: 0 },
    left_out: expect.arrayContaining([
      { why: "It is suspended already, by your team.", count: 1 },
      { why: "Klarna has ended it, so there is nothing to suspend.", count: 1 },
      { why: expect.stringContaining("Klarna is setting the account up"), count: 1 },
    ]),
  });
  expect(klarna.received).toEqual([]);
});

test("how many were suspended because of fraud is said before they are reactivated", async () => {
  const off = (index: number, reason: string) => [product(index, { state: "DISABLED", state_reason: reason })];
  const ids = [
    ...(await plant([from], { products: off(from, "FRAUD_BY_PARTNER") })),
    ...(await plant([from + 1], { products: off(from + 1, "VOLUNTARY_BY_PARTNER") })),
  ];
  expect(await checkRun("test", { act: "reactivate" }, { ...everything, accounts: ids })).toMatchObject({ ready: 2, fraud: 1, settled_lately: null });
});

test("all that a question means are resolved on the server, when the run is made", async () => {
  await plant(some(60));
  const asked = { ...everything, text: `Nordlys ${String(from / 1_000).padStart(5, "0")}` };
  const { run, meant, ready } = await checkRun("test", suspension, asked);
  expect(ready).toBe(60);
  const { id } = await makeRun(omar, { environment: "test", order: suspension, asked, run, meant, count: 60, typed: "60" });
  await plant([from + 500]);
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", total: 60, counts: { done: 60 } });
  expect(updates(klarna).size).toBe(60);
});

test("each merchant is asked for once, in the name of who began it, as a change of its own in the log", async () => {
  const ids = await plant(some(40));
  const before = await latestAudit();
  const id = await make(omar, ids);
  await work();
  expect(await findRun("test", id)).toMatchObject({
    state: "done",
    total: 40,
    counts: { done: 40 },
    details: suspension.act === "suspend" && suspension.details,
  });
  expect([...updates(klarna)].sort()).toEqual(ids.map((account) => [account, 1]));
  expect(new Set(klarna.received.map(({ headers }) => headers["klarna-idempotency-key"])).size).toBe(40);
  const entries = await auditAfter(before);
  expect(entries[0]).toMatchObject({ kind: "run-begun", person_id: omar.personId, detail: { run: id, act: "suspend", reason: "FRAUD", merchants: 40 } });
  expect(entries.filter(({ kind, person_id }) => kind === "operation-confirmed" && person_id === omar.personId)).toHaveLength(40);
  // The directory knows at once, without a read.
  expect(klarna.received.filter(({ method }) => method === "GET")).toEqual([]);
  expect(await query("SELECT DISTINCT products->0->>'state' AS state FROM merchants WHERE account_id = ANY($1)", [ids])).toEqual([{ state: "DISABLED" }]);
});

test("what somebody typed about it stands in no table and no entry in clear", async () => {
  await make(omar, await plant(some(2)), { act: "suspend", reason: "FRAUD", details: "Eva Lagerkvist called" });
  await work();
  for (const table of ["runs", "run_rows", "operations"]) expect(await wholeTable(table), table).not.toMatch(/Lagerkvist|4c61676572/);
});

test("three of them fail, and only those are tried again", async () => {
  const ids = await plant(some(12));
  const wrong = new Set([ids[2], ids[5], ids[9]]);
  obeys(klarna, (path, times) => (wrong.has(path.split("/")[3]) && times === 1 ? { status: 409 } : undefined));
  const id = await make(omar, ids);
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 9, failed: 3 } });
  expect((await results(id)).filter(({ state }) => state === "failed")).toEqual(
    [...wrong].map((account) => ({ account, state: "failed", code: "RESOURCE_CONFLICT", said: expect.stringContaining("No.") })),
  );
  const csv = await (await downloadResults("test", id)).text();
  expect(csv).toContain(`${ids[2]},Nordlys ${ids[2]?.slice(-8)},,Failed,RESOURCE_CONFLICT,`);
  klarna.received.length = 0;
  const sofia = sessionOf(await signedIn("support"), "support");
  await expect(steerRun(sofia, "test", id, "retry", { count: 2 })).rejects.toMatchObject({ problem: { status: 409, code: "NUMBER_CHANGED" } });
  await steerRun(sofia, "test", id, "retry", { count: 3 });
  await work();
  expect([...updates(klarna).keys()].sort()).toEqual([...wrong].sort());
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 12, failed: 0 }, in_name_of: expect.stringContaining("support") });
});

test("more than 25 merchants are meant only by who types their number, and not by who saw another", async () => {
  const ids = await plant(some(26));
  const made = (more: object) => make(omar, ids, suspension, more);
  await expect(made({ typed: undefined })).rejects.toMatchObject({ problem: { status: 400, fields: [{ path: "typed" }] } });
  await expect(made({ typed: "25" })).rejects.toMatchObject({ problem: { status: 400, fields: [{ path: "typed" }] } });
  await expect(made({ count: 25, typed: "25" })).rejects.toMatchObject({ problem: { status: 409, code: "NUMBER_CHANGED" } });
  await make(omar, ids.slice(0, 25), { act: "suspend", reason: "VOLUNTARY", details: "They asked" }, { typed: undefined });
  await made({ typed: "26" });
});

test("however few are accused of fraud, their number is typed", async () => {
  const ids = await plant(some(1));
  await expect(make(omar, ids, suspension, { typed: undefined })).rejects.toMatchObject({
    problem: { status: 400, fields: [{ path: "typed", message: "Type 1 to say that you mean this merchant" }] },
  });
  await make(omar, ids, suspension, { typed: "1" });
});

test("however often it is asked for, a run is made once", async () => {
  const ids = await plant(some(3));
  const wanted = await confirmed(ids, suspension);
  const made = await Promise.all([makeRun(omar, wanted), makeRun(omar, wanted), makeRun(omar, wanted)]);
  expect(new Set(made.map(({ id }) => id))).toEqual(new Set([wanted.run]));
  await work();
  expect(new Map([...updates(klarna)].filter(([account]) => ids.includes(account)))).toEqual(new Map(ids.map((account) => [account, 1])));
  const other = sessionOf(await signedIn("operations"));
  await expect(makeRun(other, wanted)).rejects.toMatchObject({ problem: { status: 409, code: "RUN_EXISTS" } });
});

test("who loses the permission does nothing more; a colleague can go on in their own name", async () => {
  const person = await signedIn("operations");
  const ids = await plant(some(8));
  const id = await make(sessionOf(person), ids);
  await setRole(person.email, "finance");
  const before = await latestAudit();
  await work();
  expect(klarna.received).toEqual([]);
  expect(await findRun("test", id)).toMatchObject({ state: "stopped", code: "NOT_ALLOWED", counts: { waiting: 8 } });
  expect(await auditAfter(before)).toMatchObject([
    { kind: "refused", person_id: person.id, operation: "run", detail: { permission: "products:suspend", run: id } },
  ]);
  await steerRun(omar, "test", id, "resume");
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 8 } });
});

test("when Klarna refuses the desk's key the run stops, and nobody is counted as failed", async () => {
  obeys(klarna, () => ({ status: 401, body: "{}" }));
  const id = await make(omar, await plant(some(30)));
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "stopped", code: "KLARNA_REFUSED_KEY", counts: { waiting: 30, failed: 0 } });
});

test("each change of a run stands in the log as a single one does: with what it was before and is after, and nothing that was typed", async () => {
  const off = [product(from, { state: "DISABLED", state_reason: "FRAUD_BY_PARTNER" })];
  const [suspended = ""] = await plant([from], { products: off });
  const ids = await plant([from + 1]);
  const before = await latestAudit();
  const orders = [
    { order: { act: "reactivate" }, accounts: [suspended], changed: { field: "reason", before: "FRAUD_BY_PARTNER", after: null } },
    { order: { act: "change-category", code: "5732" }, accounts: ids, changed: { field: "merchant_category_code", before: "5719", after: "5732" } },
    { order: suspension, accounts: ids, changed: { field: "reason", before: null, after: "FRAUD" } },
  ] as const;
  for (const { order, accounts } of orders) {
    await make(omar, accounts, order);
    await work();
  }
  const sent = (await auditAfter(before)).filter(({ kind }) => kind === "operation-sent");
  expect(sent.map(({ detail }) => (detail as { changed?: unknown }).changed)).toEqual(orders.map(({ changed }) => [changed]));
  expect(JSON.stringify(sent)).not.toContain("Cards of strangers");
});
