import { beforeAll, beforeEach, expect, test } from "vitest";
import { itemsIn } from "@/lib/klarna/file/parts";
import { query } from "@/lib/server/db/client";
import { idempotencyKey } from "@/lib/server/operations/record";

import { ask, problemOf } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { AtFile } from "../harness/file-desk";
import { signedIn } from "../harness/people";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

const business = { resource: "businessInformation" } as const;
let cookies: { readonly ada: string; readonly ben: string; readonly support: string };
let account_id: string;
let ada: AtFile;
let ben: AtFile;
beforeAll(async () => {
  cookies = { ada: (await signedIn("operations")).cookie, ben: (await signedIn("admin")).cookie, support: (await signedIn("support")).cookie };
});
beforeEach(async () => {
  await emulator.heal();
  account_id = await emulator.merchant();
  ada = new AtFile(cookies.ada, account_id);
  ben = new AtFile(cookies.ben, account_id);
  await Promise.all([ada.keep(), ben.keep()]);
});

test("a person who was removed meanwhile is gone, which is said; removing one twice does no harm", async () => {
  const read = await ada.read();
  const [person] = itemsIn(read.account, "stakeholders");
  const part = { resource: "stakeholders", id: person?.id ?? "" } as const;
  expect((await ben.send(ben.change(read, part, {}, { act: "delete" }))).body).toEqual({ is: "done", merged: [] });
  expect((await ada.send(ada.change(read, part, { given_name: "Sigrid" }))).body).toEqual({ is: "gone" });
  expect((await ada.send(ada.change(read, part, {}, { act: "delete" }))).body).toEqual({ is: "gone" });
});

test("what somebody changed meanwhile isn't removed unseen", async () => {
  const read = await ada.read();
  const [person] = itemsIn(read.account, "stakeholders");
  const part = { resource: "stakeholders", id: person?.id ?? "" } as const;
  await ben.send(ben.change(read, part, { given_name: "Sigrid" }));
  expect((await ada.send(ada.change(read, part, {}, { act: "delete" }))).body).toEqual({ is: "conflict", conflicts: [], merged: ["given_name"] });
});

test("a new one is added once, however often it is sent, and not when a colleague has added it", async () => {
  const added = { iban: "DE89 3704 0044 0532 0130 00", bic: "cobadeffxxx", account_holder: "Nordlys" };
  const part = { resource: "bankAccounts", id: "new-1" } as const;
  const change = ada.change(await ada.read(), part, added, { act: "create" });
  const [first, second] = [await ada.send(change), await ada.send(change)];
  expect([first.body.is, second.body.is]).toEqual(["done", "done"]);
  const theirs = await ben.send(ben.change(await ben.read(), { ...part, id: "new-2" }, added, { act: "create" }));
  expect([theirs.status, problemOf(theirs).code]).toEqual([409, "ALREADY_THERE"]);
  expect(itemsIn((await ada.read()).account, "bankAccounts").filter(({ fields }) => fields.bic === "COBADEFFXXX")).toHaveLength(1);
});

test("what Klarna refuses is corrected under the same key", async () => {
  const part = { resource: "bankAccounts", id: "new-1" } as const;
  const wrong = ada.change(await ada.read(), part, { iban: "NO9386011117947", bic: "NDEAFIHHXXX" }, { act: "create" });
  const refused = await ada.send(wrong);
  expect(refused.status).toBe(400);
  expect(problemOf(refused).errorId).toBeTruthy();
  expect((await ada.send({ ...wrong, to: { ...wrong.to, bic: "DNBANOKKXXX" } })).body.is).toBe("done");
  const keys = await query<{ idempotency_key: string; attempt: string }>(
    "SELECT attempt, idempotency_key FROM operations WHERE account_id = $1 AND name = 'bankAccounts.create'",
    [account_id],
  );
  expect(keys.map(({ idempotency_key }) => idempotency_key)).toEqual([idempotencyKey("test", "bankAccounts.create", keys[0]?.attempt ?? "")]);
});

test("while nobody knows whether a change was done, no other of the same part is sent", async () => {
  const read = await ada.read();
  await emulator.fault("businessInformation.update", "500-after", 9);
  const unknown = await ada.send(ada.change(read, business, { business_name: "Perhaps AB" }));
  expect([unknown.status, problemOf(unknown).code]).toEqual([504, "OUTCOME_UNKNOWN"]);
  await emulator.heal();
  const theirs = await ben.send(ben.change(await ben.read(), business, { tax_registration_number: "1" }));
  expect([theirs.status, problemOf(theirs).code]).toEqual([409, "EARLIER_CHANGE_OPEN"]);
  // Another part isn't held up.
  const payouts = await ben.send(ben.change(await ben.read(), { resource: "settlementInformation" }, { settlement_enabled: "no" }));
  expect(payouts.body.is).toBe("done");
});

test("account information is set once: the second time is refused without asking Klarna", async () => {
  const before = await emulator.count("accountInformation.update");
  const part = { resource: "accountInformation" } as const;
  const read = await ada.read();
  const answer = await ada.send(ada.change(read, part, { account_created_at: "2025-01-01" }));
  expect([answer.status, problemOf(answer).code]).toEqual([409, "ONLY_ONCE"]);
  expect(await emulator.count("accountInformation.update")).toEqual(before);
});

test("a text that stands can't be emptied, which is said at the field; in an address it can", async () => {
  const read = await ada.read();
  const answer = await ada.send(ada.change(read, business, { business_name: "" }));
  expect([answer.status, problemOf(answer).fields.map(({ path }) => path)]).toEqual([400, ["business_name"]]);
  expect((await ada.send(ada.change(read, business, { "operating_address.postal_code": "" }))).body.is).toBe("done");
});

test("who may not write is refused, and the log keeps it", async () => {
  const support = new AtFile(cookies.support, account_id);
  expect((await support.send(support.change(await support.read(), business, { business_name: "No AB" }))).status).toBe(403);
  const direct = await ask("stakeholders.update", {
    cookie: cookies.support,
    attempt: crypto.randomUUID(),
    body: { roles: ["OWNER"] },
    search: { account_id },
  });
  expect(direct.status).toBe(403);
});
