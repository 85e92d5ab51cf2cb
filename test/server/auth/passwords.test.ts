import { beforeEach, expect, test } from "vitest";

import { POST as changePassword } from "@/app/api/desk/password/route";
import { POST as spendLink } from "@/app/api/desk/password-link/route";
import { authOptions } from "@/lib/server/auth/options";
import { signIn } from "@/lib/server/auth/sign-in";
import { query } from "@/lib/server/db/client";
import { disablePerson, makeOneTimeLink } from "@/lib/server/people";
import { sessionOf } from "@/lib/server/session";

import { type Answered, answered, browserRequest, problemOf } from "../harness/ask";
import { countScrypt, scryptCosts } from "../harness/counted-scrypt";
import { noKlarna, withDesk } from "../harness/desk";
import { cookieOf, type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";

countScrypt();

withDesk(noKlarna);

const first = "the first sentence of a story";
const second = "the second sentence of a story";
let person: SignedIn;
beforeEach(async () => {
  person = await signedIn("operations");
  await query("DELETE FROM throttles");
});

const newToken = async () => (await makeOneTimeLink(person.email)).split("#")[1] ?? "";
const spend = async (token: string, password = first): Promise<Answered> =>
  answered(await spendLink(browserRequest("/api/desk/password-link", "POST", { body: { token, password } })));
const change = async (current: string, password: string): Promise<Answered> =>
  answered(await changePassword(browserRequest("/api/desk/password", "POST", { cookie: person.cookie, body: { current, password } })));
/** As next-auth asks for a browser. */
function authorize(password: string, cookie = ""): Promise<unknown> {
  const { providers } = authOptions(new Headers({ cookie }), (error) => expect.unreachable(String(error)));
  const [{ options }] = providers as unknown as readonly [{ readonly options: { authorize: (given: object) => Promise<unknown> } }];
  return options.authorize({ email: person.email, password });
}
const canSignIn = async (password: string) =>
  (await signIn({ email: person.email, password, address: "192.0.2.1", knownDevice: undefined, device: "" })).outcome === "signed-in";

test("a one-time link sets a password once, and ends the sessions there were", async () => {
  const token = await newToken();
  const before = await latestAudit();
  expect((await spend(token)).status).toBe(204);
  expect(await canSignIn(first)).toBe(true);
  expect(await sessionOf(person.cookie)).toBeUndefined();
  expect((await auditAfter(before)).map(({ kind }) => kind)).toContain("password-changed");
  const again = await spend(token, second);
  expect([again.status, problemOf(again).code]).toEqual([400, "LINK_SPENT"]);
  expect(await canSignIn(second)).toBe(false);
});

test("of two who spend a link at once, one does", async () => {
  const token = await newToken();
  const answers = await Promise.all([spend(token, first), spend(token, second), spend(token, first)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 400, 400]);
});

test("a link lasts 48 hours", async () => {
  const token = await newToken();
  const [row] = await query<{ hours: number }>(
    "SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours FROM one_time_links WHERE used_at IS NULL AND person_id = $1",
    [person.id],
  );
  expect(row?.hours).toBe(48);
  await query("UPDATE one_time_links SET expires_at = now() - interval '1 second' WHERE person_id = $1", [person.id]);
  expect(problemOf(await spend(token)).code).toBe("LINK_SPENT");
});

test("a new link ends the earlier one, and a disabled person's is worth nothing", async () => {
  const earlier = await newToken();
  const later = await newToken();
  expect(problemOf(await spend(earlier)).code).toBe("LINK_SPENT");
  await disablePerson(person.email);
  expect(problemOf(await spend(later)).code).toBe("LINK_SPENT");
});

test("a password that is too short doesn't spend the link, and a wrong link tells nothing", async () => {
  const token = await newToken();
  const short = await spend(token, "too short");
  expect([short.status, problemOf(short).fields.map(({ path }) => path)]).toEqual([400, ["password"]]);
  expect((await spend("no such token")).body).toEqual((await spend(`${token}x`)).body);
  expect((await spend(token)).status).toBe(204);
});

test("a wrong, spent, old or disabled person's link is refused without the work of a password", async () => {
  const used = await newToken();
  await spend(used);
  const old = await newToken();
  await query("UPDATE one_time_links SET expires_at = now() - interval '1 second' WHERE used_at IS NULL AND person_id = $1", [person.id]);
  const gone = await signedIn("operations");
  const disabled = (await makeOneTimeLink(gone.email)).split("#")[1] ?? "";
  await disablePerson(gone.email);
  scryptCosts.length = 0;
  for (const token of ["no such token", used, old, disabled]) expect(problemOf(await spend(token)).code).toBe("LINK_SPENT");
  expect(scryptCosts).toEqual([]);
});

test("who has used up their tries signs in with the password that a link has set, in the browser that it was set in", async () => {
  await spend(await newToken());
  for (let index = 0; index < 5; index += 1) await expect(authorize("wrong")).rejects.toThrow(/^refused$/);
  const { headers } = await spend(await newToken(), second);
  await expect(authorize(second)).rejects.toThrow(/^throttled$/);
  expect(await authorize(second, headers.getSetCookie()[0]?.split(";")[0])).toHaveProperty("id");
});

test("neither links nor passwords are kept as they are", async () => {
  const token = await newToken();
  await spend(token);
  for (const table of ["one_time_links", "people", "audit_entries"]) {
    const text = await wholeTable(table);
    for (const secret of [token, first]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString("hex"));
    }
  }
});

test("a person who changes their password stays signed in here, and nowhere else", async () => {
  await spend(await newToken());
  const here = await signIn({ email: person.email, password: first, address: "192.0.2.1", knownDevice: undefined, device: "" });
  const there = await signIn({ email: person.email, password: first, address: "192.0.2.1", knownDevice: undefined, device: "" });
  if (here.outcome !== "signed-in" || there.outcome !== "signed-in") throw new Error("Nobody signed in.");
  person = { ...person, cookie: await cookieOf(here.sessionId) };

  const wrong = await change("not it", second);
  expect([wrong.status, problemOf(wrong).fields.map(({ path }) => path)]).toEqual([400, ["current"]]);
  expect(await sessionOf(await cookieOf(there.sessionId))).toBeDefined();

  expect((await change(first, second)).status).toBe(204);
  expect(await sessionOf(person.cookie)).toBeDefined();
  expect(await sessionOf(await cookieOf(there.sessionId))).toBeUndefined();
  expect([await canSignIn(first), await canSignIn(second)]).toEqual([false, true]);
});

test("a one-time link that wasn't used is worth nothing once the password was changed", async () => {
  await spend(await newToken());
  const here = await signIn({ email: person.email, password: first, address: "192.0.2.1", knownDevice: undefined, device: "" });
  person = { ...person, cookie: await cookieOf(here.outcome === "signed-in" ? here.sessionId : "") };
  const token = await newToken();
  expect((await change(first, second)).status).toBe(204);
  expect(problemOf(await spend(token, "the sentence of whoever found it")).code).toBe("LINK_SPENT");
});

test("whoever finds an open browser can't guess the password there for ever", async () => {
  const statuses: number[] = [];
  for (let index = 0; index < 12; index += 1) statuses.push((await change(`guess ${index}`, second)).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 400), 429, 429]);
});
