import { beforeEach, expect, test } from "vitest";

import { appendAudit } from "@/lib/server/audit";
import { sealAudit } from "@/lib/server/audit-chain";
import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { auditAfter } from "../harness/rows";

withDesk(noKlarna);

beforeEach(async () => {
  await appendAudit({ kind: "refused", environment: "test", operation: "accounts.onboard", detail: { permission: "merchants:write" } });
});

const changes = [
  "DELETE FROM audit_entries",
  "DELETE FROM audit_entries WHERE id = (SELECT max(id) FROM audit_entries)",
  "TRUNCATE audit_entries",
  "TRUNCATE audit_entries CASCADE",
  ...["id = id + 1000", "at = at - interval '1 day'", "kind = 'signed-in'", "person_id = gen_random_uuid()", "role = 'admin'", "environment = 'live'"].map(set),
  ...["account_id = 'a'", "operation = 'b'", "operation_id = gen_random_uuid()", "detail = '{}'", "detail = NULL", "link = NULL", "hash = '\\x00'"].map(set),
  // A link, and something else beside it.
  set("link = 900000 + id, hash = '\\x00', kind = 'signed-in'"),
  set("link = 900000 + id, hash = '\\x00', detail = '{}'"),
  set("link = 900000 + id"),
  "INSERT INTO audit_entries (id, kind) SELECT id, 'x' FROM audit_entries ON CONFLICT (id) DO UPDATE SET kind = 'signed-in'",
];

function set(assignment: string): string {
  return `UPDATE audit_entries SET ${assignment}`;
}

test.each(changes)("%s is refused, before the entries are sealed and after", async (change) => {
  const before = await auditAfter(0);
  await expect(query(change)).rejects.toThrow("append-only");
  await sealAudit();
  const sealed = await auditAfter(0);
  await expect(query(change)).rejects.toThrow("append-only");
  expect(sealed.map(({ id, kind, detail }) => [id, kind, detail])).toEqual(before.map(({ id, kind, detail }) => [id, kind, detail]));
  expect(await auditAfter(0)).toEqual(sealed);
});

test("only the trigger stands in the way: without it the same statement goes through", async () => {
  await query("ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only");
  await query("UPDATE audit_entries SET kind = 'signed-in'");
  await query("ALTER TABLE audit_entries ENABLE TRIGGER audit_entries_append_only");
  expect(new Set((await auditAfter(0)).map(({ kind }) => kind))).toEqual(new Set(["signed-in"]));
});
