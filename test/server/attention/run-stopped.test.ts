import { beforeAll, beforeEach, expect, test } from "vitest";

import { placeOf } from "@/components/attention/words";
import { query } from "@/lib/server/db/client";
import { steerRun } from "@/lib/server/runs/steer";

import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { make, obeys, plant, sessionOf, suspension, work } from "../runs/stage";
import { look, shownTo } from "./stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let operator: SignedIn;
beforeAll(async () => {
  operator = await signedIn("operations");
});
let from = 0;
beforeEach(async () => {
  from += 10;
  obeys(klarna);
  await query("DELETE FROM attention");
  await query("DELETE FROM runs");
});
const found = async () => {
  await look();
  return shownTo(operator, { rule: "run-stopped" });
};

test("a scheduled run whose maker may not any more is found when its time has come, until somebody goes on with it; another stop is found anew", async () => {
  const maker = await signedIn("operations");
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const id = await make(sessionOf(maker), await plant([from]), suspension, { starts_at: soon, zone: "UTC" });
  await query("UPDATE people SET disabled_at = now() WHERE id = $1", [maker.id]);
  await work();
  expect(await found()).toEqual([]);
  await query("UPDATE runs SET starts_at = now() WHERE id = $1", [id]);
  await work();
  const [item, ...more] = await found();
  expect(more).toEqual([]);
  expect(item).toMatchObject({ merchant: "Suspending merchants", reason: "This run stopped before its end, and goes on with nothing by itself." });
  expect(item?.advice).toMatch(/may not do it any more\. Somebody who may can go on/);
  expect(item && placeOf(item)).toBe(`/test/runs/${id}`);
  await query("UPDATE attention SET done_at = now()");
  expect(await found()).toEqual([]);
  klarna.script = () => ({ status: 401, body: "{}" });
  await steerRun(sessionOf(operator), "test", id, "resume");
  await work();
  expect((await found()).map(({ advice }) => advice)).toEqual([expect.stringContaining("Klarna doesn't accept this desk's API key")]);
});

test("one that was cancelled, or is done, needs nobody", async () => {
  const stopped = async (more: string) => {
    from += 1;
    const id = await make(sessionOf(operator), await plant([from]));
    await query(`UPDATE runs SET stopped = 'STOPPED', ${more} WHERE id = $1`, [id]);
  };
  await stopped("cancelled_at = now()");
  await stopped("finished_at = now()");
  expect(await found()).toEqual([]);
  await stopped("zone = NULL");
  expect(await found()).toHaveLength(1);
});
