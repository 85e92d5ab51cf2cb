import { beforeAll, expect, test } from "vitest";

import { GET as csv } from "@/app/api/desk/audit/export/route";
import { GET as list } from "@/app/api/desk/audit/route";
import type { AuditPage } from "@/lib/desk/audit";
import { operations } from "@/lib/klarna/operations";
import { sealAudit } from "@/lib/server/audit-chain";
import { questionIn } from "@/lib/server/audit-log/filter";
import { openAudit } from "@/lib/server/audit-log/open";
import { query } from "@/lib/server/db/client";
import { answered, ask, browserRequest, problemOf } from "../harness/ask";
import { idsFor, validCall } from "../harness/calls";
import { sensitiveIn } from "../harness/canaries";
import { moveDatabase } from "../harness/database-zone";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let auditor: SignedIn;
let omar: SignedIn;
const { account_id = "" } = idsFor("paymentProducts.disable");
const enabled = { product_id: "p1", state: "ENABLED", state_reason: "APPROVED" };
beforeAll(async () => {
  [auditor, omar] = [await signedIn("auditor"), await signedIn("operations")];
  await query("INSERT INTO merchants (environment, account_id, account_name, products, seen_at) VALUES ('test', $1, '=Nordlys', $2, now())", [
    account_id,
    JSON.stringify([enabled]),
  ]);
  klarna.script = ({ path }) =>
    path.endsWith("/disable")
      ? { body: JSON.stringify({ ...enabled, state: "DISABLED", state_reason: "FRAUD_BY_PARTNER" }) }
      : { body: '{"bank_account_id":"krn:b:1"}' };
  for (const name of ["paymentProducts.disable", "bankAccounts.create"]) {
    expect((await ask(name, { ...validCall(operations.get(name) as never), cookie: omar.cookie })).status).toBe(200);
  }
  expect((await ask("credentials.list", { cookie: omar.cookie })).status).toBe(403);
});

const asked = async (search: Readonly<Record<string, string>>, who = auditor) =>
  answered(await list(browserRequest("/api/desk/audit", "GET", { cookie: who.cookie, search })));
const kindsFor = async (search: Readonly<Record<string, string>>) => ((await asked(search)).body as AuditPage).entries.map(({ kind }) => kind);

test.each([
  [{ person: "me", outcome: "refused" }, ["refused"]],
  [{ person: "me", operation: "paymentProducts.disable" }, ["operation-confirmed", "operation-sent"]],
  [{ person: "me", kind: "operation-sent" }, ["operation-sent", "operation-sent"]],
  [{ account_id: "krn:nobody" }, []],
  [{ person: "me", environment: "live" }, []],
  [{ person: "me", to: "2020-01-01" }, []],
  [{ person: "me", from: "2020-01-01", outcome: "done", kind: "signed-in", operation: "" }, ["signed-in"]],
] as readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[])("the log answers %o", async (search, kinds) => {
  expect(await kindsFor({ ...search, ...(search.person && { person: omar.id }) })).toEqual(kinds);
});

test("what can't be understood is refused with its field; a page's address leaves it out", async () => {
  for (const search of [{ person: "x" }, { kind: "made-up" }, { from: "yesterday" }, { outcome: "x" }, { other: "x" }] as readonly Record<string, string>[]) {
    expect((await asked(search)).status).toBe(400);
  }
  expect(problemOf(await asked({ after: "zzz" })).fields).toMatchObject([{ path: "after" }]);
  expect(questionIn({ person: "x", outcome: "refused", kind: ["a", "b"], other: "1" })).toEqual({ outcome: "refused" });
});

test("days are whole days in UTC, whatever the database's zone: the first and the last are asked for with all that happened in them", async () => {
  const moments = ["2026-02-27 23:59:59.999999", "2026-02-28 00:00:00", "2026-03-01 23:59:59.999999", "2026-03-02 00:00:00"];
  await query("INSERT INTO audit_entries (kind, operation, at) SELECT 'refused', 'days', at::timestamp AT TIME ZONE 'UTC' FROM unnest($1::text[]) at", [
    moments,
  ]);
  for (const zone of ["Europe/Stockholm", "UTC"]) {
    await moveDatabase(zone);
    const page = (await asked({ operation: "days", from: "2026-02-28", to: "2026-03-01" })).body as AuditPage;
    expect(page.entries.map(({ at }) => at)).toEqual(["2026-03-01T23:59:59.999999Z", "2026-02-28T00:00:00.000000Z"]);
  }
});

