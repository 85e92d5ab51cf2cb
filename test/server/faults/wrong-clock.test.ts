import { encode } from "next-auth/jwt";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as connect } from "@/app/api/desk/payouts/connections/route";
import { confirmSecondFactor, startSecondFactor } from "@/lib/server/auth/enrol";
import { authOptions } from "@/lib/server/auth/options";
import { prove, proveByProvider } from "@/lib/server/auth/prove";
import { generator } from "@/lib/server/auth/second-factor";
import { signIn } from "@/lib/server/auth/sign-in";
import { query } from "@/lib/server/db/client";
import { findMerchant } from "@/lib/server/merchants/directory";
import { addPerson } from "@/lib/server/people";
import { type Session, sessionOf } from "@/lib/server/session";

import { answered, ask, browserRequest, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { cookieOf, opened, signedIn } from "../harness/people";
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

/** Somebody who has just signed in. */
async function somebody(): Promise<Session & { readonly cookie: string; readonly password: string }> {
  const password = "a sentence for whoever comes early or late";
  const { id } = await addPerson({ email: `${crypto.randomUUID()}@desk.example`, name: "Ada", role: "admin", password });
  const cookie = await cookieOf(await opened(id, "admin", "a test"));
  return { ...(await sessionNow(cookie)), cookie, password };
}
const sessionNow = async (cookie: string) => (await sessionOf(cookie)) as Session;
const forgetProof = (id: string) => query("UPDATE sessions SET proved_at = now() - interval '11 minutes' WHERE id = $1", [id]);
/** The time as the rest of the world has it. */
const realTime = async () => (await query<{ now: Date }>("SELECT now()"))[0]?.now ?? new Date(0);

test.each([-1, 1])("a sign-in, a password, a code and a sign-in at the provider prove it at once on a clock that is %s days off", async (days) => {
  setClock(days);
  const { id, personId, email, cookie, password, proved } = await somebody();
  expect(proved).toBe(true);
  const provedBy = async (way: (session: Session) => Promise<unknown>) => {
    await forgetProof(id);
    const before = await sessionNow(cookie);
    await way(before);
    return [before.proved, (await sessionNow(cookie)).proved];
  };
  expect(await provedBy((session) => prove({ password }, session))).toEqual([false, true]);

  const { key } = await startSecondFactor(await sessionNow(cookie));
  const code = async (step: number) => generator(key).generate({ timestamp: (await realTime()).getTime() + step * 30_000 });
  await confirmSecondFactor(await code(-1), await sessionNow(cookie));
  expect(await provedBy(async (session) => prove({ code: await code(0) }, session))).toEqual([false, true]);
  const credentials = { email, password, code: await code(1), device: "", address: "192.0.2.1", knownDevice: undefined };
  expect((await signIn(credentials)).outcome).toBe("signed-in");

  await query("INSERT INTO identities (issuer, subject, person_id) VALUES ('https://sso.example', $1, $1::text::uuid)", [personId]);
  const seen = async (minutes: number) => ({ iss: "https://sso.example", sub: personId, auth_time: (await realTime()).getTime() / 1_000 - minutes * 60 });
  expect(await provedBy(async (session) => proveByProvider(await seen(1), session))).toEqual([false, true]);
  expect(await provedBy(async (session) => proveByProvider(await seen(11), session))).toEqual([false, false]);
});

test("payouts can be read from every day that has begun, and from none that hasn't, whatever this machine's clock says", async () => {
  const { cookie: admin } = await somebody();
  const real = (await realTime()).getTime();
  const add = async (inDays: number) => {
    const start_date = new Date(real + inDays * 86_400_000).toISOString().slice(0, 10);
    const body = { environment: "test", region: "eu", name: "Nordlys", start_date, api_key: "klarna_test_api_made_up" };
    return answered(await connect(browserRequest("/api/desk/payouts/connections", "POST", { cookie: admin, body })));
  };
  setClock(-400);
  expect((await add(-1)).status).toBe(200);
  setClock(800);
  expect(problemOf(await add(2)).fields).toEqual([{ path: "start_date", message: "This day is still to come" }]);
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
    const another = await import("@/lib/server/session");
    expect(await another.sessionOf(mine), `${days} days`).toMatchObject({ id: sessionId });
  }
  await query("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1", [sessionId]);
  expect((await ask("paymentProducts.list", { cookie: mine, search: idsFor("paymentProducts.list") })).status).toBe(401);
});
