import { beforeAll, beforeEach, expect, test } from "vitest";

import { POST as giveProof, GET as proofWays } from "@/app/api/desk/proof/route";
import { POST as actOnColleague } from "@/app/api/desk/team/[person_id]/route";
import { POST as addColleague, GET as team } from "@/app/api/desk/team/route";
import { operations } from "@/lib/klarna/operations";
import { accounts } from "@/lib/klarna/operations/accounts";
import { wantsProof } from "@/lib/klarna/permissions";
import { query } from "@/lib/server/db/client";
import { addPerson } from "@/lib/server/people";

import { madeUpOnboarding } from "../../klarna/made-up";
import { type Answered, type Asked, answered, ask, browserRequest, problemOf } from "../harness/ask";
import { idsFor, validCall } from "../harness/calls";
import { countScrypt } from "../harness/counted-scrypt";
import { withDesk } from "../harness/desk";
import { knowOwnKeys } from "../harness/own-key";
import { cookieOf, opened, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

countScrypt();

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const password = "a sentence only its admin knows";
let count = 0;
let admin: { readonly id: string; readonly sessionId: string; readonly cookie: string };
beforeEach(async () => {
  count += 1;
  const { id } = await addPerson({ email: `proof-${count}@desk.example`, name: "Ada", role: "admin", password });
  const sessionId = await opened(id, "admin", "a test");
  admin = { id, sessionId, cookie: await cookieOf(sessionId) };
});
beforeAll(async () => {
  klarna.script = () => ({ body: JSON.stringify({ ...idsFor("accounts.update"), state: "OPERATIONAL" }) });
  await knowOwnKeys();
});

const age = (minutes: number) =>
  query("UPDATE sessions SET proved_at = now() - make_interval(secs => $2::float8 * 60) WHERE id = $1", [admin.sessionId, minutes]);
const give = async (body: object): Promise<Answered> => answered(await giveProof(browserRequest("/api/desk/proof", "POST", { cookie: admin.cookie, body })));
const sensitive = [...operations.values()].filter(({ permission, method }) => wantsProof(permission, method));
const addBody = { email: "new@desk.example", name: "New", role: "support" };
const add = async (asked: Asked = {}) =>
  answered(await addColleague(browserRequest("/api/desk/team", "POST", { cookie: admin.cookie, body: addBody, ...asked })));

test("what is sensitive at Klarna is known by its permission: bank details, suspending, credentials and certificates, when something changes", () => {
  expect(sensitive.map(({ name }) => name).sort()).toEqual([
    "bankAccounts.create",
    "bankAccounts.delete",
    "bankAccounts.update",
    "certificates.revoke",
    "credentials.create",
    "credentials.disable",
    "paymentProducts.disable",
    "paymentProducts.disableOnly",
    "settlementInformation.update",
  ]);
});

test.each(sensitive.map(({ name }) => name))("%s without a fresh proof is refused before anything is recorded or sent, and with one it goes", async (name) => {
  const operation = operations.get(name);
  if (!operation) throw new Error("There is no such operation.");
  const asked = { cookie: admin.cookie, ...validCall(operation) };
  await age(10.5);
  const before = await latestAudit();
  klarna.received.length = 0;
  const refused = await ask(name, asked);
  expect([refused.status, problemOf(refused).code]).toEqual([403, "STEP_UP_REQUIRED"]);
  expect(klarna.received).toEqual([]);
  expect(await auditAfter(before)).toEqual([]);
  await age(9.5);
  expect(problemOf(await ask(name, asked))?.code).not.toBe("STEP_UP_REQUIRED");
  expect(klarna.received).toHaveLength(1);
});

const { settlement_information } = madeUpOnboarding.extra_account_data;
const payouts = {
  "a bank account": { bank_accounts: settlement_information.bank_accounts },
  "no bank account any more": { bank_accounts: [] },
  "payout information": { settlement_enabled: false },
};
test.each(["accounts.update", "accounts.migrate"].flatMap((name) => Object.entries(payouts).map(([what, given]) => [name, what, given] as const)))(
  "%s with %s says where money goes, so it wants one; the rest of an account doesn't",
  async (name, _, given) => {
    const operation = operations.get(name);
    if (!operation) throw new Error("There is no such operation.");
    const { settlement_information: _bank, ...extra_account_data } = madeUpOnboarding.extra_account_data;
    const call = validCall(operation);
    const sent = (body: object) => ask(name, { cookie: admin.cookie, ...call, attempt: crypto.randomUUID(), body: { ...call.body, ...body } });
    await age(10.5);
    klarna.received.length = 0;
    const before = await latestAudit();
    const refused = await sent({ extra_account_data: { settlement_information: given } });
    expect([refused.status, problemOf(refused).code]).toEqual([403, "STEP_UP_REQUIRED"]);
    expect([klarna.received, await auditAfter(before)]).toEqual([[], []]);
    expect((await sent({ extra_account_data })).status).toBe(200);
    expect(klarna.received).toHaveLength(1);
  },
);

test("a new merchant's bank account takes nothing from anybody: onboarding one wants no fresh proof", async () => {
  await age(10.5);
  klarna.received.length = 0;
  expect((await ask("accounts.onboard", { cookie: admin.cookie, ...validCall(accounts.onboard) })).status).toBe(200);
  expect(klarna.received).toHaveLength(1);
});

test("the team's doors want one for every act, and none to look", async () => {
  await age(11);
  const { id } = await signedIn("support");
  expect(problemOf(await add()).code).toBe("STEP_UP_REQUIRED");
  for (const act of ["disable", "enable", "make-link", "reset-second-factor", "unlink", "end-sessions"]) {
    const request = browserRequest(`/api/desk/team/${id}`, "POST", { cookie: admin.cookie, body: { act } });
    const answer = await answered(await actOnColleague(request, { params: Promise.resolve({ person_id: id }) }));
    expect(problemOf(answer).code, act).toBe("STEP_UP_REQUIRED");
  }
  expect((await answered(await team(browserRequest("/api/desk/team", "GET", { cookie: admin.cookie })))).status).toBe(200);
});

test("a session whose person never proved who they are has no fresh proof", async () => {
  await query("UPDATE sessions SET proved_at = NULL WHERE id = $1", [admin.sessionId]);
  expect(problemOf(await add()).code).toBe("STEP_UP_REQUIRED");
});

test("who lacks the permission is told that, and isn't asked to prove anything; what is malformed is said first", async () => {
  await age(11);
  const { cookie, sessionId } = await signedIn("support");
  await query("UPDATE sessions SET proved_at = NULL WHERE id = $1", [sessionId]);
  expect(problemOf(await add({ cookie })).code).toBe("NOT_ALLOWED");
  expect(problemOf(await add({ body: { ...addBody, role: "king" } })).code).toBe("INVALID_INPUT");
});

test("the password proves it, the same request goes through then, and both are recorded", async () => {
  await age(11);
  const before = await latestAudit();
  expect((await give({ password })).status).toBe(204);
  expect((await add()).status).toBe(200);
  expect((await auditAfter(before)).map(({ kind, person_id }) => [kind, person_id])).toEqual([
    ["proved", admin.id],
    ["person-added", admin.id],
    ["link-made", admin.id],
  ]);
});

test("a wrong proof proves nothing, is recorded, and can't be guessed for ever", async () => {
  await age(11);
  const before = await latestAudit();
  const wrong = await give({ password: "not it" });
  expect([wrong.status, problemOf(wrong).fields.map(({ path }) => path)]).toEqual([400, ["password"]]);
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["proof-failed", { by: "password" }]]);
  expect(problemOf(await give({ code: "123456" })).fields.map(({ path }) => path)).toEqual(["code"]);
  const statuses: number[] = [];
  for (let index = 0; index < 10; index += 1) statuses.push((await give({ password: `guess ${index}` })).status);
  expect(statuses).toEqual([...Array.from({ length: 8 }, () => 400), 429, 429]);
  expect((await give({ password })).status).toBe(429);
  expect(problemOf(await add({ body: { ...addBody, email: "other@desk.example" } })).code).toBe("STEP_UP_REQUIRED");
});

test("one's proof opens nobody else's session, nor one's own in another browser", async () => {
  const elsewhere = await opened(admin.id, "admin", "another browser", "password", null);
  await give({ password });
  expect(problemOf(await add({ cookie: await cookieOf(elsewhere) })).code).toBe("STEP_UP_REQUIRED");
});

test("a person is told by what they can prove it", async () => {
  const ways = async () => (await answered(await proofWays(browserRequest("/api/desk/proof", "GET", { cookie: admin.cookie })))).body;
  expect(await ways()).toEqual({ password: true, code: false, provider: null });
});
