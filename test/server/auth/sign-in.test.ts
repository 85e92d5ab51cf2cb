import { beforeEach, describe, expect, test } from "vitest";

import { authOptions, newDeviceCookie } from "@/lib/server/auth/options";
import { type Credentials, signIn } from "@/lib/server/auth/sign-in";
import { query } from "@/lib/server/db/client";
import { addPerson, disablePerson } from "@/lib/server/people";

import { countScrypt, scryptCosts } from "../harness/counted-scrypt";
import { noKlarna, withDesk } from "../harness/desk";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";

countScrypt();

withDesk(noKlarna);

const password = "a sentence that is easy to keep in mind";
let email: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  email = `person-${count}@desk.example`;
  await query("DELETE FROM throttles");
  await addPerson({ email, name: "A person", role: "operations", password });
  scryptCosts.length = 0;
});

const from = (address: string, given: Partial<Credentials> = {}): Credentials => ({
  email,
  password,
  address,
  knownDevice: undefined,
  device: "a test",
  ...given,
});
const outcome = async (given: Credentials) => (await signIn(given)).outcome;
const fail = async (times: number, given: (index: number) => Credentials) => {
  for (let index = 0; index < times; index += 1) await signIn({ ...given(index), password: "wrong" });
};

test("the right password opens a session, and both are recorded", async () => {
  const before = await latestAudit();
  const signedIn = await signIn(from("192.0.2.1"));
  expect(signedIn.outcome).toBe("signed-in");
  expect((await auditAfter(before)).map(({ kind }) => kind)).toEqual(["signed-in"]);
  expect(scryptCosts).toEqual([2 ** 17]);
});

test("an unknown person, a wrong password, a disabled person and one without a password are told the same, for the same work", async () => {
  const disabled = `disabled-${count}@desk.example`;
  await addPerson({ email: disabled, name: "Gone", role: "finance", password });
  await disablePerson(disabled);
  const invited = `invited-${count}@desk.example`;
  await addPerson({ email: invited, name: "New", role: "finance" });
  scryptCosts.length = 0;
  const cases = [from("192.0.2.1", { password: "wrong" }), ...["nobody@desk.example", disabled, invited].map((other) => from("192.0.2.2", { email: other }))];
  for (const given of cases) {
    scryptCosts.length = 0;
    expect(await signIn(given)).toEqual({ outcome: "refused" });
    expect(scryptCosts).toEqual([2 ** 17]);
  }
});

test("no record of a failure holds what was typed", async () => {
  const before = await latestAudit();
  await signIn(from("192.0.2.1", { email: "somebody@typed.example", password: "typed by mistake" }));
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["sign-in-failed", { why: "unknown person" }]]);
  for (const table of ["audit_entries", "throttles", "sessions"]) expect(await wholeTable(table)).not.toMatch(/typed|192\.0\.2/);
});

