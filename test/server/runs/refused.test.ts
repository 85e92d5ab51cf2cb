import { beforeAll, beforeEach, expect, test, vi } from "vitest";

import { everything } from "@/lib/desk/directory";
import { ProblemError } from "@/lib/klarna/problem";
import { query } from "@/lib/server/db/client";
import { checkRun } from "@/lib/server/runs/check";
import { makeRun } from "@/lib/server/runs/make";
import { findRun } from "@/lib/server/runs/standing";
import { steerRun } from "@/lib/server/runs/steer";
import type { Session } from "@/lib/server/session";

import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { confirmed, make, obeys, plant, results, sessionOf, suspension, updates, work } from "./stage";

const { busy } = vi.hoisted(() => ({ busy: { times: 0 } }));
// One run takes three merchants here, so that nobody need plant a hundred thousand; and a colleague is at a merchant as often as a test says.
vi.mock("@/lib/desk/run", async (original) => ({ ...(await original<object>()), mostMerchants: 3 }));
vi.mock("@/lib/server/file/lease", async (original) => {
  const lease = await original<typeof import("@/lib/server/file/lease")>();
  const alone: typeof lease.alone = async (environment, accountId, task) => {
    busy.times -= 1;
    if (busy.times >= 0) throw new ProblemError({ status: 409, code: "MERCHANT_BUSY", message: "Another change of this merchant is being sent." });
    return lease.alone(environment, accountId, task);
  };
  return { ...lease, alone };
});

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
  busy.times = 0;
  klarna.received.length = 0;
  obeys(klarna);
});

test("more merchants than one run takes are refused with what to do", async () => {
  const accounts = await plant(some(4));
  await expect(checkRun("test", suspension, { ...everything, accounts })).rejects.toMatchObject({
    problem: { status: 400, code: "TOO_MANY", message: expect.stringContaining("more than 3 merchants") },
  });
  expect(await checkRun("test", suspension, { ...everything, accounts: accounts.slice(1) })).toMatchObject({ merchants: 3, ready: 3 });
});

test("a run that nothing could be done by isn't begun", async () => {
  const accounts = await plant(some(2));
  await expect(make(omar, accounts, { act: "reactivate" })).rejects.toMatchObject({ problem: { status: 400, code: "NOTHING_TO_DO" } });
  expect(await query("SELECT FROM run_rows WHERE account_id = ANY($1)", [accounts])).toEqual([]);
});

test("as many others than somebody saw aren't meant by what they confirmed", async () => {
  const [one = "", two = ""] = await plant(some(2));
  const off = (account: string, state: string) =>
    query("UPDATE merchants SET products = jsonb_set(products, '{0,state}', to_jsonb($2::text)) WHERE account_id = $1", [account, state]);
  await off(two, "DISABLED");
  const wanted = await confirmed([one, two], suspension);
  await off(one, "DISABLED");
  await off(two, "ENABLED");
  await expect(makeRun(omar, wanted)).rejects.toMatchObject({ problem: { status: 409, code: "OTHERS_MEANT" } });
  expect(await query("SELECT FROM runs WHERE id = $1", [wanted.run])).toEqual([]);
});

test("what was made already isn't taken for something else that is asked for under its name", async () => {
  const order = { act: "suspend", reason: "VOLUNTARY", details: "They asked" } as const;
  const atOnce = await confirmed(await plant(some(2)), order);
  const putOff = { ...atOnce, starts_at: "2099-01-01T08:00:00Z" };
  await makeRun(omar, atOnce);
  await makeRun(omar, atOnce);
  for (const other of [putOff, { ...atOnce, order: { ...order, details: "They left" } }, { ...atOnce, order: { act: "reactivate" } } as const])
    await expect(makeRun(omar, other)).rejects.toMatchObject({ problem: { status: 409, code: "RUN_EXISTS" } });
  await work();
});

test("a run of one environment is nowhere in the other, neither to be seen nor to be steered", async () => {
  const id = await make(omar, await plant(some(1)));
  await expect(findRun("live", id)).rejects.toMatchObject({ problem: { status: 404, code: "NO_SUCH_RUN" } });
  await expect(steerRun(omar, "live", id, "cancel")).rejects.toMatchObject({ problem: { status: 404 } });
  expect(await steerRun(omar, "test", id, "cancel")).toMatchObject({ state: "cancelled" });
});

test("whoever was disabled does nothing more: their run stops, and a colleague can go on in their own name", async () => {
  const person = await signedIn("operations");
  const id = await make(sessionOf(person), await plant(some(2)));
  await query("UPDATE people SET disabled_at = now() WHERE id = $1", [person.id]);
  const before = await latestAudit();
  await work();
  expect(klarna.received).toEqual([]);
  expect(await findRun("test", id)).toMatchObject({ state: "stopped", code: "NOT_ALLOWED", counts: { waiting: 2 } });
  expect(await auditAfter(before)).toMatchObject([{ kind: "refused", person_id: person.id, role: null, operation: "run" }]);
  await steerRun(omar, "test", id, "resume");
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 2 } });
});

test("a merchant that a colleague is changing at that moment has its turn later", async () => {
  const [account = ""] = await plant(some(1));
  busy.times = 2;
  const id = await make(omar, [account]);
  await work();
  expect(await results(id)).toMatchObject([{ state: "done" }]);
  expect(updates(klarna).get(account)).toBe(1);
  expect(await query("SELECT tries FROM run_rows WHERE run_id = $1", [id])).toEqual([{ tries: 2 }]);
});

test("of two who steer a run at the same moment one is told that it stands otherwise, and one step stands in the log", async () => {
  const id = await make(omar, await plant(some(3)));
  const colleague = sessionOf(await signedIn("operations"));
  for (const action of ["pause", "resume", "cancel"] as const) {
    const before = await latestAudit();
    const both = await Promise.allSettled([omar, colleague].map((by) => steerRun(by, "test", id, action)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { problem: { status: 409, code: "RUN_CHANGED" } } });
    expect(await auditAfter(before)).toHaveLength(1);
  }
});
