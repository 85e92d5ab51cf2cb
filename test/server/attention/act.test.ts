import { beforeAll, beforeEach, expect, test } from "vitest";

import { POST as act } from "@/app/api/desk/attention/act/route";
import { GET as colleagues } from "@/app/api/desk/attention/colleagues/route";
import type { AttentionColleague } from "@/lib/desk/attention";
import { query } from "@/lib/server/db/client";

import { type Answered, answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { countsFor, look, merchant, pageFor, shownTo } from "./stage";

withDesk(noKlarna, { DESK_TIME_SCALE: "1" });

const stuck = { state: "PARTIALLY_OPERATIONAL", reason: "INITIAL_SETUP" };
let ada: SignedIn;
let ben: SignedIn;
let account: string;
let id: string;
beforeAll(async () => {
  ada = await signedIn("support");
  ben = await signedIn("operations");
});
beforeEach(async () => {
  for (const table of ["attention", "merchants"]) await query(`DELETE FROM ${table}`);
  account = await merchant(stuck);
  await look();
  id = (await shownTo(ada))[0]?.id ?? "";
});

const acting = async (who: SignedIn, body: object): Promise<Answered> =>
  answered(await act(browserRequest("/api/desk/attention/act", "POST", { cookie: who.cookie, body: { ids: [id], ...body } })));
const give = (who: SignedIn, to: string | null, from: string | null = null) => acting(who, { act: "assign", person_id: to, from });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test("somebody takes it: it is theirs for everybody, and the log says so by ids and codes", async () => {
  expect(await countsFor(ada)).toMatchObject({ mine: 0, unassigned: 1, all: 1 });
  const before = await latestAudit();
  expect((await give(ada, ada.id)).body).toEqual({ changed: 1 });
  expect(await countsFor(ada)).toMatchObject({ mine: 1, unassigned: 0, all: 1 });
  expect(await countsFor(ben)).toMatchObject({ mine: 0, unassigned: 0, all: 1 });
  expect(await shownTo(ben)).toMatchObject([{ person: { id: ada.id, disabled: false } }]);
  expect(await auditAfter(before)).toMatchObject([
    { kind: "attention-assigned", person_id: ada.id, role: "support", environment: "test", account_id: account, detail: { rule: "stuck", person: ada.id } },
  ]);
});

test("who was faster keeps it: the second is told, and nothing is written", async () => {
  await give(ada, ada.id);
  const before = await latestAudit();
  const answer = await give(ben, ben.id);
  expect([answer.status, problemOf(answer).code]).toEqual([409, "ATTENTION_CHANGED"]);
  expect(await auditAfter(before)).toEqual([]);
  expect((await give(ben, ben.id, ada.id)).status).toBe(200);
  expect(await shownTo(ada)).toMatchObject([{ person: { id: ben.id } }]);
  expect((await give(ben, null, ben.id)).status).toBe(200);
  expect(await shownTo(ada)).toMatchObject([{ person: null }]);
});

test("nobody is given it who can't sign in, can't take care of anything, or isn't there", async () => {
  const left = await signedIn("support");
  await query("UPDATE people SET disabled_at = now() WHERE id = $1", [left.id]);
  const auditor = await signedIn("auditor");
  for (const to of [left.id, auditor.id, crypto.randomUUID()]) {
    const answer = await give(ada, to);
    expect([answer.status, problemOf(answer).fields.map(({ path }) => path)]).toEqual([400, ["person_id"]]);
  }
  expect(await shownTo(ada)).toMatchObject([{ person: null }]);
  const named = (await answered(await colleagues(browserRequest("/", "GET", { cookie: ada.cookie })))).body as readonly AttentionColleague[];
  const ids = named.map((one) => one.id);
  expect([ids.includes(ada.id), ids.includes(left.id), ids.includes(auditor.id)]).toEqual([true, false, false]);
});

test("what somebody has who can't sign in any more is nobody's again", async () => {
  const leaver = await signedIn("support");
  await give(ada, leaver.id);
  expect(await countsFor(ada)).toMatchObject({ unassigned: 0, all: 1 });
  await query("UPDATE people SET disabled_at = now() WHERE id = $1", [leaver.id]);
  expect(await countsFor(ada)).toMatchObject({ unassigned: 1, all: 1 });
  expect(await shownTo(ada, { tab: "unassigned" })).toMatchObject([{ person: { id: leaver.id, disabled: true } }]);
});

test("it is put off: out of the way until then, among what is put off meanwhile, and back by itself", async () => {
  const before = await latestAudit();
  expect((await acting(ada, { act: "snooze", until: inDays(1) })).status).toBe(200);
  expect(await shownTo(ada)).toEqual([]);
  expect(await countsFor(ada)).toMatchObject({ unassigned: 0, all: 0 });
  expect(await shownTo(ada, { show: "snoozed" })).toHaveLength(1);
  expect(await auditAfter(before)).toMatchObject([{ kind: "attention-snoozed", detail: { rule: "stuck", until: expect.stringMatching(/^20/) } }]);
  await query("UPDATE attention SET snoozed_until = now()");
  expect(await shownTo(ada)).toHaveLength(1);
  expect(await shownTo(ada, { show: "snoozed" })).toEqual([]);
});

test("a time that makes no sense is refused in words, and nothing is written", async () => {
  const before = await latestAudit();
  for (const until of [inDays(-1), inDays(400), "tomorrow", "2026-13-40T00:00:00Z", "", 7]) {
    const answer = await acting(ada, { act: "snooze", until });
    expect([answer.status, problemOf(answer).fields.map(({ path }) => path)], String(until)).toEqual([400, ["until"]]);
    expect((await acting(ada, { act: "due", at: until })).status).toBe(400);
  }
  expect(await auditAfter(before)).toEqual([]);
  expect(await shownTo(ada)).toHaveLength(1);
});

test("another due date orders the list anew", async () => {
  const other = await merchant(stuck);
  await look();
  await acting(ada, { act: "due", at: inDays(3) });
  expect((await shownTo(ada)).map(({ account_id }) => account_id)).toEqual([other, account]);
  expect((await shownTo(ada, { sort: "-due" })).map(({ account_id }) => account_id)).toEqual([account, other]);
});

test("it is done: gone for everybody, found among what is done with who did it, and opened again", async () => {
  const before = await latestAudit();
  await acting(ada, { act: "done" });
  expect(await shownTo(ben)).toEqual([]);
  expect(await shownTo(ben, { show: "done" })).toMatchObject([{ id, done_by: expect.stringMatching(/^support/) }]);
  expect([(await acting(ben, { act: "done" })).status, (await give(ben, ben.id)).status]).toEqual([409, 409]);
  await acting(ben, { act: "undo" });
  expect(await shownTo(ada)).toHaveLength(1);
  expect((await acting(ben, { act: "undo" })).status).toBe(409);
  expect((await auditAfter(before)).map(({ kind, account_id }) => [kind, account_id])).toEqual([
    ["attention-done", account],
    ["attention-reopened", account],
  ]);
});

test("what is over by now can't be acted on", async () => {
  await query("UPDATE merchants SET state = 'OPERATIONAL'");
  await look();
  for (const body of [{ act: "done" }, { act: "undo" }, { act: "snooze", until: inDays(1) }]) expect((await acting(ada, body)).status).toBe(409);
});

test("whoever may see no people sees nothing of what is missing among them, can't act on it and isn't given it", async () => {
  const finance = await signedIn("finance");
  await query("DELETE FROM merchants");
  const of = await merchant({ gaps: ["NO_OWNER"] });
  await look();
  const [item] = await shownTo(ada);
  expect(item).toMatchObject({ account_id: of, rule: "people-incomplete" });
  id = item?.id ?? "";
  expect(await shownTo(finance)).toEqual([]);
  expect(await countsFor(finance)).toMatchObject({ unassigned: 0, all: 0 });
  expect((await acting(finance, { act: "done" })).status).toBe(409);
  const refused = await give(ada, finance.id);
  expect([refused.status, problemOf(refused).fields]).toMatchObject([
    400,
    [{ path: "person_id", message: expect.stringContaining("can't see what this is about") }],
  ]);
  expect((await give(ada, ben.id)).status).toBe(200);
});

test("many are read page by page, none twice and none left out, by due date and by age, both ways", async () => {
  await query(
    `INSERT INTO attention (environment, account_id, rule, due_at, opened_at)
     SELECT 'test', 'm' || n, 'unseen', now() + (n % 7) * interval '1 hour', now() - (n % 5) * interval '1 hour' FROM generate_series(1, 130) n`,
  );
  for (const sort of ["due", "-due", "opened", "-opened"]) {
    const seen: string[] = [];
    let after = "";
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await pageFor(ada, { sort, ...(after && { after }) });
      seen.push(...page.items.map((one) => one.id));
      if (!page.next) break;
      after = page.next;
    }
    expect([seen.length, new Set(seen).size], sort).toEqual([131, 131]);
  }
});

test("one merchant's things can be asked for alone", async () => {
  await merchant(stuck);
  await look();
  expect(await shownTo(ada)).toHaveLength(2);
  expect(await shownTo(ada, { environment: "test", account_id: account })).toMatchObject([{ account_id: account }]);
  expect(await shownTo(ada, { environment: "live", account_id: account })).toEqual([]);
});
