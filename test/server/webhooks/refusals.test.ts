import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { sendEvent } from "../harness/webhook";

withDesk(noKlarna);

const rows = async (environment: string) =>
  (
    await query<{ rows: number; more: number }>(
      "SELECT count(*)::int AS rows, coalesce(sum(more), 0)::int AS more FROM webhook_refusals WHERE environment = $1",
      [environment],
    )
  )[0];

test("rubbish in any amount is a few rows a minute, and the rest is counted", async () => {
  const answers = await Promise.all(Array.from({ length: 300 }, (_, count) => sendEvent({ rubbish: count }, { keyId: `made-up-${count}` })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
  expect(await rows("test")).toEqual({ rows: 30, more: 0 });
  // The other environment isn't hidden by it.
  await sendEvent({}, { environment: "live" });
  expect(await rows("live")).toEqual({ rows: 1, more: 0 });
  // What is right comes through meanwhile.
  expect((await sendEvent({ metadata: { event_id: "right" } })).status).toBe(200);
});

test("an environment keeps its latest thousand", async () => {
  await query(
    "INSERT INTO webhook_refusals (environment, reason, received_at) SELECT 'live', 'UNKNOWN_KEY', now() - make_interval(secs => i) FROM generate_series(1, 1500) i",
  );
  await sendEvent({ latest: true }, { environment: "live" });
  expect(await rows("live")).toEqual({ rows: 1000, more: 0 });
  expect(await query("SELECT length FROM webhook_refusals WHERE environment = 'live' ORDER BY received_at DESC LIMIT 1")).toEqual([
    { length: '{"latest":true}'.length },
  ]);
});

test("a refusal is a refusal, also when it can't be noted", async () => {
  await query("ALTER TABLE webhook_refusals RENAME TO elsewhere");
  expect((await sendEvent({}, { environment: "live" })).status).toBe(400);
  await query("ALTER TABLE elsewhere RENAME TO webhook_refusals");
});
