import { expect, test } from "vitest";

import { itemsIn, partIn } from "@/lib/klarna/file/parts";
import { valuesOf } from "@/lib/klarna/file/values";
import { query } from "@/lib/server/db/client";
import { idempotencyKey } from "@/lib/server/operations/key";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask, problemOf } from "../harness/ask";
import { AtFile } from "../harness/file-desk";
import { withTwoAtFile } from "../harness/two-at-file";

const business = { resource: "businessInformation" } as const;
const stage = withTwoAtFile();

test("a person who was removed meanwhile is gone, which is said; removing one twice does no harm", async () => {
  const read = await stage.ada.read();
  const [person] = itemsIn(read.account, "stakeholders");
  const part = { resource: "stakeholders", id: person?.id ?? "" } as const;
  expect((await stage.ben.send(stage.ben.change(read, part, {}, { act: "delete" }))).body).toEqual({ is: "done", merged: [] });
  expect((await stage.ada.send(stage.ada.change(read, part, { given_name: "Sigrid" }))).body).toEqual({ is: "gone" });
  expect((await stage.ada.send(stage.ada.change(read, part, {}, { act: "delete" }))).body).toEqual({ is: "gone" });
});

test("what somebody changed meanwhile isn't removed unseen", async () => {
  const read = await stage.ada.read();
  const [person] = itemsIn(read.account, "stakeholders");
  const part = { resource: "stakeholders", id: person?.id ?? "" } as const;
  await stage.ben.send(stage.ben.change(read, part, { given_name: "Sigrid" }));
  expect((await stage.ada.send(stage.ada.change(read, part, {}, { act: "delete" }))).body).toEqual({ is: "conflict", conflicts: [], merged: ["given_name"] });
});

test("a new one is added once, however often it is sent, and not when a colleague has added it", async () => {
  const added = { iban: "DE89 3704 0044 0532 0130 00", bic: "cobadeffxxx", account_holder: "Nordlys" };
  const part = { resource: "bankAccounts", id: "new-1" } as const;
  const change = stage.ada.change(await stage.ada.read(), part, added, { act: "create" });
  const [first, second] = [await stage.ada.send(change), await stage.ada.send(change)];
  expect([first.body.is, second.body.is]).toEqual(["done", "done"]);
  const theirs = await stage.ben.send(stage.ben.change(await stage.ben.read(), { ...part, id: "new-2" }, added, { act: "create" }));
  expect([theirs.status, problemOf(theirs).code]).toEqual([409, "ALREADY_THERE"]);
  expect(itemsIn((await stage.ada.read()).account, "bankAccounts").filter(({ fields }) => fields.bic === "COBADEFFXXX")).toHaveLength(1);
});

test("changing where money goes wants a fresh proof of who is there, and nothing is sent before; what else is in the edit doesn't", async () => {
  const to = { iban: "DE89370400440532013000", bic: "COBADEFFXXX", account_holder: "Nordlys" };
  const added = stage.ada.change(await stage.ada.read(), { resource: "bankAccounts", id: "new-1" }, to, { act: "create" });
  const proofs = (age: string) => query("UPDATE sessions SET proved_at = now() - $1::interval", [age]);
  await proofs("11 minutes");
  const refused = await stage.ada.send(added);
  expect([refused.status, problemOf(refused).code]).toEqual([403, "STEP_UP_REQUIRED"]);
  const named = stage.ada.change(await stage.ada.read(), business, { business_name: "Nordlys Handel AB" });
  expect((await stage.ada.send(named)).body.is).toBe("done");
  expect(await query("SELECT FROM operations WHERE account_id = $1 AND name = 'bankAccounts.create'", [stage.account_id])).toEqual([]);
  await proofs("0");
  expect((await stage.ada.send(added)).body.is).toBe("done");
  // A page that looks whether it was done, as it does by itself, asks for nothing.
  await proofs("11 minutes");
  expect((await stage.ada.send(added)).body.is).toBe("done");
  await proofs("0");
});

