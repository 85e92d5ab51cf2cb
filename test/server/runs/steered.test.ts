import { beforeAll, beforeEach, expect, test } from "vitest";

import { POST as checkDoor } from "@/app/api/desk/runs/check/route";
import { POST as makeDoor } from "@/app/api/desk/runs/route";
import { everything } from "@/lib/desk/directory";
import type { RunCheck } from "@/lib/desk/run";
import { writeCursor } from "@/lib/server/cursor";
import { query } from "@/lib/server/db/client";
import { findRun, listRuns } from "@/lib/server/runs/standing";
import { type RunAction, steerRun } from "@/lib/server/runs/steer";
import { tendRuns } from "@/lib/server/runs/tend";
import type { Session } from "@/lib/server/session";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { make, obeys, onlyWorker, plant, product, results, sessionOf, suspension, updates, work } from "./stage";

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
const steer = (id: string, action: RunAction) => steerRun(omar, "test", id, action);

/** A Klarna that answers when it is let. */
function slowly() {
  const waiting: (() => void)[] = [];
  const { script } = klarna;
  klarna.script = (request, response) => {
    waiting.push(() => {
      const { status = 200, body = "{}" } = script(request, response) ?? {};
      response.writeHead(status, { "content-type": "application/json", "x-ratelimit-limit": '1000000, 1000000;w=1;name="psp_x"' }).end(body);
    });
    return undefined;
  };
  return () => {
    klarna.script = script;
    for (const answer of waiting.splice(0)) answer();
  };
}

async function begun(id: string) {
  await tendRuns();
  const worker = onlyWorker();
  await worker.look();
  await expect.poll(() => updates(klarna).size, { timeout: 10_000 }).toBeGreaterThan(10);
  return { worker, counts: (await findRun("test", id)).counts };
}

for (const action of ["pause", "cancel"] as const) {
  test(`once a run is to ${action}, nothing new is sent; what is on its way is finished`, async () => {
    const answer = slowly();
    const id = await make(omar, await plant(some(200)));
    const { worker } = await begun(id);
    expect(await steer(id, action)).toMatchObject({ state: action === "pause" ? "paused" : "cancelled" });
    const onTheirWay = klarna.received.length;
    answer();
    await worker.settled();
    await worker.stop();
    const { counts } = await findRun("test", id);
    // Two workers, each with sixteen hands, may have had a turn in the very moment.
    expect(klarna.received.length).toBeLessThanOrEqual(Math.max(onTheirWay, 32));
    expect(counts).toMatchObject({ done: klarna.received.length, taken: 0, waiting: 200 - klarna.received.length });
    const sofar = klarna.received.length;
    await work();
    expect(klarna.received.length).toBe(sofar);
    if (action === "cancel") return expect(steer(id, "resume")).rejects.toMatchObject({ problem: { status: 409, code: "RUN_CHANGED" } });
    await steer(id, "resume");
    await work();
    expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 200 } });
    expect([...updates(klarna).values()].every((times) => times === 1)).toBe(true);
  });
}

test("who steers a run must be allowed to do it to one merchant, and each step stands in the log", async () => {
  const id = await make(omar, await plant(some(3)));
  const finn = sessionOf(await signedIn("finance"), "finance");
  await expect(steerRun(finn, "test", id, "pause")).rejects.toMatchObject({ problem: { status: 403 } });
  const before = await latestAudit();
  for (const action of ["pause", "resume", "cancel"] as const) await steer(id, action);
  expect(await auditAfter(before)).toMatchObject(
    ["run-paused", "run-resumed", "run-cancelled"].map((kind) => ({ kind, person_id: omar.personId, detail: { run: id } })),
  );
});

test("what sets suspensions going wants a fresh proof of who is there: making the run, going on with it, trying again; looking, pausing and cancelling don't", async () => {
  const by = await signedIn("operations");
  await query("UPDATE sessions SET proved_at = now() - interval '11 minutes' WHERE id = $1", [by.sessionId]);
  const accounts = await plant(some(2));
  const asked = { ...everything, accounts };
  const post = async (door: typeof checkDoor, body: object) =>
    answered(await door(browserRequest("/", "POST", { cookie: by.cookie, body: { environment: "test", ...body } })));
  const checked = await post(checkDoor, { order: { act: "suspend" }, asked });
  const { run, meant, ready } = checked.body as RunCheck;
  const refused = await post(makeDoor, { order: suspension, asked, run, meant, count: ready });
  expect([checked.status, refused.status, problemOf(refused).code]).toEqual([200, 403, "STEP_UP_REQUIRED"]);
  expect(await query("SELECT FROM runs WHERE id = $1", [run])).toEqual([]);

  const stale = { ...sessionOf(by), proved: false };
  const id = await make(omar, accounts);
  expect(await steerRun(stale, "test", id, "pause")).toMatchObject({ state: "paused" });
  for (const action of ["resume", "retry"] as const)
    await expect(steerRun(stale, "test", id, action)).rejects.toMatchObject({ problem: { code: "STEP_UP_REQUIRED" } });
  expect(await steerRun(stale, "test", id, "cancel")).toMatchObject({ state: "cancelled" });
  expect(klarna.received).toEqual([]);
  const off = (await plant([from + 10], { products: [product(from + 10, { state: "DISABLED", state_reason: "VOLUNTARY_BY_PARTNER" })] }))[0] ?? "";
  const back = await make(omar, [off], { act: "reactivate" });
  await steerRun(stale, "test", back, "pause");
  expect(await steerRun(stale, "test", back, "resume")).toMatchObject({ state: "waiting" });
  await steerRun(stale, "test", back, "cancel");
});

