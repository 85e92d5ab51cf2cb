import { encode } from "next-auth/jwt";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { authOptions } from "@/lib/server/auth/options";
import { query } from "@/lib/server/db/client";
import { findMerchant } from "@/lib/server/merchants/directory";

import { ask } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { madeUpSettings } from "../harness/settings";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("operations")).cookie;
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody sets this machine's clock by so many days; the database's goes right. */
const setClock = (days: number) => vi.setSystemTime(Date.now() + days * 24 * 3_600_000);

const { account_id = "" } = idsFor("accounts.get");
async function read(state: string): Promise<string | null | undefined> {
  klarna.script = () => ({ body: JSON.stringify({ account_id, state }) });
  expect((await ask("accounts.get", { cookie, search: { account_id } })).status).toBe(200);
  return (await findMerchant("test", account_id))?.state;
}

test("what Klarna said while the clock was ahead doesn't stand in the way of what it says later", async () => {
  expect(await read("PARTIALLY_OPERATIONAL")).toBe("PARTIALLY_OPERATIONAL");
  setClock(40);
  expect(await read("OPERATIONAL")).toBe("OPERATIONAL");
  setClock(-41);
  expect(await read("DISABLED")).toBe("DISABLED");
  expect(await query("SELECT account_id FROM merchants WHERE abs(extract(epoch FROM asked_at - now())) > 60")).toEqual([]);
});

test("what a desk with a wrong clock asked before this was mended is read over", async () => {
  await query("UPDATE merchants SET asked_at = now() + interval '1 year'");
  expect(await read("A_NEW_STATE")).toBe("A_NEW_STATE");
});

test("a change is recorded, sent and settled by the database's clock", async () => {
  for (const days of [400, -800]) {
    setClock(days);
    const attempt = crypto.randomUUID();
    klarna.script = () => ({ body: '{"bank_account_id":"krn:b:1"}' });
    expect((await ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") })).status).toBe(200);
    expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed" }]);
    const strange = "abs(extract(epoch FROM first_sent_at - now())) > 60 OR abs(extract(epoch FROM settled_at - now())) > 60";
    expect(await query(`SELECT id FROM operations WHERE ${strange}`)).toEqual([]);
  }
});

test("a session outlives a clock that is set, and ends by the database's", async () => {
  const { sessionId } = await signedIn("operations");
  // As next-auth makes it when somebody signs in.
  const { maxAge } = authOptions(new Headers(), () => undefined).jwt ?? {};
  const mine = `desk-session=${await encode({ token: { sid: sessionId }, secret: madeUpSettings.DESK_SIGN_IN_SECRET, ...(maxAge !== undefined && { maxAge }) })}`;
  klarna.script = () => ({ body: "[]" });
  for (const days of [200, -400]) {
    setClock(days);
    // A process that has never opened this cookie.
    vi.resetModules();
    const { sessionOf } = await import("@/lib/server/session");
    expect(await sessionOf(mine), `${days} days`).toMatchObject({ id: sessionId });
  }
  await query("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1", [sessionId]);
  expect((await ask("paymentProducts.list", { cookie: mine, search: idsFor("paymentProducts.list") })).status).toBe(401);
});