test("what Klarna refuses is corrected under the same key", async () => {
  const part = { resource: "bankAccounts", id: "new-1" } as const;
  const wrong = stage.ada.change(await stage.ada.read(), part, { iban: "NO9386011117947", bic: "NDEAFIHHXXX" }, { act: "create" });
  const refused = await stage.ada.send(wrong);
  expect(refused.status).toBe(400);
  expect(problemOf(refused).errorId).toBeTruthy();
  expect((await stage.ada.send({ ...wrong, to: { ...wrong.to, bic: "DNBANOKKXXX" } })).body.is).toBe("done");
  const keys = await query<{ idempotency_key: string; attempt: string }>(
    "SELECT attempt, idempotency_key FROM operations WHERE account_id = $1 AND name = 'bankAccounts.create'",
    [stage.account_id],
  );
  expect(keys.map(({ idempotency_key }) => idempotency_key)).toEqual([idempotencyKey("test", "bankAccounts.create", keys[0]?.attempt ?? "")]);
});

test("while nobody knows whether a change was done, no other of the same part is sent", async () => {
  const read = await stage.ada.read();
  await stage.emulator.fault("businessInformation.update", "500-after", 9);
  const unknown = await stage.ada.send(stage.ada.change(read, business, { business_name: "Perhaps AB" }));
  expect([unknown.status, problemOf(unknown).code]).toEqual([504, "OUTCOME_UNKNOWN"]);
  await stage.emulator.heal();
  const theirs = await stage.ben.send(stage.ben.change(await stage.ben.read(), business, { tax_registration_number: "1" }));
  expect([theirs.status, problemOf(theirs).code]).toEqual([409, "EARLIER_CHANGE_OPEN"]);
  // Another part isn't held up.
  const payouts = await stage.ben.send(stage.ben.change(await stage.ben.read(), { resource: "settlementInformation" }, { settlement_enabled: "no" }));
  expect(payouts.body.is).toBe("done");
});

test("nor is one that Klarna refused before and is tried again: what a colleague sent meanwhile may stand by now", async () => {
  const read = await stage.ada.read();
  const own = stage.ada.change(read, business, { business_name: "Ada's AB" });
  await stage.emulator.fault("businessInformation.update", "403", 1);
  expect((await stage.ada.send(own)).status).toBe(403);
  await stage.emulator.fault("businessInformation.update", "500-after", 3);
  expect((await stage.ben.send(stage.ben.change(read, business, { business_name: "Ben's AB" }))).status).toBe(504);
  const again = await stage.ada.send(own);
  expect([again.status, problemOf(again).code]).toEqual([409, "EARLIER_CHANGE_OPEN"]);
  await settleUnknown();
  expect((await stage.ada.send(own)).body).toMatchObject({ is: "conflict", conflicts: [{ name: "business_name", theirs: "Ben's AB" }] });
});

test("while nobody knows whether a new one was added, no other of its kind is: it may be the same", async () => {
  const added = { iban: "DE89 3704 0044 0532 0130 00", bic: "COBADEFFXXX", account_holder: "Nordlys" };
  const part = { resource: "bankAccounts", id: "new-1" } as const;
  const own = stage.ada.change(await stage.ada.read(), part, added, { act: "create" });
  await stage.emulator.fault("bankAccounts.create", "500", 3);
  expect((await stage.ada.send(own)).status).toBe(504);
  const theirs = stage.ben.change(await stage.ben.read(), { ...part, id: "new-2" }, added, { act: "create" });
  const refused = await stage.ben.send(theirs);
  expect([refused.status, problemOf(refused).code]).toEqual([409, "EARLIER_CHANGE_OPEN"]);
  await settleUnknown();
  expect(problemOf(await stage.ben.send(theirs)).code).toBe("ALREADY_THERE");
});

test("what somebody typed while nobody knew the outcome isn't called done: it is another change, and is sent as one", async () => {
  const read = await stage.ada.read();
  await stage.emulator.fault("businessInformation.update", "500-after", 3);
  const first = stage.ada.change(read, business, { business_name: "First AB" });
  expect((await stage.ada.send(first)).status).toBe(504);
  const typedOn = stage.ada.change(read, business, { business_name: "Second AB", tax_registration_number: "SE556016068001" });
  await settleUnknown();
  expect((await stage.ada.send(first)).body).toEqual({ is: "done", merged: [] });
  expect((await stage.ada.send(typedOn)).body).toEqual({ is: "sent-before" });
  const next = { ...typedOn, round: 1 };
  expect((await stage.ada.send(next)).body).toMatchObject({ is: "conflict", conflicts: [{ name: "business_name", theirs: "First AB" }] });
  expect((await stage.ada.send({ ...next, start: { ...next.start, business_name: "First AB" } })).body).toEqual({ is: "done", merged: [] });
  const now = valuesOf("businessInformation", partIn((await stage.ada.read()).account, business));
  expect(now).toMatchObject({ business_name: "Second AB", tax_registration_number: "SE556016068001" });
});

