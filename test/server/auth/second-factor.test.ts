import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { POST as giveProof } from "@/app/api/desk/proof/route";
import { POST as newCodes } from "@/app/api/desk/second-factor/recovery-codes/route";
import { PUT as confirm, DELETE as remove, POST as start } from "@/app/api/desk/second-factor/route";
import { GET as sessions } from "@/app/api/desk/sessions/route";
import type { Enrolment } from "@/lib/desk/second-factor";
import { generator } from "@/lib/server/auth/second-factor";
import { signIn } from "@/lib/server/auth/sign-in";
import { query } from "@/lib/server/db/client";
import { addPerson, forgetSecondFactor } from "@/lib/server/people";

import { type Answered, answered, browserRequest, problemOf } from "../harness/ask";
import { countScrypt } from "../harness/counted-scrypt";
import { noKlarna, withDesk } from "../harness/desk";
import { cookieOf, opened } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";

// The one clock that counts goes as these tests set theirs.
vi.mock("@/lib/server/db/clock", () => ({ databaseTime: async () => new Date() }));
countScrypt();

withDesk(noKlarna, { DESK_SECOND_FACTOR_ROLES: "finance, admin" });

const password = "a sentence that isn't enough alone";
let email: string;
let person: { readonly id: string; readonly sessionId: string; readonly cookie: string };
let count = 0;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await query("DELETE FROM throttles");
  person = await somebody("operations");
});
afterEach(() => {
  vi.useRealTimers();
});

async function somebody(role: "operations" | "finance") {
  count += 1;
  email = `factor-${count}@desk.example`;
  const { id } = await addPerson({ email, name: "F", role, password });
  const sessionId = await opened(id, role, "a test");
  return { id, sessionId, cookie: await cookieOf(sessionId) };
}

type Door = (request: Request) => Promise<Response>;
const ask = async (door: Door, method: string, body?: object): Promise<Answered> =>
  answered(await door(browserRequest("/api/desk/second-factor", method, { cookie: person.cookie, body })));
const codeOf = (key: string, steps = 0) => generator(key).generate({ timestamp: Date.now() + steps * 30_000 });
const later = (steps: number) => vi.setSystemTime(Date.now() + steps * 30_000);
const enter = async (code?: string, typed = password) =>
  (await signIn({ email, password: typed, ...(code !== undefined && { code }), address: "192.0.2.1", knownDevice: undefined, device: "" })).outcome;

async function enrol(): Promise<{ readonly key: string; readonly codes: readonly string[] }> {
  const { key } = (await ask(start, "POST", {})).body as Enrolment;
  const { recovery_codes } = (await ask(confirm, "PUT", { code: codeOf(key) })).body as { recovery_codes: readonly string[] };
  later(1);
  return { key, codes: recovery_codes };
}

test("a key counts once a code of it was right, and is asked for from then on", async () => {
  const { key, picture } = (await ask(start, "POST", {})).body as Enrolment;
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  expect(picture.path).toMatch(/^M[\dLMZ ]+$/);
  expect(await enter()).toBe("signed-in");
  const wrong = await ask(confirm, "PUT", { code: "000000" });
  expect([wrong.status, problemOf(wrong).fields.map(({ path }) => path)]).toEqual([400, ["code"]]);
  expect(await enter()).toBe("signed-in");
  expect((await ask(confirm, "PUT", { code: codeOf(key) })).status).toBe(200);
  expect(await enter()).toBe("code-wanted");
  later(1);
  expect(await enter(codeOf(key))).toBe("signed-in");
});

test("nobody learns from a wrong password that there is a second factor, nor gets in by a code alone", async () => {
  const { key } = await enrol();
  expect(await enter(undefined, "wrong")).toBe("refused");
  expect(await enter(codeOf(key), "wrong")).toBe("refused");
  expect(await enter(codeOf(key))).toBe("signed-in");
});

test("the same code isn't accepted twice, not at once and not for another purpose", async () => {
  const { key } = await enrol();
  const code = codeOf(key);
  const outcomes = await Promise.all([enter(code), enter(code), enter(code)]);
  expect(outcomes.sort()).toEqual(["code-refused", "code-refused", "signed-in"]);
  expect(problemOf(await ask(giveProof, "POST", { code })).fields.map(({ path }) => path)).toEqual(["code"]);
  expect(await enter(codeOf(key, -1))).toBe("code-refused");
});

test("a clock may be half a minute wrong, and no more", async () => {
  const { key } = await enrol();
  later(4);
  expect(await enter(codeOf(key, -2))).toBe("code-refused");
  expect(await enter(codeOf(key, 2))).toBe("code-refused");
  expect(await enter(codeOf(key, -1))).toBe("signed-in");
  expect(await enter(codeOf(key, 1))).toBe("signed-in");
});

