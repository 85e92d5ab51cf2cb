import { expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { lease } from "@/lib/server/jobs/claims";
import { cancelJob, sendJob } from "@/lib/server/jobs/queue";
import { setRole } from "@/lib/server/people";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { newWorker, stage, withMadeUpJob, work } from "./stage";

withDesk(noKlarna);
withMadeUpJob();

const losses: Readonly<Record<string, (email: string) => Promise<unknown>>> = {
  "whose person lost the permission": (email) => setRole(email, "support"),
  "that was stopped": () => cancelJob(stage.job.name, stage.id),
  "that is another's by now": () => query("UPDATE pgboss.job SET retry_count = retry_count + 1 WHERE id = $1", [stage.id]),
};

test.each(Object.keys(losses))("a run %s is asked to end when its lease is to be renewed; before, it is renewed and goes on", async (what) => {
  const person = await signedIn("operations");
  await sendJob(stage.job, { id: stage.id, data: {}, by: { personId: person.id, role: "operations" } });
  stage.told = ({ signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve("later")));
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const worker = newWorker();
  await worker.look();
  await expect.poll(() => stage.runs.length).toBe(1);
  const startedOn = async () => (await query<{ at: Date }>("SELECT started_on AS at FROM pgboss.job WHERE id = $1", [stage.id]))[0]?.at.getTime() ?? 0;
  const before = await startedOn();
  vi.advanceTimersByTime(lease.renewEvery * 1_000);
  await expect.poll(startedOn).toBeGreaterThan(before);
  expect(stage.runs[0]?.holds()).toBe(true);
  await losses[what]?.(person.email);
  vi.advanceTimersByTime(lease.renewEvery * 1_000);
  await worker.settled();
  expect(stage.runs[0]?.holds()).toBe(false);
});

test("a run that was frozen for longer than its lease holds its job no more, before anybody tells it", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const held: boolean[] = [];
  stage.told = async ({ holds }) => {
    for (const seconds of [lease.seconds - 1, 1]) {
      vi.advanceTimersByTime(seconds * 1_000);
      held.push(holds());
    }
    return undefined;
  };
  await sendJob(stage.job, { id: stage.id, data: {} });
  await work();
  expect(held).toEqual([true, false]);
});

test("of one kind two run at once in a process: the others wait, and aren't taken from another process", async () => {
  const ends: (() => void)[] = [];
  stage.told = () => new Promise((resolve) => ends.push(() => resolve(undefined)));
  for (let sent = 0; sent < 3; sent += 1) await sendJob(stage.job, { data: {} });
  const worker = newWorker();
  await worker.look();
  await expect.poll(() => stage.runs.length).toBe(2);
  expect(await query("SELECT 1 FROM pgboss.job WHERE name = $1 AND state = 'created'", [stage.job.name])).toHaveLength(1);
  const other = newWorker();
  await other.look();
  await expect.poll(() => stage.runs.length).toBe(3);
  for (const end of ends) end();
  await Promise.all([worker.settled(), other.settled()]);
});
