import pg from "pg";
import { beforeAll, beforeEach, expect, test } from "vitest";

import { POST as settle } from "@/app/api/desk/operations/[id]/settle/route";
import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";
import { createDraft, readDraft, saveDraft } from "@/lib/server/drafts/drafts";
import { change } from "@/lib/server/operations/change";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";
import type { Session } from "@/lib/server/session";

import { problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor, validCall } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { choose, evidenceFor, sayToReads, unknownOutcome } from "../harness/unsettled";

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

const draftOf = (attempt: string) => readDraft("test", attempt);
async function drafted(): Promise<string> {
  return (await createDraft("test", { title: "Nordlys", content: { typed: "all of it" } }, { personId: omar.id } as Session)).id;
}

const { account_id = "" } = idsFor("accounts.get");
const reference = (validCall(operations.get("accounts.onboard") as never).body as { account_reference: string }).account_reference;

test("it was done: the account is read from Klarna, the operation is confirmed by the person's word, and the draft has become a merchant", async () => {
  const draft = await drafted();
  const seen = await unknownOutcome(klarna, omar, "accounts.onboard", { attempt: draft });
  sayToReads(klarna, 200, { account_id, account_reference: reference });
  const before = await latestAudit();
  const answer = await choose(omar, settle, seen, { verdict: "done", source: "klarna-support", note: "Ticket of Nora Canaria", account_id });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    state: "confirmed",
    settled_by: "person",
    account_id,
    decision: { verdict: "done", source: "klarna-support", note: "Ticket of Nora Canaria" },
  });
  expect(await draftOf(draft)).toMatchObject({ content: null, outcome: "confirmed", account_id });
  // The account was only looked at: what the desk learns comes after the person's word, not before it.
  expect(await query("SELECT FROM merchants WHERE account_id = $1", [account_id])).toEqual([]);
  expect(await query("SELECT FROM rereads WHERE account_id = $1 AND due_at <= now()", [account_id])).toHaveLength(1);
  const entries = await auditAfter(before);
  expect(entries).toMatchObject([{ kind: "operation-settled", person_id: omar.id, detail: { verdict: "done", by: "person", source: "klarna-support" } }]);
  // What a person typed is kept sealed, and in no record.
  expect(`${await wholeTable("audit_entries")} ${await wholeTable("operation_decisions")}`).not.toContain("Nora Canaria");
  expect(klarna.received.map(({ method }) => method)).toEqual(["GET"]);
});

test("it was done, but not by this account: one that Klarna doesn't know, of another reference, or that another operation made", async () => {
  const seen = await unknownOutcome(klarna, omar, "accounts.onboard", { attempt: await drafted() });
  const refused = async (body: object) => {
    const answer = await choose(omar, settle, seen, { verdict: "done", source: "klarna-portal", ...body });
    expect([answer.status, problemOf(answer).fields[0]?.path]).toEqual([400, "account_id"]);
    return problemOf(answer).message;
  };
  expect(await refused({})).toContain("Give the id");
  expect(await refused({ account_id: "../x" })).toContain("Give the id");
  expect(await refused({ account_id: "krn:a:9" })).toContain("knows no such account");
  sayToReads(klarna, 200, { account_id: "krn:a:9", account_reference: "OTHER" });
  expect(await refused({ account_id: "krn:a:9" })).toContain("OTHER");
  sayToReads(klarna, 200, { account_id, account_reference: reference });
  expect(await refused({ account_id })).toContain("Another operation");
  expect((await evidenceFor(omar, seen.id)).state).toBe("unknown");
});

