import { beforeAll, beforeEach, expect, test } from "vitest";

import { POST as steer } from "@/app/api/desk/jobs/[id]/route";
import { GET as list } from "@/app/api/desk/jobs/route";
import type { JobsStanding } from "@/lib/desk/job";
import { query } from "@/lib/server/db/client";
import { importAccounts } from "@/lib/server/imports/job";
import { sendJob } from "@/lib/server/jobs/queue";
import { sweeps } from "@/lib/server/sweep/job";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

withDesk(noKlarna);

let admin: SignedIn;
let omar: SignedIn;
let id: string;
beforeAll(async () => {
  [admin, omar] = [await signedIn("admin"), await signedIn("operations")];
});
beforeEach(async () => {
  await query("DELETE FROM pgboss.job");
  id = crypto.randomUUID();
  await sendJob(importAccounts, { id, data: { import: id }, by: { personId: omar.id, role: "operations" } });
});

const fails = (job = id) => query("UPDATE pgboss.job SET state = 'failed', output = '{\"code\": \"NOT_ALLOWED\"}' WHERE id = $1", [job]);
const ask = async (action: "retry" | "cancel", { job = id, queue = importAccounts.name } = {}) =>
  answered(
    await steer(browserRequest(`/api/desk/jobs/${job}`, "POST", { cookie: admin.cookie, body: { queue, action } }), { params: Promise.resolve({ id: job }) }),
  );
const open = async () => ((await answered(await list(browserRequest("/api/desk/jobs", "GET", { cookie: omar.cookie })))).body as JobsStanding).open;

test("what waits, runs and failed is told, with why and in whose name", async () => {
  const by = expect.stringContaining("operations");
  expect(await open()).toMatchObject([{ id, queue: "import", title: "Reads imported accounts", state: "waiting", by, code: null }]);
  await fails();
  expect(await open()).toMatchObject([{ id, state: "failed", by, code: "NOT_ALLOWED" }]);
});

test("a job that failed is tried again in the name of whoever asks, and that is recorded", async () => {
  await fails();
  const before = await latestAudit();
  expect((await ask("retry")).body).toMatchObject({ open: [{ id, state: "waiting", by: expect.stringContaining("admin") }] });
  expect(await query("SELECT data->>'person' AS person, start_after <= now() AS due FROM pgboss.job")).toEqual([{ person: admin.id, due: true }]);
  expect(await auditAfter(before)).toMatchObject([{ kind: "job-retried", person_id: admin.id, operation: "job import", detail: { job: id } }]);
});

test("one that waits or runs is cancelled; what stands otherwise by now is left alone", async () => {
  for (const state of ["created", "retry", "active"]) {
    await query("UPDATE pgboss.job SET state = $1::pgboss.job_state", [state]);
    expect(problemOf(await ask("retry")).code, state).toBe("JOB_CHANGED");
    const before = await latestAudit();
    expect((await ask("cancel")).body, state).toMatchObject({ open: [] });
    expect(await auditAfter(before)).toMatchObject([{ kind: "job-cancelled", person_id: admin.id, detail: { job: id } }]);
    expect(await query("SELECT state FROM pgboss.job")).toEqual([{ state: "cancelled" }]);
    const cancelled = await latestAudit();
    const again = await ask("cancel");
    expect([again.status, problemOf(again).code]).toEqual([409, "JOB_CHANGED"]);
    expect(await auditAfter(cancelled), "nothing was done").toEqual([]);
  }
});

test("where nothing waits twice, one that failed isn't tried again beside the one that waits", async () => {
  const [sweep] = sweeps;
  if (!sweep) throw new Error("There is no sweep.");
  const job = crypto.randomUUID();
  await sendJob(sweep, { id: job, data: {} });
  await fails(job);
  await sendJob(sweep, { data: {} });
  const answer = await ask("retry", { job, queue: sweep.name });
  expect([answer.status, problemOf(answer).code]).toEqual([409, "JOB_CHANGED"]);
});

test("a queue that isn't the desk's, or a job that isn't there, is none", async () => {
  const before = await latestAudit();
  expect(problemOf(await ask("cancel", { queue: "__pgboss__send-it" })).code).toBe("NO_SUCH_JOB");
  expect(await auditAfter(before)).toEqual([]);
  expect(problemOf(await ask("cancel", { job: crypto.randomUUID() })).code).toBe("JOB_CHANGED");
});
