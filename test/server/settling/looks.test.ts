import { beforeAll, beforeEach, expect, test } from "vitest";
import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";
import { lookAtUnknown, lookNow } from "@/lib/server/operations/look";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";
import { ask } from "../harness/ask";
import { idsFor, validCall } from "../harness/calls";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit, operationsOf, wholeTable } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
});
beforeEach(async () => {
  await query("UPDATE operations SET next_look_at = NULL, next_try_at = NULL, lease_until = now() + interval '1 day' WHERE state IN ('unknown', 'sent')");
  await query("DELETE FROM merchants");
});

const { account_id = "" } = idsFor("paymentProducts.disable");
const enabled = { product_id: "p1", type: "PAYMENT", state: "ENABLED", state_reason: "APPROVED" };
const suspended = { ...enabled, state: "DISABLED", state_reason: "FRAUD_BY_PARTNER", state_context: { reason_details: "Cards of strangers" } };

/** A change that Klarna answered with a fault; then Klarna answers reads with this, and changes with what nobody may ask for. */
async function unknown(name: string, reads: { status?: number; body?: unknown }): Promise<string> {
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no ${name}.`);
  const call = validCall(operation);
  klarna.script = () => ({ status: 500 });
  calm();
  expect((await ask(name, { ...call, attempt: call.attempt, cookie })).status).toBe(504);
  klarna.script = ({ method }) =>
    method === "GET" ? { status: reads.status ?? 200, body: JSON.stringify(reads.body ?? { error_code: "RESOURCE_NOT_FOUND" }) } : { status: 500 };
  klarna.received.length = 0;
  return call.attempt ?? "";
}

async function look(attempt: string, sentAgo = "1 second"): Promise<void> {
  await query("UPDATE operations SET next_look_at = now(), sent_at = now() - $2::interval, first_sent_at = now() - $2::interval WHERE attempt = $1", [
    attempt,
    sentAgo,
  ]);
  await lookAtUnknown();
}

async function knewProducts(products: readonly object[]): Promise<void> {
  await query("INSERT INTO merchants (environment, account_id, products, seen_at) VALUES ('test', $1, $2, now())", [account_id, JSON.stringify(products)]);
}

test("a removal that finds nothing when the desk looks was done; nothing is sent for it", async () => {
  const attempt = await unknown("bankAccounts.delete", { status: 404 });
  const before = await latestAudit();
  await look(attempt);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", settled_by: "read", next_look_at: null }]);
  expect(klarna.received.map(({ method }) => method)).toEqual(["GET"]);
  expect(await auditAfter(before)).toMatchObject([{ kind: "operation-settled", person_id: null, detail: { verdict: "done", by: "read" } }]);
});

test.each([{ error_code: "NOT_FOUND" }, "<h1>Not here</h1>"])("a 404 that isn't about the thing (%j) proves nothing", async (body) => {
  const attempt = await unknown("bankAccounts.delete", { status: 404, body });
  await look(attempt, "10 minutes");
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown" }]);
  expect(await query("SELECT finding FROM operation_looks l JOIN operations o ON o.id = l.operation_id WHERE o.attempt = $1", [attempt])).toEqual([
    { finding: "unread" },
  ]);
});

test("what was to be removed and is still there: not known while Klarna may work on it, not done after", async () => {
  const there = { body: { bank_account_id: "b" } };
  const attempt = await unknown("bankAccounts.delete", there);
  await look(attempt);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown" }]);
  await look(attempt, "10 minutes");
  expect(await operationsOf(attempt)).toMatchObject([{ state: "rejected", code: "NOT_DONE", settled_by: "read" }]);
});

test("a suspension that stands, of a product that the desk had just seen enabled, was done; its body is dropped", async () => {
  await knewProducts([enabled]);
  const attempt = await unknown("paymentProducts.disable", { body: [suspended] });
  await look(attempt);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", settled_by: "read", body: null }]);
});

test("that it stands proves nothing when the desk hadn't seen the product, when it was so before, or when that was long ago", async () => {
  const unseen = await unknown("paymentProducts.disable", { body: [suspended] });
  await look(unseen);
  expect(await operationsOf(unseen)).toMatchObject([{ state: "unknown" }]);

  await knewProducts([suspended]);
  const same = await unknown("paymentProducts.disable", { body: [suspended] });
  await look(same);
  expect(await operationsOf(same)).toMatchObject([{ state: "unknown" }]);

  await query("UPDATE merchants SET products = $1, seen_at = now() - interval '2 hours'", [JSON.stringify([enabled])]);
  const stale = await unknown("paymentProducts.disable", { body: [suspended] });
  await query("UPDATE operations SET state = 'rejected' WHERE attempt = ANY($1)", [[unseen, same]]);
  await look(stale);
  expect(await operationsOf(stale)).toMatchObject([{ state: "unknown" }]);
});

test("nor when a colleague has asked for the same since", async () => {
  await knewProducts([enabled]);
  const attempt = await unknown("paymentProducts.disable", { body: [suspended] });
  const colleagues = await unknown("paymentProducts.disable", { body: [suspended] });
  await query("UPDATE operations SET next_look_at = NULL WHERE attempt = $1", [colleagues]);
  await look(attempt, "10 minutes");
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown" }]);
});

test("Klarna's event of it makes the desk look at once, and is what it is settled by", async () => {
  await knewProducts([enabled]);
  const attempt = await unknown("paymentProducts.disable", { body: [suspended] });
  await query("UPDATE operations SET next_look_at = now() + interval '1 hour' WHERE attempt = $1", [attempt]);
  await lookAtUnknown();
  expect(klarna.received).toEqual([]);
  await query(
    "INSERT INTO webhook_events (environment, event_id, event_type, account_id, signing_key_id, raw) VALUES ('test', 'e1', 'partner.account.product.payment.state-change.disabled', $1, 'k', '')",
    [account_id],
  );
  await lookAtUnknown();
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", settled_by: "webhook" }]);
  klarna.received.length = 0;
  await lookAtUnknown();
  expect(klarna.received).toEqual([]);
});

test("a look keeps the names of fields and never what they hold", async () => {
  const attempt = await unknown("stakeholders.update", { body: { stakeholder_id: "s", given_name: "Somebody Else" } });
  await look(attempt);
  const [row] = await operationsOf(attempt);
  const [seen] = await query<{ finding: string; fields: string[] }>("SELECT finding, fields FROM operation_looks WHERE operation_id = $1", [row?.id]);
  expect(seen).toMatchObject({ finding: "differs", fields: expect.arrayContaining(["given_name", "national_identification.number"]) });
  expect(await wholeTable("operation_looks")).not.toContain("Somebody Else");
});

test("Klarna away, or nonsense, is noted; the operation waits, looks rarer each time, and not for ever", async () => {
  const attempt = await unknown("bankAccounts.delete", { status: 503 });
  await look(attempt);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown", looks: 1, next_look_at: expect.any(Date) }]);
  await look(attempt, "8 days");
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown", looks: 2, next_look_at: null }]);
});

test("what nothing can be read of isn't looked for", async () => {
  const attempt = await unknown("credentials.create", { body: {} });
  const [row] = await operationsOf(attempt);
  await lookNow(row?.id ?? "");
  await look(attempt);
  expect(klarna.received).toEqual([]);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown", next_look_at: null }]);
});

test.each(["sent", "unknown"])("a look that comes back after the change was sent again, and is %s by now, settles nothing", async (state) => {
  const attempt = await unknown("bankAccounts.delete", { status: 404 });
  klarna.script = ({ method }, response) => {
    if (method !== "GET") return { status: 500 };
    void query("UPDATE operations SET state = $2, fence = fence + 1 WHERE attempt = $1", [attempt, state]).then(() => {
      response.writeHead(404, { "content-type": "application/json" });
      response.end('{"error_code":"NOT_FOUND"}');
    });
    return undefined;
  };
  await look(attempt);
  expect(await operationsOf(attempt)).toMatchObject([{ state, settled_by: null }]);
});

test("several workers that look at once look once", async () => {
  const attempt = await unknown("bankAccounts.delete", { body: { bank_account_id: "b" } });
  await query("UPDATE operations SET next_look_at = now() WHERE attempt = $1", [attempt]);
  await Promise.all([lookAtUnknown(), lookAtUnknown(), lookAtUnknown()]);
  expect(klarna.received.length).toBe(1);
});

test("looking never sends anything again, and repeating never waits for it", async () => {
  const attempt = await unknown("paymentProducts.disable", { body: [enabled] });
  await look(attempt);
  expect(new Set(klarna.received.map(({ method }) => method))).toEqual(new Set(["GET"]));
  await query("UPDATE operations SET next_try_at = now() WHERE attempt = $1", [attempt]);
  klarna.script = () => ({ body: JSON.stringify(suspended) });
  await repeatUnknown();
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", settled_by: "repeat" }]);
});
