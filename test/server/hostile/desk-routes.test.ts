import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as auditCsv } from "@/app/api/desk/audit/export/route";
import { GET as auditLog } from "@/app/api/desk/audit/route";
import { GET as categories } from "@/app/api/desk/categories/route";
import { POST as checks } from "@/app/api/desk/checks/route";
import { GET as merchant } from "@/app/api/desk/merchants/[account_id]/route";
import { POST as password } from "@/app/api/desk/password/route";
import { POST as passwordLink } from "@/app/api/desk/password-link/route";
import { POST as giveProof, GET as proofWays } from "@/app/api/desk/proof/route";
import { POST as newCodes } from "@/app/api/desk/second-factor/recovery-codes/route";
import { PUT as confirmFactor, DELETE as removeFactor, POST as startFactor } from "@/app/api/desk/second-factor/route";
import { DELETE as endSession, GET as sessions } from "@/app/api/desk/sessions/route";
import { POST as actOnColleague, GET as colleague } from "@/app/api/desk/team/[person_id]/route";
import { POST as addColleague, GET as team } from "@/app/api/desk/team/route";
import { type Role, roleNames } from "@/lib/klarna/permissions";
import { isProblem } from "@/lib/klarna/problem";
import { query } from "@/lib/server/db/client";

import { type Answered, type Asked, answered, browserRequest, problemOf } from "../harness/ask";
import { countScrypt } from "../harness/counted-scrypt";
import { noKlarna, withDesk } from "../harness/desk";
import { broken, endless, hostileBodies } from "../harness/hostile-bodies";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { areaDoors } from "./area-doors";
import { withId } from "./directory-doors";

countScrypt();

withDesk(noKlarna);

const cookies = new Map<Role, string>();
beforeAll(async () => {
  for (const role of roleNames) cookies.set(role, (await signedIn(role)).cookie);
});
beforeEach(async () => {
  await query("DELETE FROM throttles");
});

const id = "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86";
const account_id = "krn:partner:global:account:test:LWT2XJSE";
const everyone = ["admin", "operations", "support", "finance", "auditor"] as const;
const auditors = ["admin", "auditor"] as const;
const asksLog = { from: "2026-11-01", kind: "refused", account_id, operation: "team.list", environment: "test", outcome: "refused" };
const onboarders = ["admin", "operations"] as const;

interface Door {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly open: (request: Request, params: Readonly<Record<string, string>>) => Promise<Response>;
  readonly roles: readonly Role[];
  /** What it takes, as a query or as a body. */
  readonly takes: Readonly<Record<string, unknown>>;
  readonly params?: Readonly<Record<string, string>>;
  /** How long its body may be, where that isn't a megabyte. */
  readonly mostBytes?: number;
}

const doors: Readonly<Record<string, Door>> = {
  ...areaDoors,
  "merchants.get": { method: "GET", open: withId(merchant), roles: everyone, takes: { environment: "test" }, params: { account_id } },
  "audit.list": { method: "GET", open: auditLog, roles: auditors, takes: asksLog },
  "audit.export": { method: "GET", open: auditCsv, roles: auditors, takes: asksLog },
  checks: { method: "POST", open: checks, roles: onboarders, takes: { environment: "test", body: {} } },
  categories: { method: "GET", open: categories, roles: everyone, takes: { q: "shoes" } },
  "team.list": { method: "GET", open: team, roles: ["admin"], takes: {} },
  "team.add": { method: "POST", open: addColleague, roles: ["admin"], takes: { email: "nobody", name: "N", role: "support" } },
  "team.get": { method: "GET", open: withId(colleague), roles: ["admin"], takes: {}, params: { person_id: id } },
  "team.act": { method: "POST", open: withId(actOnColleague), roles: ["admin"], takes: { act: "disable" }, params: { person_id: id } },
  "sessions.list": { method: "GET", open: sessions, roles: everyone, takes: {} },
  "sessions.end": { method: "DELETE", open: endSession, roles: everyone, takes: { session: id } },
  "proof.ways": { method: "GET", open: proofWays, roles: everyone, takes: {} },
  "proof.give": { method: "POST", open: giveProof, roles: everyone, takes: { password: "no" } },
  "second-factor.start": { method: "POST", open: startFactor, roles: everyone, takes: {} },
  "second-factor.confirm": { method: "PUT", open: confirmFactor, roles: everyone, takes: { code: "no" } },
  "second-factor.remove": { method: "DELETE", open: removeFactor, roles: everyone, takes: {} },
  "second-factor.recovery-codes": { method: "POST", open: newCodes, roles: everyone, takes: {} },
  "password.change": { method: "POST", open: password, roles: everyone, takes: { current: "no", password: "neither this" } },
};

const oddTexts = ["title", "body", "name", "search", "password", "current", "q", "text", "queue"];

const inUrl = ({ method }: Door) => method === "GET" || method === "DELETE";
const given = (door: Door, takes: unknown): Asked =>
  inUrl(door) ? { search: Object.fromEntries(Object.entries(Object(takes)).map(([name, value]) => [name, String(value)])) } : { body: takes };
const knock = async (door: Door, asked: Asked, params = door.params ?? {}): Promise<Answered> =>
  answered(await door.open(browserRequest("/api/desk/door", door.method, asked), params));

function expectRefused(answer: Answered, what: string, ...statuses: readonly number[]): void {
  expect(statuses.length > 0 ? statuses : [400, 413], what).toContain(answer.status);
  expect(isProblem(answer.body), what).toBe(true);
  expect(answer.headers.get("cache-control"), what).toBe("no-store");
}

