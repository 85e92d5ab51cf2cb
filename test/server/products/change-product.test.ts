import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { problemOf } from "../harness/ask";
import { auditAfter, latestAudit, operationsOf, wholeTable } from "../harness/rows";
import { fraud, withProducts } from "./stage";

const { stage, product, seenNow, order, ledger } = withProducts();

const codeOf = (answer: Parameters<typeof problemOf>[0]) => [answer.status, problemOf(answer).code];

test("support suspends a product for fraud, and reactivates it: who, when and why stay known, with the ticket", async () => {
  expect((await order(stage.sofia, "suspend", { ...fraud, ticket: "CASE-77" })).status).toBe(204);
  expect(await product()).toMatchObject({ state: "DISABLED", state_reason: "FRAUD_BY_PARTNER", state_context: { reason_details: fraud.reason_details } });
  expect(await ledger()).toMatchObject([
    { act: "suspend", state: "confirmed", product_id: "default", reason: "FRAUD", ticket: "CASE-77", by: expect.stringMatching(/^support/) },
  ]);
  expect((await order(stage.sofia, "reactivate")).status).toBe(204);
  expect(await product()).toMatchObject({ state: "ENABLED" });
  expect((await ledger()).map(({ act }) => act)).toEqual(["reactivate", "suspend"]);
});

test("suspending wants a fresh proof of who is there, and nothing is asked of Klarna before; reactivating doesn't", async () => {
  const age = () => query("UPDATE sessions SET proved_at = now() - interval '11 minutes' WHERE id = $1", [stage.sofia.sessionId]);
  await age();
  expect(codeOf(await order(stage.sofia, "suspend", fraud))).toEqual([403, "STEP_UP_REQUIRED"]);
  expect(await product()).toMatchObject({ state: "ENABLED" });
  await query("UPDATE sessions SET proved_at = now() WHERE id = $1", [stage.sofia.sessionId]);
  expect((await order(stage.sofia, "suspend", fraud)).status).toBe(204);
  await age();
  expect((await order(stage.sofia, "reactivate")).status).toBe(204);
  await query("UPDATE sessions SET proved_at = now() WHERE id = $1", [stage.sofia.sessionId]);
});

test("a double click is one change and one note", async () => {
  const seen = await seenNow();
  const attempt = crypto.randomUUID();
  const answers = await Promise.all([1, 2].map(() => order(stage.sofia, "suspend", { ...fraud, attempt, seen, ticket: "CASE-1" })));
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect((await operationsOf(attempt)).map(({ tries }) => tries)).toEqual([1]);
  expect(await query("SELECT FROM notes WHERE id = $1", [attempt])).toHaveLength(1);
});

