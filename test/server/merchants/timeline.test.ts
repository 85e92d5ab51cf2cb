import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { OperationEntry, TimelineEntry } from "@/lib/desk/timeline";
import { appendAudit } from "@/lib/server/audit";
import { query } from "@/lib/server/db/client";
import { peopleOnTimeline } from "@/lib/server/merchants/timeline-people";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { account_id, notesOf } from "../notes/note-desk";

withDesk(noKlarna);

const environment = "test";
let ada: SignedIn;
let grace: SignedIn;
let auditor: SignedIn;
beforeAll(async () => {
  [ada, grace, auditor] = await Promise.all([signedIn("operations"), signedIn("support"), signedIn("auditor")]);
});
beforeEach(async () => {
  for (const table of ["operations", "webhook_events", "merchant_changes", "notes"]) await query(`DELETE FROM ${table}`);
  account = `${account_id}${++count}`;
  await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1)", [account]);
});

let count = 0;
let account = account_id;
const seenBy = (somebody: SignedIn, search: Readonly<Record<string, string>> = {}) => notesOf(somebody).timeline(search, account);
const kinds = (entries: readonly TimelineEntry[]) => entries.map(({ kind }) => kind);

async function operation(name: string, by: SignedIn, state = "confirmed", at = "now()", detail: object = {}): Promise<string> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until, first_sent_at, settled_at, settled_by, before)
     VALUES ('test', $1, gen_random_uuid(), gen_random_uuid(), $2, $3, '{}', $4, '\\x00', now(), ${at}, ${at} + interval '400 ms', 'answer', $5) RETURNING id`,
    [name, by.id, account, state, JSON.stringify({ account_name: "Blomster" })],
  );
  await query(
    "INSERT INTO audit_entries (kind, person_id, environment, account_id, operation, operation_id, detail) VALUES ('operation-sent', $1, 'test', $2, $3, $4, $5)",
    [by.id, account, name, row?.id, JSON.stringify(detail)],
  );
  return row?.id ?? "";
}
const webhook = (at = "now()") =>
  query(
    `INSERT INTO webhook_events (environment, event_id, event_type, account_id, signing_key_id, raw, received_at) VALUES ('test', gen_random_uuid()::text, 'x', $1, 'k', '\\x00', ${at})`,
    [account],
  );
const change = (drift: boolean, at = "now()") =>
  query(
    `INSERT INTO merchant_changes (environment, account_id, field, before, after, drift, noticed_at) VALUES ('test', $1, 'account_name', 'A', 'B', $2, ${at})`,
    [account, drift],
  );
const audited = (kind: "revealed" | "refused" | "merchants-tagged", by: SignedIn, detail: object, name = "stakeholders.reveal") =>
  appendAudit({ kind, by: { personId: by.id, role: "support" }, environment, accountId: account, operation: name, detail: { ...detail } });

/** One of each. */
async function everything(): Promise<void> {
  await operation("accounts.update", ada);
  await operation("bankAccounts.create", grace, "rejected");
  await webhook();
  await change(false);
  await change(true);
  await notesOf(ada).add("Called back", { account });
  await audited("revealed", grace, { field: "date_of_birth", reason: "The merchant is on the phone", value: "1961-07-23" });
  await audited("refused", grace, { permission: "merchants:write" });
  await audited("merchants-tagged", ada, { merchants: 1 });
}

describe("a merchant's timeline", () => {
  test("tells everything, the latest first", async () => {
    await everything();
    const { entries, next } = await seenBy(auditor);
    expect(kinds(entries)).toEqual(["act", "denied", "reveal", "note", "change", "change", "webhook", "operation", "operation"]);
    expect(next).toBeNull();
    expect(entries.find(({ kind }) => kind === "reveal")).toMatchObject({
      by: expect.stringMatching(/^support/),
      field: "date_of_birth",
      label: "Date of birth",
      reason: "The merchant is on the phone",
    });
    expect(entries[0]).toMatchObject({ did: "changed this merchant's tags" });
    expect(JSON.stringify(entries)).not.toContain("1961");
  });

  test("tells what the desk refused to whom only those who may read the audit log, however they ask", async () => {
    await everything();
    for (const search of [{}, { kinds: "denied" }, { kinds: "denied,note" }]) {
      expect(kinds((await seenBy(ada, search)).entries)).not.toContain("denied");
      expect(kinds((await seenBy(auditor, search)).entries)).toContain("denied");
    }
    await query("DELETE FROM operations");
    const named = async (role: "operations" | "auditor") => (await peopleOnTimeline(environment, account, role)).map(({ id }) => id);
    expect(await named("operations")).toEqual(expect.arrayContaining([ada.id, grace.id]));
    await audited("refused", auditor, { permission: "merchants:write" });
    expect(await named("operations")).not.toContain(auditor.id);
    expect(await named("auditor")).toContain(auditor.id);
  });

  test.each([
    ["note", ["note"]],
    ["operation", ["operation"]],
    ["refusal", ["operation"]],
    ["webhook", ["webhook"]],
    ["change", ["change"]],
    ["drift", ["change"]],
    ["reveal", ["reveal"]],
    ["act", ["act"]],
    ["denied", ["denied"]],
    ["note,webhook,drift", ["note", "change", "webhook"]],
    ["change,drift,operation,refusal", ["change", "change", "operation", "operation"]],
  ])("is narrowed to %s", async (asked, expected) => {
    await everything();
    const { entries } = await seenBy(auditor, { kinds: asked });
    expect(kinds(entries)).toEqual(expected);
    if (asked === "refusal" || asked === "operation") expect(entries).toMatchObject([{ state: asked === "refusal" ? "rejected" : "confirmed" }]);
    if (asked === "drift" || asked === "change") expect(entries).toMatchObject([{ drift: asked === "drift" }]);
  });

  test("is narrowed to whose doing it was: nobody's, where Klarna or the desk did it", async () => {
    await everything();
    expect(kinds((await seenBy(auditor, { person: ada.id })).entries)).toEqual(["act", "note", "operation"]);
    expect(kinds((await seenBy(auditor, { person: grace.id })).entries)).toEqual(["denied", "reveal", "operation"]);
    expect(kinds((await seenBy(auditor, { person: grace.id, kinds: "webhook" })).entries)).toEqual([]);
  });

  test("is narrowed to whole days in UTC, pinned notes too", async () => {
    for (const at of ["2026-03-11T23:59:59.999999Z", "2026-03-12T00:00:00Z", "2026-03-12T23:59:59.999999Z", "2026-03-13T00:00:00Z"]) await webhook(`'${at}'`);
    const { id } = await notesOf(ada).add("Pinned today", { account });
    await query("UPDATE notes SET pinned_at = now() WHERE id = $1", [id]);
    const days = async (from: string, to: string) => {
      const { pinned, entries } = await seenBy(ada, { from, to });
      return [pinned.length, entries.length];
    };
    expect(await days("2026-03-12", "2026-03-12")).toEqual([0, 2]);
    expect(await days("2026-03-12", "")).toEqual([1, 3]);
    expect(await days("", "2026-03-12")).toEqual([0, 3]);
    expect(await days("", "")).toEqual([1, 4]);
  });

  test("is paged without losing or doubling anything, also where much is of one moment", async () => {
    for (let at = 0; at < 12; at += 1) await change(at % 2 === 0, "'2026-03-12T10:00:00Z'");
    for (let at = 0; at < 3; at += 1) await webhook("'2026-03-12T10:00:00Z'");
    await operation("accounts.update", ada, "confirmed", "'2026-03-12T10:00:00Z'::timestamptz");
    await notesOf(ada).add("Later", { account });
    const whole = (await seenBy(auditor)).entries.map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(whole).size).toBe(17);
    const paged: string[] = [];
    let [after, pages] = ["", 0];
    do {
      const page = await seenBy(auditor, { limit: "3", ...(after && { after }) });
      expect(page.entries.length).toBeLessThanOrEqual(3);
      paged.push(...page.entries.map(({ kind, id }) => `${kind} ${id}`));
      after = page.next ?? "";
      pages += 1;
    } while (after !== "");
    expect(paged).toEqual(whole);
    expect(pages).toBe(6);
  });

  test("says what an operation changed, old and new, without anything hidden, to those who may read what it changes, or the audit log", async () => {
    const changed = [
      { field: "account_name", before: "Blomster", after: "Blomster AB" },
      { field: "email", before: "•••", after: "•••" },
      { field: "urls", before: ["a", "b"], after: null },
    ];
    await operation("accounts.update", ada, "confirmed", "now() - interval '1 s'", { changed, body: {} });
    // One from before such changes were compared: what was sent stands beside what was known.
    await operation("accounts.update", ada, "confirmed", "now() - interval '2 s'", { body: { account_name: "Blomster AB", account_owner: { email: "•••" } } });
    await operation("accounts.onboard", ada, "confirmed", "now() - interval '3 s'", { body: { account_name: "Blomster" } });
    const fields = async (somebody: SignedIn, search: Readonly<Record<string, string>>) =>
      (await seenBy(somebody, { kinds: "operation", ...search })).entries.map((entry) => (entry as OperationEntry).fields);
    const whole = [
      [
        { path: "account_name", label: "Name", before: "Blomster", after: "Blomster AB", masked: false },
        { path: "email", before: "•••", after: "•••", masked: true },
        { path: "urls", before: "a, b", after: null, masked: false },
      ],
      [
        { path: "account_name", label: "Name", before: "Blomster", after: "Blomster AB", masked: false },
        { path: "account_owner.email", label: "Owner: E-mail", before: null, after: "•••", masked: true },
      ],
      undefined,
    ];
    expect(await fields(ada, { fields: "changed" })).toEqual(whole);
    expect(await fields(auditor, { fields: "changed" })).toEqual(whole);
    expect(await fields(grace, { fields: "changed" })).toEqual(whole);
    await operation("stakeholders.update", ada, "confirmed", "now()", { changed: [{ field: "roles", before: null, after: "OWNER" }], body: {} });
    expect((await fields(auditor, { fields: "changed" }))[0]).toHaveLength(1);
    expect((await fields(await signedIn("finance"), { fields: "changed" }))[0]).toBeUndefined();
    expect(await fields(ada, {})).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("tells nothing of another merchant, nor of the same id in the other environment", async () => {
    await everything();
    expect((await notesOf(auditor).timeline({}, `${account_id}9999`)).entries).toEqual([]);
    expect((await notesOf(auditor, "live").timeline({}, account)).entries).toEqual([]);
  });
});