describe.each(Object.entries(doors))("%s", (name, door) => {
  test("is open to those whom the table names; who isn't is told so, and it is recorded", async () => {
    for (const role of roleNames) {
      const before = await latestAudit();
      const answer = await knock(door, { cookie: cookies.get(role), ...given(door, door.takes) });
      const entries = (await auditAfter(before)).filter(({ kind }) => kind === "refused");
      const kinds = entries.map(({ kind, operation, role: as }) => [kind, operation, as]);
      if (door.roles.includes(role)) expect([200, 204, 400, 404, 409, 503], role).toContain(answer.status);
      if (door.roles.includes(role)) expect(kinds).toEqual([]);
      if (!door.roles.includes(role)) expect(problemOf(answer).code, role).toBe("NOT_ALLOWED");
      if (!door.roles.includes(role)) expect(kinds).toEqual([["refused", name, role]]);
    }
  });

  test("is closed to nobody in particular, and to other sites", async () => {
    expectRefused(await knock(door, given(door, door.takes)), "signed out", 401);
    for (const site of ["cross-site", "same-site"])
      expectRefused(await knock(door, { cookie: cookies.get("admin"), ...given(door, door.takes), headers: { "sec-fetch-site": site } }), site, 403);
  });

  test("takes no body that is longer than it may be, and one that is as long", async () => {
    const { mostBytes = 1_000_000 } = door;
    if (inUrl(door) || mostBytes === Number.POSITIVE_INFINITY) return;
    const cookie = cookies.get("admin");
    const ofLength = (bytes: number) => `{"a":"${"x".repeat(bytes - 8)}"}`;
    expectRefused(await knock(door, { cookie, body: ofLength(mostBytes + 1) }), "too long", 413);
    expectRefused(await knock(door, { cookie, body: ofLength(mostBytes) }), "as long as it may be", 400);
  });

  test("refuses what is hostile, without a fault", async () => {
    const cookie = cookies.get("admin");
    if (!inUrl(door)) for (const [what, body] of Object.entries(hostileBodies)) expectRefused(await knock(door, { cookie, body }), what);
    for (const [field, value] of Object.entries(door.takes)) {
      const wrong = inUrl(door) || typeof value === "string" ? ["x\0y", "\ud800", "prod".repeat(20_000)] : [null, -1, 1.5, 3_000_000_000, 1e300, "1", [], {}];
      for (const odd of wrong) {
        const answer = await knock(door, { cookie, ...given(door, { ...door.takes, [field]: odd }) });
        // What people call things, passwords and what is searched for may be odd; nothing else may.
        if (field === "content" || typeof value === "object") expect([200, 400, 404]).toContain(answer.status);
        else if (!oddTexts.includes(field)) expectRefused(answer, `${field} ${String(odd)}`);
        else expect(answer.status, field).toBeLessThan(500);
      }
    }
    expectRefused(await knock(door, { cookie, ...given(door, { ...door.takes, flavour: "red" }) }), "flavour");
    for (const param of Object.keys(door.params ?? {}))
      for (const odd of ["", "..", "a/b", "a\0b", "\ud800", "x".repeat(3_000), "__proto__/"])
        expectRefused(await knock(door, { cookie, ...given(door, door.takes) }, { [param]: odd }), `${param} ${odd}`);
  });
});

test("a hint is given for whatever is typed, also where nobody could have typed it", async () => {
  const door = doors.checks;
  if (!door) throw new Error("There is no such door.");
  for (const odd of ["a\0b", "\ud800", "__proto__", "constructor", "(".repeat(2_000), "9".repeat(2_000), "\u202e"]) {
    for (const country of ["SE", "US", "GB", "PL", "constructor", odd]) {
      const address = { country, postal_code: odd };
      const business_information = { business_name: odd, registration_number: odd, registration_address: address, operating_address: address };
      const settlement_information = { bank_accounts: [{ iban: odd, bic: odd, account_holder: odd }] };
      const body = { account_reference: odd, account_name: odd, extra_account_data: { business_information, settlement_information } };
      const answer = await knock(door, { cookie: cookies.get("operations"), body: { environment: "test", body } });
      expect(answer.status, `${country} ${odd.slice(0, 20)}`).toBe(200);
    }
  }
});

test("a draft that can't be kept is refused, not lost in a fault: too deeply nested, or too long", async () => {
  const door = doors["drafts.create"];
  if (!door) throw new Error("There is no such door.");
  const cookie = cookies.get("operations");
  for (const content of [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, JSON.stringify("x".repeat(600_000))])
    expectRefused(await knock(door, { cookie, body: `{"environment":"test","title":"","content":${content}}` }), content.slice(0, 5), 400);
  const odd = '{"environment":"test","title":"a\\u0000\\ud800b","content":{"a":"\\u0000\\ud800"}}';
  expect((await knock(door, { cookie, body: odd })).status).toBe(200);
});

test("the door for people who aren't signed in refuses the same", async () => {
  const send = async (asked: Asked) => answered(await passwordLink(browserRequest("/api/desk/password-link", "POST", asked)));
  for (const [what, body] of Object.entries(hostileBodies)) expectRefused(await send({ body }), what);
  for (const body of [
    { token: 1, password: "x" },
    { token: "a\0b", password: "a sentence of some length" },
    { token: "x".repeat(101), password: "" },
  ])
    expectRefused(await send({ body }), "fields", 400);
  expectRefused(await send({ body: { token: "x", password: "x" }, headers: { "sec-fetch-site": "cross-site" } }), "other site", 403);
  const { request, pulled } = endless("http://desk.example:3000/api/desk/password-link", "POST", { "sec-fetch-site": "same-origin" });
  expectRefused(await answered(await passwordLink(request)), "endless", 413);
  expect(pulled()).toBeLessThan(5);
  expectRefused(await answered(await passwordLink(broken("http://desk.example:3000/", "POST", { "sec-fetch-site": "same-origin" }))), "broken", 400);
});