test("what is scheduled is seen, begins at its time and not before, and can be cancelled", async () => {
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const [first, second] = [await plant(some(2)), await plant([from + 50])];
  const id = await make(omar, first, suspension, { starts_at: soon, zone: "Europe/Stockholm" });
  const other = await make(omar, second, suspension, { starts_at: soon, zone: "Europe/Stockholm" });
  expect((await listRuns("test")).runs.find((run) => run.id === id)).toMatchObject({ state: "scheduled", zone: "Europe/Stockholm" });
  await work();
  expect(klarna.received).toEqual([]);
  expect(await steer(other, "cancel")).toMatchObject({ state: "cancelled" });
  await query("UPDATE runs SET starts_at = now() WHERE id = ANY($1)", [[id, other]]);
  await work();
  expect([...updates(klarna).keys()].sort()).toEqual(first);
  expect(await findRun("test", id)).toMatchObject({ state: "done" });
});

test("what is scheduled is listed before all others, however many came later, the next first; the pages hold each run once", async () => {
  await query("UPDATE runs SET cancelled_at = now() WHERE finished_at IS NULL AND cancelled_at IS NULL");
  const [account = ""] = await plant(some(1));
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const scheduled: string[] = [];
  for (let index = 0; index < 23; index += 1) scheduled.unshift(await make(omar, [account], suspension, { starts_at: at(48 - index), zone: "UTC" }));
  const later: string[] = [];
  for (let index = 0; index < 22; index += 1) later.unshift(await make(omar, [account]));
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const page = await listRuns("test", after);
    pages.push(page.runs.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  const all = pages.flat();
  expect(pages[0]).toHaveLength(20);
  expect(all.slice(0, 45)).toEqual([...scheduled, ...later]);
  expect(new Set(all).size).toBe(all.length);
  expect((await query("SELECT FROM runs WHERE environment = 'test'")).length).toBe(all.length);
  await expect(listRuns("test", writeCursor(["else", "2026-01-01T00:00:00.000000Z", crypto.randomUUID()]))).rejects.toMatchObject({ problem: { status: 400 } });
  await query("UPDATE runs SET cancelled_at = now() WHERE finished_at IS NULL AND cancelled_at IS NULL");
});

test("a time that has passed, one too far off, and one for what can't be put off are refused", async () => {
  const ids = await plant(some(1));
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  for (const days of [-1, 400])
    await expect(make(omar, ids, suspension, { starts_at: at(days) })).rejects.toMatchObject({ problem: { fields: [{ path: "starts_at" }] } });
  await expect(make(omar, ids, { act: "change-category", code: "5732" }, { starts_at: at(1) })).rejects.toMatchObject({
    problem: { fields: [{ path: "starts_at" }] },
  });
});

test("a product that was suspended after a reactivation was scheduled isn't switched on by it", async () => {
  const off = (index: number) => [product(index, { state: "DISABLED", state_reason: "VOLUNTARY_BY_PARTNER" })];
  const [calm = "", fraud = ""] = [...(await plant([from], { products: off(from) })), ...(await plant([from + 1], { products: off(from + 1) }))];
  const id = await make(omar, [calm, fraud], { act: "reactivate" }, { starts_at: new Date(Date.now() + 60_000).toISOString(), zone: "UTC" });
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until)
     VALUES ('test', 'paymentProducts.disable', gen_random_uuid(), gen_random_uuid(), $1, $2, '{}', 'confirmed', '', now())`,
    [omar.personId, fraud],
  );
  await query("UPDATE runs SET starts_at = now() WHERE id = $1", [id]);
  await work();
  expect(await results(id)).toMatchObject([
    { account: calm, state: "done" },
    { account: fraud, state: "left-out", said: expect.stringContaining("suspended after this run was made") },
  ]);
});