test("codes are throttled like passwords, and the first step uses up nothing", async () => {
  const { key } = await enrol();
  for (let index = 0; index < 8; index += 1) expect(await enter()).toBe("code-wanted");
  for (let index = 0; index < 5; index += 1) expect(await enter(`00000${index}`)).toBe("code-refused");
  expect(await enter(codeOf(key))).toBe("throttled");
});

test("nor can the first code be guessed for ever", async () => {
  await ask(start, "POST", {});
  const statuses: number[] = [];
  for (let index = 0; index < 11; index += 1) statuses.push((await ask(confirm, "PUT", { code: "000000" })).status);
  expect(statuses).toEqual([...Array(10).fill(400), 429]);
});

test("each recovery code lets in once, however it is written; new ones end the old", async () => {
  const { codes } = await enrol();
  const [first = "", second = "", third = ""] = codes;
  expect(new Set(codes).size).toBe(10);
  const before = await latestAudit();
  expect(await enter(first.toLowerCase().replace("-", " "))).toBe("signed-in");
  expect(await enter(first)).toBe("code-refused");
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail?.left ?? detail?.why ?? detail?.by])).toEqual([
    ["recovery-code-used", 9],
    ["signed-in", "password"],
    ["sign-in-failed", "code"],
  ]);
  expect(await Promise.all([enter(second), enter(second)]).then((both) => both.sort())).toEqual(["code-refused", "signed-in"]);
  const { recovery_codes } = (await ask(newCodes, "POST", {})).body as { recovery_codes: readonly string[] };
  expect(await enter(third)).toBe("code-refused");
  expect(await enter(recovery_codes[0])).toBe("signed-in");
});

test("a recovery code of somebody else is worth nothing", async () => {
  const { codes } = await enrol();
  person = await somebody("operations");
  await enrol();
  expect(await enter(codes[0])).toBe("code-refused");
});

test("neither the key nor the recovery codes are kept as they are, and a copied row can't be read", async () => {
  const { key, codes } = await enrol();
  const [code = ""] = codes;
  for (const table of ["second_factors", "recovery_codes", "audit_entries"]) {
    const text = await wholeTable(table);
    for (const secret of [key, code, code.replace("-", "")]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString("hex"));
    }
  }
  const from = person.id;
  person = await somebody("operations");
  await query("INSERT INTO second_factors (person_id, secret, confirmed_at) SELECT $1, secret, now() FROM second_factors WHERE person_id = $2", [
    person.id,
    from,
  ]);
  await expect(enter(codeOf(key))).rejects.toThrow();
});

test("an app's code or a recovery code proves who is there", async () => {
  const { key, codes } = await enrol();
  await query("UPDATE sessions SET proved_at = NULL WHERE id = $1", [person.sessionId]);
  expect(problemOf(await ask(newCodes, "POST", {})).code).toBe("STEP_UP_REQUIRED");
  expect((await ask(giveProof, "POST", { code: codeOf(key) })).status).toBe(204);
  await query("UPDATE sessions SET proved_at = NULL WHERE id = $1", [person.sessionId]);
  expect((await ask(giveProof, "POST", { code: codes[0] })).status).toBe(204);
  expect((await ask(newCodes, "POST", {})).status).toBe(200);
});

test("setting up, renewing and turning off want a fresh proof: an open browser isn't enough", async () => {
  await query("UPDATE sessions SET proved_at = now() - interval '11 minutes' WHERE id = $1", [person.sessionId]);
  for (const [door, method] of [
    [start, "POST"],
    [confirm, "PUT"],
    [newCodes, "POST"],
    [remove, "DELETE"],
  ] as const)
    expect(problemOf(await ask(door, method, method === "PUT" ? { code: "123456" } : {})).code, method).toBe("STEP_UP_REQUIRED");
});

test("a second factor that counts can't be replaced by setting up another; turned off or reset, the password is enough", async () => {
  const { key } = await enrol();
  expect(problemOf(await ask(start, "POST", {})).code).toBe("HAS_SECOND_FACTOR");
  expect(await enter(codeOf(key))).toBe("signed-in");
  expect((await ask(remove, "DELETE")).status).toBe(204);
  expect(await enter()).toBe("signed-in");
  await enrol();
  expect(await enter()).toBe("code-wanted");
  expect(await forgetSecondFactor(email)).toBe(true);
  expect(await enter()).toBe("signed-in");
});

test("where the role needs one, nothing is open before it is set up, and it can't be turned off", async () => {
  person = await somebody("finance");
  const look = () => ask(sessions, "GET");
  expect([(await look()).status, problemOf(await look()).code]).toEqual([403, "SECOND_FACTOR_DUE"]);
  await enrol();
  expect((await look()).status).toBe(200);
  expect(problemOf(await ask(remove, "DELETE")).code).toBe("SECOND_FACTOR_DUE");
  await forgetSecondFactor(email);
  expect((await look()).status).toBe(403);
});
