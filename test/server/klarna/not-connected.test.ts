import { afterEach, beforeAll, expect, test } from "vitest";

import type { Environment } from "@/lib/klarna/environment";
import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { findMerchant } from "@/lib/server/merchants/directory";
import { rereadDue } from "@/lib/server/merchants/reread-due";
import { lookAtUnknown } from "@/lib/server/operations/look";
import { read } from "@/lib/server/operations/read";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask } from "../harness/ask";
import { idsFor, validCall } from "../harness/calls";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
});

const { account_id = "" } = idsFor("accounts.get");
const settings = () => env().klarna as Map<Environment, object>;
const live = new Map<Environment, object>();
/** What a process has whose settings name TEST only. */
function takeLiveOut(): void {
  for (const [environment, known] of settings()) if (environment === "live") live.set(environment, known);
  settings().delete("live");
  klarna.received.length = 0;
}
afterEach(() => {
  for (const [environment, known] of live) settings().set(environment, known);
});

/** A change in LIVE of which nobody knows whether it was done, and whose time has come. */
async function unknownInLive(name: string): Promise<string> {
  const operation = operations.get(name);
  const call = validCall(operation ?? missing());
  klarna.script = () => ({ status: 500 });
  calm();
  expect((await ask(name, { ...call, environment: "live", cookie })).status).toBe(504);
  await query("UPDATE operations SET next_look_at = now(), next_try_at = now() WHERE attempt = $1", [call.attempt]);
  return call.attempt ?? "";
}

function missing(): never {
  throw new Error("There is no such operation.");
}

test("what an environment left that this process isn't connected to stays as it is: nothing is concluded from not asking", async () => {
  const attempts = [await unknownInLive("bankAccounts.create"), await unknownInLive("bankAccounts.delete")];
  await query("INSERT INTO merchants (environment, account_id, seen_at) VALUES ('live', $1, now())", [account_id]);
  await query(
    "INSERT INTO rereads (environment, account_id, due_at) VALUES ('live', $1, now()) ON CONFLICT (environment, account_id) DO UPDATE SET due_at = now()",
    [account_id],
  );
  takeLiveOut();
  await repeatUnknown();
  await lookAtUnknown();
  await rereadDue();
  for (const attempt of attempts) expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown" }]);
  expect(await query("SELECT looks, tries FROM operations WHERE attempt = ANY($1::uuid[])", [attempts])).toEqual([
    { looks: 0, tries: 1 },
    { looks: 0, tries: 1 },
  ]);
  expect(await query("SELECT tries FROM rereads WHERE environment = 'live'")).toEqual([{ tries: 0 }]);
  expect((await findMerchant("live", account_id))?.missing_since).toBeNull();
  expect(klarna.received).toEqual([]);
});

test("who asks all the same is told that nothing was sent, and not that Klarna knows nothing of it", async () => {
  takeLiveOut();
  const asked = read({ environment: "live", operation: operations.get("accounts.get") ?? missing(), params: { account_id } }, "background");
  await expect(asked).rejects.toMatchObject({ problem: { status: 503, code: "KLARNA_UNREACHABLE", message: expect.stringContaining("isn't connected") } });
  expect((await findMerchant("live", account_id))?.missing_since).toBeNull();
});
