import { beforeAll, beforeEach, expect, test } from "vitest";

import { announcements } from "@/lib/klarna/notifications/announcements";
import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";
import { setQuietHours, usualQuietHours, watchWebhooks } from "@/lib/server/webhooks/watch";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { sendEvent } from "../harness/webhook";

// LIVE has no key here.
withDesk(noKlarna, { KLARNA_LIVE_WEBHOOK_KEYS: "", DESK_TIME_SCALE: "1" });

let admin: SignedIn;
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  for (const table of ["webhook_events", "operations", "merchants", "webhook_watches"]) await query(`DELETE FROM ${table}`);
});

const changed = (minutesAgo: number, { name = "accounts.onboard", state = "confirmed" } = {}) =>
  query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, lease_until, first_sent_at, sent_at, settled_at)
     VALUES ('test', $1, gen_random_uuid(), gen_random_uuid(), $2, '{}', $3, '', now(), now() - make_interval(mins => $4), now(), now() - make_interval(mins => $4))`,
    [name, admin.id, state, minutesAgo],
  );
const came = (hoursAgo: number) =>
  query(
    "INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw, received_at) VALUES ('test', gen_random_uuid(), 't', 'k', '', now() - make_interval(hours => $1))",
    [hoursAgo],
  );
const state = async () => (await watchWebhooks("test")).state;

test("all is well where what was to be announced came", async () => {
  expect(await state()).toBe("well");
  await changed(30);
  await sendEvent({ metadata: { event_id: "announced" } });
  expect(await watchWebhooks("test")).toMatchObject({ state: "well", unannounced: 0, last_at: expect.stringMatching(/Z$/) });
});

test("a change that Klarna should have announced, and nothing came since: after twenty minutes that is an alarm", async () => {
  await came(1);
  await changed(10);
  expect(await state()).toBe("well");
  await changed(25);
  expect(await watchWebhooks("test")).toMatchObject({ state: "missing", unannounced: 1 });
});

test("nothing is expected of what Klarna refused, of what it doesn't announce, or of what was long ago", async () => {
  await changed(25, { state: "rejected" });
  await changed(25, { name: "bankAccounts.create" });
  await changed(25, { state: "unknown" });
  await changed(60 * 24 * 8);
  expect(await watchWebhooks("test")).toMatchObject({ state: "well", unannounced: 0 });
  for (const name of announcements.keys()) expect(operations.has(name), name).toBe(true);
});

test("mere silence is an alarm after the hours that are set, for one environment", async () => {
  await came(usualQuietHours - 1);
  expect(await state()).toBe("well");
  const before = await latestAudit();
  await setQuietHours("test", 48, { personId: admin.id, role: "admin" });
  expect(await watchWebhooks("test")).toMatchObject({ state: "quiet", quiet_hours: 48 });
  expect(await watchWebhooks("live")).toMatchObject({ quiet_hours: usualQuietHours });
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["webhook-watch-set", { quiet_hours: 48 }]]);
});

test("a desk that never had one is silent from when it first saw a merchant", async () => {
  await query("INSERT INTO merchants (environment, account_id, first_seen_at) VALUES ('test', 'krn:1', now() - interval '80 hours')");
  expect(await state()).toBe("quiet");
});

test("an environment without a key is not set up, whatever is missing", async () => {
  expect(await watchWebhooks("live")).toMatchObject({ state: "unset", last_at: null });
});
