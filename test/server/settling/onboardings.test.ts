import { beforeAll, beforeEach, expect, test } from "vitest";
import { query } from "@/lib/server/db/client";
import { createDraft, readDraft } from "@/lib/server/drafts/drafts";
import { settleOnboardings } from "@/lib/server/operations/settle-onboardings";
import type { Session } from "@/lib/server/session";

import { ask } from "../harness/ask";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { acceptableOnboarding, startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let person: SignedIn;
beforeAll(async () => {
  person = await signedIn("operations");
});
beforeEach(async () => {
  calm();
  await emulator.heal();
});

/** An onboarding from a draft whose answer was lost. */
async function lost() {
  const body = await acceptableOnboarding(emulator.url);
  const { id } = await createDraft("test", { title: "Nordlys", content: { typed: true } }, { personId: person.id } as Session);
  await emulator.fault("accounts.onboard", "cut-after", 3);
  expect((await ask("accounts.onboard", { cookie: person.cookie, attempt: id, body })).status).toBe(504);
  return { id, body };
}

/** What the desk has learned of an account, by whatever way. */
async function learned(account_id: string, { account_reference, account_name }: { account_reference: string; account_name: string }, firstSeen = "0 seconds") {
  await query(
    "INSERT INTO merchants (environment, account_id, account_reference, account_name, first_seen_at, seen_at) VALUES ('test', $1, $2, $3, now() - $4::interval, now())",
    [account_id, account_reference, account_name, firstSeen],
  );
}

const told = (account_id: string) =>
  query(
    "INSERT INTO webhook_events (environment, event_id, event_type, account_id, signing_key_id, raw) VALUES ('test', gen_random_uuid(), 'partner.account.state-change.operational', $1, 'k', '')",
    [account_id],
  );

test("the merchant turns up by its webhook: the onboarding was done, and its draft is gone", async () => {
  const { id, body } = await lost();
  await learned("krn:a:1", body);
  await told("krn:a:1");
  await settleOnboardings();
  expect(await operationsOf(id)).toMatchObject([{ state: "confirmed", settled_by: "webhook", account_id: "krn:a:1", body: null, next_try_at: null }]);
  expect(await readDraft("test", id)).toMatchObject({ content: null, outcome: "confirmed", account_id: "krn:a:1" });
});

test("or by its id alone, read from Klarna", async () => {
  const { id, body } = await lost();
  await learned("krn:a:2", body);
  await settleOnboardings();
  expect(await operationsOf(id)).toMatchObject([{ state: "confirmed", settled_by: "read", account_id: "krn:a:2" }]);
});

test("an account that the desk knew before, or of another name, isn't it", async () => {
  const known = await lost();
  await learned("krn:a:3", known.body, "1 hour");
  const named = await lost();
  await learned("krn:a:4", { ...named.body, account_name: "Somebody else's" });
  await settleOnboardings();
  expect(await operationsOf(known.id)).toMatchObject([{ state: "unknown" }]);
  expect(await operationsOf(named.id)).toMatchObject([{ state: "unknown" }]);
});

test("nor is one of two with this reference, nor one that another sending may have made", async () => {
  const { id, body } = await lost();
  await learned("krn:a:5", body);
  await learned("krn:a:6", body, "1 day");
  await settleOnboardings();
  expect(await operationsOf(id)).toMatchObject([{ state: "unknown" }]);

  const first = await lost();
  const attempt = crypto.randomUUID();
  await emulator.fault("accounts.onboard", "cut-after", 3);
  await ask("accounts.onboard", { cookie: person.cookie, attempt, body: first.body });
  await learned("krn:a:7", first.body);
  await settleOnboardings();
  expect(await operationsOf(first.id)).toMatchObject([{ state: "unknown" }]);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown" }]);
});

test("one whose body can't be read any more is left to a person, and holds up nobody else", async () => {
  const [unreadable, other] = [await lost(), await lost()];
  await query("UPDATE operations SET body = set_byte(body, length(body) - 1, 255 - get_byte(body, length(body) - 1)) WHERE attempt = $1", [unreadable.id]);
  await learned("krn:a:unreadable", unreadable.body);
  await learned("krn:a:other", other.body);
  await settleOnboardings();
  expect(await operationsOf(unreadable.id)).toMatchObject([{ state: "unknown" }]);
  expect(await operationsOf(other.id)).toMatchObject([{ state: "confirmed" }]);
});
