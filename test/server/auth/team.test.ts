import pg from "pg";
import { beforeEach, expect, test } from "vitest";

import { DELETE as endOwn, GET as ownSessions } from "@/app/api/desk/sessions/route";
import { POST as actOnColleague, GET as colleague } from "@/app/api/desk/team/[person_id]/route";
import { POST as addColleague, GET as team } from "@/app/api/desk/team/route";
import type { Colleague, OpenSession, TeamAct } from "@/lib/desk/team";
import { query } from "@/lib/server/db/client";
import { disablePerson, setRole } from "@/lib/server/people";
import { sessionOf } from "@/lib/server/session";
import { spendPasswordLink } from "@/lib/server/team/link";
import { changeRole, disablePerson as disable } from "@/lib/server/team/role";

import { type Answered, answered, browserRequest, problemOf } from "../harness/ask";
import { countScrypt } from "../harness/counted-scrypt";
import { noKlarna, withDesk } from "../harness/desk";
import { cookieOf, opened, type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";

countScrypt();

withDesk(noKlarna);

let admin: SignedIn;
let person: SignedIn;
beforeEach(async () => {
  await query("UPDATE people SET disabled_at = now() WHERE role = 'admin'");
  admin = await signedIn("admin");
  person = await signedIn("operations");
});

const params = (person_id: string) => ({ params: Promise.resolve({ person_id }) });
const act = async (given: TeamAct, on: { readonly id: string } = person, as: SignedIn = admin): Promise<Answered> =>
  answered(await actOnColleague(browserRequest(`/api/desk/team/${on.id}`, "POST", { cookie: as.cookie, body: given }), params(on.id)));
const look = async (on: { readonly id: string } = person) =>
  (await answered(await colleague(browserRequest(`/api/desk/team/${on.id}`, "GET", { cookie: admin.cookie }), params(on.id)))).body as {
    readonly person: Colleague;
    readonly sessions: readonly OpenSession[];
  };
const kindsAfter = async (before: number) => (await auditAfter(before)).map(({ kind, person_id, detail }) => [kind, person_id, detail]);

test("an admin adds a person and gets a link that sets their password; both are recorded, the link isn't", async () => {
  const before = await latestAudit();
  const body = { email: "Nya@desk.example", name: "Nya", role: "support" };
  const { id, link } = (await answered(await addColleague(browserRequest("/api/desk/team", "POST", { cookie: admin.cookie, body })))).body as Record<
    string,
    string
  >;
  expect(link).toMatch(/^http:\/\/desk\.example:3000\/set-password#[\w-]{43}$/);
  expect((await look({ id: id ?? "" })).person).toMatchObject({ email: "nya@desk.example", has_password: false, link_until: expect.any(String) });
  expect(await kindsAfter(before)).toEqual([
    ["person-added", admin.id, { person: id, role: "support" }],
    ["link-made", admin.id, { person: id }],
  ]);
  const token = link?.split("#")[1] ?? "";
  expect(await wholeTable("audit_entries")).not.toContain(token);
  await spendPasswordLink(token, "a sentence of Nya's own");
  expect((await look({ id: id ?? "" })).person).toMatchObject({ has_password: true, link_until: null });
});

test("the list says who is who, and holds nothing secret", async () => {
  const answer = await answered(await team(browserRequest("/api/desk/team", "GET", { cookie: admin.cookie })));
  const list = answer.body as readonly Colleague[];
  expect(list.find(({ id }) => id === person.id)).toEqual({
    ...{ id: person.id, email: person.email, name: expect.any(String), role: "operations", created_at: expect.stringMatching(/Z$/), disabled_at: null },
    ...{ seen_at: expect.stringMatching(/Z$/), has_password: false, has_identity: false, has_second_factor: false, link_until: null },
  });
  expect(list.at(-1)?.disabled_at).not.toBeNull();
});

test("a disabled person is out at the next request, their link is spent, and enabled again they begin anew", async () => {
  const before = await latestAudit();
  await act({ act: "make-link" });
  const answer = await act({ act: "disable" });
  expect(answer.body).toMatchObject({ person: { disabled_at: expect.any(String), link_until: null }, sessions: [] });
  expect(await sessionOf(person.cookie)).toBeUndefined();
  expect(problemOf(await act({ act: "make-link" })).code).toBe("NOBODY_ACTIVE");
  await act({ act: "enable" });
  expect(await sessionOf(person.cookie)).toBeUndefined();
  expect((await look()).person.disabled_at).toBeNull();
  expect((await kindsAfter(before)).map(([kind, by]) => [kind, by])).toEqual([
    ["link-made", admin.id],
    ["person-disabled", admin.id],
    ["person-enabled", admin.id],
  ]);
});

test("another role ends the sessions that had the old one; the same role changes nothing", async () => {
  const before = await latestAudit();
  await act({ act: "change-role", role: "operations" });
  expect(await sessionOf(person.cookie)).toBeDefined();
  await act({ act: "change-role", role: "finance" });
  expect(await sessionOf(person.cookie)).toBeUndefined();
  expect(await kindsAfter(before)).toEqual([["role-changed", admin.id, { person: person.id, from: "operations", to: "finance" }]]);
});

test("nobody changes their own role, and nobody disables themselves, with other admins or without", async () => {
  await signedIn("admin");
  for (const given of [{ act: "change-role", role: "support" }, { act: "disable" }] as const) {
    const answer = await act(given, admin);
    expect([answer.status, problemOf(answer).code]).toEqual([409, "ONESELF"]);
  }
  expect(await sessionOf(admin.cookie)).toMatchObject({ role: "admin" });
});

test("the last enabled admin stays one, also for the command line", async () => {
  await expect(disablePerson(admin.email)).rejects.toMatchObject({ problem: { code: "LAST_ADMIN" } });
  await expect(setRole(admin.email, "support")).rejects.toMatchObject({ problem: { code: "LAST_ADMIN" } });
  await setRole(admin.email, "admin");
  const other = await signedIn("admin");
  await disablePerson(admin.email);
  await expect(setRole(other.email, "support")).rejects.toMatchObject({ problem: { code: "LAST_ADMIN" } });
  await setRole(person.email, "auditor");
});

test("of two admins who take each other's role at the same moment, one stays", async () => {
  const [one, two] = [admin, await signedIn("admin")];
  // Held up at the same row, so that each has seen the other as an admin still.
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM people WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE");
  const both = Promise.allSettled([disable(two.id, { personId: one.id, role: "admin" }), changeRole(one.id, "support", { personId: two.id, role: "admin" })]);
  await expect.poll(async () => (await holder.query(heldUp)).rows[0].count, { timeout: 10_000 }).toBe(2);
  await holder.query("COMMIT");
  expect((await both).map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await holder.end();
});

const heldUp = "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

test("an admin sees somebody's sessions and ends one, or all of them", async () => {
  const other = await opened(person.id, "operations", "Firefox on Linux", "provider");
  expect((await look()).sessions.map(({ device, method }) => [device, method]).sort()).toEqual([
    ["Firefox on Linux", "provider"],
    ["a test", "password"],
  ]);
  const before = await latestAudit();
  await act({ act: "end-session", session: other });
  expect(await sessionOf(await cookieOf(other))).toBeUndefined();
  expect(await sessionOf(person.cookie)).toBeDefined();
  await act({ act: "end-sessions" });
  await act({ act: "end-sessions" });
  expect(await sessionOf(person.cookie)).toBeUndefined();
  expect(await kindsAfter(before)).toEqual([
    ["sessions-ended", admin.id, { person: person.id, count: 1 }],
    ["sessions-ended", admin.id, { person: person.id, count: 1 }],
  ]);
});

test("everybody sees and ends their own sessions, and nobody else's", async () => {
  const other = await opened(person.id, "operations", "Safari on iOS");
  const own = async (cookie: string) =>
    (await answered(await ownSessions(browserRequest("/api/desk/sessions", "GET", { cookie })))).body as readonly (OpenSession & { here: boolean })[];
  expect((await own(person.cookie)).map(({ device, here }) => [device, here]).sort()).toEqual([
    ["Safari on iOS", false],
    ["a test", true],
  ]);
  await endOwn(browserRequest("/api/desk/sessions", "DELETE", { cookie: person.cookie, search: { session: admin.sessionId } }));
  expect(await sessionOf(admin.cookie)).toBeDefined();
  await endOwn(browserRequest("/api/desk/sessions", "DELETE", { cookie: person.cookie }));
  expect(await sessionOf(await cookieOf(other))).toBeUndefined();
  expect(await sessionOf(person.cookie)).toBeDefined();
});

test("nobody is a person who isn't", async () => {
  const nobody = { id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" };
  for (const given of [{ act: "change-role", role: "support" }, { act: "disable" }, { act: "enable" }, { act: "end-sessions" }] as const)
    expect(problemOf(await act(given, nobody)).code).toBe("NO_SUCH_PERSON");
});
