import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { longestNote } from "@/lib/desk/note";
import { seal } from "@/lib/server/crypto";
import { query } from "@/lib/server/db/client";
import { eraseMerchant, finishErasing, readAgain } from "@/lib/server/keeping/erase";

import { problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { account_id, notesOf } from "./note-desk";

withDesk(noKlarna);

const secret = "Kanarienvogel: his mother's maiden name is Vintersjö";
let author: SignedIn;
let colleague: SignedIn;
let admin: SignedIn;
let auditor: SignedIn;
beforeAll(async () => {
  [author, colleague, admin, auditor] = await Promise.all([signedIn("support"), signedIn("finance"), signedIn("admin"), signedIn("auditor")]);
});
beforeEach(async () => {
  await query("DELETE FROM notes");
  await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1) ON CONFLICT DO NOTHING", [account_id]);
});

const notesSeenBy = async (somebody: SignedIn) => {
  const { pinned, entries } = await notesOf(somebody).timeline();
  return [...pinned, ...entries].flatMap((entry) => (entry.kind === "note" ? [entry] : []));
};

describe("a note", () => {
  test("is read by everybody who may see merchants, as it was written, with who wrote it and its ticket", async () => {
    const body = "Called back.\n\n\tShe'll send the extract   on Monday 👩‍👧 🇸🇪";
    const { id, status } = await notesOf(author).add(`  ${body.replaceAll("\n", "\r\n")}\n`, { ticket: " CASE-1234 " });
    expect(status).toBe(204);
    for (const reader of [author, colleague, admin, auditor]) {
      const [note] = await notesSeenBy(reader);
      expect(note).toMatchObject({ id, body, ticket: "CASE-1234", person_id: author.id, pinned_at: null, edited_at: null, mentions: [] });
      expect(note?.by).toMatch(/^support/);
    }
  });

  test("is sealed where it is kept, each in its own place", async () => {
    const { id } = await notesOf(author).add(secret);
    const other = await notesOf(author).add("another");
    expect(await wholeTable("notes")).not.toContain("Kanarienvogel");
    expect(await wholeTable("notes")).not.toContain(Buffer.from("Kanarienvogel").toString("hex"));
    expect((await notesSeenBy(author)).map(({ body }) => body)).toContain(secret);
    // Copied into another row it can't be read there.
    await query("UPDATE notes SET body = (SELECT body FROM notes WHERE id = $1) WHERE id = $2", [id, other.id]);
    await expect(notesOf(author).timeline()).resolves.toMatchObject({ status: 500 });
    await query("UPDATE notes SET body = $2 WHERE id = $1", [other.id, seal(`notes.body ${other.id}`, "another")]);
    expect(await notesSeenBy(author)).toHaveLength(2);
  });

  test("sent twice is one note: a lost answer loses nothing and doubles nothing", async () => {
    const { id } = await notesOf(author).add("Once");
    const before = await latestAudit();
    expect(await notesOf(author).add("Once", { id })).toMatchObject({ status: 204 });
    expect(await notesSeenBy(author)).toHaveLength(1);
    expect(await auditAfter(before)).toEqual([]);
    // What was written on before it was sent again counts.
    expect(await notesOf(author).add("Once, and on Monday", { id, ticket: "A-1" })).toMatchObject({ status: 204 });
    expect(await notesSeenBy(author)).toMatchObject([{ id, body: "Once, and on Monday", ticket: "A-1", edited_at: expect.any(String) }]);
    // Somebody else's isn't overwritten by its id.
    expect(await notesOf(colleague).add("Mine now", { id })).toMatchObject({ status: 404 });
    expect((await notesSeenBy(author)).map(({ body }) => body)).toEqual(["Once, and on Monday"]);
  });

  test.each([
    ["nothing", "", "", "body", "Write something first"],
    ["what can't be seen", " \u200f\u202e\u0007\n ", "", "body", "Write something first"],
    ["too much", "å".repeat(longestNote + 1), "", "body", "At most 4,000 characters"],
    ["an e-mail address as ticket", "x", "eva@example.com", "ticket", "Only the number"],
    ["words as ticket", "x", "see the other one", "ticket", "Only the number"],
    ["a ticket that is too long", "x", "C".repeat(41), "ticket", "at most 40"],
  ])("that says %s is refused, with what to do", async (_, body, ticket, path, words) => {
    const answer = await notesOf(author).add(body, { ticket });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).fields).toEqual([{ path, message: expect.stringContaining(words) }]);
    expect(await notesSeenBy(author)).toEqual([]);
  });

  test("may be as long as that, counted as people count", async () => {
    expect((await notesOf(author).add("😀".repeat(longestNote))).status).toBe(204);
  });

  test("about a merchant that the desk doesn't know isn't kept", async () => {
    const answer = await notesOf(author).add("Who?", { account: "krn:partner:global:account:test:NOBODY" });
    expect(problemOf(answer)).toMatchObject({ status: 404, code: "UNKNOWN_MERCHANT" });
    expect(problemOf(await notesOf(author, "live").add("The other world"))).toMatchObject({ code: "UNKNOWN_MERCHANT" });
    expect(await query("SELECT 1 FROM notes")).toEqual([]);
  });
});

