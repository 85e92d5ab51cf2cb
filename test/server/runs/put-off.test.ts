import { beforeAll, beforeEach, expect, test } from "vitest";

import { disabled, enabled } from "@/lib/klarna/notifications/announcements";
import { query } from "@/lib/server/db/client";
import { renewWish, takeDue } from "@/lib/server/merchants/rereads";
import { finishRun } from "@/lib/server/runs/rows";
import { steerRun } from "@/lib/server/runs/steer";
import { stopRun } from "@/lib/server/runs/stop";
import type { Session } from "@/lib/server/session";

import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { startScriptedKlarna } from "../harness/scripted-klarna";
import { sendEvent } from "../harness/webhook";
import { accountId, make, plant, sessionOf } from "./stage";

withDesk(startScriptedKlarna);

let omar: Session;
beforeAll(async () => {
  omar = sessionOf(await signedIn("operations"));
});
let from = 0;
beforeEach(async () => {
  from += 1_000;
  await query("DELETE FROM rereads");
});

const wish = (...ids: readonly string[]) =>
  query(`INSERT INTO rereads AS r (environment, account_id, due_at) SELECT 'test', unnest($1::text[]), now() ${renewWish}`, [ids]);
const taken = async (most = 8) => (await takeDue(most)).map(({ accountId: account }) => account).sort();
const putOff = () => query("SELECT account_id AS account, run_id AS run FROM rereads WHERE run_id IS NOT NULL AND due_at > now() + interval '1 second'");

/** A run over one merchant, which is to be read again, beside one that is in no run. */
async function underWay() {
  const [account = ""] = await plant([from]);
  await plant([from + 1]);
  const id = await make(omar, [account]);
  await wish(account, accountId(from + 1));
  expect(await taken()).toEqual([accountId(from + 1)]);
  expect(await putOff()).toEqual([{ account, run: id }]);
  return { id, account };
}

test("while a run is under way its merchants aren't read again, and aren't looked at each time", async () => {
  const { id, account } = await underWay();
  expect(await taken()).toEqual([]);
  // An event of Klarna's wishes for it anew.
  await wish(account);
  expect(await taken()).toEqual([]);
  expect(await putOff()).toEqual([{ account, run: id }]);
});

const tell = (account: string, event_type: string) => sendEvent({ metadata: { event_id: crypto.randomUUID(), event_type, subject_account_id: account } });

test.each([
  ["what the run has done to it", "done", disabled, false],
  ["what the run doesn't do", "done", enabled, true],
  ["what the run hasn't come to", "waiting", disabled, true],
])("where Klarna tells of %s (its row is %s, the event %s), a merchant of a run is read at once: %s", async (_, state, event, read) => {
  const { id, account } = await underWay();
  await query("UPDATE run_rows SET state = $2 WHERE run_id = $1", [id, state]);
  await tell(account, event);
  expect(await taken()).toEqual(read ? [account] : []);
});

test.each<[string, (id: string) => Promise<unknown>]>([
  ["paused", (id) => steerRun(omar, "test", id, "pause")],
  ["cancelled", (id) => steerRun(omar, "test", id, "cancel")],
  ["stopped", (id) => stopRun(id, "NOT_ALLOWED")],
  [
    "done",
    async (id) => {
      await query("UPDATE run_rows SET state = 'done' WHERE run_id = $1", [id]);
      await finishRun(id);
    },
  ],
])("as soon as a run is %s they are", async (_, end) => {
  const { id, account } = await underWay();
  await end(id);
  expect(await taken()).toEqual([account]);
  expect(await putOff()).toEqual([]);
});

test("a run that isn't over lets none of them be read", async () => {
  const { id, account } = await underWay();
  await finishRun(id);
  expect(await putOff()).toEqual([{ account, run: id }]);
});

test("a run that ended unnoticed keeps none of them for longer than a while", async () => {
  const { id, account } = await underWay();
  await query("UPDATE runs SET finished_at = now() WHERE id = $1", [id]);
  expect(await taken()).toEqual([]);
  await query("UPDATE rereads SET due_at = due_at - interval '5 minutes'");
  expect(await taken()).toEqual([account]);
});

test("many that are put off keep nobody else waiting", async () => {
  const many = await plant(Array.from({ length: 30 }, (_, at) => from + at));
  const [other = ""] = await plant([from + 30]);
  await make(omar, many);
  await wish(...many);
  await query("UPDATE rereads SET due_at = now() - interval '1 minute'");
  await wish(other);
  expect(await taken(2)).toEqual([other]);
  expect(await putOff()).toHaveLength(30);
});
