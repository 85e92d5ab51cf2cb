import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { Worker } from "@/lib/server/jobs/worker";
import { workOnRun } from "@/lib/server/runs/job";
import { tendRuns } from "@/lib/server/runs/tend";

import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { make, obeys, plant, sessionOf } from "./stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const atWork = async () => (await query("SELECT FROM pgboss.job WHERE name = $1 AND state = 'active'", [workOnRun.name])).length;

test("of a run's two workers the process that called for them takes one, and leaves the other to the next process", async () => {
  obeys(klarna, () => "hang");
  await make(sessionOf(await signedIn("operations")), await plant(Array.from({ length: 40 }, (_, index) => index)));
  await tendRuns();
  const processes = [new Worker([workOnRun]), new Worker([workOnRun])] as const;
  await processes[0].look();
  await processes[0].look();
  expect(await atWork()).toBe(1);
  await processes[1].look();
  expect(await atWork()).toBe(2);
  await Promise.all(processes.map((one) => one.stop()));
});
