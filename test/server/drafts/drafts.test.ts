import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as repeatRoute } from "@/app/api/desk/drafts/[id]/repeat/route";
import { DELETE as deleteRoute, GET as getRoute, PUT as putRoute } from "@/app/api/desk/drafts/[id]/route";
import { POST as createRoute, GET as listRoute } from "@/app/api/desk/drafts/route";
import type { Draft, DraftSummary } from "@/lib/desk/draft";
import { accounts } from "@/lib/klarna/operations/accounts";
import { query } from "@/lib/server/db/client";
import { learn } from "@/lib/server/merchants/learn";
import { conclude } from "@/lib/server/operations/conclude";

import { type Answered, answered, ask, browserRequest, problemOf } from "../harness/ask";
import { sensitiveIn } from "../harness/canaries";
import { withDesk } from "../harness/desk";
import { acceptableOnboarding, startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let mine: SignedIn;
let theirs: SignedIn;
let content: Awaited<ReturnType<typeof acceptableOnboarding>>;
beforeAll(async () => {
  mine = await signedIn("operations");
  theirs = await signedIn("admin");
});
beforeEach(async () => {
  await emulator.heal();
  content = await acceptableOnboarding(emulator.url);
});

const context = (id: string) => ({ params: Promise.resolve({ id }) });
const search = { environment: "test" };
const create = async (value: unknown = content) =>
  (await answered(await createRoute(browserRequest("/d", "POST", { cookie: mine.cookie, body: { ...search, title: "Nordlys", content: value } }))))
    .body as Draft;
const get = async (id: string) => answered(await getRoute(browserRequest("/d", "GET", { cookie: theirs.cookie, search }), context(id)));
const draft = async (id: string) => (await get(id)).body as Draft;
const save = async (id: string, version: number, value: unknown = content, by = mine): Promise<Answered> =>
  answered(await putRoute(browserRequest("/d", "PUT", { cookie: by.cookie, body: { ...search, version, title: "Nordlys", content: value } }), context(id)));
const remove = async (id: string) => answered(await deleteRoute(browserRequest("/d", "DELETE", { cookie: mine.cookie, search }), context(id)));
const list = async () => (await answered(await listRoute(browserRequest("/d", "GET", { cookie: theirs.cookie, search })))).body as readonly DraftSummary[];
const onboard = (id: string, body: unknown = content, by = mine) => ask("accounts.onboard", { cookie: by.cookie, attempt: id, body });
const repeat = async (id: string, by = mine) => answered(await repeatRoute(browserRequest("/d", "POST", { cookie: by.cookie, body: search }), context(id)));
const effects = async () => (await emulator.count("accounts.onboard")).effects;

describe("a draft", () => {
  test("goes on where it was left, on any device and for any colleague", async () => {
    const { id, version } = await create({ step: 1 });
    expect(version).toBe(1);
    expect((await save(id, 1, { step: 2 }, theirs)).body).toMatchObject({ version: 2, updated_by: expect.stringContaining("admin") });
    expect(await draft(id)).toMatchObject({ content: { step: 2 }, version: 2, outcome: null, updated_by: expect.stringContaining("admin") });
    expect((await list()).map((one) => one.id)).toContain(id);
    expect(JSON.stringify(await list())).not.toContain("step");
  });

  test("is never overwritten unseen: who saves over an older version is told who was there", async () => {
    const { id } = await create({ step: 1 });
    expect((await save(id, 1, { step: 2 }, theirs)).status).toBe(200);
    const late = await save(id, 1, { step: 3 });
    expect([late.status, problemOf(late).code]).toEqual([409, "DRAFT_CHANGED"]);
    expect(problemOf(late).message).toContain("admin");
    expect((await draft(id)).content).toEqual({ step: 2 });
    const both = await Promise.all([save(id, 2, { step: 4 }), save(id, 2, { step: 5 }, theirs)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("can't be read in the database: neither a name nor a number is in its bytes", async () => {
    await create();
    expect(sensitiveIn(JSON.stringify(content)).length).toBeGreaterThan(5);
    expect(sensitiveIn(await wholeTable("drafts"))).toEqual([]);
  });

  test("is found in its own environment only, and by either way to write its id", async () => {
    const { id } = await create();
    const live = await answered(await getRoute(browserRequest("/d", "GET", { cookie: mine.cookie, search: { environment: "live" } }), context(id)));
    expect([live.status, problemOf(live).code]).toEqual([404, "NO_SUCH_DRAFT"]);
    expect(await draft(id.toUpperCase())).toMatchObject({ id, content: { account_name: content.account_name } });
    expect((await get(crypto.randomUUID())).status).toBe(404);
  });

  test("can be thrown away, which is recorded by its id alone", async () => {
    const { id } = await create();
    const before = await latestAudit();
    expect((await remove(id)).status).toBe(204);
    expect((await auditAfter(before)).map(({ kind, person_id, detail }) => [kind, person_id, detail])).toEqual([["draft-deleted", mine.id, { draft: id }]]);
    expect((await get(id)).status).toBe(404);
    expect((await remove(id)).status).toBe(404);
  });
});

describe("a draft that was sent", () => {
  test("becomes a merchant, forgets what it held, and still says where it went", async () => {
    const { id } = await create();
    const answer = await onboard(id);
    expect(answer.status).toBe(200);
    const account_id = (answer.body as { account_id: string }).account_id;
    expect(await draft(id)).toMatchObject({ content: null, outcome: "confirmed", account_id });
    expect((await list()).map((one) => one.id)).not.toContain(id);
    const late = await save(id, 1);
    expect([late.status, problemOf(late).code]).toEqual([409, "DRAFT_LOCKED"]);
    expect((await remove(id)).status).toBe(409);
  });

  test("and refused can be corrected, by whoever is there", async () => {
    const { id } = await create();
    const websites = [{ urls: ["https://nobody.invalid"] }];
    const refused = await onboard(id, { ...content, channel: { websites } });
    expect(problemOf(refused).fields.map(({ path }) => path)).toEqual(["channel.websites.0.urls.0"]);
    expect(await draft(id)).toMatchObject({ outcome: "rejected", content: { account_name: content.account_name } });
    // For Klarna's support, whenever it is asked.
    const [sent] = await query("SELECT first_sent_at, sent_at, idempotency_key FROM operations WHERE attempt = $1", [id]);
    const { first_sent_at, sent_at, idempotency_key } = await draft(id);
    expect({ first_sent_at: new Date(first_sent_at ?? 0), sent_at: new Date(sent_at ?? 0), idempotency_key }).toEqual(sent);
    expect((await save(id, 1)).status).toBe(200);
    const before = await effects();
    expect((await onboard(id, content, theirs)).status).toBe(200);
    expect(await effects()).toBe(before + 1);
  });

  test("and refused keeps Klarna's reasons and what was refused, unreadable in the database, for whoever opens it next and only as long as they are true", async () => {
    const { id } = await create();
    const wrong = { ...content, channel: { websites: [{ urls: ["https://nobody.invalid"] }] } };
    const reason = { path: "channel.websites.0.urls.0", message: expect.stringContaining("can't be reached"), value: "https://nobody.invalid" };
    expect((await draft(id)).refused).toEqual([]);
    await onboard(id, wrong);
    expect((await draft(id)).refused).toEqual([reason]);
    const stored = await wholeTable("drafts");
    expect(stored).toContain(id);
    expect(stored).not.toMatch(/nobody|reached/);
    await emulator.fault("accounts.onboard", "cut-before", 3);
    await onboard(id);
    expect(await draft(id)).toMatchObject({ outcome: "unknown", refused: [] });
    const [open] = await query<{ id: string; fence: number }>("SELECT id, fence FROM operations WHERE attempt = $1", [id]);
    if (!open) throw new Error("It was sent.");
    await conclude({ ...open, operation: accounts.onboard, verdict: "not-done", settledBy: "person" });
    expect(await draft(id)).toMatchObject({ outcome: "rejected", refused: [], content: { account_name: content.account_name } });
  });

  test("and refused when the desk asks again by itself says why too", async () => {
    const { id } = await create();
    await emulator.fault("accounts.onboard", "cut-before", 3);
    expect((await onboard(id, { ...content, channel: { websites: [{ urls: ["https://nobody.invalid"] }] } })).status).toBe(504);
    await emulator.heal();
    expect((await repeat(id, theirs)).body).toMatchObject({ outcome: "rejected", refused: [{ path: "channel.websites.0.urls.0" }] });
    expect((await onboard(id)).status).toBe(200);
    expect(await draft(id)).toMatchObject({ content: null, refused: [] });
    expect(await query("SELECT refused FROM drafts WHERE id = $1", [id])).toEqual([{ refused: null }]);
  });

  test("and not answered is locked, and says why; asking again now ends it, with one merchant", async () => {
    const { id } = await create();
    const before = await effects();
    await emulator.fault("accounts.onboard", "cut-after", 3);
    expect((await onboard(id)).status).toBe(504);
    expect(await draft(id)).toMatchObject({ outcome: "unknown", tries: 1, content: { account_name: content.account_name } });
    for (const answer of [await save(id, 1), await save(id, 1, { step: 1 }, theirs), await remove(id)]) {
      expect([answer.status, problemOf(answer).code]).toEqual([409, "DRAFT_LOCKED"]);
      expect(problemOf(answer).message).toContain("can't be created twice");
    }
    expect((await onboard(id, { ...content, account_name: "Another" }, theirs)).status).toBe(409);
    expect((await repeat(id, theirs)).body).toMatchObject({ outcome: "confirmed", content: null });
    expect(await effects()).toBe(before + 1);
  });

  test("and on its way is locked", async () => {
    const { id } = await create();
    await onboard(id, { ...content, channel: { websites: [{ urls: ["https://nobody.invalid"] }] } });
    await query("UPDATE operations SET state = 'sent', lease_until = now() + interval '1 minute' WHERE attempt = $1", [id]);
    const answer = await save(id, 1);
    expect(problemOf(answer)).toMatchObject({ status: 409, code: "DRAFT_LOCKED", message: expect.stringContaining("on its way") });
  });

  test("in another environment under the same attempt doesn't make this one forget what it holds", async () => {
    const { id } = await create();
    const answer = { account_id: "krn:partner:global:account:live:LWT2XJSE" };
    await learn({ environment: "live", operation: accounts.onboard, params: {}, attempt: id, sent: content, answer, askedAt: new Date() });
    expect(await draft(id)).toMatchObject({ content: { account_name: content.account_name } });
    await learn({ environment: "test", operation: accounts.onboard, params: {}, attempt: id, sent: content, answer, askedAt: new Date() });
    expect(await draft(id)).toMatchObject({ content: null });
  });

  test("in another environment under the same attempt touches this one in nothing", async () => {
    const { id } = await create();
    expect((await ask("accounts.onboard", { environment: "live", cookie: mine.cookie, attempt: id, body: content })).status).toBeGreaterThanOrEqual(400);
    expect((await save(id, 1)).status).toBe(200);
    await query("UPDATE operations SET state = 'unknown' WHERE attempt = $1", [id]);
    expect((await save(id, 2)).status).toBe(200);
    expect(await draft(id)).toMatchObject({ outcome: null, content: { account_name: content.account_name } });
  });
});
