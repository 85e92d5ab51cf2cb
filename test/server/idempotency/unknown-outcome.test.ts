import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { sensitiveIn } from "../harness/canaries";
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
  theirs = (await signedIn("operations")).cookie;
  account_id = await emulator.merchant();
});
beforeEach(() => emulator.heal());

const create = (attempt: string, body: object, cookie = mine) => ask("bankAccounts.create", { cookie, attempt, body, search: { account_id } });
const count = () => emulator.count("bankAccounts.create");
const dueNow = (attempt: string) => query("UPDATE operations SET next_try_at = now() WHERE attempt = $1 AND next_try_at IS NOT NULL", [attempt]);

describe.each([
  ["cut-after", 3],
  ["500-after", 3],
  ["half", 3],
  ["garbage", 3],
  ["cut-before", 3],
  ["500", 3],
  ["503", 3],
  ["hang", 1],
] as const)("when Klarna's answer is lost by %s", (kind, times) => {
  async function loseAnswer(attempt: string): Promise<void> {
    await emulator.fault("bankAccounts.create", kind, times);
    const answer = await create(attempt, bankAccountBody(0));
    expect([answer.status, problemOf(answer).code]).toEqual([504, "OUTCOME_UNKNOWN"]);
  }

  test("the outcome is unknown, the body is frozen, and a person who repeats it makes one", async () => {
    const attempt = crypto.randomUUID();
    const before = await count();
    await loseAnswer(attempt);
    const [row] = await operationsOf(attempt);
    expect(row).toMatchObject({ state: "unknown", tries: 1 });
    expect(row?.next_try_at).not.toBeNull();
    expect(sensitiveIn(row?.body?.toString("latin1") ?? bankAccountBody(0).iban)).toEqual([]);

    const received = (await count()).received;
    const edited = await create(attempt, bankAccountBody(1), theirs);
    expect([edited.status, problemOf(edited).code]).toEqual([409, "OUTCOME_UNKNOWN"]);
    expect((await count()).received).toBe(received);

    expect((await create(attempt, bankAccountBody(0), theirs)).status).toBe(200);
    expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", tries: 2, body: null, idempotency_key: row?.idempotency_key }]);
    expect((await count()).effects).toBe(before.effects + 1);
  });

  test("the desk asks again by itself, and there is one", async () => {
    const attempt = crypto.randomUUID();
    const before = await count();
    await loseAnswer(attempt);
    await dueNow(attempt);
    await repeatUnknown();
    expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", tries: 2, next_try_at: null }]);
    expect((await count()).effects).toBe(before.effects + 1);
  });
});

test("an answer that is lost once is asked for again at once, under the same key", async () => {
  for (const kind of ["cut-after", "500-after", "half", "garbage", "cut-before", "500", "503", "429"]) {
    const before = await count();
    await emulator.fault("bankAccounts.create", kind);
    expect((await create(crypto.randomUUID(), bankAccountBody(0))).status, kind).toBe(200);
    expect(await count(), kind).toMatchObject({ received: before.received + 2, effects: before.effects + 1 });
  }
});

test("several workers that look at once send an unknown change once", async () => {
  const attempt = crypto.randomUUID();
  const before = await count();
  await emulator.fault("bankAccounts.create", "cut-after", 3);
  await create(attempt, bankAccountBody(0));
  await dueNow(attempt);
  await Promise.all([repeatUnknown(), repeatUnknown(), repeatUnknown()]);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", tries: 2 }]);
  expect(await count()).toMatchObject({ received: before.received + 4, effects: before.effects + 1 });
});

test("before its time nothing is repeated", async () => {
  const attempt = crypto.randomUUID();
  await emulator.fault("bankAccounts.create", "cut-after", 3);
  await create(attempt, bankAccountBody(0));
  await query("UPDATE operations SET next_try_at = now() + interval '1 hour' WHERE attempt = $1", [attempt]);
  await repeatUnknown();
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown", tries: 1 }]);
});