test("it was not done: the draft is unlocked with all that was typed, and nothing was sent", async () => {
  const draft = await drafted();
  const seen = await unknownOutcome(klarna, omar, "accounts.onboard", { attempt: draft });
  const save = () => saveDraft("test", draft, 1, { title: "Nordlys", content: { typed: "more" } }, { personId: omar.id } as Session);
  await expect(save()).rejects.toThrow("locked");
  expect((await choose(omar, settle, seen, { verdict: "not-done", source: "klarna-support" })).body).toMatchObject({ state: "rejected", settled_by: "person" });
  expect(klarna.received.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(await draftOf(draft)).toMatchObject({ outcome: "rejected", content: { typed: "all of it" } });
  expect(await save()).toMatchObject({ version: 2 });
});

test("nobody says that it wasn't done while Klarna may work on it, nor when a merchant with its reference has turned up", async () => {
  const early = await unknownOutcome(klarna, omar, "accounts.onboard", { attempt: await drafted(), sentAgo: "1 second" });
  expect(problemOf(await choose(omar, settle, early, { verdict: "not-done", source: "other" })).code).toBe("TOO_EARLY");
  await query("UPDATE operations SET sent_at = now() - interval '1 hour' WHERE id = $1", [early.id]);
  await query("INSERT INTO merchants (environment, account_id, account_reference) VALUES ('test', 'krn:a:new', $1)", [reference]);
  const answer = await choose(omar, settle, early, { verdict: "not-done", source: "other" });
  expect([problemOf(answer).code, problemOf(answer).message]).toEqual(["SEEMS_DONE", expect.stringContaining("krn:a:new")]);
  await query("DELETE FROM merchants WHERE account_id = 'krn:a:new'");
});

test("what Klarna shows goes before what anybody says", async () => {
  const seen = await unknownOutcome(klarna, omar, "bankAccounts.delete");
  const answer = await choose(omar, settle, seen, { verdict: "not-done", source: "merchant" });
  expect([answer.status, problemOf(answer).code]).toEqual([409, "ALREADY_SETTLED"]);
  expect(await evidenceFor(omar, seen.id)).toMatchObject({ state: "confirmed", settled_by: "read" });
});

test("of two who decide at once, one does; a page that is out of date decides nothing", async () => {
  const seen = await unknownOutcome(klarna, omar, "accounts.migrate");
  const both = await Promise.all([omar, admin].map((who) => choose(who, settle, seen, { verdict: "not-done", source: "other" })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const old = await unknownOutcome(klarna, omar, "bankAccounts.update");
  expect(problemOf(await choose(omar, settle, { ...old, fence: old.fence + 1 }, { verdict: "done", source: "other" })).code).toBe("MOVED_ON");
  expect(klarna.received, "nor is Klarna asked because of it").toEqual([]);
  await query("UPDATE operations SET state = 'sent', lease_until = now() + interval '1 minute' WHERE id = $1", [old.id]);
  expect(problemOf(await choose(omar, settle, old, { verdict: "done", source: "other" })).code).toBe("IN_FLIGHT");
});

test("a decision that somebody is faster than at the last moment is refused, and leaves nothing", async () => {
  const seen = await unknownOutcome(klarna, omar, "accounts.migrate");
  const faster = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await faster.connect();
  await faster.query("BEGIN");
  await faster.query("UPDATE operations SET tries = tries + 1, fence = fence + 1 WHERE id = $1", [seen.id]);
  const decided = choose(omar, settle, seen, { verdict: "not-done", source: "other" });
  const heldUp = "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  await expect.poll(async () => (await query<{ count: number }>(heldUp))[0]?.count, { timeout: 10_000 }).toBe(1);
  await faster.query("COMMIT");
  await faster.end();
  const answer = await decided;
  expect([answer.status, problemOf(answer).code]).toEqual([409, "MOVED_ON"]);
  expect(await evidenceFor(omar, seen.id)).toMatchObject({ state: "unknown", decision: null });
});

test("a repeat that was about to begin when a person said that it wasn't done sends nothing", async () => {
  const seen = await unknownOutcome(klarna, omar, "bankAccounts.create");
  const stale = await query<{ id: string }>("SELECT id FROM operations WHERE id = $1", [seen.id]);
  expect(stale.length).toBe(1);
  await query("UPDATE operations SET next_try_at = now() WHERE id = $1", [seen.id]);
  // The job has read what is due; then the person settles it; then the job goes on.
  expect((await choose(omar, settle, seen, { verdict: "not-done", source: "other" })).status).toBe(200);
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
  expect((await evidenceFor(omar, seen.id)).state).toBe("rejected");
});
