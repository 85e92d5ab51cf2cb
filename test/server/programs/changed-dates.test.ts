import { beforeAll, beforeEach, expect, test } from "vitest";

import type { OperationEntry } from "@/lib/desk/timeline";
import { openAudit } from "@/lib/server/audit-log/open";
import { query } from "@/lib/server/db/client";
import { lookAtUnknown } from "@/lib/server/operations/look";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask, problemOf } from "../harness/ask";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { notesOf } from "../notes/note-desk";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const ids = { account_id: "krn:partner:global:account:test:DATES001", product_id: "krn:product:1", payment_program_enablement_id: "krn:enablement:1" };
const sent = { effective_to: "2027-03-31T22:00:00Z" };
const answer = {
  payment_program_enablement_id: ids.payment_program_enablement_id,
  payment_program_id: "krn:program:in-3",
  enablement_criteria: { customer_countries: ["SE"], merchant_category_codes: ["5719"] },
  effective_from: "2026-01-01T00:00:00Z",
  ...sent,
};

let omar: SignedIn;
beforeAll(async () => {
  omar = await signedIn("operations");
});
beforeEach(async () => {
  calm();
  for (const table of ["operation_looks", "operations", "enablements", "merchants"]) await query(`DELETE FROM ${table}`);
  klarna.script = () => ({ body: JSON.stringify(answer) });
});

/** What the desk has seen of the enablement: until the end of 2026. */
async function seen(ago = "1 minute"): Promise<void> {
  await query(
    `INSERT INTO enablements (environment, account_id, product_id, enablement_id, countries, categories, effective_from, effective_to, asked_at)
     VALUES ('test', $1, $2, $3, '["SE"]', '["5719"]', '2026-01-01T00:00:00Z', '2026-12-31T23:00:00Z', now() - $4::interval)`,
    [...Object.values(ids), ago],
  );
}
const change = (attempt = crypto.randomUUID()) => ask("paymentProgramEnablements.update", { cookie: omar.cookie, search: ids, body: sent, attempt });
async function entries(attempt: string) {
  const rows = await query<{ id: string }>(
    "SELECT a.id::text FROM audit_entries a JOIN operations o ON o.id = a.operation_id WHERE o.attempt = $1 ORDER BY a.id",
    [attempt],
  );
  return Promise.all(rows.map(({ id }) => openAudit(id)));
}
const field = { path: "effective_to", before: "2026-12-31T23:00:00.000000Z", sent: sent.effective_to };

test("the log and the merchant's timeline say which dates an enablement had before it was given others", async () => {
  await seen();
  const attempt = crypto.randomUUID();
  expect((await change(attempt)).status).toBe(200);
  const [asked, done] = await entries(attempt);
  expect(asked?.fields).toEqual([{ ...field, after: null }]);
  // What Klarna writes in its own way is the same time as it was.
  expect(done?.fields).toEqual([{ ...field, after: sent.effective_to }]);
  const [entry] = (await notesOf(omar).timeline({ kinds: "operation", fields: "changed" }, ids.account_id)).entries;
  expect((entry as OperationEntry).fields).toMatchObject([{ path: "effective_to", before: field.before, after: sent.effective_to }]);
});

test("the entry itself holds them: it says so also when the operation's row is gone, and however often it was sent", async () => {
  await seen();
  const attempt = crypto.randomUUID();
  klarna.script = () => ({ status: 500 });
  expect((await change(attempt)).status).toBe(504);
  // Meanwhile the desk has read the enablement anew.
  await query("UPDATE enablements SET effective_to = $1", [sent.effective_to]);
  calm();
  klarna.script = () => ({ body: JSON.stringify(answer) });
  await query("UPDATE operations SET next_try_at = now()");
  await repeatUnknown();
  await expect.poll(() => operationsOf(attempt)).toMatchObject([{ state: "confirmed", tries: 2 }]);
  const ids = (
    await query<{ id: string }>(
      "SELECT id::text FROM audit_entries WHERE operation = 'paymentProgramEnablements.update' AND kind = 'operation-sent' ORDER BY id DESC LIMIT 2",
    )
  ).map(({ id }) => id);
  await query("DELETE FROM operations");
  for (const id of ids) expect((await openAudit(id)).fields).toEqual([{ ...field, after: null }]);
  expect(ids).toHaveLength(2);
});

test("new dates that stand at Klarna prove an unclear change done only if the desk had just seen others", async () => {
  for (const [ago, state] of [
    ["1 minute", "confirmed"],
    ["2 hours", "unknown"],
  ] as const) {
    await query("DELETE FROM enablements");
    await query("UPDATE operations SET state = 'rejected' WHERE state = 'unknown'");
    await seen(ago);
    const attempt = crypto.randomUUID();
    klarna.script = ({ method }) => (method === "GET" ? { body: JSON.stringify(answer) } : { status: 500 });
    calm();
    expect((await change(attempt)).status).toBe(504);
    await query("UPDATE operations SET next_look_at = now(), next_try_at = NULL WHERE attempt = $1", [attempt]);
    await lookAtUnknown();
    expect(await operationsOf(attempt), ago).toMatchObject([{ state }]);
    await query("DELETE FROM operation_looks");
    await query("DELETE FROM operations");
  }
});

test("while it isn't known whether a colleague's new dates hold, no others are sent: a late repeat would undo them", async () => {
  const earlier = crypto.randomUUID();
  klarna.script = () => ({ status: 500 });
  expect((await change(earlier)).status).toBe(504);
  calm();
  klarna.script = () => ({ body: JSON.stringify(answer) });
  klarna.received.length = 0;
  const attempt = crypto.randomUUID();
  const others = (search = ids) =>
    ask("paymentProgramEnablements.update", { cookie: omar.cookie, search, body: { effective_to: "2027-05-31T22:00:00Z" }, attempt });
  const refused = await others();
  expect([refused.status, problemOf(refused).code, klarna.received]).toEqual([409, "EARLIER_CHANGE_OPEN", []]);
  expect(await operationsOf(attempt)).toEqual([]);
  // Another enablement's aren't crossed, and whoever sent it may ask again how it stands: then others can be set.
  expect((await others({ ...ids, payment_program_enablement_id: "krn:enablement:2" })).status).toBe(200);
  await query("DELETE FROM operations WHERE attempt = $1", [attempt]);
  expect((await change(earlier)).status).toBe(200);
  expect((await others()).status).toBe(200);
});

test("what can't be repeated any more, or asks for the very same, keeps nobody from setting dates", async () => {
  klarna.script = () => ({ status: 500 });
  expect((await change()).status).toBe(504);
  calm();
  klarna.script = () => ({ body: JSON.stringify(answer) });
  expect((await change()).status).toBe(200);
  await query("UPDATE operations SET first_sent_at = now() - interval '1 day' WHERE state = 'unknown'");
  const others = { cookie: omar.cookie, search: ids, body: { effective_to: "2027-05-31T22:00:00Z" }, attempt: crypto.randomUUID() };
  expect((await ask("paymentProgramEnablements.update", others)).status).toBe(200);
});