test("two people suspend at once: one is sent, and the other is told that it is suspended already", async () => {
  const seen = await seenNow();
  const before = (await stage.emulator.count("paymentProducts.disable")).received;
  const answers = await Promise.all([
    order(stage.sofia, "suspend", { ...fraud, seen }),
    order(stage.omar, "suspend", { reason: "VOLUNTARY", reason_details: "Closed", seen }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused && problemOf(refused)).toMatchObject({
    code: "NOT_POSSIBLE_NOW",
    message: expect.stringMatching(/suspended already, by your team.* was (support|operations) \d+\.$/),
  });
  expect((await stage.emulator.count("paymentProducts.disable")).received - before).toBe(1);
});

test("two people reactivate at once: one is sent, and the other is told that it is enabled already", async () => {
  await order(stage.sofia, "suspend", fraud);
  const seen = await seenNow();
  const before = (await stage.emulator.count("paymentProducts.enable")).received;
  const answers = await Promise.all([stage.sofia, stage.omar].map((who) => order(who, "reactivate", { seen })));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused && problemOf(refused)).toMatchObject({
    code: "NOT_POSSIBLE_NOW",
    message: expect.stringMatching(/enabled already.* was (support|operations) \d+\.$/),
  });
  expect((await stage.emulator.count("paymentProducts.enable")).received - before).toBe(1);
  expect(await product()).toMatchObject({ state: "ENABLED" });
});

test("one person suspends while another reactivates: whoever decided on what has changed since is refused, and nothing is undone unseen", async () => {
  await order(stage.omar, "suspend", { reason: "VOLUNTARY", reason_details: "Closed for the summer" });
  const suspended = await seenNow();
  const answers = await Promise.all([
    order(stage.omar, "reactivate", { seen: suspended }),
    // Sofia still has it on her screen as it was before Omar suspended it.
    order(stage.sofia, "suspend", { ...fraud, seen: { ...suspended, state: "ENABLED", state_reason: "APPROVED" } }),
  ]);
  const [reactivated, suspension] = answers.map(codeOf);
  expect(reactivated).toEqual([204, undefined]);
  // Hers goes first and finds it suspended already, or goes second and finds it enabled, as she saw it.
  expect([
    [409, "NOT_POSSIBLE_NOW"],
    [204, undefined],
  ]).toContainEqual(suspension);
  expect(await product()).toMatchObject({ state: suspension?.[0] === 204 ? "DISABLED" : "ENABLED" });
});

test("a product that Klarna doesn't list any more is said to be gone, and nothing is sent", async () => {
  const before = (await stage.emulator.count("paymentProducts.disable")).received;
  const answer = await order(stage.sofia, "suspend", { ...fraud, product_id: "krn:product:gone" });
  expect(problemOf(answer)).toMatchObject({ status: 404, code: "NO_SUCH_PRODUCT", message: expect.stringContaining("Nothing was sent") });
  expect((await stage.emulator.count("paymentProducts.disable")).received).toBe(before);
});

test("whose turn was taken by another while the product was read sends nothing", async () => {
  const seen = await seenNow();
  await stage.emulator.order("/faults", { operation: "accounts.get", kind: "slow", times: 1, ms: 1_000 });
  const before = (await stage.emulator.count("paymentProducts.disable")).received;
  const answer = order(stage.sofia, "suspend", { ...fraud, seen });
  const taken = "UPDATE merchant_leases SET holder = gen_random_uuid() WHERE account_id = $1 RETURNING 1";
  await expect.poll(() => query(taken, [stage.account_id])).toHaveLength(1);
  expect(codeOf(await answer)).toEqual([409, "MERCHANT_BUSY"]);
  expect((await stage.emulator.count("paymentProducts.disable")).received).toBe(before);
});

test("whoever saw a voluntary suspension doesn't lift one for fraud that was put in its place", async () => {
  await order(stage.omar, "suspend", { reason: "VOLUNTARY", reason_details: "Closed for the summer" });
  const seen = await seenNow();
  await order(stage.omar, "reactivate");
  await order(stage.sofia, "suspend", fraud);
  const answer = await order(stage.omar, "reactivate", { seen });
  expect(codeOf(answer)).toEqual([409, "CHANGED_MEANWHILE"]);
  expect(await product()).toMatchObject({ state: "DISABLED", state_reason: "FRAUD_BY_PARTNER" });
});

test("whoever saw other words doesn't lift a suspension for the same reason either", async () => {
  await order(stage.sofia, "suspend", { reason: "FRAUD", reason_details: "One card" });
  const seen = await seenNow();
  await order(stage.sofia, "reactivate");
  await order(stage.sofia, "suspend", fraud);
  expect(codeOf(await order(stage.omar, "reactivate", { seen }))).toEqual([409, "CHANGED_MEANWHILE"]);
});

test("what Klarna disabled or ended isn't asked for: the sentence says whom to turn to", async () => {
  const { product_id } = await product();
  for (const decision of ["disable-by-klarna", "terminate"]) {
    await stage.emulator.order(`/products/${encodeURIComponent(product_id)}/${decision}`);
    const before = (await stage.emulator.count("paymentProducts.enable")).received;
    const answer = await order(stage.sofia, "reactivate");
    expect(problemOf(answer)).toMatchObject({ status: 409, code: "NOT_POSSIBLE_NOW", message: expect.stringContaining("only Klarna") });
    expect((await stage.emulator.count("paymentProducts.enable")).received).toBe(before);
  }
});

test("a category isn't changed over another's change unseen", async () => {
  const seen = await seenNow();
  expect((await order(stage.omar, "category", { code: "5732" })).status).toBe(204);
  expect(codeOf(await order(stage.omar, "category", { code: "5941", seen }))).toEqual([409, "CHANGED_MEANWHILE"]);
  expect(await product()).toMatchObject({ merchant_category_code: "5732" });
  expect((await ledger())[0]).toMatchObject({ act: "change-category", code: null });
  expect(problemOf(await order(stage.omar, "category", { code: "5732" })).message).toContain("5732 already");
});

test("an unclear outcome is unknown, keeps its ticket, isn't sent again by a press, and nothing that could cross it is sent", async () => {
  const seen = await seenNow();
  const attempt = crypto.randomUUID();
  await stage.emulator.fault("paymentProducts.disable", "cut-after", 10);
  expect(codeOf(await order(stage.sofia, "suspend", { ...fraud, attempt, seen, ticket: "CASE-9" }))).toEqual([504, "OUTCOME_UNKNOWN"]);
  expect(await ledger()).toMatchObject([{ act: "suspend", state: "unknown", ticket: "CASE-9" }]);
  const before = (await stage.emulator.count("paymentProducts.disable")).received;
  expect(codeOf(await order(stage.sofia, "suspend", { ...fraud, attempt, seen }))).toEqual([409, "OUTCOME_UNKNOWN"]);
  const other = await order(stage.omar, "reactivate");
  expect(problemOf(other)).toMatchObject({ code: "EARLIER_CHANGE_OPEN", message: expect.stringMatching(/^support \d+ asked Klarna to suspend it/) });
  expect((await stage.emulator.count("paymentProducts.disable")).received).toBe(before);
  // What it sells is another matter.
  expect((await order(stage.omar, "category", { code: "5732" })).status).toBe(204);
});

test.each(["paymentProducts.disable", "paymentProducts.enable"])(
  "a database that goes away before the ticket is noted makes no failure of what was sent (unclear: %s)",
  async (unclear) => {
    const [seen, attempt] = [await seenNow(), crypto.randomUUID()];
    const suspend = () => order(stage.sofia, "suspend", { ...fraud, attempt, seen, ticket: "CASE-5" });
    await stage.emulator.fault(unclear, "cut-after", 10);
    await query(`CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END $$;
    CREATE TRIGGER away BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION away()`);
    const [, code] = codeOf(await suspend());
    await query("DROP FUNCTION away CASCADE");
    expect(code).toBe("OUTCOME_UNKNOWN");
    await suspend();
    expect(await query("SELECT ticket FROM notes WHERE id = $1", [attempt])).toEqual([{ ticket: "CASE-5" }]);
  },
);

test("a refusal keeps its attempt, so that what is corrected is the same change", async () => {
  const attempt = crypto.randomUUID();
  const wrong = await order(stage.sofia, "suspend", { reason: "FRAUD", reason_details: "two\nlines", attempt });
  expect(problemOf(wrong).fields).toEqual([{ path: "reason_details", message: expect.stringContaining("line breaks") }]);
  expect((await order(stage.sofia, "suspend", { ...fraud, attempt })).status).toBe(204);
});

test("what somebody wrote reaches neither the log nor a table in clear", async () => {
  const before = await latestAudit();
  await order(stage.sofia, "suspend", { reason: "FRAUD", reason_details: "Told by Signe Holmqvist", ticket: "CASE-2" });
  const entries = await auditAfter(before);
  expect(entries.map(({ kind }) => kind)).toEqual(["operation-sent", "operation-confirmed", "note-added"]);
  expect(entries[0]?.detail).toMatchObject({ body: { reason: "FRAUD", reason_details: "•••" }, changed: [{ field: "reason", before: null, after: "FRAUD" }] });
  for (const table of ["audit_entries", "operations", "notes", "merchants", "merchant_changes"])
    expect(await wholeTable(table), table).not.toContain("Holmqvist");
});
