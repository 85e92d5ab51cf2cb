import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { setQuietHours, usualQuietHours } from "@/lib/server/webhooks/watch";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { sendEvent } from "../harness/webhook";
import { countsFor, look, shownTo } from "./stage";

// LIVE has no key here.
withDesk(noKlarna, { KLARNA_LIVE_WEBHOOK_KEYS: "", DESK_TIME_SCALE: "1" });

let admin: SignedIn;
let operator: SignedIn;
beforeAll(async () => {
  admin = await signedIn("admin");
  operator = await signedIn("operations");
});
beforeEach(async () => {
  for (const table of ["attention", "webhook_events", "operations", "webhook_watches", "merchants"]) await query(`DELETE FROM ${table}`);
});

const came = (hoursAgo: number, environment = "test") =>
  query(
    "INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw, received_at, processed_at) VALUES ($1, gen_random_uuid(), 't', 'k', '', now() - make_interval(hours => $2), now())",
    [environment, hoursAgo],
  );
const changed = (minutesAgo: number) =>
  query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, lease_until, first_sent_at, sent_at, settled_at)
     VALUES ('test', 'accounts.onboard', gen_random_uuid(), gen_random_uuid(), $1, '{}', 'confirmed', '', now(), now() - make_interval(mins => $2), now(), now() - make_interval(mins => $2))`,
    [admin.id, minutesAgo],
  );
const found = async (who = admin) => {
  await look();
  return (await shownTo(who, { rule: "webhooks-silent" })).map(({ environment, merchant, reason }) => [environment, merchant, reason]);
};

test("when none has come for as long as is set, every page of an admin's counts it, until one comes", async () => {
  await came(usualQuietHours - 1);
  expect(await found()).toEqual([]);
  await setQuietHours("test", 48, { personId: admin.id, role: "admin" });
  expect(await found()).toEqual([["test", "Klarna’s webhooks", "No webhook of Klarna's has come for more than 48 hours."]]);
  expect((await countsFor(admin)).unassigned).toBe(1);
  const [item] = await shownTo(admin, { rule: "webhooks-silent" });
  expect(Date.now() - Date.parse(item?.since ?? "")).toBeGreaterThan(22 * 3_600_000);
  expect(Date.now() - Date.parse(item?.since ?? "")).toBeLessThan(24 * 3_600_000);
  await sendEvent({ metadata: { event_id: crypto.randomUUID() } });
  expect(await found()).toEqual([]);
  expect((await countsFor(admin)).unassigned).toBe(0);
});

test("a change that should have been announced is one too, another than silence: what was marked as done doesn't hide it", async () => {
  await came(usualQuietHours + 1);
  expect(await found()).toHaveLength(1);
  await query("UPDATE attention SET done_at = now()");
  expect(await found()).toEqual([]);
  await changed(25);
  expect(await found()).toEqual([["test", "Klarna’s webhooks", "Klarna should have announced a change by now, and no webhook has come since."]]);
});

test("where nothing can be heard nothing is missed, and whoever can't do anything about it isn't shown it", async () => {
  await came(500, "live");
  expect(await found()).toEqual([]);
  await came(500);
  expect(await found()).toHaveLength(1);
  expect(await found(operator)).toEqual([]);
  expect((await countsFor(operator)).unassigned).toBe(0);
});
