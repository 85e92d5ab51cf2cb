import { beforeAll, beforeEach, expect, test, vi } from "vitest";

import { POST as look } from "@/app/api/desk/operations/[id]/look/route";
import { POST as repeat } from "@/app/api/desk/operations/[id]/repeat/route";
import { GET as evidence } from "@/app/api/desk/operations/[id]/route";
import { POST as settle } from "@/app/api/desk/operations/[id]/settle/route";
import { GET as list } from "@/app/api/desk/operations/route";
import type { OperationEvidence, OperationPage } from "@/lib/desk/operation";
import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";
import { createDraft, readDraft, saveDraft } from "@/lib/server/drafts/drafts";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";
import { disablePerson } from "@/lib/server/people";
import type { Session } from "@/lib/server/session";
import { type Answered, answered, ask, browserRequest, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor, validCall } from "../harness/calls";
import { sensitiveIn } from "../harness/canaries";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, operationsOf, wholeTable } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

vi.mock("pino", async () => (await import("../harness/captured-log")).capturingPino());

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let omar: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  [omar, admin] = [await signedIn("operations"), await signedIn("admin")];
});
beforeEach(async () => {
  await query("UPDATE operations SET next_look_at = NULL, next_try_at = NULL WHERE state = 'unknown'");
});

const sayToReads = (status: number, body: unknown = { error_code: "NOT_FOUND" }) => {
  klarna.script = ({ method }) => (method === "GET" ? { status, body: JSON.stringify(body) } : { status: 500 });
  klarna.received.length = 0;
};

