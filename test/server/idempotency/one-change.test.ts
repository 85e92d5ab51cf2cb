import { beforeAll, expect, test } from "vitest";

import { idempotencyKey } from "@/lib/server/operations/key";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody, refusedBankAccount } from "../harness/bank-account";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let mine: string;
let theirs: string;
let account_id: string;
beforeAll(async () => {
  mine = (await signedIn("operations")).cookie;
  theirs = (await signedIn("admin")).cookie;
  account_id = await emulator.merchant();
});

const create = (attempt: string, body: object, cookie = mine) => ask("bankAccounts.create", { cookie, attempt, body, search: { account_id } });
const effects = async () => (await emulator.count("bankAccounts.create")).effects;

test("a double click adds one: the second click is told that the first is on its way", async () => {
  const before = await emulator.count("bankAccounts.create");
  const attempt = crypto.randomUUID();
  const answers = await Promise.all([create(attempt, bankAccountBody(0)), create(attempt, bankAccountBody(0)), create(attempt, bankAccountBody(0))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  for (const answer of answers.filter(({ status }) => status === 409)) expect(["IN_FLIGHT", "ALREADY_DONE"]).toContain(problemOf(answer).code);
  const after = await emulator.count("bankAccounts.create");
  expect(after).toMatchObject({ received: before.received + 1, effects: before.effects + 1 });
  expect((await operationsOf(attempt)).map(({ state, tries }) => [state, tries])).toEqual([["confirmed", 1]]);
});

test("what Klarna has confirmed is never sent again: not after a reload, not by a colleague, not with another body", async () => {
  const attempt = crypto.randomUUID();
  expect((await create(attempt, bankAccountBody(0))).status).toBe(200);
  const before = await emulator.count("bankAccounts.create");
  for (const [body, cookie] of [
    [bankAccountBody(0), mine],
    [bankAccountBody(0), theirs],
    [bankAccountBody(1), mine],
  ] as const) {
    const answer = await create(attempt, body, cookie);
    expect([answer.status, problemOf(answer).code]).toEqual([409, "ALREADY_DONE"]);
  }
  expect(await emulator.count("bankAccounts.create")).toEqual(before);
});

test("what Klarna refuses is corrected under the same key, also by a colleague", async () => {
  const attempt = crypto.randomUUID();
  const before = await effects();
  const refused = await create(attempt, refusedBankAccount);
  expect(refused.status).toBe(400);
  expect(problemOf(refused).fields.map(({ path }) => path)).toEqual(["bic"]);
  expect(problemOf(refused).errorId).toMatch(/^[0-9a-f-]{36}$/);
  const [row] = await operationsOf(attempt);
  expect(row).toMatchObject({ state: "rejected", body: null, status: 400 });

  expect((await create(attempt, bankAccountBody(1), theirs)).status).toBe(200);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", tries: 2, idempotency_key: row?.idempotency_key }]);
  expect(await effects()).toBe(before + 1);
});

test("an attempt in capitals is the same attempt", async () => {
  const attempt = crypto.randomUUID();
  const before = await effects();
  expect((await create(attempt.toUpperCase(), bankAccountBody(0))).status).toBe(200);
  expect(await operationsOf(attempt)).toMatchObject([{ idempotency_key: idempotencyKey("test", "bankAccounts.create", attempt) }]);
  expect(problemOf(await create(attempt, bankAccountBody(0))).code).toBe("ALREADY_DONE");
  expect(await effects()).toBe(before + 1);
});

test("two forms with the same content are two changes", async () => {
  const before = await effects();
  expect((await create(crypto.randomUUID(), bankAccountBody(0))).status).toBe(200);
  expect((await create(crypto.randomUUID(), bankAccountBody(0))).status).toBe(200);
  expect(await effects()).toBe(before + 2);
});

test("the same attempt in another environment is another change, under another key", async () => {
  const attempt = crypto.randomUUID();
  await create(attempt, bankAccountBody(0));
  await ask("bankAccounts.create", { environment: "live", cookie: mine, attempt, body: bankAccountBody(0), search: { account_id } });
  const keys = (await operationsOf(attempt)).map(({ idempotency_key }) => idempotency_key);
  expect(new Set(keys).size).toBe(2);
});