test("page by page, the latest first, none twice", async () => {
  await query("INSERT INTO audit_entries (kind, operation) SELECT 'refused', 'pages' FROM generate_series(1, 120)");
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = (await asked({ operation: "pages", ...(after && { after }) })).body as AuditPage;
    seen.push(...page.entries.map(({ id }) => id));
    after = page.next;
  }
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  expect(seen).toEqual([...seen].sort((one, other) => Number(other) - Number(one)));
});

test("an entry opens to before, sent and after; what is marked stays hidden", async () => {
  const page = (await asked({ person: omar.id, operation: "paymentProducts.disable" })).body as AuditPage;
  await sealAudit();
  const confirmed = await openAudit(page.entries[0]?.id ?? "");
  expect(confirmed.fields).toContainEqual({ path: "state", before: "ENABLED", sent: null, after: "DISABLED" });
  expect(confirmed.fields).toContainEqual({ path: "reason", before: null, sent: "FRAUD", after: null });
  expect(confirmed).toMatchObject({
    link: expect.any(Number),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    // What was sent and answered is told field by field, and not a second time.
    facts: [{ name: "status", value: "200" }],
  });
  const bank = (await asked({ person: omar.id, operation: "bankAccounts.create" })).body as AuditPage;
  const opened = await openAudit(bank.entries[0]?.id ?? "");
  expect(opened.fields).toContainEqual({ path: "iban", before: null, sent: "•••", after: null });
  expect(sensitiveIn(JSON.stringify(opened))).toEqual([]);
});

test.each(["operations", "support", "finance"] as const)("%s doesn't read the log, and the try is in it", async (role) => {
  const who = await signedIn(role);
  const before = await latestAudit();
  expect((await asked({}, who)).status).toBe(403);
  expect((await csv(browserRequest("/api/desk/audit/export", "GET", { cookie: who.cookie }))).status).toBe(403);
  expect((await auditAfter(before)).map(({ kind, operation, detail }) => [kind, operation, detail?.permission])).toEqual([
    ["refused", "audit.list", "audit:read"],
    ["refused", "audit.export", "audit:read"],
  ]);
});

test("the log as CSV is in the log itself, before its first line; formulas are defused", async () => {
  const before = await latestAudit();
  const response = await csv(browserRequest("/api/desk/audit/export", "GET", { cookie: auditor.cookie, search: { person: omar.id, outcome: "done" } }));
  expect(await auditAfter(before)).toMatchObject([{ kind: "audit-exported", person_id: auditor.id, detail: { narrowed_by: ["person", "outcome"] } }]);
  const lines = (await response.text()).trim().split("\r\n");
  expect(lines.length).toBe(1 + (await kindsFor({ person: omar.id, outcome: "done" })).length);
  expect(lines.find((line) => line.includes("paymentProducts.disable"))).toContain("'=Nordlys");
});

test("what somebody pasted where an account's id belongs is in no entry, and named as wrong; an account's id is", async () => {
  const download = (search: Readonly<Record<string, string>>) =>
    csv(browserRequest("/api/desk/audit/export", "GET", { cookie: auditor.cookie, search })).then(answered);
  const before = await latestAudit();
  for (const search of [{ account_id: "ada@shop.example" }, { operation: "Ada Lovelace" }, { operation: "x\0" }]) {
    const answer = await download(search);
    expect([answer.status, problemOf(answer).fields.map(({ path }) => path)]).toEqual([400, Object.keys(search)]);
  }
  expect(await auditAfter(before)).toEqual([]);
  expect((await download({ account_id })).status).toBe(200);
  expect(await auditAfter(before)).toMatchObject([{ kind: "audit-exported", account_id, detail: { narrowed_by: [] } }]);
});