/** A change of unknown outcome, long enough ago that Klarna can't be working on it. */
async function unknown(name: string, by = omar, attempt: string = crypto.randomUUID(), sentAgo = "1 hour"): Promise<OperationEvidence> {
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no ${name}.`);
  klarna.script = () => ({ status: 500 });
  expect((await ask(name, { ...validCall(operation), attempt, cookie: by.cookie })).status).toBe(504);
  await query("UPDATE operations SET sent_at = now() - $2::interval, first_sent_at = now() - $2::interval WHERE attempt = $1", [attempt, sentAgo]);
  const [row] = await operationsOf(attempt);
  sayToReads(404);
  return evidenceOf(row?.id ?? "");
}

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const evidenceOf = async (id: string, who = omar) =>
  (await answered(await evidence(browserRequest("/", "GET", { cookie: who.cookie }), at(id)))).body as OperationEvidence;
type Route = (request: Request, context: { readonly params: Promise<{ id: string }> }) => Promise<Response>;
const post = async (route: Route, { id, fence }: OperationEvidence, body: object = {}, who = omar): Promise<Answered> =>
  answered(await route(browserRequest("/", "POST", { cookie: who.cookie, body: { fence, ...body } }), at(id)));

const draftOf = (attempt: string) => readDraft("test", attempt);
async function drafted(): Promise<string> {
  return (await createDraft("test", { title: "Nordlys", content: { typed: "all of it" } }, { personId: omar.id } as Session)).id;
}

const { account_id = "" } = idsFor("accounts.get");
const reference = (validCall(operations.get("accounts.onboard") as never).body as { account_reference: string }).account_reference;

test("it was done: the account is read from Klarna, the operation is confirmed by the person's word, and the draft has become a merchant", async () => {
  const draft = await drafted();
  const seen = await unknown("accounts.onboard", omar, draft);
  sayToReads(200, { account_id, account_reference: reference });
  const before = await latestAudit();
  const answer = await post(settle, seen, { verdict: "done", source: "klarna-support", note: "Ticket of Nora Canaria", account_id });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    state: "confirmed",
    settled_by: "person",
    account_id,
    decision: { verdict: "done", source: "klarna-support", note: "Ticket of Nora Canaria" },
  });
  expect(await draftOf(draft)).toMatchObject({ content: null, outcome: "confirmed", account_id });
  const entries = await auditAfter(before);
  expect(entries).toMatchObject([{ kind: "operation-settled", person_id: omar.id, detail: { verdict: "done", by: "person", source: "klarna-support" } }]);
  // What a person typed is kept sealed, and in no record.
  expect(`${await wholeTable("audit_entries")} ${await wholeTable("operation_decisions")}`).not.toContain("Nora Canaria");
  expect(klarna.received.map(({ method }) => method)).toEqual(["GET"]);
});

test("it was done, but not by this account: one that Klarna doesn't know, of another reference, or that another operation made", async () => {
  const seen = await unknown("accounts.onboard", omar, await drafted());
  const refused = async (body: object) => {
    const answer = await post(settle, seen, { verdict: "done", source: "klarna-portal", ...body });
    expect([answer.status, problemOf(answer).fields[0]?.path]).toEqual([400, "account_id"]);
    return problemOf(answer).message;
  };
  expect(await refused({})).toContain("Give the id");
  expect(await refused({ account_id: "../x" })).toContain("Give the id");
  expect(await refused({ account_id: "krn:a:9" })).toContain("knows no such account");
  sayToReads(200, { account_id: "krn:a:9", account_reference: "OTHER" });
  expect(await refused({ account_id: "krn:a:9" })).toContain("OTHER");
  sayToReads(200, { account_id, account_reference: reference });
  expect(await refused({ account_id })).toContain("Another operation");
  expect((await evidenceOf(seen.id)).state).toBe("unknown");
});

test("it was not done: the draft is unlocked with all that was typed, and nothing was sent", async () => {
  const draft = await drafted();
  const seen = await unknown("accounts.onboard", omar, draft);
  const save = () => saveDraft("test", draft, 1, { title: "Nordlys", content: { typed: "more" } }, { personId: omar.id } as Session);
  await expect(save()).rejects.toThrow("locked");
  expect((await post(settle, seen, { verdict: "not-done", source: "klarna-support" })).body).toMatchObject({ state: "rejected", settled_by: "person" });
  expect(klarna.received.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(await draftOf(draft)).toMatchObject({ outcome: "rejected", content: { typed: "all of it" } });
  expect(await save()).toMatchObject({ version: 2 });
});

test("nobody says that it wasn't done while Klarna may work on it, nor when a merchant with its reference has turned up", async () => {
  const early = await unknown("accounts.onboard", omar, await drafted(), "1 second");
  expect(problemOf(await post(settle, early, { verdict: "not-done", source: "other" })).code).toBe("TOO_EARLY");
  await query("UPDATE operations SET sent_at = now() - interval '1 hour' WHERE id = $1", [early.id]);
  await query("INSERT INTO merchants (environment, account_id, account_reference) VALUES ('test', 'krn:a:new', $1)", [reference]);
  const answer = await post(settle, early, { verdict: "not-done", source: "other" });
  expect([problemOf(answer).code, problemOf(answer).message]).toEqual(["SEEMS_DONE", expect.stringContaining("krn:a:new")]);
  await query("DELETE FROM merchants WHERE account_id = 'krn:a:new'");
});

test("what Klarna shows goes before what anybody says", async () => {
  const seen = await unknown("bankAccounts.delete");
  const answer = await post(settle, seen, { verdict: "not-done", source: "merchant" });
  expect([answer.status, problemOf(answer).code]).toEqual([409, "ALREADY_SETTLED"]);
  expect(await evidenceOf(seen.id)).toMatchObject({ state: "confirmed", settled_by: "read" });
});

test("of two who decide at once, one does; a page that is out of date decides nothing", async () => {
  const seen = await unknown("accounts.migrate");
  const both = await Promise.all([omar, admin].map((who) => post(settle, seen, { verdict: "not-done", source: "other" }, who)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const old = await unknown("bankAccounts.update");
  expect(problemOf(await post(settle, { ...old, fence: old.fence + 1 }, { verdict: "done", source: "other" })).code).toBe("MOVED_ON");
});

test("a repeat that was about to begin when a person said that it wasn't done sends nothing", async () => {
  const seen = await unknown("bankAccounts.create");
  const stale = await query<{ id: string }>("SELECT id FROM operations WHERE id = $1", [seen.id]);
  expect(stale.length).toBe(1);
  await query("UPDATE operations SET next_try_at = now() WHERE id = $1", [seen.id]);
  // The job has read what is due; then the person settles it; then the job goes on.
  const { change } = await import("@/lib/server/operations/change");
  expect((await post(settle, seen, { verdict: "not-done", source: "other" })).status).toBe(200);
  klarna.received.length = 0;
  const operation = operations.get("bankAccounts.create");
  const [row] = await query<{ attempt: string }>("SELECT attempt FROM operations WHERE id = $1", [seen.id]);
  const body = bankAccountBody(0);
  const job = {
    environment: "test",
    operation: operation as never,
    params: seen.params,
    attempt: row?.attempt ?? "",
    body: JSON.stringify(body),
    value: body,
    seenAt: seen.fence,
  } as const;
  await expect(change({ personId: omar.id, role: "operations" }, job, "background")).rejects.toThrow();
  await repeatUnknown();
  expect(klarna.received).toEqual([]);
  expect((await evidenceOf(seen.id)).state).toBe("rejected");
});

test("asked again now, in the name of whoever asks, with the same key; who began it stays who began it", async () => {
  const gone = await signedIn("operations");
  const seen = await unknown("bankAccounts.create", gone);
  await disablePerson(gone.email);
  klarna.script = () => ({ body: '{"bank_account_id":"krn:b:1"}' });
  klarna.received.length = 0;
  const before = await latestAudit();
  const answer = await post(repeat, seen);
  expect(answer.body).toMatchObject({ state: "confirmed", settled_by: "repeat", by: seen.by });
  expect(klarna.received).toMatchObject([{ headers: { "klarna-idempotency-key": seen.idempotency_key } }]);
  expect((await auditAfter(before)).map(({ kind, person_id }) => [kind, person_id])).toEqual([
    ["operation-sent", omar.id],
    ["operation-confirmed", omar.id],
  ]);
});

test("nobody asks again for what they may not do, for what answers with a secret, for a removal, or when the key is old", async () => {
  const refusals = async (name: string, by: SignedIn, who: SignedIn, sentAgo?: string) => {
    const seen = await unknown(name, by, undefined, sentAgo);
    klarna.received.length = 0;
    const answer = await post(repeat, seen, {}, who);
    expect(klarna.received).toEqual([]);
    expect((await evidenceOf(seen.id)).state).toBe("unknown");
    return [answer.status, problemOf(answer).code];
  };
  expect(await refusals("credentials.create", admin, admin)).toEqual([409, "NOT_REPEATABLE"]);
  expect(await refusals("credentials.create", admin, omar)).toEqual([409, "NOT_REPEATABLE"]);
  expect(await refusals("certificates.revoke", admin, omar)).toEqual([403, "NOT_ALLOWED"]);
  expect(await refusals("bankAccounts.delete", omar, omar)).toEqual([409, "NOT_REPEATABLE"]);
  expect(await refusals("bankAccounts.create", omar, omar, "23 hours 1 minute")).toEqual([409, "NOT_REPEATABLE"]);
});

test("everybody may see how it stands; only who may do the same, or reads the log, sees what was sent, and nobody its marked fields", async () => {
  const seen = await unknown("bankAccounts.create");
  expect(seen).toMatchObject({
    sent: { bank_account_type: "IBAN", iban: "•••" },
    next: "repeat",
    tries: 1,
    tried: [{ kind: "operation-sent" }, { kind: "operation-unknown", status: 500 }],
  });
  for (const role of ["support", "finance"] as const) expect(await evidenceOf(seen.id, await signedIn(role))).not.toHaveProperty("sent");
  expect(await evidenceOf(seen.id, await signedIn("auditor"))).toHaveProperty("sent");
  expect(sensitiveIn(JSON.stringify(seen))).toEqual([]);
});

test.each(["support", "finance", "auditor"] as const)("%s settles nothing, and the refusal is recorded", async (role) => {
  const who = await signedIn(role);
  const seen = await unknown("bankAccounts.update");
  for (const route of [settle, repeat, look]) {
    const before = await latestAudit();
    expect((await post(route, seen, { verdict: "done", source: "other" }, who)).status).toBe(403);
    expect(await auditAfter(before)).toMatchObject([{ kind: "refused", detail: { permission: "operations:settle" } }]);
  }
});

test("the list: what waits for a person first, then the oldest; page by page, none twice", async () => {
  await query("UPDATE operations SET state = 'rejected', settled_by = 'answer' WHERE state IN ('unknown', 'sent')");
  const first = await unknown("bankAccounts.create");
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, lease_until, next_try_at, first_sent_at)
     SELECT environment, name, gen_random_uuid(), gen_random_uuid(), person_id, params, 'unknown', request_hash, lease_until,
       CASE WHEN n % 2 = 0 THEN now() + interval '1 hour' END, now() - make_interval(mins => n)
     FROM operations, generate_series(1, 119) n WHERE id = $1`,
    [first.id],
  );
  const pages: OperationPage[] = [];
  for (let after: string | undefined | null; after !== null; after = pages.at(-1)?.next ?? null) {
    const request = browserRequest("/api/desk/operations", "GET", { cookie: omar.cookie, search: { show: "open", ...(after && { after }) } });
    pages.push((await answered(await list(request))).body as OperationPage);
  }
  const all = pages.flatMap((page) => page.operations);
  expect([pages.length, all.length, new Set(all.map(({ id }) => id)).size]).toEqual([3, 120, 120]);
  expect(all.map(({ next }) => next).lastIndexOf("person")).toBe(59);
  const waiting = all.filter(({ next }) => next === "person").map(({ first_sent_at }) => first_sent_at);
  expect(waiting).toEqual([...waiting].sort());
});