describe("what becomes of a note", () => {
  test("whoever wrote it changes it, and that it was changed is said", async () => {
    const { id } = await notesOf(author).add("First", { ticket: "A-1" });
    expect(await notesOf(author).change(id, secret)).toMatchObject({ status: 204 });
    expect(await notesSeenBy(colleague)).toMatchObject([{ id, body: secret, ticket: null, edited_at: expect.any(String) }]);
    expect(await wholeTable("notes")).not.toContain(Buffer.from("Kanarienvogel").toString("hex"));
  });

  test("nobody changes what somebody else wrote, not even an admin, and only an admin deletes it; who tries is told so, and it is recorded", async () => {
    const { id } = await notesOf(author).add("Mine");
    const before = await latestAudit();
    for (const other of [colleague, admin]) expect(problemOf(await notesOf(other).change(id, "Theirs"))).toMatchObject({ status: 403, code: "NOT_YOURS" });
    expect(problemOf(await notesOf(colleague).remove(id)).message).toMatch(/^support .* wrote this note\./);
    expect(await notesSeenBy(author)).toMatchObject([{ body: "Mine", edited_at: null }]);
    expect(await auditAfter(before)).toMatchObject([
      { kind: "refused", person_id: colleague.id, operation: "notes.change", account_id },
      { kind: "refused", person_id: admin.id, operation: "notes.change", account_id },
      { kind: "refused", person_id: colleague.id, operation: "notes.delete", account_id },
    ]);
    expect(await notesOf(admin).remove(id)).toMatchObject({ status: 204 });
    expect(await notesSeenBy(author)).toEqual([]);
    expect(problemOf(await notesOf(author).change(id, "Too late"))).toMatchObject({ status: 404, code: "NO_SUCH_NOTE" });
    expect(problemOf(await notesOf(author).pin(id))).toMatchObject({ status: 404 });
    expect(problemOf(await notesOf(author).remove(id))).toMatchObject({ status: 404 });
  });

  test("who may only read is refused, and the merchant's activity tells those who read the log", async () => {
    const { id } = await notesOf(author).add("Look, don't touch");
    for (const answer of [await notesOf(auditor).add("x"), await notesOf(auditor).pin(id), await notesOf(auditor).remove(id)])
      expect(problemOf(answer)).toMatchObject({ status: 403, code: "NOT_ALLOWED" });
    const { entries } = await notesOf(auditor).timeline({ kinds: "denied", person: auditor.id });
    expect(entries).toMatchObject(["notes.delete", "notes.pin", "notes.add"].map((operation) => ({ kind: "denied", operation, role: "auditor" })));
    expect((await notesSeenBy(author)).map(({ body }) => body)).toEqual(["Look, don't touch"]);
  });

  test("a note is reached only through its own merchant and environment", async () => {
    const { id } = await notesOf(author).add("Here");
    const elsewhere = "krn:partner:global:account:test:N0TES002";
    expect((await notesOf(author).change(id, "There", { account: elsewhere })).status).toBe(404);
    expect((await notesOf(author).remove(id, elsewhere)).status).toBe(404);
    expect((await notesOf(author, "live").remove(id)).status).toBe(404);
    expect((await notesOf(author).timeline({}, elsewhere)).entries).toEqual([]);
    expect(await notesSeenBy(author)).toMatchObject([{ body: "Here" }]);
  });

  test("anybody who may write pins it on top and takes it down, as often as they press", async () => {
    const { id } = await notesOf(author).add("Mind the step");
    await notesOf(author).add("Later");
    for (const _ of [1, 2]) expect((await notesOf(colleague).pin(id)).status).toBe(204);
    const { pinned, entries } = await notesOf(auditor).timeline();
    expect(pinned).toMatchObject([{ id, pinned_at: expect.any(String) }]);
    expect(entries.map((entry) => entry.id)).not.toContain(id);
    const before = await latestAudit();
    for (const _ of [1, 2]) expect((await notesOf(author).pin(id, false)).status).toBe(204);
    expect(await auditAfter(before)).toHaveLength(1);
    expect((await notesOf(auditor).timeline()).pinned).toEqual([]);
  });

  test("at most five stand on top: more would hide what happened", async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map(async (number) => (await notesOf(author).add(`Note ${number}`)).id));
    for (const id of ids.slice(0, 5)) await notesOf(author).pin(id);
    expect(problemOf(await notesOf(author).pin(ids[5] ?? ""))).toMatchObject({ status: 409, code: "TOO_MANY_PINNED" });
    expect((await notesOf(author).pin(ids[0] ?? "")).status).toBe(204);
    await notesOf(author).pin(ids[0] ?? "", false);
    expect((await notesOf(author).pin(ids[5] ?? "")).status).toBe(204);
  });

  test("the audit log keeps who did what to which note, and not a word of it", async () => {
    const before = await latestAudit();
    const { id } = await notesOf(author).add(secret, { ticket: "KANARIE-77" });
    await notesOf(author).change(id, `${secret}, changed`);
    await notesOf(colleague).pin(id);
    await notesOf(admin).remove(id);
    const entries = await auditAfter(before);
    expect(entries).toMatchObject([
      { kind: "note-added", person_id: author.id, role: "support", environment: "test", account_id, detail: { note: id, mentions: 0 } },
      { kind: "note-changed", person_id: author.id, detail: { note: id, mentions: 0 } },
      { kind: "note-pinned", person_id: colleague.id, detail: { note: id, pinned: true } },
      { kind: "note-deleted", person_id: admin.id, detail: { note: id, person: author.id } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/kanarie|Vintersj/i);
  });
});

test("notes go with the merchant, and none comes back to what was erased", async () => {
  const { id } = await notesOf(author).add("Gone soon", { mentions: [] });
  await query("INSERT INTO note_mentions VALUES ($1, $2)", [id, colleague.id]);
  await query("INSERT INTO merchant_claims (environment, account_id, person_id, until) VALUES ('test', $1, $2, now() + interval '1 h')", [
    account_id,
    author.id,
  ]);
  await eraseMerchant("test", account_id, { personId: admin.id, role: "admin" });
  for (const table of ["notes", "note_mentions", "merchant_claims"]) expect(await query(`SELECT 1 FROM ${table}`), table).toEqual([]);
  expect((await notesOf(author).add("Once more")).status).toBe(404);
  // One that was on its way while the merchant was erased.
  await query("INSERT INTO notes (environment, account_id, person_id, body) VALUES ('test', $1, $2, '\\x01')", [account_id, author.id]);
  await finishErasing(new AbortController().signal);
  expect(await query("SELECT 1 FROM notes")).toEqual([]);
  await readAgain("test", account_id, { personId: admin.id, role: "admin" });
});