test("one that was added while nobody knew it isn't added again as it was typed on, and isn't called done", async () => {
  const part = { resource: "stakeholders", id: "new-1" } as const;
  const person = { given_name: "Sigrid", family_name: "Vintersjö", roles: ["LEGAL_REPRESENTATIVE"] };
  const read = await stage.ada.read();
  const first = stage.ada.change(read, part, person, { act: "create" });
  await stage.emulator.fault("stakeholders.create", "500-after", 3);
  expect((await stage.ada.send(first)).status).toBe(504);
  // The very same is asked again with its key, though one like it is there by now.
  expect((await stage.ada.send(first)).body).toMatchObject({ is: "done" });
  expect((await stage.ada.send(first)).body).toEqual({ is: "done", merged: [] });
  const typedOn = stage.ada.change(read, part, { ...person, family_name: "Vintersjö Ek" }, { act: "create" });
  expect((await stage.ada.send(typedOn)).body).toEqual({ is: "sent-before" });
  const named = itemsIn((await stage.ada.read()).account, "stakeholders").filter(({ fields }) => fields.given_name === "Sigrid");
  expect(named.map(({ fields }) => fields.family_name)).toEqual(["Vintersjö"]);
});

test("account information is set once: the second time is refused without asking Klarna", async () => {
  const before = await stage.emulator.count("accountInformation.update");
  const part = { resource: "accountInformation" } as const;
  const read = await stage.ada.read();
  const answer = await stage.ada.send(stage.ada.change(read, part, { account_created_at: "2025-01-01" }));
  expect([answer.status, problemOf(answer).code]).toEqual([409, "ONLY_ONCE"]);
  // Nor is who began before it stood asked to choose between the two: neither could be sent.
  const late = await stage.ada.send(stage.ada.change(read, part, { account_created_at: "2025-01-01" }, { start: {}, stamps: {} }));
  expect([late.status, problemOf(late).code]).toEqual([409, "ONLY_ONCE"]);
  expect(await stage.emulator.count("accountInformation.update")).toEqual(before);
});

test("what was given up while it waited for its turn isn't sent: whoever lost the connection was told that it wasn't", async () => {
  const change = stage.ada.change(await stage.ada.read(), business, { business_name: "Given up AB" });
  await query("INSERT INTO merchant_leases (environment, account_id, holder, until) VALUES ('test', $1, $2, now() + interval '1 minute')", [
    stage.account_id,
    crypto.randomUUID(),
  ]);
  const sending = stage.ada.send(change);
  await expect.poll(() => query("SELECT FROM edits WHERE account_id = $1 AND version = 2", [stage.account_id])).toHaveLength(1);
  await expect.poll(async () => (await stage.ada.keep()).status).toBe(200);
  await query("DELETE FROM merchant_leases WHERE account_id = $1", [stage.account_id]);
  const answer = await sending;
  expect([answer.status, problemOf(answer).code]).toEqual([409, "GIVEN_UP"]);
  expect(await query("SELECT FROM operations WHERE account_id = $1", [stage.account_id])).toEqual([]);
});

test("a text that stands can't be emptied, which is said at the field; in an address it can", async () => {
  const read = await stage.ada.read();
  const answer = await stage.ada.send(stage.ada.change(read, business, { business_name: "" }));
  expect([answer.status, problemOf(answer).fields.map(({ path }) => path)]).toEqual([400, ["business_name"]]);
  expect((await stage.ada.send(stage.ada.change(read, business, { "operating_address.postal_code": "" }))).body.is).toBe("done");
});

test("who may not write is refused, and the log keeps it", async () => {
  const support = new AtFile(stage.cookies.support, stage.account_id);
  expect((await support.send(support.change(await support.read(), business, { business_name: "No AB" }))).status).toBe(403);
  const direct = await ask("stakeholders.update", {
    cookie: stage.cookies.support,
    attempt: crypto.randomUUID(),
    body: { roles: ["OWNER"] },
    search: { account_id: stage.account_id },
  });
  expect(direct.status).toBe(403);
});

/** What is unknown is due now, and is sent again. */
async function settleUnknown(): Promise<void> {
  await query("UPDATE operations SET next_try_at = now() WHERE state = 'unknown' AND account_id = $1", [stage.account_id]);
  await repeatUnknown();
}
