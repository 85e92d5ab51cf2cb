import { beforeAll, expect, test } from "vitest";

import { POST as signOut } from "@/app/api/desk/sign-out/route";
import { query } from "@/lib/server/db/client";
import { disablePerson, setRole } from "@/lib/server/people";

import { ask, browserRequest, problemOf } from "../harness/ask";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { cookieOf, type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let operator: SignedIn;
beforeAll(async () => {
  operator = await signedIn("operations");
});

const read = async (cookie: string | undefined, name = "paymentProducts.list") => {
  klarna.script = () => ({ body: "[]" });
  return ask(name, { cookie, search: idsFor(name) });
};
const age = (sessionId: string, column: string, interval: string) =>
  query(`UPDATE sessions SET ${column} = now() + interval '${interval}' WHERE id = $1`, [sessionId]);

async function expectSignedOut(cookie: string | undefined): Promise<void> {
  klarna.received.length = 0;
  const answer = await read(cookie);
  expect([answer.status, problemOf(answer).code]).toEqual([401, "SIGNED_OUT"]);
  expect(klarna.received).toEqual([]);
}

test("a session lives two hours without a request, and each request begins them anew", async () => {
  const { sessionId, cookie } = await signedIn("operations");
  await age(sessionId, "seen_at", "-119 minutes");
  expect((await read(cookie)).status).toBe(200);
  const [row] = await query<{ fresh: boolean }>("SELECT seen_at > now() - interval '1 minute' AS fresh FROM sessions WHERE id = $1", [sessionId]);
  expect(row?.fresh).toBe(true);
  await age(sessionId, "seen_at", "-121 minutes");
  await expectSignedOut(cookie);
});

test("what a page asks by itself while nobody is there is answered, and prolongs nothing", async () => {
  const { sessionId, cookie } = await signedIn("operations");
  await age(sessionId, "seen_at", "-119 minutes");
  klarna.script = () => ({ body: "[]" });
  expect((await ask("paymentProducts.list", { cookie, search: idsFor("paymentProducts.list"), headers: { "x-unattended": "yes" } })).status).toBe(200);
  const [row] = await query<{ stale: boolean }>("SELECT seen_at < now() - interval '118 minutes' AS stale FROM sessions WHERE id = $1", [sessionId]);
  expect(row?.stale).toBe(true);
});

test("a session lives twelve hours in all, however busy", async () => {
  const { sessionId, cookie } = await signedIn("operations");
  const [row] = await query<{ hours: number }>("SELECT extract(epoch FROM expires_at - created_at)::int / 3600 AS hours FROM sessions WHERE id = $1", [
    sessionId,
  ]);
  expect(row?.hours).toBe(12);
  expect((await read(cookie)).status).toBe(200);
  await age(sessionId, "expires_at", "-1 second");
  await expectSignedOut(cookie);
});

test("signing out ends this session and no other, and is recorded", async () => {
  const here = await signedIn("operations");
  const before = await latestAudit();
  const response = await signOut(browserRequest("/api/desk/sign-out", "POST", { cookie: here.cookie }));
  expect(response.status).toBe(303);
  expect(response.headers.get("set-cookie")).toMatch(/^desk-session=; .*Max-Age=0/);
  await expectSignedOut(here.cookie);
  expect((await read(operator.cookie)).status).toBe(200);
  expect((await auditAfter(before)).map(({ kind, person_id }) => [kind, person_id])).toEqual([["signed-out", here.id]]);
  // Twice is no fault, and nobody signs somebody else out from another site.
  expect((await signOut(browserRequest("/api/desk/sign-out", "POST", { cookie: here.cookie }))).status).toBe(303);
  const elsewhere = browserRequest("/api/desk/sign-out", "POST", { cookie: operator.cookie, headers: { "sec-fetch-site": "cross-site" } });
  expect((await signOut(elsewhere)).status).toBe(403);
  expect((await read(operator.cookie)).status).toBe(200);
});

test("signing out signs this browser out where the session can't be read or ended", async () => {
  const here = await signedIn("operations");
  await query("ALTER TABLE sessions RENAME TO sessions_away");
  const response = await signOut(browserRequest("/api/desk/sign-out", "POST", { cookie: here.cookie }));
  await query("ALTER TABLE sessions_away RENAME TO sessions");
  expect([response.status, response.headers.get("location")]).toEqual([303, "/sign-in"]);
  expect(response.headers.get("set-cookie")).toMatch(/^desk-session=; .*Max-Age=0/);
  expect(response.headers.get("clear-site-data")).toContain("storage");
});

test("a person who is disabled is out at the next request, in every browser", async () => {
  const person = await signedIn("operations");
  expect((await read(person.cookie)).status).toBe(200);
  await disablePerson(person.email);
  await expectSignedOut(person.cookie);
  // Also where a session was left open by mistake.
  await query("UPDATE sessions SET ended_at = NULL WHERE person_id = $1", [person.id]);
  await expectSignedOut(person.cookie);
});

test("a person with a new role is out at the next request", async () => {
  const person = await signedIn("operations");
  await setRole(person.email, "finance");
  await expectSignedOut(person.cookie);
});

test("what somebody may do is read at each request: a role that was taken away is gone", async () => {
  const person = await signedIn("auditor");
  expect((await read(person.cookie, "stakeholders.list")).status).toBe(200);
  await query("UPDATE people SET role = 'finance' WHERE id = $1", [person.id]);
  expect((await read(person.cookie, "stakeholders.list")).status).toBe(403);
});

test("nobody gets in with a cookie that the desk didn't make", async () => {
  const [, token = ""] = operator.cookie.split("desk-session=");
  const middle = Math.floor(token.length / 2);
  const flipped = `${token.slice(0, middle)}${token[middle] === "A" ? "B" : "A"}${token.slice(middle + 1)}`;
  const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ sid: operator.sessionId })).toString("base64url")}.`;
  for (const value of [
    flipped,
    token.slice(0, -2),
    `${token}A`,
    unsigned,
    operator.sessionId,
    "null",
    "",
    "a".repeat(100_000),
    token.split(".").reverse().join("."),
  ])
    await expectSignedOut(`desk-session=${value}`);
  await expectSignedOut(undefined);
  await expectSignedOut(`next-auth.session-token=${token}`);
  await expectSignedOut(`__Host-desk-session=${token}`);
  await expectSignedOut(await cookieOf(operator.sessionId, "another desk's secret of thirty-two characters"));
  await expectSignedOut(await cookieOf(crypto.randomUUID()));
  await expectSignedOut(await cookieOf("no session's id"));
  expect((await read(`other=1; ${operator.cookie}; last=2`)).status).toBe(200);
});