describe("too many failures", () => {
  test("from one address to one account: after five not even the right password is tried", async () => {
    await fail(5, () => from("192.0.2.1"));
    scryptCosts.length = 0;
    expect(await outcome(from("192.0.2.1"))).toBe("throttled");
    expect(scryptCosts).toEqual([]);
    expect(await outcome(from("192.0.2.2"))).toBe("signed-in");
  });

  test("are recorded once in a quarter of an hour, with how many more there were the time before", async () => {
    const before = await latestAudit();
    const why = async () => (await auditAfter(before)).filter(({ detail }) => detail?.why === "throttled").map(({ detail }) => detail);
    await fail(5, () => from("192.0.2.1"));
    await Promise.all(Array.from({ length: 10 }, () => outcome(from("192.0.2.1"))));
    expect(await why()).toEqual([{ why: "throttled", not_recorded_before: 0 }]);
    await query("UPDATE throttles SET window_ends = now() - interval '1 second'");
    await fail(6, () => from("192.0.2.1"));
    expect(await why()).toEqual([
      { why: "throttled", not_recorded_before: 0 },
      { why: "throttled", not_recorded_before: 9 },
    ]);
  });

  test("a quarter of an hour later it may be tried again", async () => {
    await fail(5, () => from("192.0.2.1"));
    await query("UPDATE throttles SET window_ends = now() - interval '1 second'");
    expect(await outcome(from("192.0.2.1"))).toBe("signed-in");
  });

  test("to one account, from everywhere: after twenty strangers wait, and a device that the person has signed in with doesn't", async () => {
    await fail(20, (index) => from(`198.51.100.${index}`));
    expect(await outcome(from("203.0.113.1"))).toBe("throttled");
    expect(await outcome(from("203.0.113.1", { knownDevice: "their laptop" }))).toBe("signed-in");
  });

  test("a stranger at one address can't use up an account's bucket", async () => {
    await fail(40, () => from("192.0.2.1"));
    expect(await outcome(from("203.0.113.1"))).toBe("signed-in");
  });

  test("from one address, to many accounts: after sixty", async () => {
    await fail(60, (index) => from("192.0.2.1", { email: `guess-${index}@desk.example` }));
    expect(await outcome(from("192.0.2.1"))).toBe("throttled");
    const rows = () => query("SELECT bucket FROM throttles");
    const left = await rows();
    await fail(3, (index) => from("192.0.2.1", { email: `made-up-${index}@desk.example` }));
    expect(await rows(), "accounts that are made up leave nothing behind").toHaveLength(left.length);
    expect(await outcome(from("192.0.2.2"))).toBe("signed-in");
  });

  test("a known device has ten of its own, and takes none from others", async () => {
    await fail(10, () => from("192.0.2.1", { knownDevice: "their laptop" }));
    expect(await outcome(from("192.0.2.1", { knownDevice: "their laptop" }))).toBe("throttled");
    expect(await outcome(from("192.0.2.1", { knownDevice: "their telephone" }))).toBe("signed-in");
    expect(await outcome(from("192.0.2.1"))).toBe("signed-in");
  });

  test("all at once are no more than one after the other", async () => {
    scryptCosts.length = 0;
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => outcome(from("192.0.2.1", { password: "wrong" }))));
    expect(scryptCosts.length).toBeLessThanOrEqual(5);
    expect(outcomes.filter((one) => one === "throttled").length).toBeGreaterThanOrEqual(35);
  });

  test("a flood from one address keeps nobody else out, not even while it lasts", async () => {
    const flood = Array.from({ length: 60 }, () => outcome(from("192.0.2.1", { password: "wrong" })));
    expect(await outcome(from("203.0.113.1"))).toBe("signed-in");
    await Promise.all(flood);
    expect(await outcome(from("203.0.113.2"))).toBe("signed-in");
  });

  test("successes use up nothing", async () => {
    for (let index = 0; index < 25; index += 1) expect(await outcome(from("192.0.2.1"))).toBe("signed-in");
  });
});

describe("as next-auth calls it", () => {
  const faults: unknown[] = [];
  async function authorize(given: { email: string; password: string }, headers: Record<string, string> = {}) {
    const { providers } = authOptions(new Headers(headers), (error) => faults.push(error));
    const [{ options }] = providers as unknown as readonly [{ readonly options: { authorize: (given: object) => Promise<{ id: string }> } }];
    return options.authorize(given);
  }

  /** What a browser that had `before` sends after somebody has signed in there. */
  const deviceCookie = (who: string, before = "") => newDeviceCookie(who, new Headers({ cookie: before })).split(";")[0] ?? "";

  test("a session's id is all that it gets, however the address is written", async () => {
    const { id, ...rest } = await authorize({ email: ` ${email.toUpperCase()} `, password });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(rest).toEqual({});
  });

  test("refused and throttled are words, and a NUL in an address is a stranger", async () => {
    await expect(authorize({ email, password: "wrong" })).rejects.toThrow(/^refused$/);
    await expect(authorize({ email: `${email}\0`, password })).rejects.toThrow(/^refused$/);
    await fail(5, () => from("local"));
    await expect(authorize({ email, password })).rejects.toThrow(/^throttled$/);
    expect(faults).toEqual([]);
  });

  test("only a device mark that the desk made, for this very account, is a known device", async () => {
    await fail(20, (index) => from(`198.51.100.${index}`));
    const cookie = deviceCookie(email);
    for (const forged of ["", "desk-devices=abc.def", cookie.replace(/.$/, "_"), deviceCookie("other@desk.example")])
      await expect(authorize({ email, password }, { cookie: forged })).rejects.toThrow(/^throttled$/);
    // As browsers were marked that held one mark only.
    for (const mark of [cookie, cookie.replace("desk-devices=", "desk-device=")])
      expect(await authorize({ email, password }, { cookie: mark })).toHaveProperty("id");
  });

  test("a browser is known to each of the last five who signed in there, however often", async () => {
    await fail(20, (index) => from(`198.51.100.${index}`));
    const others = Array.from({ length: 8 }, (_, index) => `other-${index % 4}@desk.example`);
    const shared = others.reduce((cookie, other) => deviceCookie(other, cookie), deviceCookie(email));
    expect(await authorize({ email, password }, { cookie: shared })).toHaveProperty("id");
    await expect(authorize({ email, password }, { cookie: deviceCookie("a-fifth@desk.example", shared) })).rejects.toThrow(/^throttled$/);
  });

  test("a fault of the desk is not called a wrong password, and its message goes nowhere", async () => {
    await query("ALTER TABLE people RENAME TO people_away");
    await expect(authorize({ email, password })).rejects.toThrow(/^unavailable$/);
    await query("ALTER TABLE people_away RENAME TO people");
    expect(faults).toHaveLength(1);
  });
});
